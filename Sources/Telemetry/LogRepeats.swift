package import Logging
internal import Synchronization

/// Leaves out lines that say the same again and again: of one message of one component so many are written in a window, and
/// the others are counted.
///
/// What each line stands for once is never left out: the end of an order (`info`) and who stepped in (`notice`).
package final class LogRepeats: Sendable {
    /// Messages that are told apart in a window; beyond them all lines are written.
    static let maximumMessages = 1_000

    /// What was left out in a window.
    package struct Summary: Sendable, Equatable {
        package var component: String
        package var message: String
        package var level: Logger.Level
        package var lines: Int
    }

    /// Lines of one message in a window; 0: as many as there are.
    package let limit: Int
    package let window: Duration
    private let now: @Sendable () -> Duration
    private let state = Mutex(State())

    private struct State {
        var end = Duration.zero
        var counts: [Key: Int] = [:]
    }

    private struct Key: Hashable {
        let component: String
        let message: String
        let level: Logger.Level
    }

    /// `now` is the time of a clock that nobody sets.
    package init(limit: Int, window: Duration, now: @escaping @Sendable () -> Duration) {
        (self.limit, self.window, self.now) = (limit, window, now)
    }

    /// Whether a line is written, and what was left out in a window that is over by now.
    func admit(
        _ component: String,
        _ message: String,
        _ level: Logger.Level
    ) -> (isWritten: Bool, summaries: [Summary]) {
        guard limit > 0, level.canRepeat else { return (true, []) }
        let now = now()
        return state.withLock { state in
            let summaries = now < state.end ? [] : roll(&state, now)
            let key = Key(component: component, message: message, level: level)
            guard let count = state.counts[key] else {
                if state.counts.count < Self.maximumMessages { state.counts[key] = 1 }
                return (true, summaries)
            }
            state.counts[key] = count + 1
            return (count < limit, summaries)
        }
    }

    /// What was left out in a window that is over by now, once.
    package func summaries() -> [Summary] {
        let now = now()
        return state.withLock { now < $0.end ? [] : roll(&$0, now) }
    }

    /// What was left out so far, whether its window is over or not.
    package func lastSummaries() -> [Summary] {
        let now = now()
        return state.withLock { roll(&$0, now) }
    }

    private func roll(_ state: inout State, _ now: Duration) -> [Summary] {
        let summaries = state.counts.filter { $0.value > limit }.map { key, count in
            Summary(
                component: key.component,
                message: key.message,
                level: key.level,
                lines: count - limit
            )
        }
        state.counts.removeAll(keepingCapacity: true)
        state.end = now + window
        return summaries.sorted { ($0.component, $0.message) < ($1.component, $1.message) }
    }
}

extension LogRepeats.Summary {
    static let text = "log lines left out: they said the same"

    /// What the line about it says.
    package var metadata: Logger.Metadata {
        [
            "log.component": "\(component)", "log.message": "\(message)",
            "log.lines": .stringConvertible(lines),
        ]
    }
}

extension Logger.Level {
    fileprivate var canRepeat: Bool {
        switch self {
        case .info, .notice: false
        case .trace, .debug, .warning, .error, .critical: true
        }
    }
}
