import FoundationEssentials
import HTTP
import HTTPTypes
import Logging
import OpenSSL
import Sockets
import Synchronization
import TestClosing
import Testing

@testable import AWS

/// The metadata services of instances and containers, played on loopback, over real connections.
@Suite(.closing)
struct `A metadata service on loopback` {
    /// Answers by method and path, and keeps what it was asked.
    private struct Stub: HTTPHandler {
        let asked: Asked
        let answer: @Sendable (ServerRequest) -> ServerResponse

        func admit(_ request: inout ServerRequest) -> Admission { .admitted(respond) }

        private func respond(to request: ServerRequest) async -> ServerResponse {
            asked.add("\(request.method.rawValue) \(request.path)")
            return answer(request)
        }
    }

    private final class Asked: Sendable {
        private let all = Mutex<[String]>([])
        var list: [String] { all.withLock { $0 } }
        func add(_ text: String) { all.withLock { $0.append(text) } }
    }

    private static let keys =
        #"{"Code":"Success","AccessKeyId":"AKIDTEMP","SecretAccessKey":"s","Token":"t","Expiration":"2026-01-31T13:00:00Z"}"#

    private static func text(_ text: String) -> ServerResponse {
        ServerResponse(.ok, body: Array(text.utf8))
    }

    /// What the source finds beside a service that answers so.
    private func fetch(
        _ environment: @escaping @Sendable (_ url: String) -> [String: String],
        _ asked: Asked = Asked(),
        _ answer: @escaping @Sendable (ServerRequest) -> ServerResponse
    ) async throws -> Result<CredentialsFinding, CredentialsError> {
        try await beside(asked, answer) { url, client in
            let source = SettingsCredentials(
                environment: environment(url).merging(["AWS_METADATA_SERVICE_TIMEOUT": "60"]) {
                    $1
                },
                machine: FakeMachine(),
                transport: client,
                nearTransport: client
            )
            do throws(CredentialsError) {
                return .success(try await source.fetch(at: noon))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Runs `body` beside a service that answers so.
    private func beside<Value: Sendable>(
        _ asked: Asked,
        _ answer: @escaping @Sendable (ServerRequest) -> ServerResponse,
        _ body: (_ url: String, _ client: HTTPClient) async throws -> Value
    ) async throws -> Value {
        let group = try EventLoopGroup(count: 1)
        defer { group.shutdown() }
        let loop = group.loops[0]
        return try await withTaskExecutorPreference(loop) {
            let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            let server = HTTPServer(
                listener: listener,
                loops: [loop],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                handler: Stub(asked: asked, answer: answer)
            )
            let url = "http://\(listener.localAddress)"
            let client = HTTPClient(
                loops: [loop],
                tls: try TLSContext(client: TLSConfiguration.Client(roots: .system))
            )
            defer { client.shutDown() }
            return try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await server.run() }
                defer { tasks.cancelAll() }
                return try await body(url, client)
            }
        }
    }

    private static func instance(_ url: String) -> [String: String] {
        ["AWS_EC2_METADATA_SERVICE_ENDPOINT": url]
    }

    private func key(_ result: Result<CredentialsFinding, CredentialsError>) -> String? {
        guard case .success(.found(let found)) = result else { return nil }
        return found.credentials.accessKeyID
    }

    @Test func `an instance in version 2 gives keys for its token alone`() async throws {
        let asked = Asked()
        let result = try await fetch(Self.instance, asked) { request in
            let token = HTTPField.Name("x-aws-ec2-metadata-token").flatMap {
                request.head.fields[$0]
            }
            switch (request.method, request.path) {
            case (.put, "/latest/api/token"): return Self.text("session")
            case _ where token != "session": return ServerResponse(.unauthorized)
            case (.get, "/latest/meta-data/iam/security-credentials/"): return Self.text("role")
            default: return Self.text(Self.keys)
            }
        }
        #expect(key(result) == "AKIDTEMP")
        #expect(
            asked.list == [
                "PUT /latest/api/token", "GET /latest/meta-data/iam/security-credentials/",
                "GET /latest/meta-data/iam/security-credentials/role",
            ]
        )
    }

    @Test func `an instance of old is asked without a token`() async throws {
        let result = try await fetch(Self.instance) { request in
            if request.method == .put { return ServerResponse(.forbidden) }
            return Self.text(request.path.hasSuffix("/role") ? Self.keys : "role")
        }
        #expect(key(result) == "AKIDTEMP")
    }

    @Test(arguments: ["", "not json", #"{"Code":"Failed","Message":"no trust"}"#])
    func `an instance that has a role and no keys is an error`(_ body: String) async throws {
        let result = try await fetch(Self.instance) { request in
            if request.method == .put { return Self.text("session") }
            return Self.text(request.path.hasSuffix("/role") ? body : "role")
        }
        guard case .failure(let error) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(error.source == "instance metadata")
    }

    /// The keys that a container gets, with patience for a busy machine.
    private func containerKey(
        _ asked: Asked,
        _ answer: @escaping @Sendable (ServerRequest) -> ServerResponse
    ) async throws -> String {
        try await beside(asked, answer) { url, client in
            let variables = [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "\(url)/v1/keys?x=1",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token",
            ]
            let request = try #require(try ContainerRequest(variables))
            let machine = FakeMachine(["/token": "secret"])
            var source = ContainerCredentials(request: request, transport: client, machine: machine)
            source.limit = .seconds(600)
            return try await source.fetch().accessKeyID
        }
    }

    @Test func `a container is asked with the token in its file`() async throws {
        let key = try await containerKey(Asked()) { request in
            guard request.head.fields[.authorization] == "secret" else {
                return ServerResponse(.unauthorized)
            }
            return Self.text(Self.keys)
        }
        #expect(key == "AKIDTEMP")
    }

    @Test func `a container is asked again while its service fails`() async throws {
        let failures = Mutex(2)
        let asked = Asked()
        let key = try await containerKey(asked) { _ in
            let fails = failures.withLock { failures in
                failures -= 1
                return failures >= 0
            }
            return fails ? ServerResponse(.internalServerError) : Self.text(Self.keys)
        }
        #expect(key == "AKIDTEMP")
        #expect(asked.list == Array(repeating: "GET /v1/keys", count: 3))
    }

    @Test func `where nobody listens there is no instance`() async throws {
        let environment = { @Sendable (_: String) in
            ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1"]
        }
        let result = try await fetch(environment) { _ in ServerResponse(.notFound) }
        guard case .success(.nowhere(let lookedAt)) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(lookedAt.contains("instance metadata at http://127.0.0.1:1 (no answer)"))
    }
}
