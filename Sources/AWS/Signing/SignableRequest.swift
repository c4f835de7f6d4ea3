internal import Formats
package import HTTP
internal import OpenSSL

/// What a signature covers of a request.
package struct SignableRequest: Sendable {
    /// `POST`.
    package let method: String
    /// The path as it is sent, percent-encoded.
    package let path: String
    /// The query as it is sent, without its question mark.
    package let query: String
    /// The fields to be signed, `Host` among them, as they come in or go out.
    package let fields: FieldTable
    /// The body's SHA-256 in hexadecimal digits.
    package let bodyHash: String

    /// A request whose body's hash is known.
    package init(
        method: String,
        path: String,
        query: String = "",
        fields: FieldTable,
        bodyHash: String
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.fields = fields
        self.bodyHash = bodyHash
    }

    /// The same by the body itself.
    package init(
        method: String,
        path: String,
        query: String = "",
        fields: FieldTable,
        body: [UInt8] = []
    ) {
        self.init(
            method: method,
            path: path,
            query: query,
            fields: fields,
            bodyHash: Digest.sha256(body).hexadecimal
        )
    }
}

extension SignableRequest {
    /// The names of the fields to sign, in lower case, each once, sorted.
    var signedNames: [String] {
        var names: [String] = []
        names.reserveCapacity(fields.count)
        for name in fields.names {
            if !names.contains(name), !Self.unsignedNames.contains(name) { names.append(name) }
        }
        names.sort()
        return names
    }

    /// What intermediaries may change: botocore signs none of them, and knows no W3C Trace Context.
    private static let unsignedNames: Set = [
        "connection", "expect", "keep-alive", "proxy-authenticate", "proxy-authorization", "te",
        "traceparent", "tracestate", "trailer", "transfer-encoding", "upgrade", "user-agent",
        "x-amzn-trace-id",
    ]

    /// The path without dot segments and doubled slashes, encoded once more.
    var canonicalPath: String {
        if isPlainPath { return path }
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

    /// Whether the path is its canonical form already, which is read off its bytes: no dot begins a segment.
    private var isPlainPath: Bool {
        let bytes = path.utf8.span
        let (characters, slash) = (Self.pathCharacters, UInt8(ascii: "/"))
        guard bytes.count > 0, bytes[0] == slash else { return false }
        for place in 1..<bytes.count {
            guard characters.contains(bytes[place]) else { return false }
            if bytes[place - 1] == slash, [slash, UInt8(ascii: ".")].contains(bytes[place]) {
                return false
            }
        }
        return true
    }

    /// The parameters, each encoded, sorted by name and then by value.
    var canonicalQuery: String {
        if query.isEmpty { return "" }
        return query.split(separator: "&").map { parameter in
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

    /// The request in the one form that sender and receiver hash, with those fields of it.
    func canonical(_ names: [String]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(1_024)
        text.append(line: method)
        text.append(line: canonicalPath)
        text.append(line: canonicalQuery)
        for name in names { appendField(name, to: &text) }
        text.append(line: "")
        text.append(names)
        text.append(UInt8(ascii: "\n"))
        text.append(text: bodyHash)
        return text
    }

    /// `name:value`; the values of one name are joined, white space inside becomes one space.
    private func appendField(_ name: String, to text: inout [UInt8]) {
        text.append(text: name)
        var separator = UInt8(ascii: ":")
        fields.forEachValue(of: name) { value in
            text.append(separator)
            Self.append(words: value, to: &text)
            separator = UInt8(ascii: ",")
        }
        if separator == UInt8(ascii: ":") { text.append(separator) }
        text.append(UInt8(ascii: "\n"))
    }

    /// The words of a value with one space between them.
    ///
    /// A field's value has no white space but blanks and tabs (RFC 9110 §5.5).
    private static func append(words value: Span<UInt8>, to text: inout [UInt8]) {
        text.append(addingCapacity: value.count) { text in
            var isBetween = false
            var isFirst = true
            for place in value.indices {
                switch value[place] {
                case 0x09...0x0D, 0x20:
                    isBetween = true
                case let byte:
                    if isBetween, !isFirst { text.append(0x20) }
                    (isBetween, isFirst) = (false, false)
                    text.append(byte)
                }
            }
        }
    }
}

extension [UInt8] {
    /// The text and a line feed.
    mutating func append(line text: String) {
        append(text: text)
        append(UInt8(ascii: "\n"))
    }

    /// The names of fields with semicolons between.
    mutating func append(_ names: [String]) {
        for place in names.indices {
            if place > 0 { append(UInt8(ascii: ";")) }
            append(text: names[place])
        }
    }

    mutating func append(text: String) {
        // Twice as fast as appending the UTF-8 view itself.
        text.utf8.span.withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}
