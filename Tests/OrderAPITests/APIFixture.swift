import Formats
import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Logging
import OrderStoreSQLite
import Orders
import StatesLanguage
import Synchronization
import Telemetry
import TestClock
import TestClosing
import TestDigests
import Testing

@testable import OrderAPI

/// The API over a store on disk, asked without a socket; nobody works on its orders but the test.
struct APIFixture {
    let api: OrderAPI
    let store: SQLiteOrderStore
    let clock: ManualClock
    let health: HealthMonitor
    let housekeeper: Housekeeper
    /// What the disk has left, as the housekeeper sees it.
    let freeSpace: Mutable<Int?>
    /// What the next look at the service sees.
    let observations: Mutable<[HealthReport.Observation]>

    /// Runs `body` with an API of its own.
    static func run(
        backlog: Int = 1_000,
        access: AccessControl? = nil,
        kinds: [Delivery.Kind] = Delivery.Kind.known,
        writer: any DeliveryWriter = PlainWriter(),
        _ body: (APIFixture) async throws -> Void
    ) async throws {
        let fixture = try await APIFixture(
            backlog: backlog,
            access: access,
            kinds: kinds,
            writer: writer
        )
        try await body(fixture)
    }

    private init(
        backlog: Int,
        access: AccessControl?,
        kinds: [Delivery.Kind],
        writer: any DeliveryWriter
    ) async throws {
        let clock = ManualClock()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        store = try SQLiteOrderStore(SQLiteOrderStore.Configuration(path: path), at: clock.now)
        // A test may have closed it already.
        afterwards { [store] in try? await store.close() }
        let definition = Array(#"{"StartAt":"P","States":{"P":{"Type":"Succeed"}}}"#.utf8)
        let machine = try StateMachine(parsing: definition)
        let workflow = Workflow(id: "w", name: "W", definition: definition, machine: machine)
        try await store.register(workflow)
        let workflows = WorkflowCatalog(current: workflow, store: store)
        let dispatcher = Dispatcher(
            store: store,
            clock: clock,
            workflows: workflows,
            integrations: NoIntegrations(),
            configuration: EngineConfiguration(digests: .openSSL),
            gates: ProviderGates(
                deliveries: Dictionary(
                    uniqueKeysWithValues: kinds.map { ($0, ProviderGate(clock: clock)) }
                )
            ),
            wake: WakeSignal(),
            logger: logger
        )
        let observations = Mutable([HealthReport.Observation("store:commit", .pass)])
        let check = HealthCheck { observations.value }
        let gate = IntakeGate()
        health = HealthMonitor(checks: [check], clock: clock, version: "1", gate: gate)
        await health.refresh()
        let freeSpace = Mutable<Int?>(nil)
        housekeeper = Housekeeper(
            store: store,
            clock: clock,
            dispatcher: dispatcher,
            gate: gate,
            limits: Housekeeper.Limits(),
            freeSpace: { freeSpace.value },
            logger: logger
        )
        let suppressions = try await SuppressionList(store: store, clock: clock)
        var orders = OrderAPI.Parts.Ordering(
            intake: OrderIntake(
                store: store,
                clock: clock,
                workflows: workflows,
                wake: dispatcher.wake,
                limits: OrderIntake.Limits(backlog: backlog),
                gate: gate,
                refusing: suppressions
            ),
            store: store,
            clock: clock
        )
        orders.suppressions = suppressions
        orders.workflows = WorkflowDesk(
            workflows: workflows,
            store: store,
            clock: clock,
            read: { (workflow, []) },
            cases: { _ in .document(["cases": []]) }
        )
        orders.contents = SentContents(store: store, writer: writer, clock: clock)
        orders.trials = WorkflowTrials(
            support: .complete,
            configuration: EngineConfiguration(digests: .openSSL),
            clock: clock
        )
        orders.tasks = TaskDesk(
            store: store,
            clock: clock,
            digests: .openSSL,
            dispatcher: dispatcher
        )
        orders.schedules = Self.desk(store, workflows, clock, dispatcher.wake, gate, logger)
        api = OrderAPI(
            OrderAPI.Parts(
                orders: orders,
                control: OrderControl(
                    store: store,
                    clock: clock,
                    workflows: workflows,
                    configuration: EngineConfiguration(digests: .openSSL),
                    dispatcher: dispatcher,
                    gate: gate
                ),
                observed: OrderAPI.Parts.Observed(
                    dispatcher: dispatcher,
                    housekeeper: housekeeper,
                    health: health,
                    metrics: ServiceMetrics(
                        registry: MetricsRegistry(),
                        intake: orders.intake,
                        dispatcher: dispatcher
                    ),
                    node: OrderAPI.Parts.Node(
                        name: store.node,
                        boot: Int(store.epoch),
                        startedAt: clock.now,
                        version: "1",
                        host: "machine",
                        processID: 7
                    )
                ),
                entrance: OrderAPI.Parts.Entrance(access: access),
                logger: logger,
                sandboxMessages: OrderAPI.Parts.SandboxMessages(
                    all: { Array(#"{"messages":[]}"#.utf8) },
                    page: Self.sandboxPage
                ),
                logLevels: LogLevels(of: ["http", "engine"], .info)
            )
        )
        self.freeSpace = freeSpace
        self.clock = clock
        self.observations = observations
    }

    /// What the API answers to a request, without a connection.
    func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        _ body: String = "",
        type: String? = "application/json",
        fields: HTTPFields = [:],
        identity: String? = nil
    ) async throws -> APIAnswer {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        var fields = fields
        if !body.isEmpty { fields[.contentType] = type }
        let head = RequestHead(
            method: method,
            path: parts[0],
            query: parts.count > 1 ? parts[1] : nil,
            fields: FieldTable(fields)
        )
        var request = ServerRequest(
            head: head,
            remoteAddress: "127.0.0.1",
            id: "request-1",
            identity: identity
        )
        let response = await api.answer(&request, body: Array(body.utf8))
        return try await APIAnswer(response, identity: request.identity)
    }

    func get(_ target: String) async throws -> APIAnswer { try await send(.get, target) }

    @discardableResult
    func submit(_ number: String) async throws -> APIAnswer {
        try await send(
            .post,
            "/orders",
            #"{"orderId":"\#(number)","customerEmail":"a@example.com"}"#
        )
    }
}

extension APIFixture {
    /// Of five messages, e-mails under odd numbers and notices under even ones.
    private static func sandboxPage(
        _ limit: Int,
        _ number: Int?
    ) -> OrderAPI.Parts.SandboxMessages.Page {
        let numbers = (1...5).reversed().filter { $0 < number ?? 6 }.prefix(limit)
        func texts(_ remainder: Int) -> [[UInt8]] {
            numbers.filter { $0 % 2 == remainder }.map { Array(#"{"number":\#($0)}"#.utf8) }
        }
        let last = numbers.last ?? 1
        return OrderAPI.Parts.SandboxMessages.Page(
            emails: texts(1),
            notices: texts(0),
            next: last > 1 ? last : nil
        )
    }

    /// Takes the oldest order that is due.
    func claim() async throws -> Lease {
        let request = ClaimRequest(
            limit: 1,
            now: clock.now,
            until: clock.now.addingTimeInterval(60)
        )
        guard let claim = try await store.claim(request).first else { throw CancellationError() }
        return claim.lease
    }

    /// Records that many history events for the order and what comes next.
    func record(_ lease: Lease, events: Int, next: Move.Next) async throws {
        let history = (0..<events).map { index in
            let type = #""type":"TaskStateEntered","timestamp":1800000000.5"#
            let text = #"{"id":\#(index + 1),"previousEventId":\#(index),\#(type)}"#
            return RecordedEvent(id: index + 1, json: Array(text.utf8))
        }
        let move = Move(
            snapshot: Array("{}".utf8),
            state: "P",
            history: history,
            failures: 0,
            next: next,
            at: clock.now
        )
        try await store.record(move, under: lease)
    }

    /// Records that state `P` was entered, and a function called with each of these inputs.
    func record(_ lease: Lease, given inputs: [JSONValue], next: Move.Next) async throws {
        try await record(lease, visits: [inputs], next: next)
    }

    /// Records visits to state `P`, in which a function was called with each of the inputs.
    func record(_ lease: Lease, visits: [[JSONValue]], next: Move.Next) async throws {
        var events: [JSONObject] = []
        for (index, inputs) in visits.enumerated() {
            if index > 0 {
                events.append([
                    "type": "TaskStateExited", "stateExitedEventDetails": ["name": "P"],
                ])
            }
            events.append([
                "type": "TaskStateEntered",
                "stateEnteredEventDetails": ["name": "P", "input": "{}"],
            ])
            events += inputs.map { input in
                [
                    "type": "LambdaFunctionScheduled",
                    "lambdaFunctionScheduledEventDetails": [
                        "resource": "arn:aws:lambda:us-east-1:1:function:F",
                        "input": .string(input.text),
                    ],
                ]
            }
        }
        let history = events.enumerated().map { index, event in
            var event = event
            event["id"] = .number(index + 1)
            event["previousEventId"] = .number(index)
            event["timestamp"] = 1_800_000_000
            return RecordedEvent(id: index + 1, json: JSONValue.object(event).bytes)
        }
        let move = Move(
            snapshot: Array("{}".utf8),
            state: "P",
            history: history,
            failures: 0,
            next: next,
            at: clock.now
        )
        try await store.record(move, under: lease)
    }

    /// Leaves the e-mail of an order uncertain and answers its entry.
    func makeUncertainDelivery(
        next: Move.Next = .hold(reason: "email uncertain")
    ) async throws -> Delivery {
        let lease = try await claim()
        let key = Delivery.Key(state: "P", visit: 2, name: "confirmation")
        let intent = Delivery.Intent(key: key, kind: .email, contentHash: "00")
        _ = try await store.intend(intent, at: clock.now, under: lease)
        let outcome = Delivery.Outcome.uncertain(reason: "the connection was lost")
        try await store.conclude(key, outcome, at: clock.now, under: lease)
        try await record(lease, given: [PlainWriter.input(hash: "00")], next: next)
        guard let delivery = try await store.deliveries(.uncertain, limit: 1).first else {
            throw CancellationError()
        }
        return delivery
    }
}

extension HTTPHandler {
    /// What it answers to a request that comes with this body.
    func answer(_ request: inout ServerRequest, body: [UInt8] = []) async -> ServerResponse {
        let admission = admit(&request)
        request.body = body
        return switch admission.receive(request) {
        case .now(let response): response
        case .later(let respond): await respond()
        }
    }
}

/// An answer with its whole body.
struct APIAnswer {
    let status: Int
    let identity: String?
    let fields: HTTPFields
    let bytes: [UInt8]

    init(_ response: ServerResponse, identity: String? = nil) async throws {
        status = response.status.code
        var fields = response.fields
        if let location = response.location { fields[.location] = location }
        self.fields = fields
        self.identity = identity
        switch response.body {
        case .bytes(let bytes): self.bytes = bytes
        case .stream(let produce):
            let pieces = Mutable<[UInt8]>([])
            try await produce(ResponseBodyWriter { pieces.value += $0 })
            bytes = pieces.value
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The answer, in which no name may stand twice.
    func json() throws -> JSONValue {
        try JSONValue(parsing: bytes, options: JSONValue.ParsingOptions(duplicateNames: .refused))
    }
}

private struct NoIntegrations: IntegrationCatalog {
    func performer(of resource: TaskResource) -> Performer? { nil }
}

/// Writes what its task's input says, with the digest that stands there.
struct PlainWriter: DeliveryWriter {
    static func input(hash: String, html: String? = nil) -> JSONValue {
        ["hash": .string(hash), "html": html.map(JSONValue.string) ?? .null]
    }

    func write(
        _ delivery: Delivery,
        resource: TaskResource,
        input: JSONValue
    ) async throws -> WrittenDelivery? {
        if let reason = input["unwritable"]?.string { throw Unwritable(reason) }
        guard let hash = input["hash"]?.string else { return nil }
        let message: DeliveryContent.Message
        if delivery.kind == .email {
            var email = DeliveryContent.Email(from: "shop@example.com")
            email.to = ["a@example.com"]
            email.words = .texts(
                subject: "Hello",
                text: "1 < 2 & \(hash)",
                html: input["html"]?.string
            )
            email.attachments = [
                DeliveryContent.Attachment(name: "a.pdf", type: "application/pdf", size: 7)
            ]
            message = .email(email)
        } else {
            message = .notice(topic: "t", subject: nil, message: "<b>")
        }
        return WrittenDelivery(
            DeliveryContent(message),
            contentHash: hash,
            doubt: "the templates have changed since"
        )
    }
}

extension Places {
    /// What `body` comes to while all places but some are taken.
    func takingAll<Value>(
        but free: Int = 0,
        _ body: () async throws -> Value
    ) async throws -> Value {
        try await taking(count - free, body)
    }

    private func taking<Value>(
        _ count: Int,
        _ body: () async throws -> Value
    ) async throws -> Value {
        guard count > 0 else { return try await body() }
        return try #require(try await take { try await taking(count - 1, body) })
    }
}

/// A value that a test and what it tests share.
final class Mutable<Value: Sendable>: Sendable {
    private let storage: Mutex<Value>

    init(_ value: Value) { storage = Mutex(value) }

    var value: Value {
        get { storage.withLock { $0 } }
        set { storage.withLock { $0 = newValue } }
    }
}

extension SubmitPreferences {
    /// A request to submit with these fields.
    static func ofTest(_ fields: HTTPFields, _ body: String) -> ServerRequest {
        ServerRequest(
            head: RequestHead(method: .post, path: "/orders", fields: FieldTable(fields)),
            body: Array(body.utf8),
            remoteAddress: "127.0.0.1",
            id: "request-1"
        )
    }
}

extension APIFixture {
    /// Schedules that nothing keeps.
    fileprivate static func desk(
        _ store: any OrderStore & ScheduleStore,
        _ workflows: WorkflowCatalog,
        _ clock: any WallClock,
        _ wake: WakeSignal,
        _ gate: IntakeGate,
        _ logger: Logger
    ) -> ScheduleDesk {
        let configuration = EngineConfiguration(digests: .openSSL)
        let orders = ScheduledOrders(
            store: store,
            clock: clock,
            workflows: workflows,
            configuration: configuration,
            wake: wake,
            gate: gate,
            backlog: 1_000
        )
        let keeper = ScheduleKeeper(
            store: store,
            orders: orders,
            zones: { _ in .utc },
            clock: clock,
            logger: logger
        )
        let rules = ScheduleRules(
            zones: { _ in .utc },
            workflows: { workflows.all.map(\.name) },
            configuration: configuration,
            objections: { _ in [] }
        )
        return ScheduleDesk(store: store, rules: rules, keeper: keeper, clock: clock)
    }
}
