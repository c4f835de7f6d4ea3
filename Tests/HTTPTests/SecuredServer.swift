import HTTP
import Logging
import OpenSSL
import Sockets

/// A server that speaks TLS, with a certificate of its own.
struct SecuredServer: Sendable {
    let server: HTTPServer
    let certificate: SelfSignedCertificate
}

/// A secured server on an ephemeral port for as long as `body` runs.
func withSecuredServer<Result: Sendable>(
    names: [String] = ["localhost"],
    _ body: @escaping @Sendable (SecuredServer, Loopback) async throws -> Result
) async throws -> Result {
    let certificate = try SelfSignedCertificate(names: names)
    return try await withLoop { loop in
        let listener = try TCPListener.bind(
            to: SocketAddress(ip: .loopback, port: 0),
            on: loop
        )
        let server = HTTPServer(
            configuration: .patient,
            listener: listener,
            loops: [loop],
            tls: try TLSContext(server: certificate.server),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            handler: ClosureHandler.echo
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            defer { group.cancelAll() }
            return try await body(
                SecuredServer(server: server, certificate: certificate),
                Loopback(address: listener.localAddress, loop: loop, server: server)
            )
        }
    }
}
