import FoundationEssentials
package import JSON
import StatesLanguage

/// Starts orders for tasks of others: Step Functions' nested executions.
///
/// What starts them is a workflow and no client: neither the rules for orders nor the backlog's limit hold for them, or
/// an order could wait for one that is not let in.
package struct ChildOrders: Sendable {
    private let store: any OrderStore
    private let clock: any WallClock
    private let workflows: WorkflowCatalog
    private let configuration: EngineConfiguration
    private let wake: WakeSignal
    private let tasks: TaskSignals
    private let gate: IntakeGate

    package init(
        store: any OrderStore,
        clock: any WallClock,
        workflows: WorkflowCatalog,
        configuration: EngineConfiguration,
        wake: WakeSignal,
        tasks: TaskSignals,
        gate: IntakeGate
    ) {
        self.store = store
        self.clock = clock
        self.workflows = workflows
        self.configuration = configuration
        self.wake = wake
        self.tasks = tasks
        self.gate = gate
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
        /// There is no room on the disk.
        case full
    }

    /// Starts an order for a task, once however often it is asked for by the same attempt.
    package func start(_ request: Request, by visit: TaskCall.Visit) async throws -> Result {
        guard let terms = workflows.terms(named: request.workflow) else { return .unknownWorkflow }
        let number =
            request.name.map { OrderNumber($0) }
            ?? .child(of: visit.order.number, task: visit.task, configuration.digests)
        guard let number, let id = workflows.id(of: number, in: request.workflow) else {
            return .invalidName
        }
        guard !gate.closed.contains(.diskFull) else { return .full }
        var order = NewOrder(
            id: id,
            input: request.input,
            workflow: terms.definition,
            createdAt: clock.now
        )
        order.parent = ParentLink(
            order: visit.order,
            task: visit.task,
            isAwaited: request.isAwaited
        )
        if request.isAwaited { tasks.noteAwaited(id) }
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

    private func description(of order: Order) -> JSONValue {
        ChildExecution(order, configuration.context(for: order.id, at: order.createdAt)).started
    }
}

extension OrderNumber {
    /// The number of what a task of an order starts: the order's with the task's, `001.7`; of a long one a part, with a
    /// digest in place of the rest.
    static func child(of parent: OrderNumber, task: Int, _ digests: Digests) -> OrderNumber? {
        let text = "\(parent).\(task)"
        guard text.utf8.count > maximumLength else { return OrderNumber(text) }
        let digest = digests.sha256(Array(text.utf8)).prefix(8)
        let hexadecimal = digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return OrderNumber("\(parent.text.prefix(maximumLength - 17)).\(hexadecimal.joined())")
    }
}
