import Sockets
import Synchronization

/// A proxy that connects everything to one server, and keeps what it was asked.
final class StubProxy: Sendable {
    private let kept = Mutex<[String]>([])
    /// The heads of all requests, as they came.
    var requests: [String] { kept.withLock { $0 } }

    let server: SocketAddress
    let answer: String

    init(to server: SocketAddress, answer: String = "HTTP/1.1 200 Connection established\r\n\r\n") {
        (self.server, self.answer) = (server, answer)
    }

    func run(_ listener: TCPListener) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                let stream = try await listener.accept(for: listener.loop)
                group.addTask(executorPreference: listener.loop) {
                    // Who breaks off ends the tunnel.
                    try? await self.serve(Wire(stream: stream))
                }
            }
        }
    }

    private func serve(_ client: Wire) async throws {
        defer { client.stream.close() }
        let head = try await client.read(until: "\r\n\r\n")
        kept.withLock { $0.append(head) }
        try await client.send(answer)
        let host = try await TCPStream.connect(to: server, on: client.stream.loop)
        defer { host.close() }
        try await withThrowingTaskGroup { group in
            group.addTask { try await Self.pass(from: client.stream, to: host) }
            group.addTask { try await Self.pass(from: host, to: client.stream) }
            try await group.waitForAll()
        }
    }

    private static func pass(from source: TCPStream, to sink: TCPStream) async throws {
        var bytes: [UInt8] = []
        while try await source.read(into: &bytes, limit: 65_536) > 0 {
            try await sink.write(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        try await sink.shutdownWrite()
    }
}
