internal import HTTPTypes
internal import Sockets

extension ServerConnection {
    /// Hands a request with its body to the handler, and sends what that answers at once.
    func answer(
        _ request: ServerRequest,
        _ head: RequestParser.Request,
        _ receive: @Sendable (ServerRequest) -> Reply
    ) -> ConnectionStep {
        let exchange = Exchange(request, head, since: context.accessLog == nil ? nil : Exchange.now)
        switch receive(request) {
        case .now(let response): return send(response, exchange)
        case .later(let respond): return .waiting(.answer(PendingAnswer(respond, exchange)))
        }
    }

    /// Appends an answer to those that leave next, unless it is for a write of its own.
    private func send(_ response: ServerResponse, _ exchange: Exchange) -> ConnectionStep {
        guard case .bytes(let bytes) = response.body, output.count + bytes.count <= Self.heldBack
        else { return .waiting(.response(PendingResponse(response, exchange))) }
        if output.isEmpty { output.reserveCapacity(Self.usualHead + bytes.count) }
        let persists = writeHead(response, exchange, .length(bytes.count))
        let sendsBody = exchange.sendsBody(of: response)
        if sendsBody { output.append(contentsOf: bytes) }
        report(exchange, response, sendsBody ? bytes.count : 0)
        return persists ? .answered : .last
    }

    /// Waits for what a request needs next.
    @inline(never)
    func go(on waiting: ConnectionStep.Waiting) async throws(ConnectionFailure) -> ConnectionStep {
        switch waiting {
        case .body(let arriving):
            do throws(ConnectionFailure) {
                try await readRest(of: arriving)
            } catch {
                throw error.about(arriving.request)
            }
            return answer(arriving.request, arriving.head, arriving.receive)
        case .answer(let pending):
            // Answers held back for the next one to join must not wait for a handler that takes its time.
            if !pending.exchange.isQuick { try await flush() }
            return send(await pending.respond(), pending.exchange)
        case .response(let pending):
            return try await write(pending.response, pending.exchange)
        }
    }

    /// Writes an answer that is long, without copying it, or piece by piece as the handler makes it.
    private func write(
        _ response: ServerResponse,
        _ exchange: Exchange
    ) async throws(ConnectionFailure) -> ConnectionStep {
        let persists: Bool
        var sent = 0
        switch response.body {
        case .bytes(let bytes):
            persists = writeHead(response, exchange, .length(bytes.count))
            try await flush()
            if exchange.sendsBody(of: response) {
                try await writeInPieces(bytes)
                sent = bytes.count
            }
        case .stream(let produce):
            persists = writeHead(response, exchange, exchange.isChunked ? .chunked : .untilClose)
            try await flush()
            if exchange.sendsBody(of: response) { sent = try await stream(produce, exchange) }
        }
        report(exchange, response, sent)
        return persists ? .answered : .last
    }

    /// Appends the answer to what was refused, the connection's last.
    func writeRefusal(_ refusal: RequestRefusal, of request: ServerRequest?) {
        let id = request?.id ?? context.ids.next()
        let exchange = Exchange(of: request, id: id, since: Exchange.now)
        let response = context.handler.answer(to: refusal, of: request, requestID: id)
        guard case .bytes(let bytes) = response.body else {
            preconditionFailure("A refusal is answered with bytes, not with a stream.")
        }
        _ = writeHead(response, exchange, .length(bytes.count))
        let sent = exchange.sendsBody(of: response) ? bytes.count : 0
        if sent > 0 { output.append(contentsOf: bytes) }
        report(exchange, response, sent)
    }

    /// What most heads of answers need.
    private static var usualHead: Int { 384 }
    /// What is held back for more answers to join, at most.
    private static var heldBack: Int { 32_768 }

    private func mayGoOn(after response: borrowing ServerResponse, _ version: HTTPVersion) -> Bool {
        let endsWithClose = response.body.isStream && version == .http10
        return !(response.closesConnection || endsWithClose || context.isDraining || isWornOut)
    }

    /// How many bytes were sent of a body that the handler makes piece by piece.
    private func stream(
        _ produce: @Sendable (ResponseBodyWriter) async throws -> Void,
        _ exchange: Exchange
    ) async throws(ConnectionFailure) -> Int {
        let body = StreamedBody(
            stream,
            isChunked: exchange.isChunked,
            timeout: context.configuration.writeTimeout
        )
        do {
            try await produce(ResponseBodyWriter { try await body.send($0) })
        } catch {
            throw .cutShort(error)
        }
        if exchange.isChunked { output.append(contentsOf: Chunk.last) }
        return body.sentBytes
    }

    /// Appends an answer's head, and says whether the connection goes on after that answer.
    private func writeHead(
        _ response: borrowing ServerResponse,
        _ exchange: Exchange,
        _ framing: ResponseSerializer.Framing
    ) -> Bool {
        let persists = exchange.isPersistent && mayGoOn(after: response, exchange.version)
        updateDate()
        let serializer = ResponseSerializer(
            framing: framing,
            connection: exchange.connection(persists: persists),
            requestID: exchange.id,
            date: date,
            location: response.location
        )
        serializer.write(response.status, response.fields, to: &output)
        return persists
    }

    private func report(
        _ exchange: Exchange,
        _ response: borrowing ServerResponse,
        _ bodyBytes: Int
    ) {
        guard let accessLog = context.accessLog, let start = exchange.start else { return }
        let record = AccessRecord(
            method: exchange.method,
            route: exchange.route,
            status: response.status,
            bodyBytes: bodyBytes,
            duration: Exchange.now - start,
            requestID: exchange.id,
            location: response.location,
            identity: exchange.identity,
            traceID: response.traceID,
            remoteAddress: peer.remoteAddress
        )
        accessLog(record)
    }
}

/// What the answer to a request has to know of it.
struct Exchange {
    /// Nil for what never became a request.
    let method: HTTPRequest.Method?
    let version: HTTPVersion
    let id: String
    let route: String?
    let identity: String?
    /// Whether the connection may go on after the answer.
    let isPersistent: Bool
    /// When the request was there, by `now`; nil: nobody wants to know.
    let start: Duration?

    /// The time since this was first asked for.
    // A duration, for an instant's layout is known to the running program alone, and so would be that of all that holds one.
    static var now: Duration { origin.duration(to: .now) }
    private static let origin = ContinuousClock.now

    init(
        _ request: ServerRequest,
        _ head: RequestParser.Request,
        since start: Duration?
    ) {
        method = request.method
        version = request.head.version
        id = request.id
        route = request.route
        identity = request.identity
        isPersistent = head.isPersistent
        self.start = start
    }

    /// For a refusal, after which the connection ends.
    init(of request: ServerRequest?, id: String, since start: Duration) {
        method = request?.method
        version = .http11
        self.id = id
        route = request?.route
        identity = request?.identity
        isPersistent = false
        self.start = start
    }

    /// Whether a streamed body comes in chunks; HTTP/1.0 knows none.
    var isChunked: Bool { version == .http11 }

    /// Whether it only reads, which handlers do without waiting for anything slow.
    var isQuick: Bool { method == .get || method == .head || method == .options }

    func connection(persists: Bool) -> ResponseSerializer.Connection {
        switch (persists, version) {
        case (false, _): .closes
        case (true, .http10): .persistsForHTTP10
        case (true, .http11): .persists
        }
    }

    /// HEAD gets the head that GET would get (RFC 9110 §9.3.2).
    func sendsBody(of response: borrowing ServerResponse) -> Bool {
        method != .head && !response.status.hasNoBody
    }
}

extension ServerResponse.Body {
    var isStream: Bool { if case .stream = self { true } else { false } }
}

extension HTTPField.Name {
    /// The id that connects a request, its answer and its log lines.
    // A token by the look of it.
    // swift-format-ignore: NeverForceUnwrap
    static let requestID = Self("X-Request-Id")!
}
