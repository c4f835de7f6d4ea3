internal import HTTPTypes
public import OpenSSL
public import ServiceLifecycle
public import Sockets

/// An HTTP/1.1 client that keeps connections and never sends a request twice behind its caller's back.
///
/// - A request whose bytes may have left is not sent again, unless its method is idempotent and the
///   connection turned out to have been closed before it: then once more, on another connection.
/// - The error of a failed call says truthfully whether anything can have left.
/// - Cancelling the calling task closes the call's connection.
///
/// As a service it closes connections that are no longer used, and all of them at the end.
public final class HTTPClient: Service {
    private let loops: [EventLoop]
    private let configuration: ClientConfiguration
    private let opener: ConnectionOpener
    private let connections: PooledConnections

    /// A client whose connections live on these loops.
    public init(
        loops: [EventLoop],
        configuration: ClientConfiguration = ClientConfiguration(),
        tls: TLSContext
    ) {
        precondition(!loops.isEmpty, "A client needs a loop.")
        self.loops = loops
        self.configuration = configuration
        opener = ConnectionOpener(configuration: configuration, tls: tls)
        connections = PooledConnections(configuration)
    }

    /// How many connections there are, and how many calls wait for one.
    public struct Counts: Sendable, Hashable {
        public var idle: Int
        /// Those that a call has, or is opening.
        public var inUse: Int
        public var waiting: Int
    }

    public var counts: Counts { connections.counts }

    /// Sends the request and returns the whole answer, whatever its status.
    ///
    /// May be called from anywhere; the connection's work is done on a loop.
    @concurrent
    public func send(
        _ request: ClientRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPClientError) -> ClientResponse {
        try await send(Call(request, deadline, configuration))
    }

    /// Sends the request and gives the body of a successful answer away as it arrives; that of another is returned.
    ///
    /// The deadline is that of the answer's head; then the other side may be silent for as long as `pieces` says.
    @concurrent
    public func send(
        _ request: ClientRequest,
        deadline: ContinuousClock.Instant,
        _ pieces: BodyPieces
    ) async throws(HTTPClientError) -> ClientResponse {
        var call = Call(request, deadline, configuration)
        call.pieces = pieces
        return try await send(call)
    }

    private func send(_ call: Call) async throws(HTTPClientError) -> ClientResponse {
        let request = call.request
        if let objection = configuration.hosts?.objection(to: call.origin) {
            throw call.error(.hostRefused(objection), .notSent)
        }
        let bytes: [UInt8]
        do throws(MessageFault) {
            bytes = try RequestSerializer.bytes(request, through: call.proxy)
        } catch {
            throw call.error(.invalidRequest(error.detail), .notSent)
        }
        do throws(Attempt) {
            return try await attempt(call, bytes)
        } catch {
            guard error.mayRepeat, request.method.isIdempotent else { throw error.error }
        }
        do throws(Attempt) {
            return try await attempt(call, bytes)
        } catch {
            // Whatever happened now, the first attempt may have sent something.
            throw call.error(error.error.reason, .maybeSent)
        }
    }

    /// Closes idle connections that have expired, until the shutdown; then all of them.
    public func run() async throws {
        defer { connections.shutDown() }
        await cancelWhenGracefulShutdown { [self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: configuration.idleTimeout / 2)
                connections.expire(now: .now)
            }
        }
    }

    /// Closes what is idle and refuses every further call; calls in progress go on.
    public func shutDown() {
        connections.shutDown()
    }
}

extension HTTPClient {
    /// What does not change while a call is tried.
    private struct Call: Sendable {
        let request: ClientRequest
        let deadline: ContinuousClock.Instant
        let origin: ConnectionPool.Origin
        /// The proxy that is given the request itself; through a tunnel only the host is.
        let proxy: Proxy?
        /// Who takes the body as it arrives.
        var pieces: BodyPieces?

        init(
            _ request: ClientRequest,
            _ deadline: ContinuousClock.Instant,
            _ configuration: ClientConfiguration
        ) {
            self.request = request
            self.deadline = deadline
            origin = ConnectionPool.Origin(
                scheme: request.scheme,
                host: request.host.lowercased(),
                port: request.port
            )
            proxy = request.scheme == .http ? configuration.proxy(for: origin) : nil
        }

        func error(
            _ reason: HTTPClientError.Reason,
            _ sent: HTTPClientError.RequestProgress
        ) -> HTTPClientError {
            HTTPClientError(reason, sent: sent, authority: "\(origin.host):\(origin.port)")
        }
    }

    /// Why one attempt failed.
    private struct Attempt: Error {
        let error: HTTPClientError
        /// Whether the connection had been used before and was closed without one byte of an answer.
        let mayRepeat: Bool
    }

    private func attempt(
        _ call: Call,
        _ bytes: [UInt8]
    ) async throws(Attempt) -> ClientResponse {
        while true {
            let grant = await connections.lease(call.origin, on: loop(), until: call.deadline)
            switch grant {
            case .refused(let reason):
                throw Attempt(error: call.error(reason, .notSent), mayRepeat: false)
            case .fresh(let id):
                let stream = try await connect(call, id)
                return try await exchange(call, bytes, Connection(id, stream, isFresh: true))
            case .used(let id, let stream):
                // One that was closed meanwhile is replaced: nothing of the request has left.
                guard await on(stream.loop, { stream.isQuiet() }) else {
                    stream.close()
                    connections.lost(id)
                    continue
                }
                return try await exchange(call, bytes, Connection(id, stream, isFresh: false))
            }
        }
    }
    private struct Connection {
        let id: ConnectionPool.ConnectionID
        let stream: any ByteStream
        let isFresh: Bool

        init(_ id: ConnectionPool.ConnectionID, _ stream: any ByteStream, isFresh: Bool) {
            (self.id, self.stream, self.isFresh) = (id, stream, isFresh)
        }
    }

    private func exchange(
        _ call: Call,
        _ bytes: [UInt8],
        _ connection: Connection
    ) async throws(Attempt) -> ClientResponse {
        let stream = connection.stream
        let response: ClientResponse
        do throws(ClientExchange.Failure) {
            let outcome = try await on(stream.loop) { () async throws(ClientExchange.Failure) in
                var exchange = ClientExchange(
                    stream,
                    configuration,
                    answering: call.request.method,
                    until: call.deadline
                )
                exchange.pieces = call.pieces
                return try await exchange.run(bytes)
            }
            finish(connection, isReusable: outcome.isReusable)
            response = outcome.response
        } catch {
            finish(connection, isReusable: error.isUnused)
            throw Attempt(
                error: call.error(error.reason, error.isUnused ? .notSent : .maybeSent),
                mayRepeat: error.hasNoAnswer && !error.isUnused && !connection.isFresh
            )
        }
        // No host asks for that: the proxy has passed nothing on (RFC 9110 §15.5.8).
        if let proxy = call.proxy, response.status.code == 407 {
            let text = proxy.refusal(response.status, of: call.request.authority)
            throw Attempt(error: call.error(.proxyRefused(text), .notSent), mayRepeat: false)
        }
        return response
    }

    private func finish(_ connection: Connection, isReusable: Bool) {
        if isReusable {
            connections.giveBack(connection.id, connection.stream)
        } else {
            connection.stream.close()
            connections.lost(connection.id)
        }
    }

    /// Opens a connection of this name; when that fails the name is given back.
    private func connect(
        _ call: Call,
        _ id: ConnectionPool.ConnectionID
    ) async throws(Attempt) -> any ByteStream {
        let loop = loop()
        do throws(ConnectFailure) {
            return try await on(loop) { () async throws(ConnectFailure) in
                try await opener.open(call.origin, on: loop, until: call.deadline)
            }
        } catch {
            connections.lost(id)
            throw Attempt(error: call.error(error.reason, .notSent), mayRepeat: false)
        }
    }

    /// Runs the work on the loop, as an order's call does anyway.
    ///
    /// To be on its thread is not enough: a task that prefers no loop stays there until its next wait alone.
    private func on<Result: Sendable, Failure: Error>(
        _ loop: EventLoop,
        _ work: @concurrent () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let preferred = withUnsafeCurrentTask { $0?.unownedTaskExecutor }
        if loop.isCurrent, preferred == loop.asUnownedTaskExecutor() { return try await work() }
        return try await withTaskExecutorPreference(loop, operation: work)
    }

    /// The loop of the calling task if it is one of ours, or else any.
    private func loop() -> EventLoop {
        if let current = EventLoop.current, loops.contains(where: { $0 === current }) {
            return current
        }
        return loops[Int.random(in: 0..<loops.count)]
    }
}
