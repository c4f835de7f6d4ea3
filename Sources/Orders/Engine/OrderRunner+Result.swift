extension OrderRunner {
    /// How the run of a claim ended; the lease is given up in every case.
    enum Result: Sendable {
        case ended(EndReport)
        /// It waits for a time or for its turn; when for a fault outside, this is what was said.
        case sleeping(fault: String?)
        case held(reason: String)
        case handedBack
        /// It cannot be carried on, because its data or the service are at fault; it is tried again later.
        case faulty(reason: String)
        /// Somebody else may move the order now.
        case leaseLost

        /// Why the order cannot be carried on; nil when it can.
        var fault: String? {
            guard case .faulty(let reason) = self else { return nil }
            return reason
        }

        /// Whether the order goes on later, perhaps at once.
        var leavesItDue: Bool {
            switch self {
            case .ended, .held: false
            case .sleeping, .handedBack, .faulty, .leaseLost: true
            }
        }
    }
}

extension OrderRunner.Result {
    /// What a record with this consequence means for the run; nil when it goes on.
    init?(_ next: Move.Next, of journey: Journey, on workflow: Workflow) {
        switch next {
        case .proceed: return nil
        case .sleep: self = .sleeping(fault: journey.postponement)
        case .hold(let reason): self = .held(reason: reason)
        case .end(let ending):
            self = .ended(EndReport(ending, in: journey.state, of: workflow))
        }
    }
}
