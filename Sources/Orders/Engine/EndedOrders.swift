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
    func note(_ status: OrderStatus, error: String?, at now: Date) {
        state.withLock { state in
            let error = error.map { state.counted($0) }
            state.counts[Kind(status: status, error: error), default: 0] += 1
            state.recent.note(status, error: error, at: now)
        }
    }

    /// How many have ended, by how.
    package var counts: [Kind: UInt64] { state.withLock { $0.counts } }

    /// How the last of them ended.
    package func recent(at now: Date, _ limits: RecentEndings.Limits) -> RecentEndings.Tally {
        state.withLock { $0.recent }.tally(at: now, limits)
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
