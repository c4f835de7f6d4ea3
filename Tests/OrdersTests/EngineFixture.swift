import Foundation
import JSON
import Logging
import OrderStoreSQLite
import Orders
import ServiceLifecycle
import StatesLanguage
import Synchronization
import TestClosing
import TestDigests

/// A store in a folder of its own, with functions that a test scripts.
struct EngineFixture {
    let store: SQLiteOrderStore
    let clock: any WallClock
    let function: ScriptedFunction
    let workflows: WorkflowCatalog
    let dispatcher: Dispatcher
    let intake: OrderIntake
    let control: OrderControl

    /// An engine for that definition, whose only function is called `F`; those orders were running at two ends of the
    /// process in a row.
    init(
        _ definition: String,
        others: [Workflow] = [],
        suspects: [String] = [],
        backlog: Int = 1_000,
        configuration: EngineConfiguration = EngineConfiguration(digests: .openSSL),
        limits: ProviderGate.Limits? = nil,
        clock: any WallClock = SystemClock(),
        function: ScriptedFunction
    ) async throws {
        self.clock = clock
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        self.function = function
        let text = Array(definition.utf8)
        let workflow = Workflow(
            id: definition,
            name: "W",
            definition: text,
            machine: try StateMachine(parsing: text)
        )
        if !suspects.isEmpty { try await Self.leave(suspects, of: workflow, at: path) }
        store = try Self.open(path)
        for workflow in [workflow] + others { try await store.register(workflow) }
        workflows = WorkflowCatalog(current: workflow, others: others, store: store)
        let open = [ProviderGate(clock: clock), ProviderGate(clock: clock)]
        let limited = limits.map { ["F": ProviderGate($0, clock: clock)] } ?? [:]
        dispatcher = Dispatcher(
            store: store,
            clock: clock,
            workflows: workflows,
            integrations: FunctionsByName(functions: ["F": function]),
            configuration: configuration,
            gates: ProviderGates(
                deliveries: [.email: open[0], .notice: open[1]],
                calls: limited
            ),
            wake: WakeSignal(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        control = OrderControl(
            store: store,
            clock: clock,
            workflows: workflows,
            configuration: EngineConfiguration(digests: .openSSL),
            dispatcher: dispatcher
        )
        intake = OrderIntake(
            store: store,
            clock: clock,
            workflows: workflows,
            wake: dispatcher.wake,
            limits: OrderIntake.Limits(backlog: backlog)
        )
    }

    private static func open(_ path: String) throws -> SQLiteOrderStore {
        let store = try SQLiteOrderStore(SQLiteOrderStore.Configuration(path: path), at: Date())
        // Those of earlier processes are closed already.
        afterwards { try? await store.close() }
        return store
    }

    /// Claims the orders in two processes, neither of which gives them up.
    private static func leave(
        _ orders: [String],
        of workflow: Workflow,
        at path: String
    ) async throws {
        for _ in 0..<2 {
            let (store, now) = (try open(path), Date())
            try await store.register(workflow)
            for order in orders {
                _ = try await store.submit(
                    NewOrder(
                        id: try id(order),
                        input: Array("{}".utf8),
                        workflow: workflow.id,
                        createdAt: now
                    )
                )
            }
            _ = try await store.claim(ClaimRequest(limit: orders.count, now: now, until: now))
            try await store.close()
        }
    }

    /// Runs the engine while the body runs.
    func run(_ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await dispatcher.run() }
            try await body()
            group.cancelAll()
        }
    }

    /// The order once it has one of these statuses; the engine's own commits are what is waited for.
    func order(_ number: String, is statuses: Set<OrderStatus>) async throws -> Order {
        try await order(number, where: { statuses.contains($0.status) })
    }

    /// The order once it stands so.
    func order(_ number: String, where condition: (Order) -> Bool) async throws -> Order {
        let number = try Self.id(number)
        while true {
            try Task.checkCancellation()
            if let order = try await store.order(number), condition(order) { return order }
            await Task.yield()
        }
    }

    /// Returns once the order's history has an event of that type.
    func history(_ number: String, has type: String) async throws {
        while try await !types(number).contains(type) {
            try Task.checkCancellation()
            await Task.yield()
        }
    }

    /// Control by a later version of the service, whose current definition is another.
    func control(over definition: String) async throws -> OrderControl {
        let text = Array(definition.utf8)
        let machine = try StateMachine(parsing: text)
        let later = Workflow(id: definition, name: "W", definition: text, machine: machine)
        try await store.register(later)
        return OrderControl(
            store: store,
            clock: clock,
            workflows: WorkflowCatalog(current: later, store: store),
            configuration: EngineConfiguration(digests: .openSSL),
            dispatcher: dispatcher
        )
    }

    func types(_ number: String) async throws -> [String] {
        let page = try await store.history(of: Self.id(number), after: 0, limit: 1_000)
        return try (page?.events ?? []).map {
            try JSONValue(parsing: $0.json)["type"]?.string ?? ""
        }
    }

    static func id(_ text: String) throws -> OrderID {
        guard let number = OrderID(text) else { throw CancellationError() }
        return number
    }
}

/// A function whose outcomes are given beforehand, in order; the last one stays.
final class ScriptedFunction: Integration {
    private let perform: @Sendable (TaskCall, Int) async -> TaskOutcome
    private let count = Mutex(0)
    private let sends: Bool

    init(sends: Bool = false, _ perform: @escaping @Sendable (TaskCall, Int) async -> TaskOutcome) {
        self.sends = sends
        self.perform = perform
    }

    func sends(_ task: TaskRequest) -> Bool { sends }

    convenience init(_ outcomes: [TaskOutcome]) {
        self.init { _, index in outcomes[min(index, outcomes.count - 1)] }
    }

    var calls: Int { count.withLock { $0 } }

    func perform(_ call: TaskCall) async -> TaskOutcome {
        let index = count.withLock { count in
            defer { count += 1 }
            return count
        }
        return await perform(call, index)
    }
}

extension OrderIntake {
    func submit(
        _ body: [UInt8],
        for workflow: String? = nil,
        key: IdempotencyKey? = nil
    ) async throws -> Result {
        try await submit(OrderRequest(body, for: workflow, key: key))
    }
}

/// A catalog of functions alone.
struct FunctionsByName: IntegrationCatalog {
    let functions: [String: any Integration]

    func performer(of resource: TaskResource) -> Performer? {
        // Whatever calls a service is the function F too.
        let isService = if case .service = resource.target { true } else { false }
        guard let name = resource.function?.name ?? (isService ? "F" : nil) else { return nil }
        return functions[name].map { Performer(name: name, integration: $0) }
    }
}
