import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import OrderStoreSQLite
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

struct `A session` {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    private static func key(
        _ seed: UInt8 = 1,
        name: String = "alice",
        scopes: Set<Scope> = [.operate],
        expires: Date? = nil
    ) -> APIKey {
        let random = (0..<APIKey.randomBytes).map { UInt8($0) ^ seed }
        return APIKey.make(name: name, scopes: scopes, expires: expires, random: random).key
    }

    private static func keys(_ keys: APIKey...) throws -> APIKeys {
        try APIKeys(keys.map(\.line).joined(separator: "\n"))
    }

    /// The random bytes of the session with that number.
    private static func random(_ number: Int) -> [UInt8] {
        (0..<Sessions.randomBytes).map { UInt8(truncatingIfNeeded: number >> ($0 % 2 * 8)) }
    }

    private static func later(_ seconds: TimeInterval) -> Date { start.addingTimeInterval(seconds) }

    @Test func `is found by its id and by no other`() throws {
        let keys = try Self.keys(Self.key())
        var sessions = Sessions()
        let ticket = sessions.open(for: Self.key(), at: Self.start, random: Self.random(1))
        #expect(ticket.id.utf8.count == 64)
        #expect(ticket.csrfToken != ticket.id)
        let found = sessions.use(ticket.id, at: Self.start, keys: keys)
        #expect(found?.key == Self.key())
        #expect(found?.ticket == ticket)
        for other in ["", "x", String(ticket.id.reversed()), ticket.csrfToken] {
            #expect(sessions.use(other, at: Self.start, keys: keys) == nil)
        }
    }

    @Test func `ends after its life, however much it is used`() throws {
        let keys = try Self.keys(Self.key())
        var sessions = Sessions()
        let id = sessions.open(for: Self.key(), at: Self.start, random: Self.random(1)).id
        for hour in 1..<12 {
            let time = Self.later(Double(hour) * 3_600)
            #expect(sessions.use(id, at: time, keys: keys) != nil, "hour \(hour)")
        }
        #expect(sessions.use(id, at: Self.later(Sessions.life - 1), keys: keys) != nil)
        #expect(sessions.use(id, at: Self.later(Sessions.life), keys: keys) == nil)
        #expect(sessions.count == 0)
    }

    @Test func `ends when nobody has used it for long, and a clock that goes back ends none`()
        throws
    {
        let keys = try Self.keys(Self.key())
        var sessions = Sessions()
        let id = sessions.open(for: Self.key(), at: Self.start, random: Self.random(1)).id
        #expect(sessions.use(id, at: Self.later(-9_000), keys: keys) != nil)
        #expect(sessions.use(id, at: Self.later(Sessions.patience - 1), keys: keys) != nil)
        #expect(sessions.use(id, at: Self.later(Sessions.patience * 2 - 1), keys: keys) == nil)
        #expect(sessions.use(id, at: Self.start, keys: keys) == nil)
    }

    @Test func `ends with its key`() throws {
        let key = Self.key(expires: Self.later(600))
        var sessions = Sessions()
        let ticket = sessions.open(for: key, at: Self.start, random: Self.random(1))
        #expect(ticket.expires == Self.later(600))
        let keys = try Self.keys(key)
        #expect(sessions.use(ticket.id, at: Self.later(599), keys: keys) != nil)
        #expect(sessions.use(ticket.id, at: Self.later(600), keys: keys) == nil)
    }

    @Test func `ends when its key is taken out or changed, and does not come back`() throws {
        let changed = [
            [], [Self.key(scopes: [.admin])], [Self.key(scopes: [.read])], [Self.key(name: "bob")],
            [Self.key(expires: Self.later(99_999))],
        ]
        let same = try Self.keys(Self.key())
        for keys in changed {
            let text = keys.map(\.line).joined(separator: "\n")
            var sessions = Sessions()
            let id = sessions.open(for: Self.key(), at: Self.start, random: Self.random(1)).id
            var unasked = sessions
            #expect(sessions.use(id, at: Self.start, keys: try APIKeys(text)) == nil, "\(text)")
            #expect(sessions.use(id, at: Self.start, keys: same) == nil)
            unasked.keepThose(of: try APIKeys(text))
            #expect(unasked.use(id, at: Self.start, keys: same) == nil)
        }
        var sessions = Sessions()
        let id = sessions.open(for: Self.key(), at: Self.start, random: Self.random(1)).id
        sessions.keepThose(of: try Self.keys(Self.key(2, name: "new"), Self.key()))
        #expect(sessions.use(id, at: Self.start, keys: same) != nil)
    }

    @Test func `makes room for a new one when it is longest unused, of its name first`() throws {
        let (alice, bob) = (Self.key(1), Self.key(2, name: "bob"))
        let keys = try Self.keys(alice, bob)
        var sessions = Sessions()
        let other = sessions.open(for: bob, at: Self.start, random: Self.random(9_999)).id
        let ids = (0..<Sessions.maximumOfName).map { number in
            sessions.open(for: alice, at: Self.later(Double(number)), random: Self.random(number))
                .id
        }
        // The first one has been used since.
        #expect(sessions.use(ids[0], at: Self.later(100), keys: keys) != nil)
        #expect(sessions.count == Sessions.maximumOfName + 1)
        _ = sessions.open(for: alice, at: Self.later(101), random: Self.random(5_000))
        #expect(sessions.count == Sessions.maximumOfName + 1)
        #expect(sessions.use(ids[1], at: Self.later(102), keys: keys) == nil)
        #expect(sessions.use(ids[0], at: Self.later(102), keys: keys) != nil)
        #expect(sessions.use(other, at: Self.later(102), keys: keys) != nil)
    }

    @Test func `is one of a bounded number`() {
        var sessions = Sessions()
        for number in 0...Sessions.maximum {
            let key = Self.key(1, name: "n\(number / 40)")
            _ = sessions.open(for: key, at: Self.start, random: Self.random(number))
        }
        #expect(sessions.count == Sessions.maximum)
        _ = sessions.open(
            for: Self.key(),
            at: Self.later(Sessions.life),
            random: Self.random(60_000)
        )
        #expect(sessions.count == 1)
    }
}

/// Whoever signs in at a browser.
@Suite(.closing)
struct `A person who signs in` {
    private static let name = "alice"
    private static let cookie = "orderd_session_8080"

    private static func key(
        _ scopes: Set<Scope> = [.operate],
        seed: UInt8 = 1,
        expires: Date? = nil
    ) -> (key: APIKey, token: String) {
        let random = (0..<APIKey.randomBytes).map { UInt8($0) ^ seed }
        return APIKey.make(name: name, scopes: scopes, expires: expires, random: random)
    }

    /// An API with one key, whose sessions have ids that count.
    private static func withService(
        _ scheme: BrowserGuard.Scheme = .http,
        rate: Int = 0,
        origins: String = "",
        key: APIKey = key().key,
        port: UInt16 = 8080,
        _ body: (APIFixture, AccessControl) async throws -> Void
    ) async throws {
        var rules = AccessControl.Rules()
        rules.rate = rate
        rules.certificateScopes = [.write]
        rules.port = port
        let origins = try #require(CrossOrigin.Origins(origins))
        rules.browsers = BrowserGuard(origins: origins, scheme: scheme)
        let number = Mutable<UInt8>(0)
        let now = ContinuousClock.now
        let access = AccessControl(
            try APIKeys(key.line),
            rules: rules,
            tick: { now },
            random: { count in
                number.value += 1
                return [UInt8](repeating: number.value, count: count)
            }
        )
        try await APIFixture.run(access: access) { try await body($0, access) }
    }

    private static func signIn(
        _ fixture: APIFixture,
        _ token: String = key().token,
        fields: HTTPFields = [:]
    ) async throws -> APIAnswer {
        try await fixture.send(.post, "/session", #"{"key":"\#(token)"}"#, fields: fields)
    }

    /// The fields that a page sends once it is signed in.
    private static func page(_ answer: APIAnswer) throws -> HTTPFields {
        let set = try #require(answer.fields[.setCookie])
        var fields: HTTPFields = [.cookie: "theme=dark; \(set.prefix { $0 != ";" })"]
        fields[.csrf] = try #require(try answer.json()["csrfToken"]?.string)
        return fields
    }

    @Test func `gets a cookie that no script reads and no other site sends`() async throws {
        try await Self.withService { fixture, _ async throws in
            let answer = try await Self.signIn(fixture)
            #expect(answer.status == 201)
            let id = String(repeating: "01", count: 32)
            #expect(
                answer.fields[.setCookie]
                    == "\(Self.cookie)=\(id); Path=/; HttpOnly; SameSite=Strict; Max-Age=43200"
            )
            #expect(answer.fields[.cacheControl] == "no-store")
            let document = try answer.json()
            #expect(document["name"] == "alice")
            #expect(document["by"] == "cookie")
            #expect(document["scopes"] == ["orders:read", "operate"])
            #expect(document["expiresAt"] == "2027-01-15T20:00:00.000Z")
            #expect(!answer.text.contains(id))
            let shown = try await fixture.send(.get, "/session", fields: try Self.page(answer))
            #expect(shown.status == 200)
            #expect(try shown.json() == document)
            #expect(shown.identity == "alice")
        }
    }

    @Test func `gets one for connections with TLS alone where there is TLS`() async throws {
        try await Self.withService(.https) { fixture, _ async throws in
            let answer = try await Self.signIn(fixture)
            let set = try #require(answer.fields[.setCookie])
            #expect(set.hasPrefix("__Host-\(Self.cookie)="))
            #expect(set.hasSuffix("; Secure"))
            let shown = try await fixture.send(.get, "/session", fields: try Self.page(answer))
            #expect(shown.status == 200)
            let plain = set.prefix { $0 != ";" }.dropFirst("__Host-".count)
            let other = try await fixture.send(.get, "/session", fields: [.cookie: "\(plain)"])
            #expect(other.status == 401)
        }
        // A proxy that ends TLS: the page says so.
        try await Self.withService { fixture, _ async throws in
            var fields: HTTPFields = [.origin: "https://orders.example.com"]
            fields[.fetchSite] = "same-origin"
            let answer = try await Self.signIn(fixture, fields: fields)
            #expect(answer.status == 201)
            #expect(answer.fields[.setCookie]?.hasSuffix("; Secure") == true)
        }
    }

    @Test(arguments: [
        "", "orderd_", "Bearer TOKEN", "orderd_ffffffffffffffff_SECRET", "CHANGED",
    ])
    func `with a key that is none gets nothing, and no dialog of the browser's own`(
        given: String
    ) async throws {
        try await Self.withService { fixture, _ async throws in
            let token = Self.key().token
            let text = given.replacing("TOKEN", with: token)
                .replacing("SECRET", with: token.suffix(64))
                .replacing("CHANGED", with: token.dropLast() + (token.hasSuffix("0") ? "1" : "0"))
            let answer = try await Self.signIn(fixture, text)
            #expect(answer.status == 401)
            #expect(answer.fields[.setCookie] == nil)
            #expect(answer.fields[.wwwAuthenticate]?.hasPrefix("Bearer ") == true)
            #expect(!answer.text.contains(token.suffix(64)))
        }
    }

    @Test(arguments: [
        ("{}", 400), (#"{"key":5}"#, 400), (#"{"key":"x","name":"y"}"#, 400), ("[]", 400),
        ("{", 400),
    ])
    func `is told what a sign-in looks like`(body: String, status: Int) async throws {
        try await Self.withService { fixture, _ async throws in
            #expect(try await fixture.send(.post, "/session", body).status == status)
            let form = try await fixture.send(
                .post,
                "/session",
                "key=x",
                type: "application/x-www-form-urlencoded"
            )
            #expect(form.status == 415)
        }
    }

    @Test func `and guesses is slowed down, and a good key is good from there too`() async throws {
        try await Self.withService { fixture, _ async throws in
            var statuses: [Int] = []
            for _ in 0..<12 {
                statuses.append(try await Self.signIn(fixture, "orderd_guess").status)
            }
            let allowed = AccessControl.failuresPerSecond
            #expect(statuses == Array(repeating: 401, count: allowed) + [429, 429])
            #expect(try await Self.signIn(fixture).status == 201)
        }
    }

    @Test func `has the rate of the key`() async throws {
        try await Self.withService(rate: 2) { fixture, _ async throws in
            let page = try Self.page(try await Self.signIn(fixture))
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 200)
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 429)
            #expect(try await Self.signIn(fixture).status == 429)
        }
    }

    @Test(arguments: [
        ("GET", "/queue", 200), ("HEAD", "/queue", 200), ("POST", "/queue/pause", 200),
        ("DELETE", "/orders/1", 403), ("POST", "/orders", 403),
    ])
    func `may do what the key's scopes allow`(
        method: String,
        target: String,
        status: Int
    ) async throws {
        try await Self.withService { fixture, _ async throws in
            let page = try Self.page(try await Self.signIn(fixture))
            let method = try #require(HTTPRequest.Method(method))
            let answer = try await fixture.send(method, target, fields: page)
            #expect(answer.status == status)
            #expect(answer.identity == Self.name)
        }
    }

    @Test(arguments: ["", "x", "TOKEN0", "TOKENTOKEN"])
    func `changes nothing without the token that a foreign page cannot know`(
        token: String
    ) async throws {
        try await Self.withService { fixture, _ async throws in
            var page = try Self.page(try await Self.signIn(fixture))
            let right = try #require(page[.csrf])
            page[.csrf] = token.isEmpty ? nil : token.replacing("TOKEN", with: right)
            for (method, target) in [("POST", "/queue/pause"), ("DELETE", "/session")] {
                let method = try #require(HTTPRequest.Method(method))
                let answer = try await fixture.send(method, target, fields: page)
                #expect(answer.status == 403)
                #expect(try answer.json()["type"] == "/problems/csrf-token")
                #expect(answer.identity == Self.name)
            }
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 200)
            #expect(fixture.api.parts.control.queue.mode == .running)
        }
    }

    @Test(arguments: [
        ("same-origin", "", 200), ("none", "", 200), ("", "http://127.0.0.1:8080", 200),
        ("same-origin", "https://orders.example.com", 200), ("same-site", "", 403),
        ("cross-site", "", 403), ("", "https://evil.example", 403), ("", "null", 403),
        ("cross-site", "http://127.0.0.1:8080", 403), ("", "http://127.0.0.1:9090", 403),
        // Pages that may read answers may use a key, and not the cookie of whoever looks at them.
        ("", "https://shop.example.com", 403), ("same-site", "https://shop.example.com", 403),
    ])
    func `is obeyed at the service's own pages alone`(
        site: String,
        origin: String,
        status: Int
    ) async throws {
        let origins = "https://shop.example.com"
        try await Self.withService(origins: origins) { fixture, _ async throws in
            var page = try Self.page(try await Self.signIn(fixture))
            page[.hostName] = "127.0.0.1:8080"
            if !site.isEmpty { page[.fetchSite] = site }
            if !origin.isEmpty { page[.origin] = origin }
            for (method, target) in [("POST", "/queue/pause"), ("GET", "/queue")] {
                let method = try #require(HTTPRequest.Method(method))
                #expect(try await fixture.send(method, target, fields: page).status == status)
            }
            page[.cookie] = nil
            let other = try await Self.signIn(fixture, fields: page)
            #expect(other.status == (status == 200 ? 201 : status))
            // A key has no such bounds.
            page[.authorization] = "Bearer \(Self.key().token)"
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 200)
        }
    }

    @Test func `and sends a key beside the cookie is whom the key says`() async throws {
        try await Self.withService { fixture, _ async throws in
            var page = try Self.page(try await Self.signIn(fixture))
            page[.authorization] = "Bearer \(Self.key().token)"
            let shown = try await fixture.send(.get, "/session", fields: page)
            #expect(try shown.json()["by"] == "key")
            #expect(try shown.json()["csrfToken"] == nil)
            page[.csrf] = nil
            #expect(try await fixture.send(.post, "/queue/pause", fields: page).status == 200)
            page[.authorization] = "Bearer orderd_none"
            #expect(try await fixture.send(.get, "/session", fields: page).status == 401)
        }
    }

    @Test func `with two cookies of the name is refused`() async throws {
        try await Self.withService { fixture, _ async throws in
            var page = try Self.page(try await Self.signIn(fixture))
            let cookie = try #require(page[.cookie])
            for twice in ["\(cookie); \(Self.cookie)=x", "\(Self.cookie)=; \(cookie)"] {
                page[.cookie] = twice
                let answer = try await fixture.send(.get, "/queue", fields: page)
                #expect(answer.status == 400)
                #expect(try answer.json()["detail"]?.string?.contains("2 times") == true)
            }
            page[.cookie] = "x\(Self.cookie)=1; \(cookie); \(Self.cookie)2=2; orderd_session=3"
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 200)
        }
    }

    @Test func `is the operator whom audits name`() async throws {
        try await Self.withService { fixture, _ async throws in
            var order = NewOrder(
                id: try #require(OrderID("1")),
                input: Array(#"{"orderId":"1"}"#.utf8),
                workflow: "w",
                createdAt: fixture.clock.now
            )
            order.due = fixture.clock.now
            _ = try await fixture.store.submit(order)
            var page = try Self.page(try await Self.signIn(fixture))
            _ = try await fixture.send(.post, "/orders/1/stop", fields: page)
            let shown = try await fixture.send(.get, "/orders/1", fields: page).json()
            #expect(shown["audit"]?.array?.first?["by"] == "alice")
            page[.csrf] = nil
            #expect(try await fixture.send(.post, "/orders/1/stop", fields: page).status == 403)
        }
    }

    @Test func `signs out of one session, or of all`() async throws {
        try await Self.withService { fixture, _ async throws in
            var pages: [HTTPFields] = []
            for _ in 0..<3 { pages.append(try Self.page(try await Self.signIn(fixture))) }
            let out = try await fixture.send(.delete, "/session", fields: pages[0])
            #expect(out.status == 204)
            #expect(out.fields[.setCookie]?.hasPrefix("\(Self.cookie)=; ") == true)
            #expect(out.fields[.setCookie]?.contains("Max-Age=0") == true)
            let ended = try await fixture.send(.get, "/queue", fields: pages[0])
            #expect(ended.status == 401)
            // A browser may have another cookie by then.
            #expect(ended.fields[.setCookie] == nil)
            #expect(try await fixture.send(.get, "/queue", fields: pages[1]).status == 200)
            let wrong = "/session?everywhere=yes"
            #expect(try await fixture.send(.delete, wrong, fields: pages[1]).status == 400)
            let all = "/session?everywhere=true"
            #expect(try await fixture.send(.delete, all, fields: pages[1]).status == 204)
            for page in pages {
                #expect(try await fixture.send(.get, "/queue", fields: page).status == 401)
            }
            let page = try Self.page(try await Self.signIn(fixture))
            // Another authority has given that name, to somebody else perhaps.
            let other = try await fixture.send(.delete, all, identity: Self.name)
            #expect(other.status == 403)
            #expect(try other.json()["type"] == "/problems/forbidden")
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 200)
            let key: HTTPFields = [.authorization: "Bearer \(Self.key().token)"]
            #expect(try await fixture.send(.delete, "/session", fields: key).status == 204)
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 200)
            #expect(try await fixture.send(.delete, all, fields: key).status == 204)
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 401)
        }
    }

    @Test func `is shown what no cache between keeps`() async throws {
        try await Self.withService(rate: 9) { fixture, _ async throws in
            let page = try Self.page(try await Self.signIn(fixture))
            let rest = try #require(HTTPField.Name("RateLimit-Remaining"))
            for target in ["/queue", "/orders/nowhere", "/queue?x"] {
                let answer = try await fixture.send(.get, target, fields: page)
                #expect(answer.fields[.cacheControl] == "private, no-cache", "\(target)")
                #expect(answer.fields[rest] != nil)
            }
            let own = try await fixture.send(.get, "/session", fields: page)
            #expect(own.fields[.cacheControl] == "no-store")
            let key: HTTPFields = [.authorization: "Bearer \(Self.key().token)"]
            let byKey = try await fixture.send(.get, "/queue", fields: key)
            #expect(byKey.fields[.cacheControl] == nil)
        }
    }

    @Test func `leaves the session before when he signs in anew`() async throws {
        try await Self.withService { fixture, _ async throws in
            let first = try Self.page(try await Self.signIn(fixture))
            let second = try Self.page(try await Self.signIn(fixture, fields: first))
            #expect(try await fixture.send(.get, "/queue", fields: first).status == 401)
            #expect(try await fixture.send(.get, "/queue", fields: second).status == 200)
        }
    }

    @Test func `is out when the keys are read again without his, or when time is up`()
        async throws
    {
        try await Self.withService { fixture, access async throws in
            let page = try Self.page(try await Self.signIn(fixture))
            access.replace(with: try APIKeys(Self.key().key.line))
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 200)
            access.replace(with: APIKeys())
            access.replace(with: try APIKeys(Self.key().key.line))
            #expect(try await fixture.send(.get, "/queue", fields: page).status == 401)
            let other = try Self.page(try await Self.signIn(fixture))
            fixture.clock.advance(by: Sessions.patience)
            #expect(try await fixture.send(.get, "/queue", fields: other).status == 401)
        }
    }

    @Test(arguments: [(0.25, 1), (1, 1), (1.5, 2), (99_999, 43_200)])
    func `keeps the cookie until the key expires, to the second after`(
        seconds: TimeInterval,
        age: Int
    ) async throws {
        // When the fixture's clock stands.
        let expires = Date(timeIntervalSince1970: 1_800_000_000 + seconds)
        let (key, token) = Self.key(expires: expires)
        try await Self.withService(key: key) { fixture, _ async throws in
            let answer = try await Self.signIn(fixture, token)
            #expect(answer.status == 201)
            #expect(answer.fields[.setCookie]?.hasSuffix("; Max-Age=\(age)") == true)
        }
    }

    @Test func `has a cookie for each service of a host, which openapi.json names`() async throws {
        try await Self.withService { first, _ async throws in
            try await Self.withService(port: 8081) { second, _ async throws in
                var pages = [
                    try Self.page(try await Self.signIn(first)),
                    try Self.page(try await Self.signIn(second)),
                ]
                let both = pages.compactMap { $0[.cookie] }.joined(separator: "; ")
                for index in pages.indices { pages[index][.cookie] = both }
                for (service, page) in zip([first, second], pages) {
                    let shown = try await service.send(.get, "/session", fields: page)
                    #expect(try shown.json()["name"] == "alice")
                    let paused = try await service.send(.post, "/queue/pause", fields: page)
                    #expect(paused.status == 200)
                }
                for (service, name) in [(first, Self.cookie), (second, "orderd_session_8081")] {
                    let document = try await service.get("/openapi.json").json()
                    let scheme = document["components"]?["securitySchemes"]?["session"]
                    #expect(scheme?["name"]?.string == name)
                }
            }
        }
    }

    @Test func `is told who he is by key and by certificate too`() async throws {
        try await Self.withService { fixture, _ async throws in
            #expect(try await fixture.get("/session").status == 401)
            let key: HTTPFields = [.authorization: "Bearer \(Self.key().token)"]
            let byKey = try await fixture.send(.get, "/session", fields: key).json()
            #expect(byKey["by"] == "key")
            #expect(byKey["name"] == "alice")
            let shown = try await fixture.send(.get, "/session", identity: "till-7").json()
            #expect(shown["by"] == "certificate")
            #expect(shown["name"] == "till-7")
            #expect(shown["scopes"] == ["orders:write"])
        }
    }

    @Test func `finds nobody to be where no keys are needed`() async throws {
        try await APIFixture.run { fixture async throws in
            let shown = try await fixture.get("/session")
            #expect(shown.status == 200)
            let scopes = JSONValue.array(Scope.allCases.map { .string($0.rawValue) })
            #expect(try shown.json() == ["name": nil, "by": "nobody", "scopes": scopes])
            #expect(try await Self.signIn(fixture).status == 404)
            #expect(try await fixture.send(.delete, "/session").status == 404)
        }
    }
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let csrf = HTTPField.Name("X-CSRF-Token")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let hostName = HTTPField.Name("Host")!
}
