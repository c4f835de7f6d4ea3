import FoundationEssentials
package import JSON
import StatesLanguage
package import Telemetry

/// Starts orders for tasks of others: Step Functions' nested executions.
///
/// What starts them is a workflow and no client: the rules for orders do not hold for them.
package struct ChildOrders: Sendable {
    private let store: any OrderStore
    private let clock: any WallClock
    private let workflows: WorkflowCatalog
    private let configuration: EngineConfiguration
    private let wake: WakeSignal
    private let tasks: TaskSignals
    private let gate: IntakeGate
    private let backlog: Int

    package init(
        store: any OrderStore,
        clock: any WallClock,
        workflows: WorkflowCatalog,
        configuration: EngineConfiguration,
        wake: WakeSignal,
        tasks: TaskSignals,
        gate: IntakeGate,
        backlog: Int
    ) {
        self.store = store
        self.clock = clock
        self.workflows = workflows
        self.configuration = configuration
        self.wake = wake
        self.tasks = tasks
        self.gate = gate
        self.backlog = backlog
    }

    /// What a task wants to be started.
    package struct Request: Sendable {
        package var workflow: String
        /// Its number; nil: one made of its parent's.
        package var name: String?
        /// JSON text.
        package var input: [UInt8]
        /// Whether the task waits for the end.
        package var isAwaited: Bool
        /// The trace that it belongs to; nil: to none that is known.
        package var trace: TraceContext?

        package init(workflow: String, name: String?, input: [UInt8], isAwaited: Bool) {
            self.workflow = workflow
            self.name = name
            self.input = input
            self.isAwaited = isAwaited
        }
    }

    package enum Result: Sendable, Equatable {
        /// It is on disk, and this is what StartExecution answers.
        case started(JSONValue)
        case unknownWorkflow
        /// The name is no order number.
        case invalidName
        /// Another order has that name: the ARN of its execution.
        case taken(String)
        /// There is no room for it now; what there is none of.
        case full(String)
        /// More than `maximumDepth` orders would wait for each other.
        case tooDeep
    }

    /// How many orders may wait for each other's ends: one whose end waits for one of its own kind would never come to it.
    ///
    /// Orders that nobody waits for may follow each other without an end, as Step Functions has it for long work.
    package static let maximumDepth = 32

    /// Starts an order for a task, once however often it is asked for by the same attempt.
    package func start(_ request: Request, by visit: TaskCall.Visit) async throws -> Result {
        guard let terms = workflows.terms(named: request.workflow) else { return .unknownWorkflow }
        if request.isAwaited, try await isTooDeep(visit.order) { return .tooDeep }
        let digests = configuration.digests
        guard let name = request.name else {
            let numbers = [false, true].map {
                OrderNumber.child(of: visit.order, task: visit.task, isTold: $0, digests)
            }
            let first = try await start(request, as: numbers[0], isNamed: false, terms, visit)
            // A client, or an order of that number in another workflow, may have the plain number.
            guard case .taken = first else { return first }
            return try await start(request, as: numbers[1], isNamed: false, terms, visit)
        }
        return try await start(request, as: OrderNumber(name), isNamed: true, terms, visit)
    }

    private func start(
        _ request: Request,
        as number: OrderNumber?,
        isNamed: Bool,
        _ terms: WorkflowCatalog.Terms,
        _ visit: TaskCall.Visit
    ) async throws -> Result {
        guard let number, let id = workflows.id(of: number, in: request.workflow) else {
            return .invalidName
        }
        if let want = want(request), try await store.order(id) == nil { return .full(want) }
        var order = NewOrder(
            id: id,
            input: request.input,
            workflow: terms.definition,
            createdAt: clock.now
        )
        order.origin = request.trace.map { TraceOrigin.text(.task, $0) }
        order.parent = ParentLink(
            order: visit.order,
            task: visit.task,
            isAwaited: request.isAwaited,
            isNamed: isNamed
        )
        if request.isAwaited { tasks.noteAwaited(id, by: visit.order) }
        switch try await store.submit(order) {
        case .accepted:
            wake.raise()
            return .started(description(of: Order(accepted: order)))
        case .existing(let existing):
            let started = description(of: existing)
            if order.joins(existing) { return .started(started) }
            return .taken(started["ExecutionArn"]?.string ?? "")
        case .repeated, .keyTaken, .refused:
            // There is no key, and nothing that it is refused for.
            return .taken(description(of: Order(accepted: order))["ExecutionArn"]?.string ?? "")
        }
    }

    /// Whether as many orders as may wait above one wait above the order and with it.
    private func isTooDeep(_ order: OrderID) async throws -> Bool {
        var next: OrderID? = order
        for _ in 0..<Self.maximumDepth {
            guard let id = next else { return false }
            next = try await store.awaitingParent(of: id)
        }
        return next != nil
    }

    /// What there is no room of.
    ///
    /// One that is waited for is let in beyond the backlog's limit, or the order that waits could keep its place for ever.
    private func want(_ request: Request) -> String? {
        if gate.closed.contains(.diskFull) { return "the disk has no room for another order" }
        guard !request.isAwaited, store.backlog >= backlog else { return nil }
        return "the backlog is full"
    }

    private func description(of order: Order) -> JSONValue {
        ChildExecution(order, configuration.context(for: order.id, at: order.createdAt)).started
    }
}

extension OrderNumber {
    /// The number of what a task of an order starts: the order's with the task's, `001.7`.
    ///
    /// Of a long one a part, with a digest of the order's full id and the task in place of the rest; so too when it is to be
    /// told from what others have called `001.7`.
    static func child(
        of parent: OrderID,
        task: Int,
        isTold: Bool = false,
        _ digests: Digests
    ) -> OrderNumber? {
        let text = "\(parent.number).\(task)"
        guard isTold || text.utf8.count > maximumLength else { return OrderNumber(text) }
        let digest = digests.sha256(Array("\(parent).\(task)".utf8)).prefix(8)
        let hexadecimal = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return OrderNumber("\(text.prefix(maximumLength - 17)).\(hexadecimal.joined())")
    }
}
