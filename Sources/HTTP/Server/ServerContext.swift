internal import Logging
internal import Synchronization

/// What all connections of a server share.
final class ServerContext: Sendable {
    let configuration: ServerConfiguration
    let handler: any HTTPHandler
    let accessLog: (@Sendable (AccessRecord) -> Void)?
    let connections: OpenConnections
    let ids: RequestIDs
    let logger: Logger
    private let draining = Atomic(false)

    init(
        configuration: ServerConfiguration,
        handler: any HTTPHandler,
        accessLog: (@Sendable (AccessRecord) -> Void)?,
        logger: Logger
    ) {
        self.configuration = configuration
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
