/// How long something took, in as many digits as a person reads: `15 ms`, `1.20 s`, `2 min 03 s`, `1 h 05 min`, `3 d 04 h`.
struct SpokenDuration {
    let text: String

    init(seconds: Double) {
        guard seconds.isFinite, seconds < 1e12 else {
            text = "?"
            return
        }
        // Clocks of two machines may disagree, and nothing takes less than no time.
        let milliseconds = Int((max(0, seconds) * 1_000).rounded())
        let whole = milliseconds / 1_000
        switch milliseconds {
        case ..<1_000: text = "\(milliseconds) ms"
        case ..<10_000: text = "\(whole).\(Self.two(milliseconds % 1_000 / 10)) s"
        case ..<60_000: text = "\(whole).\(milliseconds % 1_000 / 100) s"
        case ..<3_600_000: text = "\(whole / 60) min \(Self.two(whole % 60)) s"
        case ..<86_400_000: text = "\(whole / 3_600) h \(Self.two(whole / 60 % 60)) min"
        default: text = "\(whole / 86_400) d \(Self.two(whole / 3_600 % 24)) h"
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
