import Synchronization

/// The orders that are being worked on, and those that could not be carried on when they last were.
package final class RunningOrders: Sendable {
    private let state = Mutex(State())

    private struct State {
        var runs: [OrderID: RunningOrder] = [:]
        var faulty: [OrderID: String] = [:]
    }

    /// How many orders that cannot be carried on are remembered.
    static let maximumFaulty = 1_000

    package init() {}

    /// Orders that could not be carried on at their last run, and why.
    var faulty: [OrderID: String] { state.withLock { $0.faulty } }

    func begin(_ order: OrderID) -> RunningOrder {
        let run = RunningOrder()
        state.withLock { $0.runs[order] = run }
        return run
    }

    /// Notes that the run has ended, and why the order cannot be carried on if it cannot; answers whether that is news.
    @discardableResult
    func end(_ order: OrderID, _ run: RunningOrder, fault: String?) -> Bool {
        state.withLock { state in
            // A later run of the same order stays, and knows better.
            guard state.runs[order] === run else { return false }
            state.runs[order] = nil
            guard let fault else {
                if !state.faulty.isEmpty { state.faulty[order] = nil }
                return false
            }
            let known = state.faulty[order]
            // Beyond the limit none is told of: there would be no end of telling it.
            guard state.faulty.count < Self.maximumFaulty || known != nil else { return false }
            state.faulty[order] = fault
            return known != fault
        }
    }

    /// Tells the run of an order, if there is one, that one of its tasks has an answer.
    func noteAnswer(to order: OrderID) {
        let run = state.withLock { $0.runs[order] }
        run?.noteAnswer()
    }

    /// Ends the run of an order that somebody has stopped, if there is one.
    func stop(_ order: OrderID) {
        let run = state.withLock { state in
            state.faulty[order] = nil
            return state.runs[order]
        }
        run?.stop()
    }
}
