import AWS
import FoundationEssentials
import HTTP
import HTTPTypes
import Integrations
import JSON
import Logging
import OrderStoreSQLite
import Orders
import StatesLanguage
import Synchronization
import TestClosing

/// Calls of services and functions with a ledger on disk, and answers from a list.
struct ServiceFixture: Sendable {
    let store: SQLiteOrderStore
    let lease: Lease

    static func make() async throws -> ServiceFixture {
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        let store = try SQLiteOrderStore(
            SQLiteOrderStore.Configuration(path: path),
            at: FunctionFixture.now
        )
        afterwards { try await store.close() }
        return ServiceFixture(store: store, lease: try await FunctionFixture.claimOrder(in: store))
    }

    /// One task as a workflow has it.
    struct Call {
        var resource: TaskResource
        var input: JSONValue = [:]
        var credentials: JSONValue?
        var policy = DeliveryPolicy.hold
        var visit = 2
        /// The attempt within the visit.
        var task = 1
        var allowance = WorkflowAllowance.usual
        var notIdempotent: Set<String> = []
        var suppressions: SuppressionList?
        var region = "us-east-1"
        var trace: CallTrace?

        init(_ resource: TaskResource, _ input: JSONValue = [:]) {
            self.resource = resource
            self.input = input
        }
    }

    /// What the task comes to; called again it is another attempt of the same visit.
    func perform(_ call: Call, _ transport: AnsweringTransport) async throws -> TaskOutcome {
        let kinds = Delivery.Kind.known.map { ($0, call.policy) }
        let writer = StepWriter(store: store, lease: lease, clock: FixedClock())
        let deliveries = Deliveries(
            writer: writer,
            clock: FixedClock(),
            policies: Deliveries.Policies(Dictionary(uniqueKeysWithValues: kinds))
        )
        var visit = TaskCall.Visit(
            order: lease.id,
            state: "Task",
            id: call.visit,
            task: call.task,
            deliveries: deliveries
        )
        visit.trace = call.trace
        var access = ServiceAccess(
            Self.clients(transport, region: call.region),
            allowance: call.allowance,
            timeout: .seconds(600),
            suppressions: call.suppressions
        ) { order in
            ["arn:execution:\(order)", "arn:machine"]
        }
        access.suppressions = call.suppressions
        let integration: any Integration =
            LambdaForm.calls(call.resource)
            ? LambdaIntegration(access, notIdempotent: call.notIdempotent)
            : ServiceIntegration(access, logger: Self.logger)
        let outcome = await integration.perform(
            TaskCall(
                origin: .order(visit),
                resource: call.resource,
                input: call.input,
                credentials: call.credentials
            )
        )
        try await writer.settle()
        return outcome
    }

    func statuses() async throws -> [Delivery.Status] { try await ledger().map(\.status) }

    func ledger() async throws -> [Delivery] {
        try await store.order(lease.id)?.deliveries ?? []
    }

    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Services that nobody answers for.
    static let unreachable = ServiceAccess(
        clients(AnsweringTransport([]), region: "us-east-1"),
        allowance: .usual,
        timeout: .seconds(600)
    )

    private static func clients(
        _ transport: AnsweringTransport,
        region: String
    ) -> ServiceClients {
        let keys = Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret")
        let way = ServiceClients.Way(
            credentials: StaticCredentials(keys),
            transport: transport,
            patientTransport: transport,
            retries: .never
        ) { service, wanted throws(AWSSettingsError) in
            let name = wanted ?? region
            return ServiceAddress(
                Endpoint(scheme: .https, host: "\(service.hostPrefix).\(name).test"),
                region: name
            )
        }
        return ServiceClients(way)
    }
}

extension LambdaForm {
    /// Whether a resource calls a function.
    static func calls(_ resource: TaskResource) -> Bool { LambdaForm(resource) != nil }
}

/// Answers from a list, in order, and keeps what it was asked.
final class AnsweringTransport: AWSTransport {
    typealias Answer = Result<ClientResponse, HTTPClientError>

    private let state: Mutex<(answers: [Answer], requests: [ClientRequest])>

    init(_ answers: [Answer]) { state = Mutex((answers, [])) }

    var requests: [ClientRequest] { state.withLock { $0.requests } }

    var bodies: [String] { requests.map { String(decoding: $0.body, as: UTF8.self) } }

    func send(
        _ request: ClientRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPClientError) -> ClientResponse {
        let answer = state.withLock { state -> Answer in
            state.requests.append(request)
            guard !state.answers.isEmpty else { return .unreachable }
            return state.answers.removeFirst()
        }
        return try answer.get()
    }
}

extension Result where Success == ClientResponse, Failure == HTTPClientError {
    static func answer(
        _ status: Int,
        _ body: String = "",
        _ fields: [String: String] = [:]
    ) -> Self {
        var all = HTTPFields()
        for (name, value) in fields.merging(["x-amzn-RequestId": "r-1"], uniquingKeysWith: { $1 })
            .sorted(by: { $0.key < $1.key })
        {
            if let name = HTTPField.Name(name) { all[name] = value }
        }
        let status = HTTPResponse.Status(code: status)
        return .success(ClientResponse(status: status, fields: all, body: Array(body.utf8)))
    }

    /// Nobody listens: not a byte was sent.
    static let unreachable = Self.failure(
        HTTPClientError(
            .connectFailed("sqs.test: Name or service not known"),
            sent: .notSent,
            authority: "sqs.test:443"
        )
    )

    /// The connection broke before the answer.
    static let lost = Self.failure(
        HTTPClientError(.connectionLost("reset"), sent: .maybeSent, authority: "sqs.test:443")
    )

    /// The answer did not come in time.
    static let late = Self.failure(
        HTTPClientError(.timedOut(.firstByte), sent: .maybeSent, authority: "lambda.test:443")
    )
}
