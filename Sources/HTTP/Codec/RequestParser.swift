internal import Formats
internal import HTTPTypes

/// Cuts the heads of requests out of what a connection received.
///
/// A value that is asked again whenever bytes have arrived; each byte is looked at once. What it answers
/// depends on the bytes alone, never on how they were cut into reads.
struct RequestParser {
    /// A head, and what it says about its body and its connection.
    struct Request {
        let head: RequestHead
        let framing: BodyFraming
        /// Whether the client expects another request to be answered on the same connection.
        var isPersistent: Bool
        /// Whether the client waits for `100 Continue` before it sends the body.
        let expectsContinue: Bool
    }

    private let limits: HeadLimits
    private var scanner = LineScanner()
    private var requestLine: RequestLine?
    private var fields = FieldLines()
    private var hasSkippedEmptyLine = false

    init(limits: HeadLimits) {
        self.limits = limits
    }

    /// The next request's head, taken out of the input; nil until it has arrived whole.
    mutating func next(_ input: inout InputBuffer) throws(RequestRefusal) -> Request? {
        if requestLine == nil, try !readRequestLine(&input) { return nil }
        guard try readFields(input), let requestLine = requestLine.take() else { return nil }
        let length = scanner.lineStart
        let table = FieldTable(bytes: input.prefix(length), lines: fields.lines)
        input.use(length)
        self = RequestParser(limits: limits)
        return try Request(requestLine, table)
    }

    private mutating func readRequestLine(_ input: inout InputBuffer) throws(RequestRefusal) -> Bool
    {
        try checkFirstByte(input)
        while let line = try scanLine(input) {
            guard line.isEmpty else {
                requestLine = try input.read { (bytes) throws(RequestRefusal) in
                    try RequestLine(bytes.extracting(line))
                }
                return true
            }
            try skipEmptyLine(&input)
        }
        return false
    }

    private mutating func scanLine(_ input: InputBuffer) throws(RequestRefusal) -> Range<Int>? {
        let room = LineScanner.Room(line: limits.startLine, total: limits.total)
        do throws(LineScanner.Fault) {
            return try input.read { (bytes) throws(LineScanner.Fault) in
                try scanner.next(in: bytes, room: room)
            }
        } catch {
            throw RequestRefusal(MessageFault(error, tooLong: .startLineTooLong))
        }
    }

    /// Some old clients send a line end after a body (RFC 9112 §2.2); one is forgiven.
    private mutating func skipEmptyLine(_ input: inout InputBuffer) throws(RequestRefusal) {
        guard !hasSkippedEmptyLine else {
            throw RequestRefusal(.badRequest, "Empty lines stand before the request line.")
        }
        hasSkippedEmptyLine = true
        input.use(scanner.lineStart)
        scanner = LineScanner()
        try checkFirstByte(input)
    }

    /// What does not begin like a method, as a TLS handshake does not, is refused without waiting for its
    /// first line end.
    private func checkFirstByte(_ input: InputBuffer) throws(RequestRefusal) {
        let first = input.read { bytes in bytes.count == 0 ? nil : bytes[0] }
        guard let first, !ByteSet.token.contains(first), first != .carriageReturn else { return }
        throw first == Self.handshakeRecord ? .securedOnPlainPort : .notHTTP
    }

    /// What every TLS connection begins with (RFC 8446 §5.1): the type of a handshake's record.
    static let handshakeRecord: UInt8 = 22

    private mutating func readFields(_ input: InputBuffer) throws(RequestRefusal) -> Bool {
        do {
            return try input.read { (bytes) throws(MessageFault) in
                try fields.read(bytes, &scanner, limits: limits)
            }
        } catch {
            throw RequestRefusal(error)
        }
    }
}

extension RequestRefusal {
    fileprivate static let notHTTP = RequestRefusal(
        .badRequest,
        "What arrived is not an HTTP/1.1 request."
    )

    /// The answer to a client that speaks TLS where HTTP is expected; it cannot read it, and its packets show it.
    fileprivate static let securedOnPlainPort = RequestRefusal(
        .badRequest,
        "This port speaks plain HTTP/1.1, and a TLS handshake arrived; use an http:// URL."
    )

    /// A fault of a message, as the answer to a request.
    init(_ fault: MessageFault) {
        switch fault {
        case .malformed(let detail):
            self.init(.badRequest, detail)
        case .startLineTooLong:
            self.init(.uriTooLong, "The request line is longer than this server accepts.")
        case .fieldsTooLarge(let detail):
            self.init(.requestHeaderFieldsTooLarge, detail)
        case .bodyTooLarge(let limit):
            self.init(
                .contentTooLarge,
                "The body is larger than \(limit) bytes, the most that this resource accepts."
            )
        }
    }
}
