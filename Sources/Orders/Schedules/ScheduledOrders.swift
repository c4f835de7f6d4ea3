import Formats
package import FoundationEssentials
import JSON
import StatesLanguage
import Synchronization

/// Puts runs of schedules on disk as orders, each once however often it is asked for.
///
/// Like nested executions they come from the operator and no client: the rules for orders do not hold for them.
package struct ScheduledOrders: Sendable {
    private let store: any OrderStore
    private let clock: any WallClock
    private let workflows: WorkflowCatalog
    private let configuration: EngineConfiguration
    private let wake: WakeSignal
    private let gate: IntakeGate
    private let backlog: Int
    private let registered = Registered()

    /// Definitions that are known to be in the store.
    private final class Registered: Sendable {
        let ids = Mutex<Set<Workflow.ID>>([])
    }

    package init(
        store: any OrderStore,
        clock: any WallClock,
        workflows: WorkflowCatalog,
        configuration: EngineConfiguration,
        wake: WakeSignal,
        gate: IntakeGate,
        backlog: Int
    ) {
        self.store = store
        self.clock = clock
        self.workflows = workflows
        self.configuration = configuration
        self.wake = wake
        self.gate = gate
        self.backlog = backlog
    }

    package enum Result: Sendable, Hashable {
        /// The order is on disk, from this time or an earlier one.
        case started(OrderID)
        /// It cannot be begun now; why.
        case waits(String)
    }

    /// Begins the run of that time.
    package func start(_ run: ScheduledOrder) async throws -> Result {
        switch run.schedule.target {
        case .workflow(let name):
            guard let terms = workflows.terms(named: name) else {
                return .waits("there is no workflow \(name)")
            }
            return try await submit(run, in: name, on: terms.definition)
        case .function(let name):
            let resource = configuration.resource(ofFunction: name)
            return try await submit(
                run,
                in: ScheduledOrder.functionWorkflow,
                on: try await register(run.schedule.definition(calling: resource))
            )
        }
    }

    /// Has the dead-letter queue told of times that were missed; nil where there is no such queue.
    ///
    /// It is an order as well, so that it outlives a restart; a full backlog does not keep it out, since it stands for up to
    /// `ScheduleEntry.maximumPassed` times.
    package func tellMissed(
        _ run: ScheduledOrder,
        through last: Date,
        count: Int,
        because reason: String
    ) async throws -> Result? {
        guard let definition = run.schedule.missedDefinition,
            let id = OrderID(
                run.letterNumber(configuration.digests),
                in: ScheduledOrder.functionWorkflow
            )
        else { return nil }
        if let want = want(heedsRoom: false) { return .waits(want) }
        let now = clock.now
        let input = run.letter(
            input(of: run, as: id, at: now),
            through: last,
            count: count,
            because: reason
        )
        var order = NewOrder(
            id: id,
            input: input.bytes,
            workflow: try await register(definition),
            createdAt: now
        )
        order.origin = run.origin
        // One that is there was submitted by a process that ended before it noted that.
        _ = try await store.submit(order)
        wake.raise()
        return .started(id)
    }

    /// The order of a run that was begun, when the process ended before that could be noted; nil when it was not.
    package func begun(_ run: ScheduledOrder) async throws -> OrderID? {
        let workflow =
            if case .workflow(let name) = run.schedule.target { name } else {
                ScheduledOrder.functionWorkflow
            }
        for number in [run.number, run.otherNumber(configuration.digests)] {
            guard let id = id(number, in: workflow), let order = try await store.order(id),
                order.origin == run.origin
            else { continue }
            return id
        }
        return nil
    }

    /// Whether an order of that id has not ended.
    package func runs(_ order: OrderID) async throws -> Bool {
        try await store.order(order).map { !$0.status.isFinal } ?? false
    }

    private func submit(
        _ run: ScheduledOrder,
        in workflow: String,
        on definition: Workflow.ID
    ) async throws -> Result {
        let digests = configuration.digests
        var taken: OrderID?
        for number in [run.number, run.otherNumber(digests)] {
            guard let id = id(number, in: workflow) else { continue }
            // What was begun before counts, whether there is room for another or not.
            if let existing = try await store.order(id) {
                if existing.origin == run.origin { return .started(id) }
                taken = id
                continue
            }
            if let want = want(heedsRoom: true) { return .waits(want) }
            let now = clock.now
            let input = input(of: run, as: id, at: now)
            var order = NewOrder(id: id, input: input.bytes, workflow: definition, createdAt: now)
            order.due = max(now, run.due(digests))
            order.origin = run.origin
            switch try await store.submit(order) {
            case .accepted:
                wake.raise()
                return .started(id)
            case .existing(let existing) where existing.origin == run.origin: return .started(id)
            // There is no key, and nothing that it is refused for.
            case .existing, .repeated, .keyTaken, .refused: taken = id
            }
        }
        if let taken { return .waits("another order is called \(taken)") }
        return .waits("the name of workflow \(workflow) is too long for an order's id")
    }

    private func id(_ number: OrderNumber, in workflow: String) -> OrderID? {
        guard workflow != ScheduledOrder.functionWorkflow else {
            return OrderID(number, in: workflow)
        }
        return workflows.id(of: number, in: workflow)
    }

    private func input(of run: ScheduledOrder, as id: OrderID, at now: Date) -> JSONValue {
        run.input(configuration.context(for: id, at: now), scheduleARN: arn(of: run.schedule))
    }

    private func want(heedsRoom: Bool) -> String? {
        if gate.closed.contains(.diskFull) { return "the disk has no room for another order" }
        guard heedsRoom else { return nil }
        if gate.closed.contains(.draining) { return "the queue is being drained" }
        return store.backlog < backlog ? nil : "the backlog is full"
    }

    private func arn(of schedule: Schedule) -> String {
        let place = "\(configuration.region):\(configuration.account)"
        return "arn:aws:scheduler:\(place):schedule/default/\(schedule.name)"
    }

    private func register(_ definition: JSONValue) async throws -> Workflow.ID {
        let text = definition.bytes
        let id = configuration.digests.sha256(text).hexadecimal
        if registered.ids.withLock({ $0.contains(id) }) { return id }
        let workflow = Workflow(
            id: id,
            name: ScheduledOrder.functionWorkflow,
            definition: text,
            machine: try StateMachine(parsing: text)
        )
        try await store.register(workflow)
        registered.ids.withLock { ids in
            if ids.count >= Schedule.maximumCount { ids.removeAll() }
            ids.insert(id)
        }
        return id
    }
}
