public import FoundationEssentials
internal import Synchronization

/// Writes instants as RFC 3339 does, in UTC with milliseconds.
///
/// All but the milliseconds is kept for the second it belongs to: a busy process logs many lines in one.
public final class LogTime: Sendable {
    private let now: @Sendable () -> Date
    private let kept = Mutex((second: Int.min, text: ""))

    /// The system's clock.
    public static let system = LogTime { Date.now }

    /// The time of a clock.
    public init(now: @escaping @Sendable () -> Date) {
        self.now = now
    }

    /// `2026-11-23T03:49:10.034Z`.
    public func text() -> String {
        let milliseconds = Int((now().timeIntervalSince1970 * 1_000).rounded(.down))
        let second = Int((Double(milliseconds) / 1_000).rounded(.down))
        let fraction = String(milliseconds - second * 1_000)
        let zeros = String(repeating: "0", count: 3 - fraction.count)
        return "\(prefix(second)).\(zeros)\(fraction)Z"
    }

    private func prefix(_ second: Int) -> String {
        kept.withLock { kept in
            if kept.second != second {
                let date = Date(timeIntervalSince1970: Double(second))
                kept = (second, String(date.formatted(.iso8601).dropLast()))
            }
            return kept.text
        }
    }
}
