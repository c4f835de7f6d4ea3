import FoundationEssentials
import HTTPTypes
import JSON
import Synchronization
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

struct `An API key` {
    private static func make(_ seed: UInt8 = 1, expires: Date? = nil) -> (APIKey, String) {
        let random = (0..<APIKey.randomBytes).map { UInt8($0) ^ seed }
        return APIKey.make(name: "shop", scopes: [.write, .read], expires: expires, random: random)
    }

    @Test func `is kept without its secret and read again as it was`() throws {
        let (key, token) = Self.make(expires: Date(timeIntervalSince1970: 1_900_000_000))
        #expect(try APIKey(line: key.line[...]) == key)
        let secret = try #require(APIKey.parts(of: token)).secret
        #expect(!key.line.contains(secret))
        #expect(key.accepts(secret))
        #expect(!key.accepts(String(secret.reversed())))
        #expect(!key.accepts(""))
    }

    @Test func `that another has its secret is none`() throws {
        let (key, other) = (Self.make(1).0, Self.make(2).1)
        #expect(!key.accepts(try #require(APIKey.parts(of: other)).secret))
    }

    @Test(arguments: [
        "", "orderd_", "Bearer", "orderd_0102_ab", "key_0001020304050607_" + zeros,
        "orderd_0001020304050607_" + zeros + "0", "orderd_0001020304050607-" + zeros,
    ])
    func `has a token of one form`(text: String) {
        #expect(APIKey.parts(of: text) == nil)
    }

    private static let zeros = String(repeating: "0", count: 64)

    @Test(arguments: [
        ("a b c", "is not ID NAME"), ("ID na/me admin never S:H", "a name that is none"),
        ("ID n root never S:H", "a scope that is none"), ("ID n admin soon S:H", "expires"),
        ("ID n admin never S:H:x", "cut or changed"), ("ID n admin never S:", "cut or changed"),
        ("IDx n admin never S:H", "cut or changed"), ("ID n admin never SS:H", "cut or changed"),
    ])
    func `is refused by what is wrong with its line`(line: String, part: String) {
        let id = String(zeros.prefix(16))
        let text = line.replacing("ID", with: id).replacing("S", with: String(zeros.prefix(32)))
            .replacing("H", with: zeros)
        let fault = #expect(throws: KeyFault.self) { _ = try APIKeys("# mine\n\(text)") }
        #expect(fault?.description.contains(part) == true, "\(fault?.description ?? "")")
        #expect(fault?.description.hasPrefix("key 2 ") == true)
    }

    private var zeros: String { Self.zeros }

    @Test func `stands on a line, or behind a semicolon, once`() throws {
        let (one, two) = (Self.make(1).0.line, Self.make(2).0.line)
        #expect(try APIKeys("\(one) # first\n\n  # none\n\(two)\n").keys.count == 2)
        #expect(try APIKeys("\(one);\(two)").keys.count == 2)
        #expect(throws: KeyFault.self) { try APIKeys("\(one)\n\(one)") }
    }
}

@Suite(.closing)
struct `A caller` {
    private static let now = ContinuousClock.now

    /// An access control with a key of each scope, and the tokens by scope.
    private static func control(
        rate: Int = 0,
        guardsMetrics: Bool = false
    ) throws -> (AccessControl, [String: String]) {
        var (lines, tokens) = ([String](), [String: String]())
        for (index, scope) in Scope.allCases.enumerated() {
            let random = (0..<APIKey.randomBytes).map { UInt8($0 + index) }
            let made = APIKey.make(
                name: scope.rawValue.replacing(":", with: "."),
                scopes: [scope],
                expires: scope == .operate ? Date(timeIntervalSince1970: 1_800_000_100) : nil,
                random: random
            )
            lines.append(made.key.line)
            tokens[scope.rawValue] = made.token
        }
        var rules = AccessControl.Rules()
        rules.rate = rate
        rules.guardsMetrics = guardsMetrics
        rules.certificateScopes = [.read]
        let keys = try APIKeys(lines.joined(separator: "\n"))
        return (AccessControl(keys, rules: rules, tick: { Self.now }), tokens)
    }

    private static func bearer(_ token: String?) -> HTTPFields {
        token.map { [.authorization: "Bearer \($0)"] } ?? [:]
    }

    @Test(arguments: ["/", "/health", "/livez", "/readyz", "/openapi.json", "/metrics"])
    func `needs no key for what is open`(path: String) async throws {
        let (access, _) = try Self.control()
        try await APIFixture.run(access: access) { fixture async throws in
            #expect(try await fixture.get(path).status == 200)
        }
    }

    @Test func `needs one for the metrics when that is set`() async throws {
        let (access, tokens) = try Self.control(guardsMetrics: true)
        try await APIFixture.run(access: access) { fixture async throws in
            #expect(try await fixture.get("/metrics").status == 401)
            let fields = Self.bearer(tokens["orders:read"])
            #expect(try await fixture.send(.get, "/metrics", fields: fields).status == 200)
        }
    }

    @Test(arguments: [
        "", "Basic YTpi", "Bearer", "Bearer x", "Bearer orderd_1_2", "Bearer TOKEN x", "TOKEN",
        "Bearer orderd_ffffffffffffffff_SECRET", "Bearer CHANGED",
    ])
    func `without a valid key gets to know nothing`(field: String) async throws {
        let (access, tokens) = try Self.control()
        let token = try #require(tokens["admin"])
        let value = field.replacing("TOKEN", with: token)
            .replacing("SECRET", with: token.suffix(64))
            .replacing("CHANGED", with: token.dropLast() + (token.hasSuffix("0") ? "1" : "0"))
        try await APIFixture.run(access: access) { fixture async throws in
            for path in ["/orders/1", "/orders", "/queue", "/orders/nowhere"] {
                let fields: HTTPFields = value.isEmpty ? [:] : [.authorization: value]
                let answer = try await fixture.send(.get, path, fields: fields)
                #expect(answer.status == 401)
                #expect(answer.fields[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
                #expect(answer.identity == nil)
            }
        }
    }

    @Test(arguments: [
        ("POST", "/orders", "orders:write"), ("GET", "/orders", "orders:read"),
        ("GET", "/orders/1", "orders:read"), ("GET", "/orders/1/history", "orders:read"),
        ("GET", "/deliveries", "orders:read"), ("GET", "/queue", "orders:read"),
        ("GET", "/sandbox/messages", "orders:read"), ("POST", "/orders/1/stop", "operate"),
        ("POST", "/orders/1/redrive", "operate"), ("POST", "/queue/pause", "operate"),
        ("POST", "/deliveries/1/decision", "operate"), ("GET", "/settings", "operate"),
        ("DELETE", "/orders/1", "admin"),
    ])
    func `may do what the key's scopes allow`(
        method: String,
        path: String,
        needed: String
    ) async throws {
        let (access, tokens) = try Self.control()
        try await APIFixture.run(access: access) { fixture async throws in
            for (scope, token) in tokens {
                let answer = try await fixture.send(
                    try #require(HTTPRequest.Method(method)),
                    path,
                    fields: Self.bearer(token)
                )
                let allows =
                    scope == needed || scope == "admin"
                    || (scope == "operate" && needed == "orders:read")
                #expect((answer.status != 403) == allows, "\(scope) \(method) \(path)")
                #expect(answer.status != 401)
                #expect(answer.identity == scope.replacing(":", with: "."))
            }
        }
    }

    @Test func `is turned away when the key has expired or is gone`() async throws {
        let (access, tokens) = try Self.control()
        try await APIFixture.run(access: access) { fixture async throws in
            let fields = Self.bearer(tokens["operate"])
            #expect(try await fixture.send(.get, "/queue", fields: fields).status == 200)
            fixture.clock.advance(by: 100)
            #expect(try await fixture.send(.get, "/queue", fields: fields).status == 401)
            access.replace(with: APIKeys())
            let admin = Self.bearer(tokens["admin"])
            #expect(try await fixture.send(.get, "/queue", fields: admin).status == 401)
        }
    }

    @Test func `with a certificate may do what certificates may`() async throws {
        let (access, _) = try Self.control()
        try await APIFixture.run(access: access) { fixture async throws in
            let read = try await fixture.send(.get, "/queue", identity: "till-7")
            #expect((read.status, read.identity) == (200, "till-7"))
            let write = try await fixture.send(.post, "/orders", "{}", identity: "till-7")
            #expect(write.status == 403)
        }
    }

    @Test func `is named in the audit, beside the name it gives`() async throws {
        let (access, tokens) = try Self.control()
        try await APIFixture.run(access: access) { fixture async throws in
            let admin = Self.bearer(tokens["admin"])
            let order = #"{"orderId":"1","customerEmail":"a@example.com"}"#
            _ = try await fixture.send(.post, "/orders", order, fields: admin)
            var fields = admin
            fields[.operatorName] = "alice"
            let stopped = try await fixture.send(.post, "/orders/1/stop", fields: fields)
            let shown = try await fixture.send(.get, "/orders/1", fields: admin).json()
            #expect(stopped.status == 202)
            #expect(shown["audit"]?.array?.first?["by"] == "admin: alice")
        }
    }

    @Test func `has a rate, and is told what is left of it`() async throws {
        let (access, tokens) = try Self.control(rate: 2)
        try await APIFixture.run(access: access) { fixture async throws in
            let fields = Self.bearer(tokens["orders:read"])
            var answers: [APIAnswer] = []
            for _ in 0..<3 {
                answers.append(try await fixture.send(.get, "/queue", fields: fields))
            }
            #expect(answers.map(\.status) == [200, 200, 429])
            let remaining = try #require(HTTPField.Name("RateLimit-Remaining"))
            #expect(answers.map { $0.fields[remaining] } == ["1", "0", "0"])
            #expect(answers[2].fields[.retryAfter] == "1")
            // Another key has a rate of its own.
            let other = Self.bearer(tokens["admin"])
            #expect(try await fixture.send(.get, "/queue", fields: other).status == 200)
        }
    }

    @Test func `is told what is left of its rate also when it asks for nothing that there is`()
        async throws
    {
        let (access, tokens) = try Self.control(rate: 2)
        try await APIFixture.run(access: access) { fixture async throws in
            let fields = Self.bearer(tokens["orders:read"])
            let answer = try await fixture.send(.get, "/queue?colour=red", fields: fields)
            #expect(answer.status == 400)
            let remaining = try #require(HTTPField.Name("RateLimit-Remaining"))
            #expect(answer.fields[remaining] == "1")
        }
    }

    @Test func `who guesses keys is slowed down, and a good key is good from there too`()
        async throws
    {
        let (access, tokens) = try Self.control()
        try await APIFixture.run(access: access) { fixture async throws in
            let guess = Self.bearer("orderd_ffffffffffffffff_" + String(repeating: "0", count: 64))
            var statuses: [Int] = []
            for _ in 0..<12 {
                statuses.append(try await fixture.send(.get, "/queue", fields: guess).status)
            }
            let allowed = AccessControl.failuresPerSecond
            #expect(statuses == Array(repeating: 401, count: allowed) + [429, 429])
            #expect(
                try await fixture.send(.get, "/queue", fields: guess).fields[.retryAfter] == "1"
            )
            #expect(try await fixture.get("/queue").status == 401)
            let good = Self.bearer(tokens["admin"])
            #expect(try await fixture.send(.get, "/queue", fields: good).status == 200)
        }
    }

    @Test func `gets its requests back with time, a second's worth at most`() {
        var bucket = TokenBucket(rate: 10, now: Self.now)
        func admitted(at milliseconds: Int) -> Int {
            var count = 0
            let now = Self.now + .milliseconds(milliseconds)
            while bucket.take(now: now).isAdmitted { count += 1 }
            return count
        }
        #expect(admitted(at: 0) == 10)
        #expect(admitted(at: 50) == 0)
        #expect(admitted(at: 150) == 1)
        #expect(admitted(at: 100_000) == 10)
        // A clock that stands still or goes back gives nothing.
        #expect(admitted(at: 0) == 0)
    }
}
