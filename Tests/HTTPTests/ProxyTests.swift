import HTTPTypes
import OpenSSL
import Sockets
import TestClosing
import Testing

@testable import HTTP

@Suite(.closing)
struct `A call through a proxy` {
    /// A client whose proxy is what listens there.
    static func client(
        _ loop: EventLoop,
        _ proxy: String,
        roots: TLSConfiguration.Roots = .system,
        _ change: (inout ClientConfiguration) -> Void = { _ in }
    ) throws -> HTTPClient {
        var configuration = ClientConfiguration.patient
        var faults: [Proxy.Fault] = []
        configuration.proxies = ProxySettings(environment: ["ALL_PROXY": proxy], faults: &faults)
        try #require(faults.isEmpty)
        change(&configuration)
        return HTTPClient(
            loops: [loop],
            configuration: configuration,
            tls: try TLSContext(client: TLSConfiguration.Client(roots: roots))
        )
    }

    static func send(
        _ client: HTTPClient,
        _ url: (ClientRequest.Scheme, host: String),
        port: Int? = nil
    ) async -> Result<ClientResponse, HTTPClientError> {
        let request = ClientRequest(
            method: .post,
            scheme: url.0,
            host: url.host,
            port: port,
            target: "/marker",
            body: Array("abc".utf8)
        )
        do throws(HTTPClientError) {
            return .success(try await client.send(request, deadline: .now + .patient))
        } catch {
            return .failure(error)
        }
    }

    /// A secured server for `localhost`'s certificate, behind a stub.
    private func withTunnel<Result: Sendable>(
        answer: String = "HTTP/1.1 200 Connection established\r\n\r\n",
        names: [String] = ["mail.test"],
        _ body:
            @escaping @Sendable (StubProxy, String, EventLoop, SelfSignedCertificate) async throws
            -> Result
    ) async throws -> Result {
        try await withSecuredServer(names: names) { secured, loopback in
            let listener = try TCPListener.bind(
                to: SocketAddress(ip: .loopback, port: 0),
                on: loopback.loop
            )
            let proxy = StubProxy(to: loopback.address, answer: answer)
            return try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await proxy.run(listener) }
                defer { group.cancelAll() }
                let place = "\(listener.localAddress)"
                return try await body(proxy, place, loopback.loop, secured.certificate)
            }
        }
    }

    @Test
    func `is encrypted to the host, whose name it proves, and the proxy alone sees its password`()
        async throws
    {
        try await withTunnel { proxy, place, loop, certificate in
            let client = try Self.client(
                loop,
                "http://user:pass@\(place)",
                roots: .only(.bytes(certificate.certificatePEM))
            )
            defer { client.shutDown() }
            // Twice, on one connection.
            for _ in 0..<2 {
                let response = try await Self.send(client, (.https, "mail.test")).get()
                #expect(response.body == Array("POST /marker abc".utf8))
            }
            let head =
                "CONNECT mail.test:443 HTTP/1.1\r\nHost: mail.test:443\r\n"
                + "Proxy-Authorization: Basic dXNlcjpwYXNz\r\n\r\n"
            #expect(proxy.requests == [head])
        }
    }

    @Test func `sends nothing to a host that does not prove its name behind it`() async throws {
        try await withTunnel(names: ["other.test"]) { proxy, place, loop, certificate in
            let client = try Self.client(
                loop,
                place,
                roots: .only(.bytes(certificate.certificatePEM))
            )
            defer { client.shutDown() }
            let error = try await Self.failure(Self.send(client, (.https, "mail.test")))
            guard case .handshakeFailed = error.reason else {
                Issue.record("\(error)")
                return
            }
            #expect(error.sent == .notSent)
        }
    }

    @Test func `names the address that was checked where hosts are, and proves the name`()
        async throws
    {
        try await withTunnel { proxy, place, loop, certificate in
            let answers = Answers(["8.8.8.8"], ["127.0.0.1"])
            let roots = TLSConfiguration.Roots.only(.bytes(certificate.certificatePEM))
            let client = try Self.client(loop, place, roots: roots) {
                $0.hosts = HostRules("mail.test", setting: "hosts")
                $0.resolver = answers.resolver
            }
            defer { client.shutDown() }
            _ = try await Self.send(client, (.https, "mail.test")).get()
            #expect(proxy.requests == ["CONNECT 8.8.8.8:443 HTTP/1.1\r\nHost: 8.8.8.8:443\r\n\r\n"])
            #expect(answers.questions == 1)
        }
    }

    @Test func `is none in plain text where hosts are checked`() async throws {
        try await withServer { loopback in
            let port = loopback.address.port
            // Nobody listens there.
            let client = try Self.client(loopback.loop, "127.0.0.1:1") {
                $0.hosts = HostRules("http://mail.test:\(port),127.0.0.1/32", setting: "hosts")
                $0.resolver = Answers(["127.0.0.1"]).resolver
            }
            defer { client.shutDown() }
            let response = try await Self.send(client, (.http, "mail.test"), port: Int(port)).get()
            #expect(response.body == Array("POST /marker abc".utf8))
        }
    }

    @Test func `does not take what a proxy says in the host's place`() async throws {
        let answer = "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        try await withTunnel(answer: answer) { _, place, loop, certificate in
            let roots = TLSConfiguration.Roots.only(.bytes(certificate.certificatePEM))
            let client = try Self.client(loop, place, roots: roots)
            defer { client.shutDown() }
            let error = try await Self.failure(Self.send(client, (.https, "mail.test")))
            #expect(error.description.contains("it sent more than an answer"))
            #expect(error.sent == .notSent)
        }
    }

    static func failure(
        _ result: Result<ClientResponse, HTTPClientError>
    ) throws -> HTTPClientError {
        guard case .failure(let error) = result else {
            throw HTTPClientError(.shutDown, sent: .notSent, authority: "an answer came")
        }
        return error
    }
}

/// What a proxy can do wrong.
@Suite(.closing)
struct `A proxy that does not connect` {
    /// Does with every connection what the script says.
    private func call(
        _ script: [ScriptedServer.Step],
        _ scheme: ClientRequest.Scheme = .https,
        user: String = "",
        timeout: Duration = .patient
    ) async throws -> (Result<ClientResponse, HTTPClientError>, place: String) {
        try await withLoop { loop in
            let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            let server = ScriptedServer()
            let client = try `A call through a proxy`.client(
                loop,
                "\(user)\(listener.localAddress)"
            ) {
                $0.connectTimeout = timeout
            }
            defer { client.shutDown() }
            return await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run(listener, [script]) }
                defer { group.cancelAll() }
                let result = await `A call through a proxy`.send(client, (scheme, "mail.test"))
                return (result, "http://\(listener.localAddress)")
            }
        }
    }

    @Test(arguments: [
        (
            "407 Proxy Authentication Required", "",
            "write http://user:password@host:port in ALL_PROXY"
        ),
        ("407 No", "u:p@", "does not accept the user and password in ALL_PROXY"),
        ("403 Forbidden", "", "name the host in NO_PROXY"), ("405 No", "", "in NO_PROXY"),
        ("502 Bad Gateway", "", "it cannot reach mail.test:443"),
        ("503 Busy", "", "it cannot reach mail.test:443"),
        ("504 Late", "", "it cannot reach mail.test:443"),
        ("500 Internal", "", "see whether ALL_PROXY names the right proxy"),
        ("302 Found", "", "see whether ALL_PROXY names the right proxy"),
    ])
    func `is named with its status and what to do, and nothing was sent`(
        status: String,
        user: String,
        advice: String
    ) async throws {
        let answer = "HTTP/1.1 \(status)\r\nContent-Length: 4\r\n\r\nbody"
        let (result, place) = try await call([.read(), .send(answer), .readToEnd], user: user)
        let error = try `A call through a proxy`.failure(result)
        guard case .proxyRefused(let text) = error.reason else {
            Issue.record("\(error)")
            return
        }
        #expect(text.hasPrefix("the proxy \(place) answered \(status)"))
        #expect(text.contains(advice))
        #expect(error.sent == .notSent)
        #expect(error.description.contains("nothing was sent"))
    }

    @Test(
        arguments: [
            ([.read(), .close], "broke off"), ([.close], ""),
            ([.read(), .send("SSH-2.0-x\r\n\r\n"), .readToEnd], "gave no HTTP answer"),
            ([.read(), .send("HTTP/1.1 200"), .close], "broke off"),
            (
                [
                    .read(), .send(String(repeating: "HTTP/1.1 100 Go on\r\n\r\n", count: 20)),
                    .readToEnd,
                ],
                "too many interim"
            ),
        ] as [([ScriptedServer.Step], String)]
    )
    func `is named when it gives no answer, and nothing was sent`(
        script: [ScriptedServer.Step],
        problem: String
    ) async throws {
        let (result, place) = try await call(script)
        let error = try `A call through a proxy`.failure(result)
        guard case .connectFailed(let text) = error.reason else {
            Issue.record("\(error)")
            return
        }
        #expect(text.contains("the proxy \(place) (ALL_PROXY)"))
        #expect(text.contains(problem))
        #expect(error.sent == .notSent)
    }

    @Test func `is given up at the connect timeout`() async throws {
        let (result, place) = try await call([.read(), .readToEnd], timeout: .milliseconds(200))
        let error = try `A call through a proxy`.failure(result)
        #expect(error.description.contains("the proxy \(place) (ALL_PROXY): "))
        #expect(error.description.contains("the deadline passed"))
        #expect(error.sent == .notSent)
    }

    @Test func `is named when nobody listens there`() async throws {
        try await withLoop { loop in
            let free = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            let place = "\(free.localAddress)"
            free.close()
            let client = try `A call through a proxy`.client(loop, place)
            defer { client.shutDown() }
            let result = await `A call through a proxy`.send(client, (.https, "mail.test"))
            let text = try `A call through a proxy`.failure(result).description
            #expect(text.contains("the proxy http://\(place) (ALL_PROXY): connect \(place)"))
        }
    }

    @Test func `is told the whole URL of a call without TLS, and its user`() async throws {
        let head =
            "POST http://mail.test/marker HTTP/1.1\r\n"
            + "Proxy-Authorization: Basic dTpw\r\nHost: mail.test\r\n"
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
        // The script answers only what begins like that.
        let (result, _) = try await call(
            [.expect(head), .read(until: "abc"), .send(answer), .readToEnd],
            .http,
            user: "u:p@"
        )
        #expect(try result.get().body == Array("ok".utf8))
    }

    @Test func `has sent nothing on when it asks for a user in a call without TLS`() async throws {
        let answer = "HTTP/1.1 407 Who\r\nContent-Length: 0\r\n\r\n"
        let (result, _) = try await call([.read(until: "abc"), .send(answer), .readToEnd], .http)
        let error = try `A call through a proxy`.failure(result)
        guard case .proxyRefused = error.reason else {
            Issue.record("\(error)")
            return
        }
        #expect(error.sent == .notSent)
    }

    @Test func `may have sent a call without TLS on when it answers otherwise`() async throws {
        let answer = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"
        let (result, _) = try await call([.read(until: "abc"), .send(answer), .readToEnd], .http)
        #expect(try result.get().status.code == 502)
    }
}
