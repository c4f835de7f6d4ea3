import Sockets

/// Runs `body` on a fresh loop, with a second loop beside it, and ends both.
@discardableResult
func onLoop<Result: Sendable>(
    _ body: @Sendable (EventLoop, EventLoopGroup) async throws -> Result
) async throws -> Result {
    let group = try EventLoopGroup(count: 2)
    defer { group.shutdown() }
    return try await withTaskExecutorPreference(group.loops[0]) {
        try await body(group.loops[0], group)
    }
}

/// Two ends of one connection over loopback, both on the loop.
func connectedPair(on loop: EventLoop) async throws -> (client: TCPStream, server: TCPStream) {
    let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
    defer { listener.close() }
    let client = try await TCPStream.connect(to: listener.localAddress, on: loop)
    return (client, try await listener.accept(for: loop))
}

extension ByteStream {
    /// Reads until there are so many bytes, or the end.
    func read(exactly count: Int) async throws(SocketError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            if try await read(into: &bytes, limit: count - bytes.count) == 0 { break }
        }
        return bytes
    }
}
