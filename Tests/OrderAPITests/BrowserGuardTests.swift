import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import TestClosing
import Testing

@testable import OrderAPI

struct `A host without keys` {
    @Test(arguments: [
        "localhost", "localhost:8080", "localhost:", "localhost:08080", "LocalHost:1", "localhost.",
        "localhost.:8080",
        "orders.localhost", "a.b.LOCALHOST:65535", "127.0.0.1", "127.0.0.1:8080", "10.1.2.3:80",
        "0.0.0.0", "255.255.255.255", "[::1]", "[::1]:8080", "[fe80::AB:1]", "[::ffff:10.0.0.1]:80",
    ])
    func `is an address or a name of the loopback`(host: String) {
        #expect(BrowserGuard.Hosts().allow(host))
    }

    @Test(arguments: [
        "evil.example", "evil.example:8080", "localhost.evil.example", "evil-localhost",
        "notlocalhost:8080", ".localhost", "localhostx", "xlocalhost.", "local", "",
        "127.0.0.1.evil.example", "127.0.0.1.nip.io:8080", "127.0.0", "127.0.0.1.1", "1.2.3.256",
        "1.2.3.", "1..2.3", "127.1", "2130706433", "0x7f.0.0.1", "127.0.0.0001", "::1", "[]",
        "[v1.a:b]", "[evil:example", "[::1].evil.example", "[::1]evil.example:80", "[evil]:80",
        "localhost:80:80", "localhost:evil", "%6cocalhost", "user@localhost",
        "lоcalhost", "localhost..", "orders.internal",
    ])
    func `is no other`(host: String) {
        #expect(!BrowserGuard.Hosts().allow(host))
    }

    @Test(arguments: [
        ("orders.internal", "orders.internal"), ("orders.internal", "ORDERS.internal.:8080"),
        ("orders.internal:8080", "orders.internal"), ("orders.internal:80", "orders.internal:90"),
        ("Orders.Internal.", "orders.internal:1"), ("a, orderd ,b", "orderd:8080"),
        ("order_service", "order_service:8080"), ("*", "evil.example"), ("a,*", "evil.example:1"),
        ("*.internal", "orders.internal:80"), ("*.internal", "a.b.INTERNAL"),
        ("10.0.0.1", "10.0.0.1"), ("[::1]:8080", "[::1]"), ("orderd", "localhost:8080"),
    ])
    func `is one that an operator names`(names: String, host: String) throws {
        #expect(try #require(BrowserGuard.Hosts(names)).allow(host))
    }

    @Test(arguments: [
        ("orders.internal", "internal"), ("orders.internal", "a.orders.internal"),
        ("internal", "orders.internal"), ("*.internal", "internal"), ("*.internal", ".internal"),
        ("*.internal", "evilinternal"), ("orderd", "orderd.evil.example"),
        ("orderd", "orderd:evil"),
    ])
    func `is no neighbour of what an operator names`(names: String, host: String) throws {
        #expect(!(try #require(BrowserGuard.Hosts(names)).allow(host)))
    }

    @Test(arguments: [
        "", " ", "a,,b", "a,", "http://orders.internal", "orders.internal/", "orders internal/x",
        "orders.internal:", "orders.internal:http", "a:b:c", "*internal", "orders.*", "*.", "**",
        ".internal", "[::1", "ördérs.internal", "a;b", "\"a\"", "user@a",
    ])
    func `has a name of one form`(names: String) {
        #expect(BrowserGuard.Hosts(names) == nil)
    }
}

struct `The guard against web pages` {
    private static let host: HTTPFields = [.hostName: "127.0.0.1:8080"]

    private static func objection(
        _ method: HTTPRequest.Method = .post,
        _ fields: HTTPFields,
        authority: String? = nil,
        origins: String = "https://shop.example.com",
        scheme: BrowserGuard.Scheme = .http
    ) throws -> BrowserGuard.Objection? {
        let allowed = try #require(CrossOrigin.Origins(origins))
        let guardian = BrowserGuard(origins: allowed, scheme: scheme)
        let head = RequestHead(
            method: method,
            path: "/queue/pause",
            authority: authority,
            fields: FieldTable(fields)
        )
        return guardian.objection(to: head)
    }

    private static func fields(_ lines: [(String, String)]) throws -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in lines {
            fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        return fields
    }

    @Test(arguments: [
        [],
        [("Host", "127.0.0.1:8080")],
        [("Host", "127.0.0.1:8080"), ("Origin", "http://127.0.0.1:8080")],
        [("Host", "LOCALHOST:80"), ("Origin", "http://localhost")],
        [("Host", "localhost"), ("Origin", "http://localhost:80")],
        [("Host", "localhost:0080"), ("Origin", "http://localhost")],
        [("Host", "localhost:"), ("Origin", "http://localhost")],
        [("Host", "[::1]:08080"), ("Origin", "http://[::1]:8080")],
        [("Host", "[::1]:8080"), ("Origin", "http://[::1]:8080")],
        [("Host", "localhost:8080"), ("Sec-Fetch-Site", "none")],
        [
            ("Host", "localhost:8080"), ("Origin", "http://localhost:8080"),
            ("Sec-Fetch-Site", "same-origin"),
        ],
        [("Host", "localhost:8080"), ("Origin", "https://shop.example.com")],
        [
            ("Host", "localhost:8080"), ("Origin", "https://shop.example.com"),
            ("Sec-Fetch-Site", "cross-site"),
        ],
    ])
    func `lets programs pass, our own pages, and those that are named`(
        lines: [(String, String)]
    ) throws {
        for method in Self.unsafeMethods {
            #expect(try Self.objection(method, Self.fields(lines)) == nil)
        }
    }

    private static let unsafeMethods: [HTTPRequest.Method] =
        [.post, .put, .patch, .delete, .trace, .connect]
        + ["BREW", "get", "QUERY"].compactMap { HTTPRequest.Method($0) }

    @Test(arguments: [
        "https://evil.example", "http://127.0.0.1", "http://127.0.0.1:3000",
        "https://127.0.0.1:8080", "http://localhost:8080", "null", "", "127.0.0.1:8080",
        "http://127.0.0.1:8080/", "http://127.0.0.1:8080.evil.example", "http://127.0.0.1:80801",
        "HTTP://evil.example", "https://shop.example.com.evil.example",
        "https://shop.example.com, http://127.0.0.1:8080", "file://", "chrome-extension://abc",
        "http://user@127.0.0.1:8080", "\"http://127.0.0.1:8080\"",
    ])
    func `lets no page of another origin change anything`(origin: String) throws {
        for method in Self.unsafeMethods {
            let fields = Self.host + [.origin: origin]
            #expect(try Self.objection(method, fields) == .origin(origin))
        }
        for method in [HTTPRequest.Method.get, .head, .options] {
            #expect(try Self.objection(method, Self.host + [.origin: origin]) == nil)
        }
    }

    @Test func `takes several origins for none of ours`() throws {
        let own = "http://127.0.0.1:8080"
        for origins in [[own, own], [own, "https://evil.example"], ["null", own]] {
            let lines = [("Host", "127.0.0.1:8080")] + origins.map { ("Origin", $0) }
            let objection = try Self.objection(.post, Self.fields(lines), origins: "*")
            #expect(objection == .origin(origins.joined(separator: ", ")))
        }
    }

    @Test(arguments: ["cross-site", "same-site", "Cross-Site", "same-origin, cross-site", "?", ""])
    func `lets no page change anything that its browser calls foreign`(site: String) throws {
        let alone = try Self.fields([("Host", "127.0.0.1:8080"), ("Sec-Fetch-Site", site)])
        #expect(try Self.objection(.post, alone) == .page(site))
        #expect(try Self.objection(.get, alone) == nil)
        let own = alone + [.origin: "http://127.0.0.1:8080"]
        #expect(try Self.objection(.post, own) == .page(site))
        let twice = try Self.fields([("Sec-Fetch-Site", "none"), ("Sec-Fetch-Site", site)])
        #expect(try Self.objection(.post, twice) == .page(site))
    }

    @Test func `lets every page pass where all origins are named`() throws {
        for origin in ["https://evil.example", "null"] {
            let fields = Self.host + [.origin: origin]
            #expect(try Self.objection(.post, fields, origins: "*") == nil)
        }
    }

    @Test func `knows its own pages over TLS`() throws {
        func objection(_ host: String, _ origin: String) throws -> BrowserGuard.Objection? {
            let fields: HTTPFields = [.hostName: host, .origin: origin]
            return try Self.objection(.post, fields, scheme: .https)
        }
        #expect(try objection("localhost", "https://localhost") == nil)
        #expect(try objection("localhost:443", "https://localhost") == nil)
        #expect(try objection("localhost:80", "https://localhost") != nil)
        #expect(try objection("localhost", "http://localhost") == .origin("http://localhost"))
    }

    @Test func `hears the host in the target and in its field, for every method`() throws {
        let evil: HTTPFields = [.hostName: "evil.example"]
        for method in Self.unsafeMethods + [.get, .head, .options] {
            #expect(try Self.objection(method, evil) == .host("evil.example"))
            #expect(
                try Self.objection(method, Self.host, authority: "evil.example:80")
                    == .host("evil.example:80")
            )
            #expect(
                try Self.objection(method, evil, authority: "localhost") == .host("evil.example")
            )
            #expect(try Self.objection(method, Self.host, authority: "localhost") == nil)
        }
    }
}

@Suite(.closing)
struct `A service without keys` {
    /// What a browser or a rebound name sends along, and the problem that it is told.
    private static let foreign: [(fields: HTTPFields, type: String)] = [
        ([.origin: "https://evil.example"], "foreign-origin"),
        ([.origin: "null"], "foreign-origin"),
        ([.fetchSite: "cross-site"], "foreign-origin"),
        ([.fetchSite: "same-site", .origin: "http://localhost:3000"], "foreign-origin"),
        ([.hostName: "evil.example:8080"], "foreign-host"),
    ]

    /// Every route of the program; only the source can tell them all.
    private static func routes() throws -> [(method: HTTPRequest.Method, path: String)] {
        let source = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/OrderAPI/OrderAPI.swift")
        let text = try String(contentsOf: source, encoding: .utf8)
        return try text.matches(of: #/router\.add\(\.(\w+), "([^"]+)"/#).map { match in
            let method = try #require(HTTPRequest.Method(match.output.1.uppercased()))
            return (method, String(match.output.2.replacing("{id}", with: "1")))
        }
    }

    private static func state(_ fixture: APIFixture) async throws -> [String] {
        var state: [String] = []
        for target in ["/orders", "/orders/1", "/queue", "/deliveries", "/redrives"] {
            state.append(try await fixture.get(target).text)
        }
        return state
    }

    @Test func `does nothing for a page on any of its routes`() async throws {
        let routes = try Self.routes()
        let others: [(HTTPRequest.Method, String)] = [
            (.post, "/health"), (.put, "/orders/1"), (.post, "/nowhere"), (.delete, "/"),
            (.post, "/queue/%70ause"), (.post, "/./queue/pause"), (.post, "/%"),
            (.connect, "/orders"),
        ]
        let changing = routes.filter { $0.method != .get } + others
        #expect(changing.count > 15)
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            _ = try await fixture.makeUncertainDelivery()
            let before = try await Self.state(fixture)
            for (method, path) in changing {
                for (fields, type) in Self.foreign {
                    for body in [("", nil), ("{}", "application/json"), ("{}", "text/plain")] {
                        let answer = try await fixture.send(
                            method,
                            path,
                            body.0,
                            type: body.1,
                            fields: fields
                        )
                        #expect(answer.status == 403, "\(method) \(path): \(answer.text)")
                        #expect(try answer.json()["type"] == .string("/problems/\(type)"))
                    }
                }
            }
            #expect(try await Self.state(fixture) == before)
        }
    }

    @Test func `takes no order from a page, and no batch`() async throws {
        let order = #"{"orderId":"7","customerEmail":"a@example.com"}"#
        try await APIFixture.run { fixture async throws in
            for (fields, _) in Self.foreign {
                for type in ["application/json", "application/x-ndjson", "text/plain", nil] {
                    let answer = try await fixture.send(
                        .post,
                        "/orders",
                        order,
                        type: type,
                        fields: fields
                    )
                    #expect(answer.status == 403, "\(answer.text)")
                }
            }
            #expect(try await fixture.get("/orders/7").status == 404)
        }
    }

    @Test func `tells nothing under a name that is not its own, but whether it is well`()
        async throws
    {
        let fields: HTTPFields = [.hostName: "evil.example"]
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            for (method, path) in try Self.routes() where method == .get {
                let isForProbes = ["/health", "/livez", "/readyz"].contains(path)
                for method in [HTTPRequest.Method.get, .head] {
                    let answer = try await fixture.send(method, path, fields: fields)
                    #expect((answer.status != 403) == isForProbes, "\(path)")
                }
                #expect(try await fixture.send(.options, path, fields: fields).status == 403)
            }
        }
    }

    @Test func `refuses pages before their bodies are read`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            let foreign: [HTTPFields] = [[.hostName: "evil.example"], [.origin: "null"]]
            let changes = foreign.flatMap { fields in
                [("/queue/pause", fields), ("/orders", fields), ("/nowhere", fields)]
            }
            let evil = foreign[0]
            for (method, path, fields) in changes.map({ (HTTPRequest.Method.post, $0.0, $0.1) })
                + ["/", "/orders/1", "/openapi.json"].map({ (.get, $0, evil) })
            {
                let head = RequestHead(method: method, path: path, fields: FieldTable(fields))
                var request = ServerRequest(head: head, remoteAddress: "::1", id: "r")
                let admission = fixture.api.admit(&request)
                guard case .unwanted = admission.body,
                    case .now(let answer) = admission.receive(request)
                else {
                    Issue.record("\(path) was let in")
                    continue
                }
                #expect(answer.status == .forbidden)
            }
        }
    }

    @Test func `answers a page under any name once there are keys`() async throws {
        try await APIFixture.run(access: AccessControl(APIKeys())) { fixture async throws in
            for (fields, _) in Self.foreign {
                #expect(try await fixture.send(.post, "/queue/pause", fields: fields).status == 401)
                #expect(try await fixture.send(.get, "/", fields: fields).status == 200)
            }
        }
    }
}

extension HTTPFields {
    fileprivate static func + (fields: HTTPFields, more: HTTPFields) -> HTTPFields {
        var fields = fields
        fields.append(contentsOf: more)
        return fields
    }
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let hostName = HTTPField.Name("Host")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
