internal import HTTPTypes

extension RequestParser.Request {
    /// Reads from a whole head what it says about host, body and connection.
    init(_ line: RequestLine, _ fields: FieldTable) throws(RequestRefusal) {
        var meaning = RequestFields()
        do {
            try meaning.read(fields)
        } catch {
            throw RequestRefusal(error)
        }
        try meaning.checkHost(line.version)
        try meaning.checkExpectation(line.version)
        framing = try meaning.framing(line.version)
        isPersistent = meaning.framing.isPersistent(line.version)
        expectsContinue = meaning.expectsContinue && line.version == .http11 && framing.hasBody
        head = RequestHead(
            method: line.method,
            path: line.target.path,
            query: line.target.query,
            authority: line.target.authority,
            version: line.version,
            fields: fields
        )
    }
}

extension RequestParser.Request {
    /// Whether the body need not be read to refuse the request: its client waits to be asked for it, or it is long,
    /// or of a length that only its end tells.
    var hasUnaskedBody: Bool {
        switch framing {
        case .none, .untilClose: false
        case .length(let count): expectsContinue || count > Self.forgivenBody
        case .chunked: true
        }
    }

    /// The same as the last of its connection.
    var closing: Self {
        var request = self
        request.isPersistent = false
        return request
    }

    /// A body of so many bytes at most is read although its request is refused, so that the connection goes on.
    private static var forgivenBody: Int { 16_384 }
}

extension BodyFraming {
    /// Whether at least one byte follows the head.
    var hasBody: Bool { self != .none && self != .length(0) }
}

/// The fields of a request that concern the connection.
private struct RequestFields {
    var framing = FramingFields()
    var expectsContinue = false
    private var hostCount = 0
    private var hostIsValid = true
    private var hasOtherExpectation = false

    mutating func read(_ fields: FieldTable) throws(MessageFault) {
        for line in fields.lines {
            let value = fields.value(of: line)
            // Only these five names matter here, and no two have the same length.
            switch line.name.count {
            case 4 where fields.isNamed("host", line): readHost(value)
            case 6 where fields.isNamed("expect", line): readExpect(value)
            case 10 where fields.isNamed("connection", line): framing.readConnection(value.span)
            case 14 where fields.isNamed("content-length", line):
                try framing.readContentLength(value.span)
            case 17 where fields.isNamed("transfer-encoding", line):
                framing.readTransferEncoding(value.span)
            default: break
            }
        }
    }

    private mutating func readHost(_ value: ArraySlice<UInt8>) {
        hostCount += 1
        if !Authority.isValid(value.span) { hostIsValid = false }
    }

    private mutating func readExpect(_ value: ArraySlice<UInt8>) {
        FramingFields.forEachToken(of: value.span) { token in
            if token.equalsIgnoringCase("100-continue") {
                expectsContinue = true
            } else {
                hasOtherExpectation = true
            }
        }
    }

    /// RFC 9112 §3.2: exactly one valid Host, which HTTP/1.0 may leave out.
    func checkHost(_ version: HTTPVersion) throws(RequestRefusal) {
        if hostCount == 0, version == .http11 {
            throw RequestRefusal(.badRequest, "The Host field is missing.")
        }
        if hostCount > 1 {
            throw RequestRefusal(.badRequest, "There is more than one Host field.")
        }
        if !hostIsValid {
            throw RequestRefusal(.badRequest, "The Host field is not a host with an optional port.")
        }
    }

    /// RFC 9110 §10.1.1; HTTP/1.0 knows no expectations.
    func checkExpectation(_ version: HTTPVersion) throws(RequestRefusal) {
        guard hasOtherExpectation, version == .http11 else { return }
        throw RequestRefusal(.expectationFailed, "The only expectation met here is 100-continue.")
    }

    /// RFC 9112 §6.1 and §6.3, with everything refused that two parsers could read in two ways.
    func framing(_ version: HTTPVersion) throws(RequestRefusal) -> BodyFraming {
        guard let encoding = framing.transferEncoding else {
            return framing.contentLength.map { .length($0) } ?? .none
        }
        if framing.contentLength != nil {
            throw RequestRefusal(
                .badRequest,
                "Transfer-Encoding and Content-Length exclude each other."
            )
        }
        if version == .http10 {
            throw RequestRefusal(.badRequest, "HTTP/1.0 has no Transfer-Encoding.")
        }
        switch encoding {
        case .chunked:
            return .chunked
        case .encodedAndChunked:
            throw RequestRefusal(.notImplemented, "The only transfer coding known is chunked.")
        case .other:
            throw RequestRefusal(.badRequest, "Transfer-Encoding must be chunked, once.")
        }
    }
}

extension HTTPField.Name {
    /// HTTPTypes leaves Host to the request's authority.
    // A token by the look of it.
    // swift-format-ignore: NeverForceUnwrap
    static let hostField = Self("Host")!
}
