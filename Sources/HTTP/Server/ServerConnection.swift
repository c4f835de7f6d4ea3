internal import HTTPTypes
internal import Logging
internal import Sockets

/// The life of one connection: read a request, answer it, and again.
///
/// It is used on the stream's loop by one task. Requests that arrived together are answered in their order,
/// and the answers leave together.
// An object: a struct would be copied, with all it refers to, for each request.
final class ServerConnection<Stream: ByteStream> {
    let stream: Stream
    let context: ServerContext
    let peer: ServerRequest.Peer
    /// The name in the client's certificate.
    var identity: String?

    let entry: OpenConnections.Entry
    var input = InputBuffer()
    var parser: RequestParser
    var timeouts: ConnectionTimeouts
    var requestCount = 0
    /// Answers that wait to be written with the next one.
    var output: [UInt8] = []
    var date = DateField()
    var dateExpiry: ContinuousClock.Instant?

    static var readLimit: Int { 65_536 }
    /// After so many answers the others on the loop have their turn.
    private static var answersInARow: Int { 4 }
    /// A write takes no more: its deadline is for so much.
    static var writeLimit: Int { 65_536 }
    /// After a refusal no more is read than this.
    private static var lingerLimit: Int { 1_048_576 }

    init(_ stream: Stream, _ context: ServerContext) {
        self.stream = stream
        self.context = context
        peer = ServerRequest.Peer(stream.remoteAddress.ip.description, stream)
        entry = OpenConnections.Entry(stream)
        parser = RequestParser(limits: context.configuration.head)
        timeouts = ConnectionTimeouts(context.configuration)
    }

    /// Answers requests until one side has had enough; the stream is closed then.
    func serve() async {
        context.connections.insert(entry)
        defer {
            context.connections.remove(entry)
            stream.close()
        }
        await stream.withOneLookout { await exchangeMessages() }
    }

    private func exchangeMessages() async {
        do throws(ConnectionFailure) {
            while true {
                var step = try step()
                while case .waiting(let waiting) = step { step = try await go(on: waiting) }
                switch step {
                case .answered, .waiting:
                    // Requests that came together have no right to be answered before all others; their answers leave
                    // together all the same.
                    if !input.isEmpty, requestCount.isMultiple(of: Self.answersInARow) {
                        await Task.yield()
                    }
                case .incomplete:
                    if !output.isEmpty { try await flush() }
                    guard try await readHead() else { return }
                case .last:
                    try await flush()
                    return await linger()
                }
            }
        } catch {
            await end(error)
        }
    }

    /// Takes the next request, if its head has arrived, and answers it, if that takes no wait.
    // Its frame, and those of `go` and `end`, stay out of the one in which the connection waits.
    @inline(never)
    private func step() throws(ConnectionFailure) -> ConnectionStep {
        guard let head = try parseHead() else { return .incomplete }
        var request = makeRequest(head.head)
        let admission = context.handler.admit(&request)
        guard head.framing.hasBody else { return answer(request, head, admission.receive) }
        if case .unwanted = admission.body, head.hasUnaskedBody {
            // What stays unread would be taken for the next request.
            return answer(request, head.closing, admission.receive)
        }
        do throws(ConnectionFailure) {
            var decoder = try decoder(of: head.framing, admission.body)
            if try decode(&decoder, into: &request.body) {
                return answer(request, head, admission.receive)
            }
            let arriving = ArrivingBody(request, decoder, head, admission.receive)
            return .waiting(.body(arriving))
        } catch {
            throw error.about(request)
        }
    }

    /// Tells the client why it is not served.
    func refuse(_ refusal: RequestRefusal) async {
        defer { stream.close() }
        await end(.refused(refusal))
    }
}

extension ServerConnection {
    /// Whether the connection has answered as many requests as it may.
    var isWornOut: Bool {
        context.configuration.maximumRequestsPerConnection.map { requestCount >= $0 } ?? false
    }

    /// The request as its head makes it, without its body.
    private func makeRequest(_ head: RequestHead) -> ServerRequest {
        ServerRequest(
            head: head,
            peer: peer,
            id: RequestIDs.accept(head.fields[.requestID]) ?? context.ids.next(),
            identity: identity
        )
    }

    func setDeadline(_ event: ConnectionTimeouts.Event) {
        stream.deadline = timeouts.event(event, now: stream.loop.now)
    }

    @inline(never)
    private func end(_ failure: ConnectionFailure) async {
        switch failure {
        case .lost(let error):
            context.logger.trace("connection lost", metadata: ["error": "\(error)"])
        case .cutShort(let error):
            context.logger.debug("streamed answer cut short", metadata: ["error": "\(error)"])
        case .refused(let refusal, let request):
            do throws(ConnectionFailure) {
                writeRefusal(refusal, of: request)
                try await flush()
                await linger()
            } catch {
                // The client is gone too: nobody is left to tell.
                context.logger.trace("refusal not delivered", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Ends our side and reads on for a while.
    ///
    /// If we closed while bytes of the client are on their way, its kernel would throw away the answer that
    /// it has not read yet (RFC 9112 §9.6).
    private func linger() async {
        setDeadline(.lingering)
        var left = Self.lingerLimit
        do throws(SocketError) {
            try await stream.shutdownWrite()
            while left > 0 {
                var bytes: [UInt8] = []
                let count = try await stream.read(into: &bytes, limit: Self.readLimit)
                if count == 0 { return }
                left -= count
            }
        } catch {
            context.logger.trace("lingering ended", metadata: ["error": "\(error)"])
        }
    }
}

/// Why a connection ends before its time.
enum ConnectionFailure: Error {
    /// The client is told, then it ends; the request is what a head made whose body is refused.
    indirect case refused(RequestRefusal, of: ServerRequest? = nil)
    /// There is nobody left to tell.
    case lost(SocketError)
    /// A streamed body failed: the missing end mark tells the client.
    case cutShort(any Error)

    /// The failure of that request's body.
    func about(_ request: ServerRequest) -> Self {
        if case .refused(let refusal, nil) = self { .refused(refusal, of: request) } else { self }
    }
}
