import Logging
import ServiceLifecycleTestKit
import Sockets
import Synchronization
import TestClosing
import Testing

@testable import HTTP

/// A server that looks at who connects, and one that a shutdown around it does not end.
@Suite(.closing)
struct DoorkeeperTests {
    private func server(
        on loop: EventLoop,
        doorkeeper: @escaping @Sendable (SocketAddress) -> Bool = { _ in true }
    ) throws -> Loopback {
        let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
        let server = HTTPServer(
            configuration: .patient,
            listener: listener,
            loops: [loop],
            logger: Logger(label: "test"),
            doorkeeper: doorkeeper,
            handler: ClosureHandler.echo
        )
        return Loopback(address: listener.localAddress, loop: loop, server: server)
    }

    private func answers(_ loopback: Loopback) async throws -> Bool {
        try await loopback.exchange("GET /a HTTP/1.1\r\nHost: a\r\n\r\n").hasSuffix("GET /a ")
    }

    @Test func `who is not let in gets no answer, and the next one does`() async throws {
        let peers = Mutex<[SocketAddress]>([])
        try await withLoop { loop in
            let loopback = try server(on: loop) { peer in
                peers.withLock {
                    $0.append(peer)
                    return $0.count > 1
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await loopback.server.runUntilCancelled() }
                defer { tasks.cancelAll() }
                let wire = try await loopback.connect()
                defer { wire.stream.close() }
                #expect(try await wire.read() == "")
                let own = wire.stream.localAddress
                #expect(peers.withLock { $0.first } == own)
                #expect(try await answers(loopback))
            }
        }
    }

    @Test func `a shutdown around it does not end it, and a cancellation does`() async throws {
        try await withLoop { loop in
            let loopback = try server(on: loop)
            try await testGracefulShutdown { trigger in
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    tasks.addTask { try await loopback.server.runUntilCancelled() }
                    trigger.triggerGracefulShutdown()
                    #expect(try await answers(loopback))
                    tasks.cancelAll()
                    try await tasks.waitForAll()
                }
            }
            await #expect(throws: SocketError.self) { try await loopback.connect() }
        }
    }
}
