import AWS
import AWSSandbox
import HTTP
import HTTPTypes
import JSON
import Logging
import OpenSSL
import Sockets

/// A running sandbox with clients that trust it.
struct Loopback: Sendable {
    let sandbox: Sandbox
    let client: HTTPClient

    /// Runs `body` beside a sandbox, and ends both.
    ///
    /// Both have a thread of their own, and no deadline but the test's: a machine that is busy elsewhere makes
    /// them slow and not wrong.
    static func run(
        _ configuration: Sandbox.Configuration = Sandbox.Configuration(),
        _ body: @escaping @Sendable (Loopback) async throws -> Void
    ) async throws {
        let group = try EventLoopGroup(count: 2)
        defer { group.shutdown() }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let sandbox = try Sandbox(configuration, loops: [group.loops[0]], logger: logger)
        let client = HTTPClient(
            loops: [group.loops[1]],
            configuration: patient,
            tls: try TLSContext(client: sandbox.clientTLS)
        )
        defer { client.shutDown() }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask(executorPreference: group.loops[0]) { try await sandbox.run() }
            defer { tasks.cancelAll() }
            try await withTaskExecutorPreference(group.loops[1]) {
                try await body(Loopback(sandbox: sandbox, client: client))
            }
        }
    }

    private static var patient: ClientConfiguration {
        var configuration = ClientConfiguration()
        configuration.connectTimeout = .seconds(600)
        configuration.handshakeTimeout = .seconds(600)
        configuration.writeTimeout = .seconds(600)
        configuration.firstByteTimeout = .seconds(600)
        return configuration
    }

    func makeClient(_ service: AWSService, _ credentials: Credentials? = nil) -> AWSClient {
        AWSClient(
            service,
            at: sandbox.endpoint,
            region: "us-east-1",
            credentials: StaticCredentials(credentials ?? sandbox.credentials),
            transport: client
        )
    }

    func makeSES(_ api: SESClient.API = .v2) -> SESClient {
        SESClient(v2: makeClient(.sesV2), v1: makeClient(.ses), api: api)
    }

    func makeSNS() -> SNSClient { SNSClient(makeClient(.sns)) }

    /// A call without a signature.
    func call(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String = ""
    ) async throws -> (status: Int, body: JSONValue) {
        let request = ClientRequest(
            method: method,
            scheme: .https,
            host: sandbox.endpoint.host,
            port: sandbox.endpoint.port,
            target: path,
            body: Array(body.utf8)
        )
        let answer = try await client.send(request, deadline: .later)
        let value = answer.body.isEmpty ? .null : try JSONValue(parsing: answer.body)
        return (answer.status.code, value)
    }
}

extension ContinuousClock.Instant {
    /// Later than any test.
    static var later: Self { .now.advanced(by: .seconds(600)) }
}

extension Email {
    static let example = Email(
        from: "shop@example.com",
        to: ["a@example.com"],
        subject: "Order Confirmation: 001",
        text: "Thank you & <goodbye> 😀",
        html: "<b>Thank you</b>"
    )
}

extension Notice {
    static let example = Notice(
        topic: "arn:aws:sns:us-east-1:000000000000:orders",
        message: "New order processed: 001",
        subject: "New Order Processed"
    )
}
