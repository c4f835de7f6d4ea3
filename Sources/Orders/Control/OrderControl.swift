import FoundationEssentials
public import JSON
public import StatesLanguage

/// What people do to orders beside their workflow: stop them, run them again, let them go on, erase them.
public struct OrderControl: Sendable {
    private let store: any OrderStore
    private let clock: any WallClock
    private let workflows: WorkflowCatalog
    private let configuration: EngineConfiguration
    private let wake: WakeSignal
    private let runs: RunningOrders

    /// Control over the orders of that store; the signal wakes the dispatcher that works on them, and `runs` are its runs.
    public init(
        store: any OrderStore,
        clock: any WallClock,
        workflows: WorkflowCatalog,
        configuration: EngineConfiguration,
        wake: WakeSignal,
        runs: RunningOrders
    ) {
        self.store = store
        self.clock = clock
        self.workflows = workflows
        self.configuration = configuration
        self.wake = wake
        self.runs = runs
    }

    /// Ends an order that has not ended, at once and for good, whatever state it is in.
    ///
    /// A send that is on its way goes on, and its outcome is kept; nothing is sent after it, and every other task is cancelled. `error` and `cause` are
    /// what the history shows, as with Step Functions' StopExecution.
    public func stop(
        _ number: OrderNumber,
        error: ErrorOutput = ErrorOutput(nil),
        by operator: Operator
    ) async throws -> Revised {
        try await stop(number, error: error, by: `operator`, asPartOf: nil)
    }

    /// The same for one order of a bulk redrive, which counts it.
    func stop(
        _ number: OrderNumber,
        error: ErrorOutput = ErrorOutput(nil),
        by operator: Operator,
        asPartOf bulk: Int64?
    ) async throws -> Revised {
        let now = clock.now
        let brain = brain(workflows.current.machine)
        let revised = try await store.revise(number) { standing in
            brain.stop(standing, error, by: `operator`, at: now).counted(by: bulk)
        }
        if case .changed = revised { runs.stop(number) }
        return revised
    }

    /// Runs an order again that ended badly, or lets a quarantined one go on.
    public func redrive(
        _ number: OrderNumber,
        _ request: Redrive = Redrive(),
        by operator: Operator
    ) async throws -> Revised {
        let revised = try await revise(number, request, by: `operator`)
        if case .changed = revised { wake.raise() }
        return revised
    }

    /// Interprets beside the store, since that may take its time and every other order waits for the store's writer; what
    /// has changed meanwhile is looked at again.
    private func revise(
        _ number: OrderNumber,
        _ request: Redrive,
        by operator: Operator
    ) async throws -> Revised {
        var revised = Revised.unknown
        for _ in 0..<Self.attempts {
            guard let standing = try await store.standing(number) else { return .unknown }
            let workflow =
                switch request.definition {
                case .current: workflows.current
                case .own: try await workflows.workflow(standing.order.workflow)
                }
            let verdict = brain(workflow.machine)
                .redrive(standing, request, on: workflow.id, by: `operator`, at: clock.now)
                .counted(by: request.bulk)
            revised = try await store.revise(number) { present in
                present.isAs(standing) ? verdict : .refuse(.busy)
            }
            guard case .refused(.busy, _) = revised else { return revised }
        }
        return revised
    }

    /// How often a redrive is thought over for an order that others change meanwhile.
    private static let attempts = 5

    private func brain(_ machine: StateMachine) -> OrderReviser {
        OrderReviser(
            configuration: configuration,
            machine: machine,
            seed: .random(in: .min ... .max)
        )
    }

    /// Erases what an ended order holds of its customer.
    public func erase(_ number: OrderNumber, by operator: Operator) async throws -> Revised {
        try await store.erase(number, by: `operator`, at: clock.now)
    }
}

/// How an order is to be run again.
public struct Redrive: Sendable {
    /// Where it begins.
    public var start: Start
    /// The definition that it runs on.
    public var definition: Definition
    /// The bulk redrive that it is a part of.
    var bulk: Int64?

    /// Where a redriven order begins.
    public enum Start: Sendable {
        /// At the state that failed; those that succeeded are not run again.
        case failedState
        /// At the workflow's start, with its own input or an edited one.
        case beginning(input: JSONValue?)

        /// Whether nothing of what is stored of the order is needed.
        var hasInput: Bool {
            switch self {
            case .failedState: false
            case .beginning(let input): input != nil
            }
        }
    }

    /// The definition that a redriven order runs on.
    public enum Definition: Sendable {
        /// The one that it ran on.
        case own
        /// The one that new orders run on.
        case current
    }

    /// By default from the failed state, on the definition it ran on.
    public init(from start: Start = .failedState, on definition: Definition = .own) {
        self.start = start
        self.definition = definition
    }
}

extension Verdict {
    /// The same as a part of that bulk redrive.
    fileprivate func counted(by bulk: Int64?) -> Verdict {
        guard case .revise(var revision) = self else { return self }
        revision.bulk = bulk
        return .revise(revision)
    }
}
