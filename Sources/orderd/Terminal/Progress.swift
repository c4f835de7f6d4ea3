import Dispatch
import Foundation

/// How far long work has come, in one line.
struct Progress {
    /// What is being done, such as `submitting`.
    let title: String
    /// How much is done, in whatever it is counted.
    var done = 0
    /// How much there is in all; nil when nobody knows.
    var total: Int?
    /// What else is said, such as how many were rejected.
    var note = ""

    /// The line: a bar where there is room and an end in sight, and how long it takes yet.
    func text(after seconds: Double, width: Int) -> String {
        var parts = [title]
        if let total, total > 0 {
            let share = min(1, max(0, Double(done) / Double(total)))
            parts += [Self.bar(share, width: min(30, width / 4)), "\(Int(share * 100)) %"]
            if !note.isEmpty { parts.append(note) }
            if share > 0, share < 1, seconds >= 1 {
                let left = seconds / share - seconds
                parts.append("\(SpokenDuration(seconds: left.rounded(.up)).text) left")
            }
        } else {
            if !note.isEmpty { parts.append(note) }
            parts.append(SpokenDuration(seconds: seconds).text)
        }
        // The last column stays free: a terminal may break the line behind it.
        return TerminalText.cut(parts.joined(separator: "  "), to: width - 1)
    }

    private static func bar(_ share: Double, width: Int) -> String {
        let full = Int(share * Double(width))
        return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
    }
}

/// Where progress is drawn: on standard error, if a person looks on; what is printed may go elsewhere.
struct ProgressLine: ~Copyable {
    private let begin = ContinuousClock.now
    private let isShown: Bool
    private var drawn: ContinuousClock.Instant?

    /// Shown to a person, unless only JSON is wanted.
    init(isShown: Bool = Terminal.isThereForFaults) { self.isShown = isShown }

    /// How long the work has taken, in seconds.
    var seconds: Double { (ContinuousClock.now - begin) / .seconds(1) }

    /// Draws it, but not more often than is seen.
    mutating func draw(_ progress: Progress) {
        let now = ContinuousClock.now
        guard isShown, drawn.map({ now - $0 >= .milliseconds(100) }) ?? true else { return }
        drawn = now
        let text = progress.text(after: seconds, width: Terminal.widthForFaults)
        Self.write("\r\(TerminalText.harmless(text))\u{1B}[K")
    }

    /// Takes it away, so that something else can be written.
    mutating func clear() {
        guard drawn != nil else { return }
        drawn = nil
        Self.write("\r\u{1B}[K")
    }

    private static func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}

extension ProgressLine {
    /// Draws how far work has come that blocks this thread, as somebody else can tell.
    static func during<Result>(
        _ progress: Progress,
        done: @escaping @Sendable () -> Int,
        work: () throws -> Result
    ) rethrows -> Result {
        guard Terminal.isThereForFaults else { return try work() }
        let (end, hasCleared) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread {
            var line = ProgressLine()
            var progress = progress
            while end.wait(timeout: .now() + .milliseconds(250)) == .timedOut {
                progress.done = done()
                line.draw(progress)
            }
            line.clear()
            hasCleared.signal()
        }.start()
        defer {
            end.signal()
            hasCleared.wait()
        }
        return try work()
    }

    /// How many bytes a file has; none when it is not there.
    static func size(of path: String) -> Int {
        let values = try? FileManager.default.attributesOfItem(atPath: path)
        return (values?[.size] as? Int) ?? 0
    }
}
