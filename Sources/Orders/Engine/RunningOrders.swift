import Synchronization

/// The orders that are being worked on, and those that could not be carried on when they last were.
public final class RunningOrders: Sendable {
    private let state = Mutex(State())

    private struct State {
        var runs: [OrderNumber: RunningOrder] = [:]
        var faulty: [OrderNumber: String] = [:]
    }

    /// How many orders that cannot be carried on are remembered.
    static let maximumFaulty = 1_000

    /// No order yet.
    public init() {}

    /// Orders that could not be carried on at their last run, and why.
    var faulty: [OrderNumber: String] { state.withLock { $0.faulty } }

    func begin(_ number: OrderNumber) -> RunningOrder {
        let run = RunningOrder()
        state.withLock { $0.runs[number] = run }
        return run
    }

    /// Notes that the run has ended, and why the order cannot be carried on if it cannot; answers whether that is news.
    @discardableResult
    func end(_ number: OrderNumber, _ run: RunningOrder, fault: String?) -> Bool {
        state.withLock { state in
            // A later run of the same order stays, and knows better.
            guard state.runs[number] === run else { return false }
            state.runs[number] = nil
            guard let fault else {
                if !state.faulty.isEmpty { state.faulty[number] = nil }
                return false
            }
            let known = state.faulty[number]
            // Beyond the limit none is told of: there would be no end of telling it.
            guard state.faulty.count < Self.maximumFaulty || known != nil else { return false }
            state.faulty[number] = fault
            return known != fault
        }
    }

    /// Ends the run of an order that somebody has stopped, if there is one.
    func stop(_ number: OrderNumber) {
        let run = state.withLock { state in
            state.faulty[number] = nil
            return state.runs[number]
        }
        run?.stop()
    }
}
