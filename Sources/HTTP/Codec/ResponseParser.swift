internal import HTTPTypes

/// Cuts the heads of responses out of what a connection received.
struct ResponseParser {
    /// A head, and what it says about its body and its connection.
    struct Response {
        let status: HTTPResponse.Status
        let fields: FieldTable
        let framing: BodyFraming
        /// Whether the connection can carry another request after this response.
        let isPersistent: Bool
    }

    private let limits: HeadLimits
    private var scanner = LineScanner()
    private var statusLine: StatusLine?
    private var fields = FieldLines()

    init(limits: HeadLimits) {
        self.limits = limits
    }

    /// The next head, taken out of the input; nil until it has arrived whole.
    ///
    /// Interim responses (1xx) come out as any other, with no body: the caller asks again.
    mutating func next(
        _ input: inout InputBuffer,
        answering method: HTTPRequest.Method
    ) throws(MessageFault) -> Response? {
        if statusLine == nil { try readStatusLine(input) }
        guard let statusLine else { return nil }
        let isWhole = try input.read { (bytes) throws(MessageFault) in
            try fields.read(bytes, &scanner, limits: limits)
        }
        guard isWhole else { return nil }
        let length = scanner.lineStart
        let table = FieldTable(bytes: input.prefix(length), lines: fields.lines)
        input.use(length)
        self = ResponseParser(limits: limits)
        return try Response(statusLine, table, answering: method)
    }

    private mutating func readStatusLine(_ input: InputBuffer) throws(MessageFault) {
        let room = LineScanner.Room(line: limits.startLine, total: limits.total)
        statusLine = try input.read { (bytes) throws(MessageFault) in
            let line: Range<Int>?
            do throws(LineScanner.Fault) {
                line = try scanner.next(in: bytes, room: room)
            } catch {
                throw MessageFault(error, tooLong: .startLineTooLong)
            }
            return try line.map { (line) throws(MessageFault) in
                try StatusLine(bytes.extracting(line))
            }
        }
    }
}

/// Version, code and phrase (RFC 9112 §4).
struct StatusLine {
    let version: HTTPVersion
    let status: HTTPResponse.Status

    init(_ bytes: Span<UInt8>) throws(MessageFault) {
        guard bytes.count >= 12, bytes.extracting(0..<7).equals("HTTP/1."), bytes[7].isDigit,
            bytes[8] == UInt8(ascii: " ")
        else { throw .malformed("The status line does not begin with HTTP/1.1.") }
        version = bytes[7] == UInt8(ascii: "0") ? .http10 : .http11
        var code = 0
        for index in 9..<12 {
            guard bytes[index].isDigit else { throw .malformed("The status is not a number.") }
            code = code * 10 + Int(bytes[index] - UInt8(ascii: "0"))
        }
        // Some servers leave out the space in front of an empty phrase.
        guard (100...599).contains(code), bytes.count == 12 || bytes[12] == UInt8(ascii: " ") else {
            throw .malformed("The status is not a number from 100 to 599.")
        }
        let phrase = bytes.extracting(min(13, bytes.count)..<bytes.count)
        for index in 0..<phrase.count {
            guard phrase[index].isFieldContent else {
                throw .malformed("The status line contains a control character.")
            }
        }
        status = HTTPResponse.Status(code: code, reasonPhrase: String(phrase))
    }
}

extension ResponseParser.Response {
    /// Reads from a whole head what it says about body and connection (RFC 9112 §6.3).
    init(
        _ line: StatusLine,
        _ fields: FieldTable,
        answering method: HTTPRequest.Method
    ) throws(MessageFault) {
        let meaning = try FramingFields(fields)
        (status, self.fields) = (line.status, fields)
        framing = try Self.framing(line, meaning, answering: method)
        isPersistent = meaning.isPersistent(line.version) && framing != .untilClose
    }

    private static func framing(
        _ line: StatusLine,
        _ meaning: FramingFields,
        answering method: HTTPRequest.Method
    ) throws(MessageFault) -> BodyFraming {
        if meaning.transferEncoding != nil, meaning.contentLength != nil {
            throw .malformed("Transfer-Encoding and Content-Length exclude each other.")
        }
        if line.status.code == 101 { throw .malformed("The protocol was switched unasked.") }
        if method == .head || line.status.hasNoBody { return .none }
        switch meaning.transferEncoding {
        case .chunked where line.version == .http11: return .chunked
        case .some: throw .malformed("The transfer coding is not chunked.")
        case .none: return meaning.contentLength.map { .length($0) } ?? .untilClose
        }
    }
}

extension FramingFields {
    /// Reads the three fields that concern the end of the body and the connection.
    init(_ fields: FieldTable) throws(MessageFault) {
        self.init()
        for line in fields.lines {
            let value = fields.value(of: line)
            if fields.isNamed(.contentLength, line) { try readContentLength(value.span) }
            if fields.isNamed(.transferEncoding, line) { readTransferEncoding(value.span) }
            if fields.isNamed(.connection, line) { readConnection(value.span) }
        }
    }
}

extension HTTPResponse.Status {
    /// Whether an answer with this status ends with its head (RFC 9112 §6.3).
    var hasNoBody: Bool { code < 200 || code == 204 || code == 304 }
}
