import HTTPTypes
import OpenSSL
import Sockets
import Synchronization
import TestClosing
import Testing

@testable import HTTP

/// A server that does to each connection what its script says, and counts them.
final class ScriptedServer: Sendable {
    enum Step: Sendable {
        /// Reads until the end of a head without a body, or of this text.
        case read(until: String = "\r\n\r\n")
        /// Reads so many bytes and goes on only when they are these.
        case expect(String)
        case send(String)
        case close
        /// Tells the test, by setting it.
        case set(Signal)
        case wait(Signal)
        /// Reads until the client closes.
        case readToEnd
    }

    private let count = Mutex(0)
    /// How many connections were accepted.
    var connections: Int { count.withLock { $0 } }

    /// The scripts of the connections in their order; the last is for all that follow.
    func run(_ listener: TCPListener, _ scripts: [[Step]]) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                let stream = try await listener.accept(for: listener.loop)
                let index = count.withLock { count in
                    defer { count += 1 }
                    return min(count, scripts.count - 1)
                }
                group.addTask(executorPreference: listener.loop) {
                    // A client that breaks off is part of many tests.
                    try? await Self.perform(scripts[index], Wire(stream: stream))
                }
            }
        }
    }

    private static func perform(_ script: [Step], _ wire: Wire) async throws {
        defer { wire.stream.close() }
        for step in script {
            switch step {
            case .read(let end): _ = try await wire.read(until: end)
            case .expect(let text):
                guard try await wire.read(text.utf8.count) == text else { return }
            case .send(let text): try await wire.send(text)
            case .close: wire.stream.close()
            case .set(let signal): signal.set()
            case .wait(let signal): await signal.wait()
            case .readToEnd: _ = try await wire.readToEnd()
            }
        }
    }
}

@Suite(.closing)
struct `A client` {
    private static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    private static var deadline: ContinuousClock.Instant {
        .now + .patient
    }

    /// A client, and a server with these scripts.
    private func withScript<Result: Sendable>(
        _ scripts: [ScriptedServer.Step]...,
        configuration: ClientConfiguration = .patient,
        _ body: @escaping @Sendable (HTTPClient, Int, ScriptedServer) async throws -> Result
    ) async throws -> Result {
        try await withLoop { loop in
            let listener = try TCPListener.bind(
                to: SocketAddress(ip: .loopback, port: 0),
                on: loop
            )
            let server = ScriptedServer()
            let client = HTTPClient(
                loops: [loop],
                configuration: configuration,
                tls: try TLSContext(client: TLSConfiguration.Client())
            )
            defer { client.shutDown() }
            return try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run(listener, scripts) }
                defer { group.cancelAll() }
                return try await body(client, Int(listener.localAddress.port), server)
            }
        }
    }

    private static func request(
        _ method: HTTPRequest.Method,
        _ port: Int,
        _ body: String = ""
    ) -> ClientRequest {
        ClientRequest(
            method: method,
            scheme: .http,
            host: "127.0.0.1",
            port: port,
            target: "/x?y=1",
            body: Array(body.utf8)
        )
    }

    private static func send(
        _ client: HTTPClient,
        _ request: ClientRequest,
        until deadline: ContinuousClock.Instant = deadline
    ) async -> Swift.Result<ClientResponse, HTTPClientError> {
        do throws(HTTPClientError) {
            return .success(try await client.send(request, deadline: deadline))
        } catch {
            return .failure(error)
        }
    }

    private static func failure(
        _ result: Swift.Result<ClientResponse, HTTPClientError>
    ) throws -> HTTPClientError {
        guard case .failure(let error) = result else {
            throw HTTPClientError(.shutDown, sent: .notSent, authority: "an answer came")
        }
        return error
    }

    @Test func `stays on its connection's loop for a task that prefers another executor`()
        async throws
    {
        try await withScript([.read(), .send(Self.ok), .read(), .send(Self.ok), .readToEnd]) {
            client,
            port,
            server in
            let request = Self.request(.get, port)
            for _ in 1...2 {
                let answer = try await withTaskExecutorPreference(globalConcurrentExecutor) {
                    try await client.send(request, deadline: Self.deadline)
                }
                #expect(answer.status == .ok)
            }
            #expect(server.connections == 1)
        }
    }

    @Test func `gives a body away as it arrives`() async throws {
        let taken = Mutex<[String]>([])
        let isTaken = Signal()
        try await withScript([
            .read(), .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"),
            .wait(isTaken), .send("1\r\nc\r\n0\r\n\r\n"), .read(), .send(Self.ok), .readToEnd,
        ]) { client, port, server in
            let pieces = BodyPieces(silence: .patient) { piece in
                taken.withLock { $0.append(String(decoding: piece, as: UTF8.self)) }
                isTaken.set()
                return true
            }
            let request = Self.request(.get, port)
            let response = try await client.send(request, deadline: Self.deadline, pieces)
            #expect(response.status == .ok && response.body.isEmpty)
            _ = try await client.send(request, deadline: Self.deadline)
            #expect(server.connections == 1)
        }
        #expect(taken.withLock { $0 } == ["ab", "c"])
    }

    @Test func `reads no more of a body when it is enough, and all of a refusal`() async throws {
        try await withScript(
            [
                .read(), .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"),
                .readToEnd,
            ],
            [
                .read(), .send("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno"),
                .readToEnd,
            ]
        ) { client, port, server in
            let pieces = BodyPieces(silence: .patient) { _ in false }
            let request = Self.request(.get, port)
            let enough = try await client.send(request, deadline: Self.deadline, pieces)
            #expect(enough.status == .ok)
            let refusal = try await client.send(request, deadline: Self.deadline, pieces)
            #expect(refusal.body == Array("no".utf8))
        }
    }

    @Test func `gives up on a body that has gone silent`() async throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        try await withScript([.read(), .send(head), .readToEnd]) { client, port, _ in
            let error = await #expect(throws: HTTPClientError.self) {
                _ = try await client.send(
                    Self.request(.get, port),
                    deadline: Self.deadline,
                    BodyPieces(silence: .milliseconds(1)) { _ in true }
                )
            }
            #expect(error?.reason == .timedOut(.response))
        }
    }

    @Test func `opens another connection when one has become too old`() async throws {
        var configuration = ClientConfiguration.patient
        configuration.connectionAge = .zero
        let script: [ScriptedServer.Step] = [.read(), .send(Self.ok), .readToEnd]
        try await withScript(script, configuration: configuration) { client, port, server in
            for _ in 0..<2 {
                _ = try await client.send(Self.request(.get, port), deadline: Self.deadline)
            }
            #expect(server.connections == 2)
        }
    }

    @Test func `uses a connection again`() async throws {
        let script: [ScriptedServer.Step] = [
            .read(), .send(Self.ok), .read(), .send(Self.ok), .readToEnd,
        ]
        let connections = try await withScript(script) { client, port, server in
            for _ in 0..<2 {
                let response = try await client.send(
                    Self.request(.get, port),
                    deadline: Self.deadline
                )
                #expect(response.body == Array("ok".utf8))
            }
            return server.connections
        }
        #expect(connections == 1)
    }

    @Test func `replaces a connection that was closed while it was idle`() async throws {
        let isClosed = Signal()
        let connections = try await withScript(
            [.read(), .send(Self.ok), .close, .set(isClosed)],
            [.read(until: "body"), .send(Self.ok), .readToEnd]
        ) { client, port, server in
            _ = try await client.send(Self.request(.get, port), deadline: Self.deadline)
            await isClosed.wait()
            let response = try await client.send(
                Self.request(.post, port, "body"),
                deadline: Self.deadline
            )
            #expect(response.status == .ok)
            return server.connections
        }
        #expect(connections == 2)
    }

    @Test func `sends no request twice that is not idempotent`() async throws {
        // The second request arrives, and its connection breaks before an answer.
        let (error, connections) = try await withScript(
            [.read(), .send(Self.ok), .read(until: "body")],
            [.read(), .send(Self.ok)]
        ) { client, port, server in
            _ = try await client.send(Self.request(.get, port), deadline: Self.deadline)
            let result = await Self.send(client, Self.request(.post, port, "body"))
            return (try Self.failure(result), server.connections)
        }
        #expect(error.sent == .maybeSent)
        #expect(connections == 1)
    }

    @Test func `repeats an idempotent request that met a closed connection, once`() async throws {
        let (response, connections) = try await withScript(
            [.read(), .send(Self.ok), .read()],
            [.read(), .send(Self.ok), .readToEnd]
        ) { client, port, server in
            _ = try await client.send(Self.request(.get, port), deadline: Self.deadline)
            let response = try await client.send(Self.request(.get, port), deadline: Self.deadline)
            return (response, server.connections)
        }
        #expect(response.status == .ok)
        #expect(connections == 2)
    }

    @Test func `does not repeat what failed on a new connection`() async throws {
        let (error, connections) = try await withScript([.read()]) { client, port, server in
            (
                try Self.failure(await Self.send(client, Self.request(.get, port))),
                server.connections
            )
        }
        #expect(error.sent == .maybeSent)
        #expect(connections == 1)
    }

    @Test func `says that nothing was sent when there is no connection`() async throws {
        let error = try await withScript([]) { client, port, _ in
            // A port that was free a moment ago, and on which nobody listens.
            let listener = try TCPListener.bind(
                to: SocketAddress(ip: .loopback, port: 0),
                on: EventLoop.current ?? { preconditionFailure() }()
            )
            let free = Int(listener.localAddress.port)
            listener.close()
            return try Self.failure(await Self.send(client, Self.request(.post, free)))
        }
        #expect(error.sent == .notSent)
        guard case .connectFailed = error.reason else {
            Issue.record("\(error)")
            return
        }
    }

    @Test(arguments: ["/a b", "/a\r\nX: y", "a", "/ä", ""])
    func `sends no target that is none`(target: String) async throws {
        let error = try await withScript([]) { client, port, _ in
            var request = Self.request(.get, port)
            request.target = target
            return try Self.failure(await Self.send(client, request))
        }
        #expect(error.sent == .notSent)
        guard case .invalidRequest = error.reason else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func `waits no longer than it may for the first byte`() async throws {
        var configuration = ClientConfiguration.patient
        configuration.firstByteTimeout = .milliseconds(20)
        let error = try await withScript([.readToEnd], configuration: configuration) {
            client,
            port,
            _ in
            try Self.failure(await Self.send(client, Self.request(.post, port)))
        }
        #expect(error.reason == .timedOut(.firstByte))
        #expect(error.sent == .maybeSent)
    }

    @Test func `waits no longer than it may for the rest`() async throws {
        let script: [ScriptedServer.Step] = [.read(), .send("HTTP/1.1 200 OK\r\n"), .readToEnd]
        let error = try await withScript(script) { client, port, _ in
            // On a slow machine the time may be over before the first byte; then the next call has more.
            var patience = Duration.milliseconds(20)
            while true {
                let request = Self.request(.get, port)
                let result = await Self.send(client, request, until: .now + patience)
                let error = try Self.failure(result)
                if error.reason == .timedOut(.response) || patience > .patient { return error }
                patience *= 2
            }
        }
        #expect(error.reason == .timedOut(.response))
    }

    @Test func `waits no longer than it may for a connection`() async throws {
        var configuration = ClientConfiguration.patient
        configuration.maximumConnectionsPerHost = 1
        let (isAsked, mayAnswer) = (Signal(), Signal())
        let script: [ScriptedServer.Step] = [.read(), .set(isAsked), .wait(mayAnswer)]
        let error = try await withScript(script, configuration: configuration) { client, port, _ in
            async let first = Self.send(client, Self.request(.get, port))
            await isAsked.wait()
            let result = await Self.send(
                client,
                Self.request(.get, port),
                until: .now + .milliseconds(20)
            )
            mayAnswer.set()
            _ = await first
            return try Self.failure(result)
        }
        #expect(error.reason == .timedOut(.pool))
        #expect(error.sent == .notSent)
    }

    @Test func `sends nothing once the deadline has passed, and keeps the connection`() async throws
    {
        let script: [ScriptedServer.Step] = [
            .read(), .send(Self.ok), .read(), .send(Self.ok), .readToEnd,
        ]
        let connections = try await withScript(script) { client, port, server in
            _ = try await client.send(Self.request(.get, port), deadline: Self.deadline)
            // The connection is quiet and its socket has room for all of this.
            let late = await Self.send(client, Self.request(.post, port), until: .now)
            let error = try Self.failure(late)
            #expect((error.reason, error.sent) == (.timedOut(.write), .notSent))
            // The server's next request is this one.
            let answer = try await client.send(Self.request(.get, port), deadline: Self.deadline)
            #expect(answer.status == .ok)
            return server.connections
        }
        #expect(connections == 1)
    }

    @Test func `lets a call wait for the connection of another`() async throws {
        var configuration = ClientConfiguration.patient
        configuration.maximumConnectionsPerHost = 1
        let script: [ScriptedServer.Step] = [
            .read(), .send(Self.ok), .read(), .send(Self.ok), .readToEnd,
        ]
        let connections = try await withScript(script, configuration: configuration) {
            client,
            port,
            server in
            async let first = client.send(Self.request(.get, port), deadline: Self.deadline)
            async let second = client.send(Self.request(.get, port), deadline: Self.deadline)
            let responses = try await [first, second]
            #expect(responses.map(\.status) == [.ok, .ok])
            return server.connections
        }
        #expect(connections == 1)
    }

    @Test func `closes the connection of a call that is cancelled`() async throws {
        let (isAsked, isClosed) = (Signal(), Signal())
        let listening: [ScriptedServer.Step] = [
            .read(), .set(isAsked), .readToEnd, .set(isClosed),
        ]
        let result = try await withScript(listening) { client, port, _ in
            await withTaskGroup(of: Swift.Result<ClientResponse, HTTPClientError>.self) { group in
                group.addTask { await Self.send(client, Self.request(.post, port)) }
                await isAsked.wait()
                group.cancelAll()
                await isClosed.wait()
                return await group.next()
            }
        }
        let error = try Self.failure(try #require(result))
        #expect(error.reason == .cancelled)
    }

    static let complete: [(text: String, body: String)] = [
        ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", "abc"),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", "abc"),
        ("HTTP/1.1 200 OK\r\n\r\nabc", "abc"),
        ("HTTP/1.0 200 OK\r\n\r\nabc", "abc"),
        ("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", ""),
        ("HTTP/1.1 204 No Content\r\n\r\n", ""),
        ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + ok, "ok"),
    ]

    @Test(arguments: complete)
    func `reads an answer to its end`(text: String, body: String) async throws {
        let response = try await withScript([.read(), .send(text)]) { client, port, _ in
            try await client.send(Self.request(.get, port), deadline: Self.deadline)
        }
        #expect(response.body == Array(body.utf8))
    }

    static let incomplete = [
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 100 Continue\r\n\r\n",
    ]

    @Test(arguments: incomplete)
    func `notices an answer that was cut short`(text: String) async throws {
        let error = try await withScript([.read(), .send(text)]) { client, port, _ in
            try Self.failure(await Self.send(client, Self.request(.get, port)))
        }
        guard case .connectionLost = error.reason else {
            Issue.record("\(error)")
            return
        }
        #expect(error.sent == .maybeSent)
    }

    static let invalid = [
        "HTTP/2 200 OK\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 99 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX : y\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nab",
        "HTTP/1.1 101 Switching Protocols\r\n\r\n",
        String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 17),
    ]

    @Test(arguments: invalid)
    func `believes no answer that contradicts itself`(text: String) async throws {
        let error = try await withScript([.read(), .send(text), .readToEnd]) { client, port, _ in
            try Self.failure(await Self.send(client, Self.request(.get, port)))
        }
        guard case .invalidResponse = error.reason else {
            Issue.record("\(error)")
            return
        }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\nabcd",
    ])
    func `takes an answer of its limit's size and no larger`(text: String) async throws {
        for (limit, fits) in [(4, true), (3, false)] {
            var configuration = ClientConfiguration.patient
            configuration.maximumBodySize = limit
            let result = try await withScript([.read(), .send(text)], configuration: configuration)
            {
                client,
                port,
                _ in
                await Self.send(client, Self.request(.get, port))
            }
            switch result {
            case .success(let response): #expect(fits && response.body.count == 4)
            case .failure(let error): #expect(!fits && error.reason == .responseTooLarge)
            }
        }
    }

    @Test func `uses no connection again that has more to say, or says it closes`() async throws {
        for text in [
            Self.ok + "x", "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        ] {
            let connections = try await withScript([.read(), .send(text), .readToEnd]) {
                client,
                port,
                server in
                for _ in 0..<2 {
                    _ = try await client.send(Self.request(.get, port), deadline: Self.deadline)
                }
                return server.connections
            }
            #expect(connections == 2)
        }
    }
}
