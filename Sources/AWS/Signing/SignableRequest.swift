/// What a signature covers of a request.
public struct SignableRequest: Sendable, Hashable {
    /// One field line.
    public struct Field: Sendable, Hashable {
        /// The name, in any case.
        public let name: String
        /// The value.
        public let value: String

        /// A field line.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// `POST`.
    public let method: String
    /// The path as it is sent, percent-encoded.
    public let path: String
    /// The query as it is sent, without its question mark.
    public let query: String
    /// The fields to be signed, `Host` among them.
    public let fields: [Field]
    /// The body.
    public let body: [UInt8]

    /// A request from its parts.
    public init(
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
    /// The names of the fields in lower case, each once, sorted.
    var signedNames: [String] { Set(fields.map { $0.name.lowercased() }).sorted() }

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
        return PercentCoding.encodePath(
            "/" + segments.joined(separator: "/") + (isFolder ? "/" : "")
        )
    }

    /// The parameters, each encoded, sorted by name and then by value.
    var canonicalQuery: String {
        query.split(separator: "&").map { parameter in
            let parts = parameter.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            let value = parts.count == 2 ? PercentCoding.decode(parts[1]) : ""
            let name = PercentCoding.encode(PercentCoding.decode(parts[0]))
            return (name, PercentCoding.encode(value))
        }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        .map { "\($0.0)=\($0.1)" }
        .joined(separator: "&")
    }

    /// `name:value` lines; the values of one name are joined, white space inside becomes one space.
    func canonicalFields(_ names: [String]) -> String {
        names.map { name in
            let values = fields.filter { $0.name.lowercased() == name }.map { field in
                field.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            return "\(name):\(values.joined(separator: ","))\n"
        }
        .joined()
    }
}
