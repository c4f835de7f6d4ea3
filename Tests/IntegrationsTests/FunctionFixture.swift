import AWS
import AWSSandbox
import FoundationEssentials
import HTTP
import Integrations
import JSON
import Logging
import OpenSSL
import OrderStoreSQLite
import Orders
import Sockets
import StatesLanguage
import TestClosing

/// `ProcessOrderFunction` with a ledger on disk and with SES and SNS on loopback, over TLS.
struct FunctionFixture: Sendable {
    let sandbox: Sandbox
    let store: SQLiteOrderStore
    private let client: HTTPClient
    let lease: Lease

    /// Runs `body` beside a sandbox, for one order that is claimed; then removes everything.
    static func run(
        _ body: @escaping @Sendable (FunctionFixture) async throws -> Void
    ) async throws {
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        let store = try SQLiteOrderStore(SQLiteOrderStore.Configuration(path: path), at: now)
        afterwards { try await store.close() }
        let group = try EventLoopGroup(count: 2)
        afterwards { group.shutdown() }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let sandbox = try Sandbox(loops: [group.loops[0]], logger: logger)
        let client = HTTPClient(
            loops: [group.loops[1]],
            configuration: patient,
            tls: try TLSContext(client: sandbox.clientTLS)
        )
        afterwards { client.shutDown() }
        let lease = try await claimOrder(in: store)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask(executorPreference: group.loops[0]) { try await sandbox.run() }
            defer { tasks.cancelAll() }
            try await withTaskExecutorPreference(group.loops[1]) {
                try await body(
                    FunctionFixture(sandbox: sandbox, store: store, client: client, lease: lease)
                )
            }
        }
    }

    /// A client that a busy machine does not make give up.
    private static var patient: ClientConfiguration {
        var configuration = ClientConfiguration()
        configuration.connectTimeout = .seconds(600)
        configuration.handshakeTimeout = .seconds(600)
        configuration.writeTimeout = .seconds(600)
        configuration.firstByteTimeout = .seconds(600)
        return configuration
    }

    static let now = Date(timeIntervalSince1970: 1_800_000_000)
    static let input: JSONValue = ["orderId": "001", "customerEmail": "buyer@example.com"]

    static let success = TaskOutcome.succeeded([
        "statusCode": 200, "body": #""Successfully processed order 001""#,
    ])

    static func claimOrder(in store: SQLiteOrderStore) async throws -> Lease {
        let definition = Array(#"{"StartAt":"P","States":{"P":{"Type":"Succeed"}}}"#.utf8)
        let machine = try StateMachine(parsing: definition)
        try await store.register(
            Workflow(id: "w", name: "W", definition: definition, machine: machine)
        )
        guard let id = OrderID("001") else { throw CancellationError() }
        _ = try await store.submit(
            NewOrder(id: id, input: input.bytes, workflow: "w", createdAt: now)
        )
        let request = ClaimRequest(limit: 1, now: now, until: now.addingTimeInterval(60))
        guard let claim = try await store.claim(request).first else { throw CancellationError() }
        return claim.lease
    }
}

extension FunctionFixture {
    /// How one call of the function differs from the usual.
    struct Call {
        var input = FunctionFixture.input
        var order = "001"
        var policy = DeliveryPolicy.hold
        var topic = "arn:aws:sns:us-east-1:000000000000:orders"
        var endpoint: Endpoint?
        var credentials: Credentials?
        /// The id of the history event by which the visit began.
        var visit = 2
        var fenceOffset: Int64 = 0
        var noticeSubject = "New Order Processed"
        var emailText = "Thank you! Your order ID is {{orderId}}."
        var suppressions: SuppressionList?
        var cc: String?
        var log: any LogHandler = SwiftLogNoOpLogHandler()
    }

    /// What the function answers; called again it is another attempt of the same visit.
    func perform(_ call: Call = Call()) async throws -> TaskOutcome {
        var lease = lease
        lease.fence += call.fenceOffset
        let writer = StepWriter(store: store, lease: lease, clock: FixedClock())
        let deliveries = Deliveries(
            writer: writer,
            combines: true,
            clock: FixedClock(),
            policies: Deliveries.Policies([.email: call.policy, .notice: call.policy])
        )
        let visit = TaskCall.Visit(
            order: OrderID(call.order) ?? lease.id,
            state: "ProcessOrder",
            id: call.visit,
            deliveries: deliveries
        )
        let outcome = try await makeFunction(call)
            .perform(TaskCall(origin: .order(visit), resource: "F", input: call.input))
        try await writer.settle()
        return outcome
    }

    /// What the function sends for such a call.
    static func configuration(
        _ call: Call = Call()
    ) throws -> ProcessOrderFunction.Configuration {
        var email = EmailComposer.Configuration(
            sender: try Mailbox("shop@example.com"),
            content: .texts(
                subject: try MessageTemplate("Order Confirmation: {{{orderId}}}"),
                text: try MessageTemplate(call.emailText, at: "email-text.mustache")
            )
        )
        email.cc = try call.cc.map { [try Mailbox($0)] } ?? []
        let notice = NoticeComposer.Configuration(
            topic: call.topic,
            subject: try MessageTemplate(call.noticeSubject),
            message: try MessageTemplate("Order ID {{{orderId}}} for {{{customerEmail}}}.")
        )
        return ProcessOrderFunction.Configuration(
            email: email,
            notice: notice,
            timeout: .seconds(600)
        )
    }

    func makeFunction(_ call: Call = Call()) throws -> ProcessOrderFunction {
        ProcessOrderFunction(
            try Self.configuration(call),
            ses: SESClient(v2: makeClient(.sesV2, call), v1: makeClient(.ses, call)),
            sns: SNSClient(makeClient(.sns, call)),
            suppressions: call.suppressions,
            logger: Logger(label: "test") { _ in call.log }
        )
    }

    private func makeClient(_ service: AWSService, _ call: Call) -> AWSClient {
        AWSClient(
            service,
            at: call.endpoint ?? sandbox.endpoint,
            region: "us-east-1",
            credentials: StaticCredentials(call.credentials ?? sandbox.credentials),
            transport: client
        )
    }

    /// What SES or SNS has accepted.
    func accepted(_ service: SandboxMessage.Service) -> [JSONObject] {
        sandbox.messages.all.filter { $0.service == service }.map(\.content)
    }

    /// The ledger's entries of the order, the e-mail's first.
    func ledger() async throws -> [Delivery] {
        try await store.order(lease.id)?.deliveries ?? []
    }

    func statuses() async throws -> [Delivery.Status] { try await ledger().map(\.status) }
}

struct FixedClock: WallClock {
    var now: Date { FunctionFixture.now }

    func sleep(for duration: Duration) async throws { throw CancellationError() }
}
