import HTTPTypes
import OpenSSL
import Sockets
import Synchronization
import TestClosing
import Testing

@testable import HTTP

/// A resolver that gives its answers one by one, the last for all that follow, and counts the questions.
final class Answers: Sendable {
    private let state: Mutex<(answers: [[String]], questions: Int)>

    init(_ answers: [String]...) { state = Mutex((answers, 0)) }

    var questions: Int { state.withLock { $0.questions } }

    var resolver: HostResolver {
        HostResolver { (host, _, _) async throws(SocketError) -> [IPAddress] in self.next() }
    }

    private func next() -> [IPAddress] {
        state.withLock { state in
            defer { state.questions += 1 }
            return state.answers[min(state.questions, state.answers.count - 1)]
                .compactMap { IPAddress($0) }
        }
    }
}

@Suite(.closing)
struct `A client with rules for hosts` {
    private func client(
        _ loop: EventLoop,
        _ rules: String,
        _ answers: Answers,
        roots: TLSConfiguration.Roots = .system
    ) throws -> HTTPClient {
        var configuration = ClientConfiguration.patient
        configuration.hosts = HostRules(rules, setting: "hosts")
        try #require(configuration.hosts != nil)
        configuration.resolver = answers.resolver
        return HTTPClient(
            loops: [loop],
            configuration: configuration,
            tls: try TLSContext(client: TLSConfiguration.Client(roots: roots))
        )
    }

    private func send(
        _ client: HTTPClient,
        _ scheme: ClientRequest.Scheme = .http,
        host: String = "api.test",
        port: UInt16
    ) async -> Result<ClientResponse, HTTPClientError> {
        let request = ClientRequest(
            method: .post,
            scheme: scheme,
            host: host,
            port: Int(port),
            target: "/"
        )
        do throws(HTTPClientError) {
            return .success(try await client.send(request, deadline: .now + .patient))
        } catch {
            return .failure(error)
        }
    }

    private func expectRefusal(
        _ result: Result<ClientResponse, HTTPClientError>,
        _ words: String
    ) throws {
        let error = try `A call through a proxy`.failure(result)
        guard case .hostRefused(let sentence) = error.reason else {
            Issue.record("\(error)")
            return
        }
        #expect(sentence.contains(words), "\(sentence)")
        #expect(error.sent == .notSent)
    }

    @Test func `dials what it has checked, and asks for no second meaning of the name`()
        async throws
    {
        try await withServer { loopback in
            let port = loopback.address.port
            let answers = Answers(["127.0.0.1"], ["127.0.0.2"])
            let client = try client(loopback.loop, "http://api.test:\(port),127.0.0.1/32", answers)
            defer { client.shutDown() }
            let response = try await send(client, port: port).get()
            #expect(response.body == Array("POST / ".utf8))
            #expect(answers.questions == 1)
        }
    }

    @Test func `refuses a name that has come to mean what is not allowed`() async throws {
        try await withLoop { loop in
            let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
            let port = listener.localAddress.port
            let answers = Answers(["127.0.0.1"], ["127.0.0.2"])
            let client = try client(loop, "http://api.test:\(port),127.0.0.1/32", answers)
            defer { client.shutDown() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                let answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                group.addTask {
                    try await ScriptedServer().run(listener, [[.read(), .send(answer)]])
                }
                defer { group.cancelAll() }
                _ = try await send(client, port: port).get()
                try expectRefusal(
                    await send(client, port: port),
                    "api.test is at 127.0.0.2, which is no public address (loopback)"
                )
            }
        }
    }

    @Test(arguments: ["127.0.0.1", "::1", "169.254.169.254", "::ffff:10.0.0.1", "fd00:ec2::254"])
    func `connects to nothing private, though one address of the name is public`(
        _ address: String
    ) async throws {
        try await withLoop { loop in
            let client = try client(loop, "*", Answers(["8.8.8.8", address]))
            defer { client.shutDown() }
            try expectRefusal(await send(client, .https, port: 443), "no public address")
        }
    }

    @Test func `asks for the meaning of no host that is not named`() async throws {
        try await withLoop { loop in
            let answers = Answers(["8.8.8.8"])
            let client = try client(loop, "other.test", answers)
            defer { client.shutDown() }
            try expectRefusal(await send(client, .https, port: 443), "does not let api.test be")
            try expectRefusal(await send(client, .https, host: "0x7f.1", port: 443), "a number")
            #expect(answers.questions == 0)
        }
    }

    @Test func `has a server prove the name, wherever that is`() async throws {
        try await withSecuredServer(names: ["api.test"]) { secured, loopback in
            let port = loopback.address.port
            let roots = TLSConfiguration.Roots.only(.bytes(secured.certificate.certificatePEM))
            let rules = "api.test:\(port),other.test:\(port),127.0.0.0/8"
            let client = try client(loopback.loop, rules, Answers(["127.0.0.1"]), roots: roots)
            defer { client.shutDown() }
            #expect(try await send(client, .https, port: port).get().status == .ok)
            let other = await send(client, .https, host: "other.test", port: port)
            guard case .handshakeFailed = try `A call through a proxy`.failure(other).reason else {
                Issue.record("\(other)")
                return
            }
        }
    }
}
