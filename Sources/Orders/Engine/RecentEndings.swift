package import FoundationEssentials

/// How the orders that ended last have ended, and whether so many of them failed that somebody should look.
///
/// FAILED and TIMED_OUT are failures. An order that a person stopped says nothing of the workflow, and is not counted.
package struct RecentEndings: Sendable {
    /// Of how many orders at most it is told.
    package static let maximumCount = 20
    /// Fewer are no pattern, however they ended.
    package static let minimumCount = 5

    /// Oldest first; `error` is nil for an order that succeeded.
    private var endings: [(at: Date, isFailure: Bool, error: String?)] = []

    package init() {}

    /// Beyond what somebody should look.
    package struct Limits: Sendable, Hashable {
        /// The share of failures that is still in order, in percent; with 100 nobody is told.
        package var failedPercent: Int
        /// How long an end counts.
        package var window: Duration

        package init(failedPercent: Int = 50, window: Duration = .seconds(600)) {
            self.failedPercent = failedPercent
            self.window = window
        }
    }

    /// What the last of them came to.
    package struct Tally: Sendable, Equatable {
        /// How many ended within the window, `maximumCount` at most.
        package var ended: Int
        /// How many of these failed.
        package var failed: Int
        /// The error that most of these ended with, the latest of several; nil when none of them names one.
        package var mostFrequentError: String?
        /// Whether too many of them failed.
        package var isAlarming: Bool
    }

    /// Notes that an order has ended, with the name of its error if that may be told.
    package mutating func note(_ status: OrderStatus, error: String?, at now: Date) {
        switch status {
        case .succeeded: endings.append((now, false, nil))
        case .failed, .timedOut: endings.append((now, true, error))
        case .aborted, .held, .queued, .running: return
        }
        if endings.count > Self.maximumCount { endings.removeFirst() }
    }

    /// How the last of them ended.
    package func tally(at now: Date, _ limits: Limits) -> Tally {
        let recent = endings.filter { now.timeIntervalSince($0.at) <= limits.window.seconds }
        let failures = recent.filter(\.isFailure)
        let isPattern = recent.count >= Self.minimumCount
        return Tally(
            ended: recent.count,
            failed: failures.count,
            mostFrequentError: Self.mostFrequent(failures.compactMap(\.error)),
            isAlarming: isPattern && failures.count * 100 > limits.failedPercent * recent.count
        )
    }

    private static func mostFrequent(_ errors: [String]) -> String? {
        let counts = Dictionary(errors.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.values.max()
        return errors.last { counts[$0] == most }
    }
}
