import OpenSSL
import Sockets

/// Runs `body` on a fresh loop.
@discardableResult
func onLoop<Result: Sendable>(
    _ body: @Sendable (EventLoop) async throws -> Result
) async throws -> Result {
    let group = try EventLoopGroup(count: 1)
    defer { group.shutdown() }
    return try await withTaskExecutorPreference(group.loops[0]) {
        try await body(group.loops[0])
    }
}

/// Two ends of one TCP connection over loopback.
func connectedPair(on loop: EventLoop) async throws -> (client: TCPStream, server: TCPStream) {
    let listener = try TCPListener.bind(to: SocketAddress(ip: .loopback, port: 0), on: loop)
    defer { listener.close() }
    let client = try await TCPStream.connect(to: listener.localAddress, on: loop)
    let server = try await listener.accept(for: loop)
    for stream in [client, server] { stream.deadline = loop.now.advanced(by: .seconds(600)) }
    return (client, server)
}

extension SelfSignedCertificate {
    /// A client that trusts this certificate alone.
    var client: TLSConfiguration.Client {
        TLSConfiguration.Client(roots: .only(.bytes(certificatePEM)))
    }

    /// Two ends of one TLS connection to a server that shows this certificate.
    func connect(
        to name: String,
        on loop: EventLoop,
        client: TLSConfiguration.Client? = nil,
        server: TLSConfiguration.Server? = nil
    ) async throws -> (client: TLSStream, server: TLSStream) {
        let (near, far) = try await connectedPair(on: loop)
        let serverContext = try TLSContext(server: server ?? self.server)
        async let serverEnd = TLSStream.server(over: far, context: serverContext)
        let clientEnd = try await TLSStream.client(
            over: near,
            context: try TLSContext(client: client ?? self.client),
            serverName: name
        )
        return (clientEnd, try await serverEnd)
    }
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
