internal import Logging
internal import OpenSSL
internal import Synchronization

/// What all connections of a server share.
final class ServerContext: Sendable {
    let configuration: ServerConfiguration
    let handler: any HTTPHandler
    let accessLog: (@Sendable (AccessRecord) -> Void)?
    let connections: OpenConnections
    let ids: RequestIDs
    let logger: Logger
    /// What connections speak TLS with, from the next one on; nil: they are plain.
    let tls: Mutex<TLSContext?>
    private let draining = Atomic(false)

    init(
        configuration: ServerConfiguration,
        tls: TLSContext?,
        handler: any HTTPHandler,
        accessLog: (@Sendable (AccessRecord) -> Void)?,
        logger: Logger
    ) {
        self.configuration = configuration
        self.tls = Mutex(tls)
        self.handler = handler
        self.accessLog = accessLog
        self.logger = logger
        connections = OpenConnections(configuration)
        ids = RequestIDs(random: .random(in: 0 ... .max))
    }

    /// Whether the server shuts down: every answer is its connection's last.
    var isDraining: Bool { draining.load(ordering: .relaxed) }

    func startDraining() {
        draining.store(true, ordering: .relaxed)
    }
}
