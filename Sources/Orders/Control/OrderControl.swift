import FoundationEssentials
package import JSON
package import StatesLanguage
import Telemetry

/// What operators do beside the orders' workflows: every action, whatever door it is asked for at.
package struct OrderControl: Sendable {
    /// What the queue as a whole does.
    package let queue: QueueControl
    /// Raised when there is a new bulk redrive.
    package let bulkWake = WakeSignal()
    let store: any OrderStore
    let reader: any OrderReader
    private let bulks: any BulkStore
    let clock: any WallClock
    let workflows: WorkflowCatalog
    private let configuration: EngineConfiguration
    let dispatcher: Dispatcher

    /// Control over the orders of that store, over the dispatcher that works on them and over the gate that lets them in.
    package init(
        store: any OrderStore & OrderReader & BulkStore,
        clock: any WallClock,
        workflows: WorkflowCatalog,
        configuration: EngineConfiguration,
        dispatcher: Dispatcher,
        gate: IntakeGate = IntakeGate()
    ) {
        self.store = store
        reader = store
        bulks = store
        self.clock = clock
        self.workflows = workflows
        self.configuration = configuration
        self.dispatcher = dispatcher
        queue = QueueControl(store: store, clock: clock, dispatcher: dispatcher, gate: gate)
    }

    /// Ends an order that has not ended, at once and for good, whatever state it is in.
    ///
    /// A send that is on its way goes on, and its outcome is kept; nothing is sent after it, and every other task is
    /// cancelled. `error` and `cause` are what the history shows, as with Step Functions' StopExecution.
    package func stop(
        _ order: OrderID,
        error: ErrorOutput = ErrorOutput(nil),
        by operator: Operator
    ) async throws -> Revised {
        try await stop(order, error: error, by: `operator`, asPartOf: nil)
    }

    /// The same for one order of a bulk redrive, which counts it.
    func stop(
        _ order: OrderID,
        error: ErrorOutput = ErrorOutput(nil),
        by operator: Operator,
        asPartOf bulk: Int64?
    ) async throws -> Revised {
        let now = clock.now
        let brain = brain(workflows.current.machine)
        let revised = try await store.revise(order) { standing in
            brain.stop(standing, error, by: `operator`, at: now).counted(by: bulk)
        }
        if case .changed(let stopped) = revised {
            dispatcher.runs.stop(order)
            dispatcher.tasks.changes.raise()
            dispatcher.tellParents(of: order)
            let name = error.error.map(EndReport.name)
            dispatcher.endedOrders.note(.aborted, error: name, at: now)
            note(aborted: stopped, name, at: now)
        }
        return revised
    }

    /// Counts an order that was stopped, and ends its trace; its states are not told any more.
    private func note(aborted order: Order, _ error: String?, at now: Date) {
        let trace = OrderTrace(
            of: order.id,
            createdAt: order.createdAt,
            origin: order.origin,
            configuration.tracer
        )
        dispatcher.meter.noteEnd(
            .aborted,
            after: now.timeIntervalSince(order.createdAt),
            in: trace?.exemplar,
            at: now
        )
        guard let trace, let tracer = trace.tracer else { return }
        tracer.recordWhole(
            trace,
            SpanAttributes(of: order.id, in: workflows.current),
            redrives: order.redrives,
            from: order.createdAt,
            to: now,
            status: .aborted,
            error: error ?? OrderStatus.aborted.rawValue
        )
    }

    /// Runs an order again that ended badly, or lets a quarantined one go on.
    ///
    /// Throws `OrderFaults`, or `OtherNumber`, when an edited input cannot take the place of the order's own.
    package func redrive(
        _ order: OrderID,
        _ request: Redrive = Redrive(),
        by operator: Operator
    ) async throws -> Revised {
        let request = try request.checked(of: order, workflows.rules(of: order))
        let revised = try await revise(order, request, by: `operator`)
        if case .changed = revised { dispatcher.wake.raise() }
        return revised
    }

    /// Interprets beside the store, since that may take its time and every other order waits for the store's writer; what
    /// has changed meanwhile is looked at again.
    private func revise(
        _ order: OrderID,
        _ request: Redrive,
        by operator: Operator
    ) async throws -> Revised {
        var revised = Revised.unknown
        for _ in 0..<Self.attempts {
            guard let standing = try await store.standing(order) else { return .unknown }
            let workflow: Workflow
            switch request.definition {
            case .own: workflow = try await workflows.workflow(standing.order.workflow)
            case .current:
                guard let current = workflows.current(of: order) else {
                    let name = order.workflow ?? ""
                    return .refused(.unfit("there is no workflow \(name) any more"), standing.order)
                }
                workflow = current
            }
            let verdict = brain(workflow.machine)
                .redrive(
                    standing,
                    request,
                    on: workflow.id,
                    under: workflows.rules(of: order),
                    by: `operator`,
                    at: clock.now
                )
                .counted(by: request.bulk)
            revised = try await store.revise(order) { present in
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
}

extension OrderControl {
    /// Which orders a bulk redrive would mean, at most so many of them named; nothing is changed.
    package func preview(_ filter: BulkRedrive.Filter, limit: Int) async throws -> BulkMatch {
        try await bulks.match(filter, after: 0, limit: limit)
    }

    /// What a patch makes of some orders' inputs, or why it does not fit one of them; nothing is changed.
    package func preview(
        _ patch: JSONPatch,
        of orders: [BulkMatch.Place]
    ) async throws -> [PatchedOrder] {
        var patched: [PatchedOrder] = []
        for place in orders {
            guard let order = try await store.order(place.order) else { continue }
            patched.append(PatchedOrder(patch, of: order, workflows.rules(of: order.id)))
        }
        return patched
    }

    /// Begins a bulk redrive, or a bulk stop; the service carries it on by itself, over restarts too.
    package func begin(
        _ filter: BulkRedrive.Filter,
        _ action: BulkRedrive.Action,
        rate: Int,
        by operator: Operator
    ) async throws -> BulkRedrive {
        var bulk = BulkRedrive(filter, rate: rate, by: `operator`, at: clock.now)
        switch action {
        case .stop: bulk.stops = true
        case .redrive(let redrive, let patch):
            bulk.patch = patch
            if case .beginning = redrive.start { bulk.isFromStart = true }
            bulk.isOnCurrent = redrive.definition == .current
        }
        let begun = try await bulks.begin(bulk)
        bulkWake.raise()
        return begun
    }

    /// The bulk redrives, newest first.
    package func bulkRedrives(limit: Int) async throws -> [BulkRedrive] {
        try await bulks.bulkRedrives(limit: limit)
    }

    package func bulkRedrive(_ bulk: Int64) async throws -> BulkRedrive? {
        try await bulks.bulkRedrive(bulk)
    }

    /// Ends a bulk redrive that runs; one that has ended is answered as it is, and nil when there is none.
    package func cancelBulk(_ bulk: Int64, by operator: Operator) async throws -> BulkRedrive? {
        try await bulks.cancelBulk(bulk, by: `operator`, at: clock.now)
    }
}
