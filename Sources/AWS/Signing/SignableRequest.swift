internal import Formats

/// What a signature covers of a request.
package struct SignableRequest: Sendable, Hashable {
    package struct Field: Sendable, Hashable {
        /// The name, in any case.
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// `POST`.
    package let method: String
    /// The path as it is sent, percent-encoded.
    package let path: String
    /// The query as it is sent, without its question mark.
    package let query: String
    /// The fields to be signed, `Host` among them.
    package let fields: [Field]
    package let body: [UInt8]

    package init(
        method: String,
        path: String,
        query: String = "",
        fields: [Field],
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.fields = fields
        self.body = body
    }
}

extension SignableRequest {
    /// The names of the fields to sign, in lower case, each once, sorted.
    var signedNames: [String] {
        Set(fields.map { $0.name.lowercased() }).subtracting(Self.unsignedNames).sorted()
    }

    /// What intermediaries may change: botocore signs none of them, and knows no W3C Trace Context.
    private static let unsignedNames: Set = [
        "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "te",
        "traceparent", "tracestate", "trailer", "transfer-encoding", "upgrade", "user-agent",
        "x-amzn-trace-id",
    ]

    /// The path without dot segments and doubled slashes, encoded once more.
    var canonicalPath: String {
        var segments: [Substring] = []
        for segment in path.split(separator: "/") {
            switch segment {
            case ".": continue
            case "..": _ = segments.popLast()
            default: segments.append(segment)
            }
        }
        let isFolder = path.hasSuffix("/") && !segments.isEmpty
        return PercentEncoding.encode(
            "/" + segments.joined(separator: "/") + (isFolder ? "/" : ""),
            keeping: Self.pathCharacters
        )
    }

    private static let pathCharacters = ByteSet.unreserved.adding("/")

    /// The parameters, each encoded, sorted by name and then by value.
    var canonicalQuery: String {
        query.split(separator: "&").map { parameter in
            let parts = parameter.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            return (Self.encodedAnew(parts[0]), parts.count == 2 ? Self.encodedAnew(parts[1]) : "")
        }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        .map { "\($0.0)=\($0.1)" }
        .joined(separator: "&")
    }

    /// The text in the encoding that AWS wants, whatever is encoded in it now.
    private static func encodedAnew(_ text: Substring) -> String {
        PercentEncoding.encode(PercentEncoding.decodeLeniently(text.utf8.span))
    }

    /// `name:value` lines; the values of one name are joined, white space inside becomes one space.
    func canonicalFields(_ names: [String]) -> String {
        let fields = fields.map { (name: $0.name.lowercased(), value: $0.value) }
        var lines: [UInt8] = []
        lines.reserveCapacity(512)
        for name in names {
            lines.append(contentsOf: name.utf8)
            var separator = UInt8(ascii: ":")
            for field in fields where field.name == name {
                lines.append(separator)
                Self.append(words: field.value, to: &lines)
                separator = UInt8(ascii: ",")
            }
            if separator == UInt8(ascii: ":") { lines.append(separator) }
            lines.append(UInt8(ascii: "\n"))
        }
        return String(decoding: lines, as: UTF8.self)
    }

    /// The words of a value with one space between them.
    ///
    /// By bytes: a field's value has no white space but blanks and tabs (RFC 9110 §5.5), and telling a `Character` to
    /// be white space was a tenth of the price of an order.
    private static func append(words value: String, to line: inout [UInt8]) {
        var isBetween = false
        var isFirst = true
        for byte in value.utf8 {
            switch byte {
            case 0x09...0x0D, 0x20:
                isBetween = true
            default:
                if isBetween, !isFirst { line.append(0x20) }
                (isBetween, isFirst) = (false, false)
                line.append(byte)
            }
        }
    }
}
