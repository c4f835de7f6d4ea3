import HTTP
import HTTPTypes
import Integrations
import JSON
import Logging
import OpenSSL
import Orders
import Sockets
import StatesLanguage
import Synchronization
import TestClosing

/// An API on loopback, and HTTP tasks that call it.
struct HTTPTaskFixture: Sendable {
    let api: StubAPI
    let address: SocketAddress
    private let loop: EventLoop

    /// Runs `body` beside the API; then removes everything.
    static func run(
        _ body: @escaping @Sendable (HTTPTaskFixture) async throws -> Void
    ) async throws {
        let group = try EventLoopGroup(count: 2)
        afterwards { group.shutdown() }
        let listener = try TCPListener.bind(
            to: SocketAddress(ip: .loopback, port: 0),
            on: group.loops[0]
        )
        let api = StubAPI()
        let server = HTTPServer(
            configuration: ServerConfiguration(),
            listener: listener,
            loops: [group.loops[0]],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            handler: api
        )
        let fixture = HTTPTaskFixture(
            api: api,
            address: listener.localAddress,
            loop: group.loops[1]
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask(executorPreference: group.loops[0]) { try await server.run() }
            defer { tasks.cancelAll() }
            try await withTaskExecutorPreference(group.loops[1]) { try await body(fixture) }
        }
    }

    /// A task whose client may call the API alone, unless it is told otherwise.
    func task(
        _ connections: HTTPConnections,
        hosts: String? = nil,
        timeout: Duration = .seconds(600),
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) throws -> HTTPTaskIntegration {
        var configuration = ClientConfiguration()
        configuration.connectTimeout = .seconds(600)
        configuration.writeTimeout = .seconds(600)
        configuration.firstByteTimeout = .seconds(600)
        configuration.maximumBodySize = HTTPTaskCall.maximumAnswer
        configuration.hosts = HostRules(hosts ?? "http://\(address)", setting: "httpTask.allow")
        let client = HTTPClient(
            loops: [loop],
            configuration: configuration,
            tls: try TLSContext(client: TLSConfiguration.Client())
        )
        afterwards { client.shutDown() }
        return HTTPTaskIntegration(
            over: client,
            HTTPTaskIntegration.Configuration(timeout: timeout, region: "us-east-1"),
            connections: connections,
            tokens: OAuthTokens(now: now)
        )
    }

    /// What a call of that path comes to.
    func call(
        _ task: HTTPTaskIntegration,
        _ path: String,
        _ changes: JSONObject = [:],
        as connection: String = "Shop",
        from origin: TaskCall.Origin = .schedule("test")
    ) async -> TaskOutcome {
        var arguments: JSONObject = [
            "ApiEndpoint": .string("http://\(address)\(path)"), "Method": "GET",
            "InvocationConfig": [
                "ConnectionArn": .string("arn:aws:events:us-east-1:1:connection/\(connection)/1")
            ],
        ]
        for (name, value) in changes { arguments[name] = value }
        return await task.perform(
            TaskCall(
                origin: origin,
                resource: "arn:aws:states:::http:invoke",
                input: .object(arguments)
            )
        )
    }

    /// Connections out of a file's text, in which `$API` is where the API is.
    func connections(_ text: String) throws -> HTTPConnections {
        let whole = text.split(separator: "$API", omittingEmptySubsequences: false)
            .joined(separator: "http://\(address)")
        return try HTTPConnections(parsing: Array(whole.utf8))
    }

    static let basic = """
        {"Shop": {"AuthorizationType": "BASIC", "AuthParameters": {
          "BasicAuthParameters": {"Username": "shop", "Password": "hunter2-secret"},
          "InvocationHttpParameters": {"QueryStringParameters": [
            {"Key": "key", "Value": "query secret", "IsValueSecret": true}]}}}}
        """

    static let key = """
        {"Shop": {"AuthorizationType": "API_KEY", "AuthParameters": {
          "ApiKeyAuthParameters": {"ApiKeyName": "X-Api-Key", "ApiKeyValue": "key-secret"}}}}
        """

    static let client = """
        {"Shop": {"AuthorizationType": "OAUTH_CLIENT_CREDENTIALS", "AuthParameters": {
          "OAuthParameters": {
            "ClientParameters": {"ClientID": "orderd", "ClientSecret": "client-secret"},
            "AuthorizationEndpoint": "$API/token?realm=a", "HttpMethod": "POST",
            "OAuthHttpParameters": {"BodyParameters": [{"Key": "scope", "Value": "a b"}]}}}}}
        """
}

/// An API that answers by the path of a request, and keeps what it was asked.
final class StubAPI: HTTPHandler {
    private struct State {
        var requests: [String] = []
        var fields: [FieldTable] = []
        var tokens = 0
        /// How long the tokens are good for, in seconds; nil: they do not say.
        var life: Int? = 3_600
        /// The token that is good; nil: the newest.
        var good: String?
        var tokenStatus = 200
    }

    private let state = Mutex(State())
    private let asked = AsyncStream<String>.makeStream()

    var requests: [String] { state.withLock(\.requests) }
    /// What each request's head said.
    var fields: [FieldTable] { state.withLock(\.fields) }
    /// How many tokens were given.
    var tokens: Int { state.withLock(\.tokens) }

    func setTokens(life: Int?, status: Int = 200) {
        state.withLock { ($0.life, $0.tokenStatus) = (life, status) }
    }

    /// Takes no token any more but what it gives from now on.
    func revoke() { state.withLock { $0.good = "token-\($0.tokens + 1)" } }

    /// Takes that token alone.
    func accept(_ token: String) { state.withLock { $0.good = token } }

    /// Waits for a request of that path.
    func request(of path: String) async {
        for await asked in asked.stream where asked == path { return }
    }

    func admit(_ request: inout ServerRequest) -> Admission { .admitted(respond) }

    private func respond(to request: ServerRequest) async -> ServerResponse {
        let body = String(decoding: request.body, as: UTF8.self)
        let authorization = request.fields[.authorization] ?? ""
        let key = HTTPField.Name("X-Api-Key").flatMap { request.fields[$0] } ?? ""
        let target = request.query.map { "\(request.path)?\($0)" } ?? request.path
        let text = "\(request.method) \(target) \(authorization)\(key) \(body)"
        state.withLock { state in
            state.requests.append(text)
            state.fields.append(request.fields)
        }
        asked.continuation.yield(request.path)
        switch request.path {
        case "/json":
            return answer(200, #"{"a":[1.0,"x"]}"#, [.contentType: "application/problem+json; x"])
        case "/text": return answer(201, #"{"a":1}"#, [.contentType: "text/plain"])
        case "/broken": return answer(200, #"{"a""#, [.contentType: "application/json"])
        case "/none": return answer(204, "")
        case "/echo": return answer(200, text, [.contentType: "text/plain", .server: text])
        case "/echo-error": return answer(422, #"{"error":"\#(text)"}"#)
        case "/redirect":
            return answer(302, "elsewhere", [.location: "/json", .contentType: "text/plain"])
        case "/empty-error": return answer(503, "")
        case "/image": return answer(200, "x", [.contentType: "image/png"])
        case "/packed": return answer(200, "x", [.contentEncoding: "gzip"])
        case "/binary": return ServerResponse(.ok, body: [0xFF, 0xFE])
        case "/full", "/too-large":
            let size = HTTPTaskCall.maximumAnswer + (request.path == "/full" ? 0 : 1)
            return answer(200, String(repeating: "x", count: size), [.contentType: "text/plain"])
        case "/slow":
            try? await Task.sleep(for: .seconds(3_600))
            return answer(200, "late")
        case "/token": return token()
        case "/guarded":
            let good = state.withLock { $0.good ?? "token-\($0.tokens)" }
            return authorization == "Bearer \(good)"
                ? answer(200, #""in""#) : answer(401, "out \(authorization)")
        default: return answer(404, "no such path")
        }
    }

    private func token() -> ServerResponse {
        state.withLock { state in
            guard state.tokenStatus == 200 else {
                return answer(
                    state.tokenStatus,
                    #"{"error":"invalid_client","error_description":"client-secret is wrong"}"#
                )
            }
            state.tokens += 1
            let life = state.life.map { #","expires_in":\#($0)"# } ?? ""
            let text = #"{"access_token":"token-\#(state.tokens)","token_type":"bearer"\#(life)}"#
            return answer(200, text, [.contentType: "application/json"])
        }
    }

    private func answer(
        _ status: Int,
        _ body: String,
        _ fields: HTTPFields = [:]
    ) -> ServerResponse {
        let phrase = [200: "OK", 503: "Service Unavailable"][status] ?? "Other"
        return ServerResponse(
            HTTPResponse.Status(code: status, reasonPhrase: phrase),
            fields: fields,
            body: Array(body.utf8)
        )
    }
}
