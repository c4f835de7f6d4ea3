import HTTPTypes
import Logging
import ServiceLifecycleTestKit
import Sockets
import TestClosing
import Testing

@testable import HTTP

@Suite(.closing)
struct `A server on two loops` {
    /// Something that lives elsewhere than on a loop.
    private actor Elsewhere {
        func name() -> String { "elsewhere" }

        func write(to writer: ResponseBodyWriter) async throws {
            for piece in ["a", "b", "c"] { try await writer.write(Array(piece.utf8)) }
        }
    }

    private func withServer(
        _ handler: ClosureHandler,
        _ body: @escaping @Sendable (Loopback, @Sendable () -> Void) async throws -> Void
    ) async throws {
        let group = try EventLoopGroup(count: 2, name: "test")
        defer { group.shutdown() }
        try await withTaskExecutorPreference(group.loops[0]) {
            let listener = try TCPListener.bind(
                to: SocketAddress(ip: .loopback, port: 0),
                on: group.loops[0]
            )
            let server = HTTPServer(
                configuration: .patient,
                listener: listener,
                loops: group.loops,
                logger: Logger(label: "test"),
                handler: handler
            )
            try await testGracefulShutdown { trigger in
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    tasks.addTask { try await server.run() }
                    tasks.addTask {
                        let loopback = Loopback(
                            address: listener.localAddress,
                            loop: group.loops[0],
                            server: server
                        )
                        try await body(loopback) { trigger.triggerGracefulShutdown() }
                        trigger.triggerGracefulShutdown()
                    }
                    try await tasks.waitForAll()
                }
            }
        }
    }

    @Test func `gives each its share, and stays on it`() async throws {
        let elsewhere = Elsewhere()
        let handler = ClosureHandler { _ in
            let before = EventLoop.current?.name ?? "none"
            _ = await elsewhere.name()
            let after = EventLoop.current?.name ?? "none"
            return ServerResponse(.ok, body: Array("\(before) \(after).".utf8))
        }
        try await withServer(handler) { server, _ in
            var seen: Set<String> = []
            for _ in 0..<4 {
                let answer = try await server.exchange(`A server`.get)
                seen.insert(answer.components(after: "\r\n\r\n").first.map(String.init) ?? "")
            }
            #expect(seen == ["test-0 test-0.", "test-1 test-1."])
        }
    }

    @Test func `streams what is written elsewhere`() async throws {
        let handler = ClosureHandler { _ in
            ServerResponse(.ok, fields: [:], body: .stream { try await Elsewhere().write(to: $0) })
        }
        try await withServer(handler) { server, _ in
            for _ in 0..<2 {
                let answer = try await server.exchange(`A server`.get)
                #expect(answer.hasSuffix("1\r\na\r\n1\r\nb\r\n1\r\nc\r\n0\r\n\r\n"))
            }
        }
    }

    @Test func `closes the idle connections of both when it shuts down`() async throws {
        try await withServer(.echo) { server, shutdown in
            var wires: [Wire] = []
            for _ in 0..<4 {
                let wire = try await server.connect()
                try await wire.send(`A server`.get)
                _ = try await wire.read(until: "GET /a ")
                wires.append(wire)
            }
            shutdown()
            for wire in wires { #expect(try await wire.readToEnd() == "") }
        }
    }
}
