import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders
import StatesLanguage
import Synchronization
import TestClosing
import Testing

@testable import Integrations

extension TaskOutcome {
    /// The result; nil of all else.
    var result: JSONValue? {
        guard case .succeeded(let value) = self else { return nil }
        return value
    }

    /// The error's name and its cause; empty of all else.
    var failure: (error: String, cause: String) {
        guard case .failed(let error, let cause) = self else { return ("", "\(self)") }
        return (error, cause)
    }
}

@Suite(.closing)
struct `An HTTP task` {
    private func run(
        _ file: String = HTTPTaskFixture.basic,
        hosts: String? = nil,
        timeout: Duration = .seconds(600),
        _ body: @escaping @Sendable (HTTPTaskFixture, HTTPTaskIntegration) async throws -> Void
    ) async throws {
        try await HTTPTaskFixture.run { fixture in
            let task = try fixture.task(
                fixture.connections(file),
                hosts: hosts,
                timeout: timeout
            )
            try await body(fixture, task)
        }
    }

    @Test func `gives what the API answers`() async throws {
        try await run { fixture, task in
            let result = await fixture.call(task, "/json").result
            #expect(result?["ResponseBody"] == ["a": [1.0, "x"]])
            #expect(result?["StatusCode"] == 200)
            #expect(result?["StatusText"] == "OK")
            #expect(result?["Headers"]?["content-type"] == ["application/problem+json; x"])
            #expect(
                result?.object?.keys == ["Headers", "ResponseBody", "StatusCode", "StatusText"]
            )
        }
    }

    @Test(
        arguments: [
            ("/text", 201, #"{"a":1}"#), ("/broken", 200, #"{"a""#), ("/none", 204, ""),
        ] as [(String, JSONValue, JSONValue)]
    )
    func `gives a text where there is no JSON`(
        _ path: String,
        _ status: JSONValue,
        _ body: JSONValue
    ) async throws {
        try await run { fixture, task in
            let result = await fixture.call(task, path).result
            #expect(result?["StatusCode"] == status)
            #expect(result?["ResponseBody"] == body)
        }
    }

    @Test(arguments: [
        ("/redirect", "States.Http.StatusCode.302", "elsewhere"),
        ("/nowhere", "States.Http.StatusCode.404", "no such path"),
        ("/empty-error", "States.Http.StatusCode.503", "Service Unavailable"),
        ("/image", "States.Runtime", "The answer is of the type image/png, which is no text"),
        ("/packed", "States.Runtime", "The answer is in the coding gzip, which is no text"),
        ("/binary", "States.Runtime", "The answer is no text in UTF-8"),
        (
            "/too-large", "States.DataLimitExceeded", "The answer has more than 262144 bytes."
        ),
    ])
    func `fails with Step Functions' errors`(
        _ path: String,
        _ error: String,
        _ cause: String
    ) async throws {
        try await run { fixture, task in
            let outcome = await fixture.call(task, path)
            #expect(outcome == .failed(error: error, cause: cause))
            // A redirection above all is not followed.
            #expect(fixture.api.requests.count == 1)
        }
    }

    @Test func `takes an answer of 256 KiB`() async throws {
        try await run { fixture, task in
            let body = await fixture.call(task, "/full").result?["ResponseBody"]?.string
            #expect(body?.utf8.count == 262_144)
        }
    }

    @Test func `fails when there is no answer in time`() async throws {
        try await run(timeout: .milliseconds(200)) { fixture, task in
            let began = ContinuousClock.now
            let failure = await fixture.call(task, "/slow").failure
            #expect(failure.error == "States.Http.Socket")
            #expect(failure.cause.contains("timed out"), "\(failure)")
            #expect(.now - began >= .milliseconds(200))
        }
    }

    @Test func `ends with the task that makes it`() async throws {
        try await run { fixture, task in
            let outcome = await withTaskGroup { group in
                group.addTask { await fixture.call(task, "/slow") }
                await fixture.api.request(of: "/slow")
                group.cancelAll()
                return await group.next()
            }
            #expect(outcome?.failure.error == "States.Http.Socket")
        }
    }

    @Test func `fails when nobody listens`() async throws {
        try await run(hosts: "http://127.0.0.1:1") { fixture, task in
            let changes: JSONObject = ["ApiEndpoint": "http://127.0.0.1:1/"]
            let failure = await fixture.call(task, "", changes).failure
            #expect(failure.error == "States.Http.Socket")
            #expect(failure.cause.contains("no connection: connect 127.0.0.1:1"), "\(failure)")
        }
    }

    @Test(arguments: [
        ("http://127.0.0.1:9/", "*", "plain text"),
        ("https://127.0.0.1/", "*", "no public address (loopback)"),
        ("https://localhost/", "*", "no public address (loopback)"),
        ("https://[::ffff:127.0.0.1]/", "*", "no public address (loopback)"),
        ("https://[64:ff9b::a00:1]/", "*", "no public address (private)"),
        ("https://169.254.169.254/latest/meta-data", "*,169.254.0.0/16", "metadata service"),
        ("https://0x7f.1/", "*", "a number that programs read in different ways"),
        ("https://2130706433/", "*", "a number that programs read in different ways"),
        ("https://evil.test/", "api.test", "httpTask.allow does not let evil.test be called"),
    ])
    func `calls nothing that is not allowed`(
        _ url: String,
        _ hosts: String,
        _ words: String
    ) async throws {
        try await run(hosts: hosts) { fixture, task in
            let failure = await fixture.call(task, "", ["ApiEndpoint": .string(url)]).failure
            #expect(failure.error == "States.Permissions")
            #expect(failure.cause.contains(words), "\(failure)")
            #expect(fixture.api.requests.isEmpty)
        }
    }

    @Test func `says that there is no such connection`() async throws {
        try await run { fixture, task in
            #expect(
                await fixture.call(task, "/json", as: "Other")
                    == .failed(
                        error: "Events.ConnectionResource.ResourceNotFound",
                        cause: "There is no connection Other in httpTask.secretsFile"
                    )
            )
        }
    }

    @Test func `shows who calls by name and password, and hides what the answer repeats of it`()
        async throws
    {
        try await run { fixture, task in
            let result = await fixture.call(task, "/echo").result
            // What was sent.
            let sent = "GET /echo?key=query%20secret Basic c2hvcDpodW50ZXIyLXNlY3JldA== "
            #expect(fixture.api.requests == [sent])
            let masked: JSONValue = "GET /echo?key=*** Basic *** "
            #expect(result?["ResponseBody"] == masked)
            #expect(result?["Headers"]?["server"] == ["GET /echo?key=*** Basic ***"])
            let failure = await fixture.call(task, "/echo-error").failure
            #expect(failure.error == "States.Http.StatusCode.422")
            #expect(failure.cause == #"{"error":"GET /echo-error?key=*** Basic *** "}"#)
        }
    }

    @Test func `shows who calls by a key`() async throws {
        try await run(HTTPTaskFixture.key) { fixture, task in
            let result = await fixture.call(task, "/echo", ["Method": "DELETE"]).result
            #expect(fixture.api.requests == ["DELETE /echo key-secret "])
            #expect(result?["ResponseBody"] == "DELETE /echo *** ")
        }
    }

    @Test func `takes other connections while it runs`() async throws {
        try await run { fixture, task in
            task.replace(with: try fixture.connections(HTTPTaskFixture.key))
            _ = await fixture.call(task, "/echo")
            #expect(fixture.api.requests == ["GET /echo key-secret "])
        }
    }

    @Test func `asks for a token once, and for another when its time is nearly over`() async throws
    {
        try await HTTPTaskFixture.run { fixture in
            let clock = TestInstant()
            let connections = try fixture.connections(HTTPTaskFixture.client)
            let task = try fixture.task(connections, now: { clock.now })
            #expect(await fixture.call(task, "/guarded").result?["ResponseBody"] == "in")
            clock.advance(by: .seconds(3_539))
            #expect(await fixture.call(task, "/guarded").result?["ResponseBody"] == "in")
            #expect(fixture.api.tokens == 1)
            clock.advance(by: .seconds(1))
            #expect(await fixture.call(task, "/guarded").result?["ResponseBody"] == "in")
            #expect(fixture.api.tokens == 2)
            #expect(
                fixture.api.requests.first
                    == "POST /token?realm=a  grant_type=client_credentials&client_id=orderd"
                    + "&client_secret=client-secret&scope=a%20b"
            )
        }
    }

    @Test func `asks once for a token that several tasks need`() async throws {
        try await run(HTTPTaskFixture.client) { fixture, task in
            let results = await withTaskGroup { group in
                for _ in 1...8 { group.addTask { await fixture.call(task, "/guarded").result } }
                return await group.reduce(into: []) { $0.append($1?["ResponseBody"]) }
            }
            #expect(results == Array(repeating: "in", count: 8))
            #expect(fixture.api.tokens == 1)
        }
    }

    @Test func `asks for another token when one is refused, and no second time`() async throws {
        try await run(HTTPTaskFixture.client) { fixture, task in
            fixture.api.setTokens(life: nil)
            #expect(await fixture.call(task, "/guarded").result?["ResponseBody"] == "in")
            fixture.api.revoke()
            #expect(await fixture.call(task, "/guarded").result?["ResponseBody"] == "in")
            #expect(fixture.api.tokens == 2)
            fixture.api.accept("another")
            #expect(
                await fixture.call(task, "/guarded")
                    == .failed(error: "States.Http.StatusCode.401", cause: "out Bearer ***")
            )
            #expect(fixture.api.tokens == 3)
        }
    }

    @Test(arguments: [
        (401, "InvalidConnectionState", "gave no token: it answered 401: invalid_client"),
        (503, "InternalError", "gave no token: it answered 503: invalid_client"),
    ])
    func `fails without a token, and does not repeat what the server said`(
        _ status: Int,
        _ name: String,
        _ words: String
    ) async throws {
        try await run(HTTPTaskFixture.client) { fixture, task in
            fixture.api.setTokens(life: nil, status: status)
            let failure = await fixture.call(task, "/guarded").failure
            #expect(failure.error == "Events.ConnectionResource.\(name)")
            #expect(failure.cause.hasSuffix(words), "\(failure)")
        }
    }

    @Test func `asks no authorization server that is not allowed`() async throws {
        let file = HTTPTaskFixture.client.split(separator: "$API").joined(
            separator: "https://127.0.0.1:9"
        )
        try await run(file) { fixture, task in
            let failure = await fixture.call(task, "/guarded").failure
            #expect(failure.error == "States.Permissions")
            #expect(failure.cause.contains("does not let 127.0.0.1:9 be called"))
            #expect(fixture.api.requests.isEmpty)
        }
    }

    @Test func `is not done when workflow.allow forbids it`() async throws {
        let allowance = WorkflowAllowance("arn:aws:states:::sqs:*")
        let task = HTTPTaskIntegration(
            over: AnsweringTransport([]),
            HTTPTaskIntegration.Configuration(
                region: "us-east-1",
                allowance: try #require(allowance)
            ),
            connections: HTTPConnections()
        )
        let call = TaskCall(
            origin: .schedule("test"),
            resource: "arn:aws:states:::http:invoke",
            input: `An HTTP task's arguments`.arguments([:])
        )
        #expect(await task.perform(call).failure.error == "States.Permissions")
    }
}

struct `Tokens of connections` {
    private let connection = HTTPConnection(authorization: .key(name: "X", value: "y"))
    private let grant = OAuthTokenRequest.Grant(
        token: HTTPConnection.Token(type: "Bearer", value: "t"),
        life: .seconds(3_600)
    )

    @Test func `are asked for by the next when the one who asks gives up`() async throws {
        let tokens = OAuthTokens()
        let (asked, begin) = AsyncStream<Void>.makeStream()
        let first = Task {
            try await tokens.token(for: connection) { () async throws(ServiceFailure) in
                begin.finish()
                // Until it is cancelled.
                try? await Task.sleep(for: .seconds(3_600))
                throw ServiceFailure(error: "given up", cause: "")
            }
        }
        for await _ in asked {}
        let second = Task {
            try await tokens.token(for: connection) { () async throws(ServiceFailure) in grant }
        }
        first.cancel()
        #expect(try await second.value == grant.token)
        await #expect(throws: ServiceFailure.self) { try await first.value }
    }

    @Test func `are forgotten with their connection`() async throws {
        let tokens = OAuthTokens()
        let fetched = Mutex(0)
        for isKept in [true, true, false] {
            tokens.keep { _ in isKept }
            _ = try await tokens.token(for: connection) { () async throws(ServiceFailure) in
                fetched.withLock { $0 += 1 }
                return grant
            }
        }
        #expect(fetched.withLock(\.self) == 2)
    }
}

/// A time that goes on when it is told to.
final class TestInstant: Sendable {
    private let state = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { state.withLock(\.self) }

    func advance(by duration: Duration) { state.withLock { $0 += duration } }
}

struct `A request for a token` {
    private func client(
        _ method: String,
        _ change: (inout HTTPConnection.OAuthClient) -> Void = { _ in }
    ) throws -> HTTPConnection.OAuthClient {
        var client = HTTPConnection.OAuthClient(
            id: "me",
            secret: "s&t",
            endpoint: try HTTPEndpoint("https://auth.test/token"),
            method: method == "GET" ? .get : .post
        )
        change(&client)
        return client
    }

    @Test func `is a form, a query or JSON`() throws {
        let form = OAuthTokenRequest.request(try client("POST"))
        #expect(
            form.body
                == Array("grant_type=client_credentials&client_id=me&client_secret=s%26t".utf8)
        )
        #expect(form.fields[.contentType] == "application/x-www-form-urlencoded")
        let query = OAuthTokenRequest.request(try client("GET"))
        #expect(
            query.target == "/token?grant_type=client_credentials&client_id=me&client_secret=s%26t"
        )
        #expect(query.body.isEmpty)
        let json = OAuthTokenRequest.request(
            try client("POST") {
                $0.parameters.headers = [.init(name: "Content-Type", value: "application/json")]
                $0.parameters.body = [.init(name: "grant_type", value: "other")]
            }
        )
        #expect(
            String(decoding: json.body, as: UTF8.self)
                == #"{"client_id":"me","client_secret":"s&t","grant_type":"other"}"#
        )
    }

    @Test(
        arguments: [
            (#"{"access_token":"a","token_type":"bearer","expires_in":60}"#, "Bearer", 60),
            (#"{"access_token":"a","expires_in":"60"}"#, "Bearer", 60),
            (#"{"access_token":"a","token_type":"MAC","expires_in":-5}"#, "MAC", 0),
            (#"{"access_token":"a","expires_in":1e300}"#, "Bearer", nil),
            (#"{"access_token":"a"}"#, "Bearer", nil),
        ] as [(String, String, Int?)]
    )
    func `is answered with a token`(_ body: String, _ type: String, _ life: Int?) throws {
        let response = ClientResponse(status: .ok, body: Array(body.utf8))
        let grant = try OAuthTokenRequest.grant(response, Redaction(secrets: []))
        #expect(grant.token == HTTPConnection.Token(type: type, value: "a"))
        #expect(grant.life == life.map { .seconds($0) })
    }

    @Test(arguments: ["", "[]", "{}", #"{"access_token":""}"#, #"{"access_token":"a\r\nX: b"}"#])
    func `is not answered by anything else`(_ body: String) {
        let response = ClientResponse(status: .ok, body: Array(body.utf8))
        let failure = #expect(throws: ServiceFailure.self) {
            try OAuthTokenRequest.grant(response, Redaction(secrets: []))
        }
        #expect(failure?.error == "Events.ConnectionResource.InvalidConnectionState")
    }
}
