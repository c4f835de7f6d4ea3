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
        case chunked
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

    let framing: Framing
    let connection: Connection
    let requestID: String
    let date: DateField
    var location: String?

    /// Appends the head with its empty line.
    func write(
        _ status: HTTPResponse.Status,
        _ fields: HTTPFields,
        to output: inout [UInt8]
    ) {
        output.append("HTTP/1.1 ")
        output.append(decimal: status.code)
        output.append(" ")
        output.append(ascii: status.reasonPhrase)
        output.append("\r\nDate: ")
        output.append(contentsOf: date.text)
        for field in fields where !Self.isOurs(field.name) {
            output.append("\r\n")
            output.append(ascii: field.name.rawName)
            output.append(": ")
            field.withUnsafeBytesOfValue { output.append(contentsOf: $0) }
        }
        if let location {
            output.append("\r\nLocation: ")
            output.append(fieldValue: location)
        }
        output.append("\r\nX-Request-Id: ")
        output.append(ascii: requestID)
        writeFraming(status, to: &output)
        writeConnection(to: &output)
        output.append("\r\n\r\n")
    }

    private func writeFraming(_ status: HTTPResponse.Status, to output: inout [UInt8]) {
        switch framing {
        // RFC 9110 §8.6 and RFC 9112 §6.1 forbid both here; a 304 may say the length it would have.
        case .length(let count) where status.hasNoBody && (count == 0 || status.code != 304): break
        case .chunked where status.hasNoBody: break
        case .length(let count):
            output.append("\r\nContent-Length: ")
            output.append(decimal: count)
        case .chunked:
            output.append("\r\nTransfer-Encoding: chunked")
        case .untilClose: break
        }
    }

    private func writeConnection(to output: inout [UInt8]) {
        switch connection {
        case .persists: break
        case .persistsForHTTP10: output.append("\r\nConnection: keep-alive")
        case .closes: output.append("\r\nConnection: close")
        }
    }

    /// The fields that only the connection knows; a handler's own are passed over.
    private static func isOurs(_ name: HTTPField.Name) -> Bool {
        // The lengths keep the comparisons away from most names.
        let canonical = name.canonicalName
        return switch canonical.utf8.count {
        case 4: canonical == "date"
        case 10: canonical == "connection" || canonical == "keep-alive"
        case 12: canonical == "x-request-id"
        case 14: canonical == "content-length"
        case 17: canonical == "transfer-encoding"
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
        output.append("\r\n")
        output.append(contentsOf: bytes)
        output.append("\r\n")
    }
}
