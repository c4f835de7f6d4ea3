/// How the end of a message's body is known (RFC 9112 §6.3).
enum BodyFraming: Hashable {
    case none
    /// It has this many bytes.
    case length(Int)
    /// It comes in chunks and says itself where it ends.
    case chunked
    /// It ends with the connection; responses only.
    case untilClose
}

/// The fields that say where the body ends and whether the connection goes on after it.
struct FramingFields {
    private(set) var contentLength: Int?
    private(set) var transferEncoding: TransferEncoding?
    private(set) var closes = false
    private(set) var keepsAlive = false

    enum TransferEncoding {
        /// `chunked` and nothing else.
        case chunked
        /// Other codings, `chunked` last: the end is known, the content is not.
        case encodedAndChunked
        case other
    }

    /// Takes notice of a Content-Length line (RFC 9110 §8.6).
    mutating func readContentLength(_ value: Span<UInt8>) throws(MessageFault) {
        guard contentLength == nil else {
            throw .malformed("There is more than one Content-Length.")
        }
        guard value.count > 0 else { throw .malformed("Content-Length is empty.") }
        var length = 0
        for index in 0..<value.count {
            guard value[index].isDigit else {
                throw .malformed("Content-Length is not a decimal number.")
            }
            let (shifted, overflows) = length.multipliedReportingOverflow(by: 10)
            let (sum, carries) = shifted.addingReportingOverflow(
                Int(value[index] - UInt8(ascii: "0"))
            )
            guard !overflows, !carries else {
                throw .malformed("Content-Length is larger than any body can be.")
            }
            length = sum
        }
        contentLength = length
    }

    /// Takes notice of a Transfer-Encoding line (RFC 9112 §6.1); a second line is never `chunked` alone.
    mutating func readTransferEncoding(_ value: Span<UInt8>) {
        var (count, chunkedCount, endsChunked) = (0, 0, false)
        Self.forEachToken(of: value) { token in
            count += 1
            endsChunked = token.equalsIgnoringCase("chunked")
            if endsChunked { chunkedCount += 1 }
        }
        // `,chunked` is the same list to us and something else to others: the word must stand alone.
        if transferEncoding == nil, value.equalsIgnoringCase("chunked") {
            transferEncoding = .chunked
        } else if transferEncoding == nil, count > 1, chunkedCount == 1, endsChunked {
            transferEncoding = .encodedAndChunked
        } else {
            transferEncoding = .other
        }
    }

    /// Takes notice of a Connection line (RFC 9112 §9.3).
    mutating func readConnection(_ value: Span<UInt8>) {
        Self.forEachToken(of: value) { token in
            if token.equalsIgnoringCase("close") { closes = true }
            if token.equalsIgnoringCase("keep-alive") { keepsAlive = true }
        }
    }

    /// Whether the connection can carry another message after this one (RFC 9112 §9.3).
    func isPersistent(_ version: HTTPVersion) -> Bool {
        switch version {
        case .http11: !closes
        case .http10: keepsAlive && !closes
        }
    }

    /// Calls `body` with the members of a comma-separated list, without their white space and
    /// parameters' meaning (RFC 9110 §5.6.1); empty members are passed over.
    static func forEachToken(of value: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
        var start = 0
        for index in 0...value.count
        where index == value.count || value[index] == UInt8(ascii: ",") {
            var (from, to) = (start, index)
            while from < to, value[from].isBlank { from += 1 }
            while to > from, value[to - 1].isBlank { to -= 1 }
            if from < to { body(value.extracting(from..<to)) }
            start = index + 1
        }
    }
}
