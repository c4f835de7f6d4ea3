internal import HTTPTypes
internal import Sockets

extension ServerConnection {
    /// Answers a request, whose whole body has arrived, unless that takes a wait.
    mutating func answerNow(_ request: ServerRequest, _ head: RequestParser.Request) -> Step {
        let start = context.accessLog == nil ? nil : ContinuousClock.now
        guard let response = context.handler.respondNow(to: request) else {
            return .unanswered(Unanswered(head: head, request: request))
        }
        guard case .bytes(let bytes) = response.body, output.count + bytes.count <= Self.heldBack
        else {
            return .unanswered(Unanswered(head: head, request: request, response: response))
        }
        let exchange = exchange(request, head, response, isRefused: false)
        let sent = append(bytes, of: response, exchange)
        if let start { report(exchange, response, sent, since: start) }
        return exchange.persists ? .answered : .last
    }

    /// Waits for what a request's answer takes, and answers it.
    @inline(never)
    mutating func answer(_ unanswered: Unanswered) async throws(ConnectionFailure) -> Step {
        let head = unanswered.head
        var request = unanswered.request
        if var decoder = unanswered.decoder {
            do throws(ConnectionFailure) {
                try await readRest(head, &decoder, into: &request.body)
            } catch {
                throw error.about(request)
            }
        }
        // Answers held back for the next one to join must not wait for a handler that takes its time.
        if !output.isEmpty, !request.head.method.isQuick { try await flush() }
        let start = context.accessLog == nil ? nil : ContinuousClock.now
        let response: ServerResponse
        if let known = unanswered.response {
            response = known
        } else {
            response = await context.handler.respond(to: request)
        }
        let exchange = exchange(request, head, response, isRefused: unanswered.isRefused)
        let sent: Int
        switch response.body {
        case .bytes(let bytes) where output.count + bytes.count <= Self.heldBack:
            sent = append(bytes, of: response, exchange)
        case .bytes(let bytes):
            writeHead(response, exchange, .length(bytes.count))
            sent = exchange.sendsBody(of: response) ? bytes.count : 0
            // Much is written at once, without being copied.
            try await flush()
            if sent > 0 { try await writeInPieces(bytes) }
        case .stream(let produce):
            sent = try await stream(produce, response, exchange)
        }
        if let start { report(exchange, response, sent, since: start) }
        return exchange.persists ? .answered : .last
    }

    /// What follows from the request and its answer for the connection.
    private func exchange(
        _ request: ServerRequest,
        _ head: RequestParser.Request,
        _ response: ServerResponse,
        isRefused: Bool
    ) -> Exchange {
        // A refused body that was not read would be taken for the next request.
        let mayPersist = head.isPersistent && !(isRefused && request.hasUnaskedBody)
        let version = request.head.version
        return Exchange(
            method: request.head.method,
            version: version,
            id: request.id,
            persists: mayPersist && mayGoOn(after: response, version)
        )
    }

    /// Appends an answer whose bytes are all there to those that leave next; how many bytes of the body.
    private mutating func append(
        _ bytes: [UInt8],
        of response: ServerResponse,
        _ exchange: Exchange
    ) -> Int {
        if output.isEmpty { output.reserveCapacity(Self.usualHead + bytes.count) }
        writeHead(response, exchange, .length(bytes.count))
        guard exchange.sendsBody(of: response) else { return 0 }
        output.append(contentsOf: bytes)
        return bytes.count
    }

    /// Appends the answer to what was refused.
    mutating func writeRefusal(_ refusal: RequestRefusal, of request: ServerRequest?) {
        let start = ContinuousClock.now
        let id = request?.id ?? context.ids.next()
        let response = context.handler.answer(to: refusal, of: request, requestID: id)
        guard case .bytes(let bytes) = response.body else {
            preconditionFailure("A refusal is answered with bytes, not with a stream.")
        }
        let exchange = Exchange(
            method: request?.head.method,
            version: .http11,
            id: id,
            persists: false
        )
        writeHead(response, exchange, .length(bytes.count))
        let sent = exchange.sendsBody(of: response) ? bytes.count : 0
        if sent > 0 { output.append(contentsOf: bytes) }
        report(exchange, response, sent, since: start)
    }

    /// What most heads of answers need.
    private static var usualHead: Int { 384 }
    /// What is held back for more answers to join, at most.
    private static var heldBack: Int { 32_768 }

    private func mayGoOn(after response: borrowing ServerResponse, _ version: HTTPVersion) -> Bool {
        let endsWithClose = response.body.isStream && version == .http10
        return !(response.closesConnection || endsWithClose || context.isDraining || isWornOut)
    }

    /// Writes an answer piece by piece, as the handler makes it.
    private mutating func stream(
        _ produce: @Sendable (ResponseBodyWriter) async throws -> Void,
        _ response: ServerResponse,
        _ exchange: Exchange
    ) async throws(ConnectionFailure) -> Int {
        writeHead(response, exchange, exchange.isChunked ? .chunked : .untilClose)
        try await flush()
        guard exchange.sendsBody(of: response) else { return 0 }
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

    private mutating func writeHead(
        _ response: borrowing ServerResponse,
        _ exchange: borrowing Exchange,
        _ framing: ResponseSerializer.Framing
    ) {
        updateDate()
        let serializer = ResponseSerializer(
            framing: framing,
            connection: exchange.connection,
            requestID: exchange.id,
            date: date,
            location: response.location
        )
        serializer.write(response.status, response.fields, to: &output)
    }

    private func report(
        _ exchange: Exchange,
        _ response: ServerResponse,
        _ bodyBytes: Int,
        since start: ContinuousClock.Instant
    ) {
        guard let accessLog = context.accessLog else { return }
        let record = AccessRecord(
            method: exchange.method,
            route: response.route,
            status: response.status,
            bodyBytes: bodyBytes,
            duration: start.duration(to: .now),
            requestID: exchange.id,
            location: response.location,
            identity: response.identity,
            traceID: response.traceID,
            remoteAddress: remoteAddress
        )
        accessLog(record)
    }
}

/// What follows from a request for its answer.
struct Exchange {
    /// Nil for what never became a request.
    let method: HTTPRequest.Method?
    let version: HTTPVersion
    let id: String
    /// Whether the connection goes on after the answer.
    let persists: Bool

    /// Whether a streamed body comes in chunks; HTTP/1.0 knows none.
    var isChunked: Bool { version == .http11 }

    var connection: ResponseSerializer.Connection {
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

extension HTTPRequest.Method {
    /// Whether it only reads, which handlers do without waiting for anything slow.
    var isQuick: Bool { self == .get || self == .head || self == .options }
}

extension HTTPField.Name {
    /// The id that connects a request, its answer and its log lines.
    // A token by the look of it.
    // swift-format-ignore: NeverForceUnwrap
    static let requestID = Self("X-Request-Id")!
}
