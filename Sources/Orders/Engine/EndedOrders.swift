package import FoundationEssentials
import Synchronization

/// What is remembered of the orders that have ended since the start of the process: how many, how, and how the last of them.
package final class EndedOrders: Sendable {
    /// How many names of errors are told apart; those that come after them count as `other`.
    package static let maximumErrors = 50

    private let state = Mutex(State())

    fileprivate struct State {
        var counts: [Kind: UInt64] = [:]
        var errors: Set<String> = []
        var recent = RecentEndings()
        var failures = Failures()
    }

    /// Orders that have failed or timed out since somebody last took them.
    package struct Failures: Sendable, Equatable {
        package var count = 0
        /// The first of them, `Alert.maximumExamples` at most.
        package var examples: [OrderID] = []
        /// How many ended with each error that may be told.
        var errors: [String: Int] = [:]

        /// The error that most of them ended with; nil when none of them names one.
        package var mostFrequentError: String? {
            errors.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
    }

    /// Orders that count as one.
    package struct Kind: Sendable, Hashable {
        package var status: OrderStatus
        /// The name of their error, or `other`; nil when they ended without one.
        package var error: String?

        package init(status: OrderStatus, error: String?) {
            (self.status, self.error) = (status, error)
        }
    }

    package init() {}

    /// Notes that an order has ended so; the error is a name that may be told.
    func note(_ status: OrderStatus, order: OrderID? = nil, error: String?, at now: Date) {
        state.withLock { state in
            let error = error.map { state.counted($0) }
            if status == .failed || status == .timedOut { state.failures.note(order, error) }
            state.counts[Kind(status: status, error: error), default: 0] += 1
            state.recent.note(status, error: error, at: now)
        }
    }

    /// How many have ended, by how.
    package var counts: [Kind: UInt64] { state.withLock { $0.counts } }

    /// Those that have failed since this was last asked.
    package func takeFailures() -> Failures {
        state.withLock { state in
            defer { state.failures = Failures() }
            return state.failures
        }
    }

    /// How the last of them ended.
    package func recent(at now: Date, _ limits: RecentEndings.Limits) -> RecentEndings.Tally {
        state.withLock { $0.recent }.tally(at: now, limits)
    }
}

extension EndedOrders.Failures {
    fileprivate mutating func note(_ order: OrderID?, _ error: String?) {
        count += 1
        if let order, examples.count < Alert.maximumExamples { examples.append(order) }
        if let error { errors[error, default: 0] += 1 }
    }
}

extension EndedOrders.State {
    /// The name under which it is counted: an expression can make up a new one for every order.
    fileprivate mutating func counted(_ error: String) -> String {
        guard !errors.contains(error) else { return error }
        guard errors.count < EndedOrders.maximumErrors else { return EndReport.otherError }
        errors.insert(error)
        return error
    }
}
