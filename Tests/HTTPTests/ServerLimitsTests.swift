import HTTPTypes
import Logging
import ServiceLifecycle
import ServiceLifecycleTestKit
import Sockets
import TestClosing
import Testing

@testable import HTTP

@Suite(.closing)
struct `A server's patience` {
    // However slow the machine is, what a client has sent is read before the time is looked at: both sides are on one loop.
    private static let short = Duration.milliseconds(50)

    @Test func `ends with a head that does not end`() async throws {
        var configuration = ServerConfiguration.patient
        configuration.headTimeout = Self.short
        let answer = try await withServer(configuration: configuration) {
            try await $0.exchange("GET / HTTP/1.1\r\nHost:", endsAfterwards: false)
        }
        #expect(statuses(answer) == ["408"])
    }

    @Test func `ends without a word when nothing was said`() async throws {
        var configuration = ServerConfiguration.patient
        configuration.headTimeout = Self.short
        configuration.idleTimeout = Self.short
        let (silent, afterwards) = try await withServer(configuration: configuration) {
            (
                try await $0.exchange("", endsAfterwards: false),
                try await $0.exchange(`A server`.get, endsAfterwards: false)
            )
        }
        #expect(silent == "")
        #expect(statuses(afterwards) == ["200"])
    }

    @Test func `ends with a body that comes too slowly`() async throws {
        var configuration = ServerConfiguration.patient
        configuration.bodyTimeout = Self.short
        let answer = try await withServer(configuration: configuration) {
            try await $0.exchange(
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nx",
                endsAfterwards: false
            )
        }
        #expect(statuses(answer) == ["408"])
    }

    @Test func `ends with a client that does not read`() async throws {
        var configuration = ServerConfiguration.patient
        configuration.writeTimeout = Self.short
        let large = [UInt8](repeating: 120, count: 20_000_000)
        let handler = ClosureHandler { _ in ServerResponse(.ok, body: large) }
        let hasEnded = Signal()
        let log: @Sendable (AccessRecord) -> Void = { _ in
            Issue.record("A lost answer was reported as sent.")
        }
        try await withServer(handler, configuration: configuration, accessLog: log) { server in
            let wire = try await server.connect()
            defer { wire.stream.close() }
            try await wire.send(`A server`.get)
            // Its answer cannot have been written, so only the deadline can end the connection.
            while server.server.connectionCount > 0 {
                try await server.loop.sleep(until: .now + .milliseconds(1))
            }
            var size = 0
            do {
                size = try await wire.readToEnd().utf8.count
            } catch let error as SocketError {
                #expect(error.isReset)
            }
            #expect(size < large.count)
            hasEnded.set()
        }
        await hasEnded.wait()
    }
}

@Suite(.closing)
struct `A server's limits` {
    @Test func `hold for all connections`() async throws {
        var configuration = ServerConfiguration.patient
        configuration.maximumConnections = 2
        try await expectRefusal(afterConnections: 2, configuration)
    }

    @Test func `hold for the connections of one address`() async throws {
        var configuration = ServerConfiguration.patient
        configuration.maximumConnectionsPerAddress = 1
        try await expectRefusal(afterConnections: 1, configuration)
    }

    private func expectRefusal(
        afterConnections count: Int,
        _ configuration: ServerConfiguration
    ) async throws {
        try await withServer(configuration: configuration) { server in
            var wires: [Wire] = []
            for _ in 0..<count {
                let wire = try await server.connect()
                try await wire.send(`A server`.get)
                _ = try await wire.read(until: "GET /a ")
                wires.append(wire)
            }
            let refused = try await server.exchange("", endsAfterwards: false)
            #expect(statuses(refused) == ["503"])
            #expect(refused.contains("\r\nConnection: close\r\n"))
            // A place that becomes free is given away again.
            wires.removeLast().stream.close()
            var answer = ""
            while statuses(answer) != ["200"] { answer = try await server.exchange(`A server`.get) }
            for wire in wires { wire.stream.close() }
        }
    }

    @Test func `hold for the requests of one connection`() async throws {
        var configuration = ServerConfiguration.patient
        configuration.maximumRequestsPerConnection = 2
        let answers = try await withServer(configuration: configuration) {
            try await $0.exchange(`A server`.get + `A server`.get + `A server`.get)
        }
        #expect(statuses(answers) == ["200", "200"])
        #expect(answers.contains("\r\nConnection: close\r\n"))
    }

    @Test func `let a thousand idle connections be`() async throws {
        let seen = try await withServer { server in
            var wires: [Wire] = []
            for _ in 0..<1_000 { wires.append(try await server.connect()) }
            defer { for wire in wires { wire.stream.close() } }
            var seen: Set<[String]> = []
            for wire in wires {
                try await wire.send(`A server`.get)
                seen.insert(statuses(try await wire.read()))
            }
            return seen
        }
        #expect(seen == [["200"]])
    }
}

@Suite(.closing)
struct `A server that shuts down` {
    @Test func `answers what is in progress, and closes what is idle`() async throws {
        let (isAsked, mayAnswer) = (Signal(), Signal())
        let handler = ClosureHandler { request in
            if request.path == "/slow" {
                isAsked.set()
                await mayAnswer.wait()
            }
            return ServerResponse(.ok, body: Array("done".utf8))
        }
        try await withShutdown(handler, .patient) { server, shutdown in
            let idle = try await server.connect()
            try await idle.send(`A server`.get)
            _ = try await idle.read(until: "done")
            let busy = try await server.connect()
            try await busy.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n")
            await isAsked.wait()
            shutdown()
            #expect(try await idle.readToEnd() == "")
            await #expect(throws: SocketError.self) { try await server.connect() }
            mayAnswer.set()
            let answer = try await busy.readToEnd()
            #expect(answer.contains("\r\nConnection: close\r\n"))
            #expect(answer.hasSuffix("done"))
        }
    }

    @Test func `cancels what takes longer than the grace period`() async throws {
        var configuration = ServerConfiguration.patient
        configuration.gracePeriod = .milliseconds(30)
        let isAsked = Signal()
        let handler = ClosureHandler { _ in
            isAsked.set()
            try? await EventLoop.current?.sleep(until: .now + .patient)
            return ServerResponse(.ok)
        }
        try await withShutdown(handler, configuration) { server, shutdown in
            let wire = try await server.connect()
            try await wire.send(`A server`.get)
            await isAsked.wait()
            shutdown()
            _ = try? await wire.readToEnd()
        }
    }

    /// Runs a server in a way that it can be told to shut down, and waits until it has ended.
    private func withShutdown(
        _ handler: some HTTPHandler,
        _ configuration: ServerConfiguration,
        _ body: @escaping @Sendable (Loopback, @Sendable () -> Void) async throws -> Void
    ) async throws {
        try await withLoop { loop in
            let listener = try TCPListener.bind(
                to: SocketAddress(ip: .loopback, port: 0),
                on: loop
            )
            let server = HTTPServer(
                configuration: configuration,
                listener: listener,
                loops: [loop],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                handler: handler
            )
            try await testGracefulShutdown { trigger in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await server.run() }
                    group.addTask {
                        let loopback = Loopback(
                            address: listener.localAddress,
                            loop: loop,
                            server: server
                        )
                        try await body(loopback) { trigger.triggerGracefulShutdown() }
                    }
                    try await group.waitForAll()
                }
            }
        }
    }
}
