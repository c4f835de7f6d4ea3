internal import HTTPTypes
internal import Sockets

extension ServerConnection {
    /// Lets the handler answer a request; whether the connection goes on.
    mutating func answer(
        _ request: RequestParser.Request,
        _ body: [UInt8]
    ) async throws(ConnectionFailure) -> Bool {
        // Answers held back for the next one to join must not wait for a handler that takes its time.
        if !output.isEmpty, !request.head.method.isQuick { try await flush() }
        let start = context.accessLog == nil ? nil : ContinuousClock.now
        let id = RequestIDs.accept(request.head.fields[.requestID]) ?? context.ids.next()
        let response = await context.handler.respond(
            to: ServerRequest(head: request.head, body: body, remoteAddress: remoteAddress, id: id)
        )
        let exchange = Exchange(
            request,
            response,
            id,
            mayPersist: !context.isDraining && !isWornOut
        )
        let sent =
            switch response.body {
            case .bytes(let bytes): try await write(bytes, exchange)
            case .stream(let produce): try await stream(produce, exchange)
            }
        if let start { report(exchange, sent, since: start) }
        return exchange.persists
    }

    /// Appends the answer to what was refused.
    mutating func writeRefusal(_ refusal: RequestRefusal) {
        let start = ContinuousClock.now
        let id = context.ids.next()
        let exchange = Exchange(context.handler.answer(to: refusal, requestID: id), id)
        guard case .bytes(let bytes) = exchange.response.body else {
            preconditionFailure("A refusal is answered with bytes, not with a stream.")
        }
        writeHead(exchange, .length(bytes.count))
        output.append(contentsOf: bytes)
        report(exchange, bytes.count, since: start)
    }

    /// Appends an answer whose body is there; a large body is written at once, without being copied.
    private mutating func write(
        _ body: [UInt8],
        _ exchange: Exchange
    ) async throws(ConnectionFailure) -> Int {
        writeHead(exchange, .length(body.count))
        guard exchange.sendsBody else { return 0 }
        if output.count + body.count <= Self.heldBack {
            output.append(contentsOf: body)
        } else {
            try await flush()
            try await writeInPieces(body)
        }
        return body.count
    }

    /// What is held back for more answers to join, at most.
    private static var heldBack: Int { 32_768 }

    /// Writes an answer piece by piece, as the handler makes it.
    private mutating func stream(
        _ produce: @Sendable (ResponseBodyWriter) async throws -> Void,
        _ exchange: Exchange
    ) async throws(ConnectionFailure) -> Int {
        writeHead(exchange, exchange.isChunked ? .chunked : .untilClose)
        try await flush()
        guard exchange.sendsBody else { return 0 }
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
        _ exchange: Exchange,
        _ framing: ResponseSerializer.Framing
    ) {
        let serializer = ResponseSerializer(
            status: exchange.response.status,
            fields: exchange.response.fields,
            framing: framing,
            connection: exchange.connection,
            requestID: exchange.id
        )
        serializer.write(to: &output, date: dateText())
    }

    private func report(
        _ exchange: Exchange,
        _ bodyBytes: Int,
        since start: ContinuousClock.Instant
    ) {
        guard let accessLog = context.accessLog else { return }
        let record = AccessRecord(
            method: exchange.method,
            route: exchange.response.route,
            status: exchange.response.status,
            bodyBytes: bodyBytes,
            duration: start.duration(to: .now),
            requestID: exchange.id,
            remoteAddress: remoteAddress
        )
        accessLog(record)
    }
}

/// A request's answer on its way, and what follows from the request for it.
struct Exchange {
    let method: HTTPRequest.Method?
    let response: ServerResponse
    let id: String
    let persists: Bool
    /// Whether the body may come in chunks; HTTP/1.0 knows none.
    let isChunked: Bool
    private let version: HTTPVersion

    init(
        _ request: RequestParser.Request,
        _ response: ServerResponse,
        _ id: String,
        mayPersist: Bool
    ) {
        (self.response, self.id) = (response, id)
        method = request.head.method
        version = request.head.version
        isChunked = version == .http11
        let endsWithClose = response.body.isStream && !isChunked
        persists =
            mayPersist && request.isPersistent && !response.closesConnection && !endsWithClose
    }

    /// The answer to what never became a request.
    init(_ response: ServerResponse, _ id: String) {
        (self.response, self.id) = (response, id)
        (method, version, isChunked, persists) = (nil, .http11, true, false)
    }

    /// HEAD gets the head that GET would get (RFC 9110 §9.3.2).
    var sendsBody: Bool { method != .head && !response.status.hasNoBody }

    var connection: ResponseSerializer.Connection {
        switch (persists, version) {
        case (false, _): .closes
        case (true, .http10): .persistsForHTTP10
        case (true, .http11): .persists
        }
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
