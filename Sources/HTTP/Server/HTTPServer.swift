internal import HTTPTypes
public import Logging
public import OpenSSL
public import ServiceLifecycle
public import Sockets
internal import Synchronization

/// An HTTP/1.1 server on a listening socket, plain or over TLS.
///
/// `run` accepts until the graceful shutdown: then it stops listening, lets the requests in progress finish,
/// their connections with them, and after the grace period cancels what is left.
public struct HTTPServer: Service {
    private let listener: TCPListener
    private let loops: [EventLoop]
    private let context: ServerContext
    private let doorkeeper: (@Sendable (SocketAddress) -> Bool)?

    /// A server whose connections live on these loops in turn, and speak TLS if there is a context for it.
    ///
    /// The access log is called on the connections' loops and must not block. A doorkeeper is asked on the listener's
    /// loop about each peer that connects; one whom it does not let in is closed without an answer.
    public init(
        configuration: ServerConfiguration = ServerConfiguration(),
        listener: TCPListener,
        loops: [EventLoop],
        tls: TLSContext? = nil,
        logger: Logger,
        accessLog: (@Sendable (AccessRecord) -> Void)? = nil,
        doorkeeper: (@Sendable (SocketAddress) -> Bool)? = nil,
        handler: some HTTPHandler
    ) {
        precondition(!loops.isEmpty, "A server needs a loop.")
        self.listener = listener
        self.loops = loops
        self.doorkeeper = doorkeeper
        context = ServerContext(
            configuration: configuration,
            tls: tls,
            handler: handler,
            accessLog: accessLog,
            logger: logger
        )
    }

    public var localAddress: SocketAddress { listener.localAddress }

    public var connectionCount: Int { context.connections.count }

    /// Lets the connections that are accepted from now on use other certificates; those that are open go on.
    public func replaceTLS(with tls: TLSContext) {
        context.tls.withLock { $0 = tls }
    }

    /// Serves until the graceful shutdown has ended, or the task is cancelled.
    ///
    /// Throws when the socket can no longer accept.
    public func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: listener.loop) { try await acceptConnections() }
            group.addTask(executorPreference: listener.loop) { await waitForShutdown() }
            // Either all connections have ended, or their time has: the other task ends with the first.
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Serves until the task is cancelled, whatever is shut down in order around it, and cuts off what is in progress then.
    ///
    /// Throws when the socket can no longer accept.
    public func runUntilCancelled() async throws {
        defer { listener.close() }
        try await withTaskExecutorPreference(listener.loop) { try await acceptConnections() }
    }

    /// Returns when the listener has been closed and the last connection has ended.
    private func acceptConnections() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            var turn = 0
            while let stream = try await accept(for: loops[turn]) {
                if let doorkeeper, !doorkeeper(stream.remoteAddress) {
                    stream.close()
                    continue
                }
                let decision = context.connections.accepted(stream)
                if case .drop = decision {
                    stream.close()
                } else {
                    group.addTask(executorPreference: stream.loop) {
                        await serve(stream, decision)
                    }
                    turn = (turn + 1) % loops.count
                }
                // A crowd at the door comes in one by one, between what the clients inside ask for.
                await Task.yield()
            }
        }
    }

    /// The next connection; nil when the listener was closed.
    private func accept(for loop: EventLoop) async throws -> TCPStream? {
        do throws(SocketError) {
            return try await listener.accept(for: loop)
        } catch {
            if error.isClosed || error.isCancelled { return nil }
            context.logger.error("cannot accept", metadata: ["error": "\(error)"])
            throw error
        }
    }

    private func serve(_ stream: TCPStream, _ decision: ConnectionAdmission.Decision) async {
        defer { context.connections.closed(stream, after: decision) }
        defer { stream.close() }
        switch (decision, context.tls.withLock { $0 }) {
        case (.serve, nil):
            let connection = ServerConnection(stream, context)
            await connection.serve()
        case (.serve, let tls?):
            await serve(stream, over: tls)
        case (.refuse, nil):
            let connection = ServerConnection(stream, context)
            let detail = "There are too many connections."
            await connection.refuse(RequestRefusal(.serviceUnavailable, detail))
        case (.refuse, _?), (.drop, _):
            // A handshake is too dear for a refusal.
            break
        }
    }

    private func serve(_ stream: TCPStream, over tls: TLSContext) async {
        stream.deadline = stream.loop.now + context.configuration.handshakeTimeout
        do {
            var first: [UInt8] = []
            guard try await stream.read(into: &first, limit: Self.firstRead) > 0 else { return }
            guard first[0] == RequestParser.handshakeRecord else {
                let connection = ServerConnection(stream, context)
                return await connection.refuse(.plainOnSecuredPort)
            }
            let secured = try await TLSStream.server(over: stream, context: tls, received: first)
            let connection = ServerConnection(secured, context)
            connection.identity = secured.peerName
            await connection.serve()
        } catch {
            context.logger.debug("no TLS connection", metadata: ["error": "\(error)"])
        }
    }

    private static let firstRead = 16_384

    /// Returns when the grace period after the graceful shutdown has passed.
    private func waitForShutdown() async {
        defer { listener.close() }
        do {
            try await gracefulShutdown()
            context.startDraining()
            listener.close()
            for loop in loops {
                await withTaskExecutorPreference(loop) { context.connections.hurryIdle(on: loop) }
            }
            let end = listener.loop.now + context.configuration.gracePeriod
            try await listener.loop.sleep(until: end)
            context.logger.warning(
                "requests cancelled at the end of the grace period",
                metadata: ["connections": .stringConvertible(connectionCount)]
            )
        } catch {
            // Cancelled: by whoever runs us, or because the last connection has ended.
        }
    }
}

extension RequestRefusal {
    /// The answer to a client that speaks HTTP where TLS is expected.
    fileprivate static let plainOnSecuredPort = RequestRefusal(
        .badRequest,
        "This port speaks TLS, and a plain HTTP request arrived; use an https:// URL."
    )
}
