internal import HTTPTypes
internal import Sockets

extension ServerConnection {
    /// Lets the handler answer a request unless it was refused; whether the connection goes on.
    mutating func answer(
        _ request: consuming ServerRequest,
        _ refusal: consuming ServerResponse?,
        isPersistent: Bool
    ) async throws(ConnectionFailure) -> Bool {
        // Answers held back for the next one to join must not wait for a handler that takes its time.
        if !output.isEmpty, !request.head.method.isQuick { try await flush() }
        let start = context.accessLog == nil ? nil : ContinuousClock.now
        // A refused body that was not read would be taken for the next request.
        let mayPersist = isPersistent && (refusal == nil || !request.hasUnaskedBody)
        let (id, method, version) = (request.id, request.head.method, request.head.version)
        let response: ServerResponse
        if let refusal {
            response = refusal
        } else {
            response = await context.handler.respond(to: request)
        }
        let exchange = Exchange(
            method: method,
            version: version,
            id: id,
            persists: mayPersist && mayGoOn(after: response, version)
        )
        let sent: Int
        switch response.body {
        case .bytes(let bytes):
            writeHead(response, exchange, .length(bytes.count))
            sent = exchange.sendsBody(of: response) ? bytes.count : 0
            if output.count + sent <= Self.heldBack {
                if sent > 0 { output.append(contentsOf: bytes) }
            } else {
                // Much is written at once, without being copied.
                try await flush()
                if sent > 0 { try await writeInPieces(bytes) }
            }
        case .stream(let produce):
            sent = try await stream(produce, response, exchange)
        }
        if let start { report(exchange, response, sent, since: start) }
        return exchange.persists
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
            date: date
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
            identity: response.identity,
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
