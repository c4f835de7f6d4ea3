internal import HTTPTypes
internal import Sockets

/// One request and its answer on one connection, on that connection's loop.
struct ClientExchange {
    let stream: any ByteStream
    let configuration: ClientConfiguration
    let method: HTTPRequest.Method
    /// Until when all of it must be done.
    let deadline: ContinuousClock.Instant

    /// Who takes the body of a successful answer as it arrives.
    var pieces: BodyPieces?

    /// Why there is no answer.
    struct Failure: Error {
        let reason: HTTPClientError.Reason
        /// Whether not even one byte of an answer arrived, as when the other side had closed a connection
        /// that it thought unused.
        let hasNoAnswer: Bool
        /// Whether nothing was given to the socket: the connection is as good as it was.
        var isUnused = false
    }

    /// An answer, and whether the connection can carry another request.
    struct Outcome {
        let response: ClientResponse
        let isReusable: Bool
    }

    private var input = InputBuffer()
    private var hasAnswer = false

    /// Interim responses before the final one, at most.
    private static let maximumInterim = 16
    private static let readLimit = 65_536

    init(
        _ stream: any ByteStream,
        _ configuration: ClientConfiguration,
        answering method: HTTPRequest.Method,
        until deadline: ContinuousClock.Instant
    ) {
        self.stream = stream
        self.configuration = configuration
        self.method = method
        self.deadline = deadline
    }

    /// Sends the request and reads the answer.
    mutating func run(_ request: [UInt8]) async throws(Failure) -> Outcome {
        try checkTime()
        let writeError = await write(request)
        do throws(Failure) {
            let outcome = try await readResponse()
            return Outcome(
                response: outcome.response,
                isReusable: outcome.isReusable && writeError == nil
            )
        } catch {
            // What broke the write explains more than the end of the answer that follows from it.
            throw writeError.map { failure($0, .write) } ?? error
        }
    }

    /// Sends nothing whose answer nobody would wait for: a write into a socket that has room does not look at the
    /// deadline.
    private func checkTime() throws(Failure) {
        let isCancelled = Task.isCancelled
        guard isCancelled || deadline <= .now else { return }
        let reason = isCancelled ? HTTPClientError.Reason.cancelled : .timedOut(.write)
        throw Failure(reason: reason, hasNoAnswer: true, isUnused: true)
    }

    /// Writes the request; an error is kept, for the other side may have answered before it stopped
    /// reading (RFC 9112 §9.5).
    ///
    /// A request that was cut off is uncertain as well. Its receiver has to drop what ended before its Content-Length
    /// (RFC 9112 §8), but how much of it has left is known to the kernel, or to TLS, and a proxy may read it otherwise.
    private mutating func write(_ request: [UInt8]) async -> SocketError? {
        setDeadline(configuration.writeTimeout)
        do throws(SocketError) {
            try await stream.write(request)
            return nil
        } catch {
            return error
        }
    }

    private mutating func readResponse() async throws(Failure) -> Outcome {
        setDeadline(configuration.firstByteTimeout)
        var parser = ResponseParser(limits: configuration.head)
        for _ in 0...Self.maximumInterim {
            let head = try await readHead(&parser)
            guard head.status.code >= 200 else { continue }
            if let pieces, head.status.kind == .successful {
                let isWhole = try await read(pieces, head.framing)
                let response = ClientResponse(status: head.status, table: head.fields)
                return Outcome(
                    response: response,
                    isReusable: isWhole && head.isPersistent && input.isEmpty
                )
            }
            let body = try await readBody(head.framing)
            let response = ClientResponse(
                status: head.status,
                table: head.fields,
                body: body
            )
            // Bytes behind the answer were not asked for: the connection cannot be trusted.
            return Outcome(response: response, isReusable: head.isPersistent && input.isEmpty)
        }
        throw invalid("There are too many interim responses.")
    }

    private mutating func readHead(
        _ parser: inout ResponseParser
    ) async throws(Failure) -> ResponseParser.Response {
        while true {
            do throws(MessageFault) {
                if let head = try parser.next(&input, answering: method) { return head }
            } catch {
                throw fault(error)
            }
            guard try await receive() else {
                throw lost("it was closed before the answer was whole")
            }
        }
    }

    private mutating func readBody(_ framing: BodyFraming) async throws(Failure) -> [UInt8] {
        var body: [UInt8] = []
        var decoder = try decoder(framing)
        while try !decode(&decoder, into: &body) {
            if try await receive() { continue }
            guard decoder.mayEndHere else {
                throw lost("it was closed before the answer was whole")
            }
            break
        }
        return body
    }

    /// Gives the body away as it arrives; answers whether it was read to its end.
    private mutating func read(
        _ pieces: BodyPieces,
        _ framing: BodyFraming
    ) async throws(Failure) -> Bool {
        var decoder = try decoder(framing)
        while true {
            var piece: [UInt8] = []
            let isWhole = try decode(&decoder, into: &piece)
            if !piece.isEmpty, !pieces.take(piece) { return false }
            if isWhole { return true }
            stream.deadline = stream.loop.now + pieces.silence
            if try await receive() { continue }
            guard decoder.mayEndHere else {
                throw lost("it was closed before the answer was whole")
            }
            return true
        }
    }

    private func decoder(_ framing: BodyFraming) throws(Failure) -> BodyDecoder {
        do throws(MessageFault) {
            return try BodyDecoder(
                framing,
                limit: configuration.maximumBodySize,
                trailer: configuration.head
            )
        } catch {
            throw fault(error)
        }
    }

    private mutating func decode(
        _ decoder: inout BodyDecoder,
        into body: inout [UInt8]
    ) throws(Failure) -> Bool {
        do throws(MessageFault) {
            return try decoder.decode(&input, into: &body)
        } catch {
            throw fault(error)
        }
    }

    /// Waits for more; false at the end of the stream.
    private mutating func receive() async throws(Failure) -> Bool {
        do throws(SocketError) {
            input.makeRoom()
            let count = try await stream.read(into: &input.bytes, limit: Self.readLimit)
            guard count > 0 else { return false }
        } catch {
            throw failure(error, hasAnswer ? .response : .firstByte)
        }
        if !hasAnswer {
            hasAnswer = true
            stream.deadline = deadline
        }
        return true
    }

    private func setDeadline(_ timeout: Duration) {
        stream.deadline = min(deadline, stream.loop.now + timeout)
    }
}

// What went wrong.
extension ClientExchange {
    private func failure(_ error: SocketError, _ phase: HTTPClientError.Phase) -> Failure {
        Failure(
            reason: HTTPClientError.Reason(error, phase),
            hasNoAnswer: !hasAnswer && error.isReset
        )
    }

    private func fault(_ fault: MessageFault) -> Failure {
        switch fault {
        case .bodyTooLarge: Failure(reason: .responseTooLarge, hasNoAnswer: false)
        case .malformed, .fieldsTooLarge, .startLineTooLong: invalid(fault.detail)
        }
    }

    private func invalid(_ detail: String) -> Failure {
        Failure(reason: .invalidResponse(detail), hasNoAnswer: false)
    }

    private func lost(_ why: String) -> Failure {
        Failure(reason: .connectionLost(why), hasNoAnswer: !hasAnswer)
    }
}

extension HTTPClientError.Reason {
    init(_ error: SocketError, _ phase: HTTPClientError.Phase) {
        if error.isCancelled {
            self = .cancelled
        } else if error.isTimeout {
            self = .timedOut(phase)
        } else if phase == .connect {
            self = .connectFailed(error.description)
        } else {
            self = .connectionLost(error.description)
        }
    }
}
