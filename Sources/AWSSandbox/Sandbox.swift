package import AWS
internal import HTTP
package import Logging
package import OpenSSL
import ServiceLifecycle
package import Sockets

/// Amazon SES and SNS on loopback, over real TLS, for trying things out and for tests.
///
/// It takes what `SESClient` and `SNSClient` send (and what AWS's own SDKs send for the same calls), checks
/// the signatures, answers in AWS's forms and keeps what was accepted. Nothing leaves the machine.
/// `faults` lets it fail on purpose. Its certificate is made at the start: who is to trust it is given
/// `certificatePEM`.
package final class Sandbox: Service {
    package struct Configuration: Sendable {
        /// Where it listens with TLS; port 0 chooses a free one.
        package var address = SocketAddress(ip: .loopback, port: 0)
        /// Where it listens without TLS besides; nil: nowhere.
        package var plainAddress: SocketAddress?
        /// The names and addresses in its certificate.
        package var names = ["localhost", "127.0.0.1", "::1"]
        /// What calls have to be signed with.
        ///
        /// It is no secret.
        package var credentials = Credentials(
            accessKeyID: "AKIASANDBOX000000000",
            secretAccessKey: "sandbox-secret-access-key-of-no-worth"
        )
        /// The most messages that are kept; the oldest make room.
        package var messageLimit = 10_000
        /// The most bytes that the kept messages take.
        package var byteLimit = 64 * 1_024 * 1_024
        /// A file that each message is appended to before it is accepted; a new sandbox goes on with it.
        package var messageFile: String?

        package init() {}
    }

    package let messages: MessageStore
    package let faults = FaultSwitches()
    /// Its certificate, which is its own root.
    package let certificatePEM: [UInt8]
    /// What calls have to be signed with.
    package let credentials: Credentials
    /// Where it listens with TLS.
    package let address: SocketAddress
    /// Where it listens without TLS.
    package let plainAddress: SocketAddress?

    private let servers: [HTTPServer]

    /// The largest request: what SES takes over its older API.
    private static let largestBody = 10 * 1_024 * 1_024

    /// Listens, so that calls may come; they are answered while `run` runs.
    package init(
        _ configuration: Configuration = Configuration(),
        loops: [EventLoop],
        logger: Logger
    ) throws {
        let certificate = try SelfSignedCertificate(names: configuration.names)
        certificatePEM = certificate.certificatePEM
        credentials = configuration.credentials
        messages = try MessageStore(
            limit: configuration.messageLimit,
            byteLimit: configuration.byteLimit,
            file: configuration.messageFile.map(MessageFile.init)
        )
        let handler = SandboxHandler(
            messages: messages,
            faults: faults,
            credentials: credentials,
            certificatePEM: certificatePEM
        )
        var limits = ServerConfiguration()
        limits.maximumBodySize = Self.largestBody
        func server(at address: SocketAddress, _ tls: TLSContext?) throws -> HTTPServer {
            HTTPServer(
                configuration: limits,
                listener: try TCPListener.bind(to: address, on: loops[0]),
                loops: loops,
                tls: tls,
                logger: logger,
                handler: handler
            )
        }
        let secure = try server(
            at: configuration.address,
            try TLSContext(server: certificate.server)
        )
        let plain = try configuration.plainAddress.map { try server(at: $0, nil) }
        address = secure.localAddress
        plainAddress = plain?.localAddress
        servers = [secure] + [plain].compactMap { $0 }
    }

    /// Answers calls until the graceful shutdown has ended.
    package func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for server in servers { group.addTask { try await server.run() } }
            try await group.waitForAll()
        }
    }
}

extension Sandbox {
    /// Where AWS's services are reached: the address with TLS.
    package var endpoint: Endpoint {
        let host = address.ip.isUnspecified ? "localhost" : "\(address.ip)"
        return Endpoint(scheme: .https, host: host, port: Int(address.port))
    }

    /// A client's side of TLS that trusts this sandbox and nobody else.
    package var clientTLS: TLSConfiguration.Client {
        TLSConfiguration.Client(roots: .only(.bytes(certificatePEM)))
    }

    /// The variables that make an AWS SDK, or another orderd, call this sandbox.
    ///
    /// `caBundle` is a file that holds `certificatePEM`.
    package func environment(caBundle: String) -> [String: String] {
        [
            "AWS_ENDPOINT_URL": endpoint.description,
            "AWS_CA_BUNDLE": caBundle,
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": credentials.accessKeyID,
            "AWS_SECRET_ACCESS_KEY": credentials.secretAccessKey,
        ]
    }
}
