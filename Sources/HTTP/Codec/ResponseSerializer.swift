internal import HTTPTypes

/// Writes the head of an answer.
///
/// HTTPTypes turns line ends in values into spaces when a field is made, and a name is a token or does not
/// exist: no field can end its line early.
struct ResponseSerializer {
    /// How the body follows.
    enum Framing {
        /// This many bytes; after HEAD they are only announced.
        case length(Int)
        /// In chunks.
        case chunked
        /// Until the connection closes.
        case untilClose
    }

    /// What the connection says about itself.
    enum Connection {
        /// Nothing: it goes on, as HTTP/1.1 does.
        case persists
        /// It goes on, which HTTP/1.0 must be told.
        case persistsForHTTP10
        /// It closes after this answer.
        case closes
    }

    var status: HTTPResponse.Status
    var fields: HTTPFields
    var framing: Framing
    var connection: Connection
    var requestID: String

    /// Appends the head with its empty line.
    func write(to output: inout [UInt8], date: [UInt8]) {
        output.append(ascii: "HTTP/1.1 ")
        output.append(decimal: status.code)
        output.append(ascii: " ")
        output.append(ascii: status.reasonPhrase)
        output.append(ascii: "\r\nDate: ")
        output.append(contentsOf: date)
        for field in fields where !Self.isOurs(field.name) {
            output.append(ascii: "\r\n")
            output.append(ascii: field.name.rawName)
            output.append(ascii: ": ")
            field.withUnsafeBytesOfValue { output.append(contentsOf: $0) }
        }
        output.append(ascii: "\r\nX-Request-Id: ")
        output.append(ascii: requestID)
        writeFraming(to: &output)
        writeConnection(to: &output)
        output.append(ascii: "\r\n\r\n")
    }

    private func writeFraming(to output: inout [UInt8]) {
        switch framing {
        // RFC 9110 §8.6 forbids a length here; a 304 may leave it out.
        case .length(let count) where status.hasNoBody && (count == 0 || status.code != 304): break
        case .length(let count):
            output.append(ascii: "\r\nContent-Length: ")
            output.append(decimal: count)
        case .chunked:
            output.append(ascii: "\r\nTransfer-Encoding: chunked")
        case .untilClose: break
        }
    }

    private func writeConnection(to output: inout [UInt8]) {
        switch connection {
        case .persists: break
        case .persistsForHTTP10: output.append(ascii: "\r\nConnection: keep-alive")
        case .closes: output.append(ascii: "\r\nConnection: close")
        }
    }

    /// The fields that only the connection knows; a handler's own are passed over.
    private static func isOurs(_ name: HTTPField.Name) -> Bool {
        // The lengths keep the comparisons away from most names.
        switch name.canonicalName.utf8.count {
        case 4: name == .date
        case 10: name == .connection || name.canonicalName == "keep-alive"
        case 12: name.canonicalName == "x-request-id"
        case 14: name == .contentLength
        case 17: name == .transferEncoding
        default: false
        }
    }
}

/// A piece of a chunked body (RFC 9112 §7.1).
enum Chunk {
    /// The mark of the end, without trailer fields.
    static let last = Array("0\r\n\r\n".utf8)

    /// Appends one chunk; the bytes are not empty, for an empty chunk would be the last.
    static func write(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
        output.append(ascii: String(bytes.count, radix: 16))
        output.append(ascii: "\r\n")
        output.append(contentsOf: bytes)
        output.append(ascii: "\r\n")
    }
}

extension [UInt8] {
    @inline(__always)
    mutating func append(ascii text: String) {
        append(contentsOf: text.utf8)
    }

    mutating func append(decimal value: Int) {
        append(ascii: String(value))
    }
}
