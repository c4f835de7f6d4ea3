public import HTTPTypes

/// The versions of HTTP this module speaks.
public enum HTTPVersion: Sendable, Hashable {
    /// HTTP/1.0: one request a connection unless it asks for more, no chunked coding.
    case http10
    case http11
}

/// Everything of a request before its body.
///
/// An object: it is handed on through many calls, each of which would hold a copy in its frame and count all its parts.
public final class RequestHead: Sendable {
    /// The method, known or not.
    public let method: HTTPRequest.Method
    /// The target's path as it was sent, percent-encoded: `/orders/001`; `*` for `OPTIONS *`.
    public let path: String
    /// The target's query as it was sent, without its question mark; nil when there is none.
    public let query: String?
    public let version: HTTPVersion
    /// The fields, read on demand.
    public let fields: FieldTable
    /// Host and port of a target that names them: one in absolute form.
    public let targetAuthority: String?

    /// A head that did not arrive over a connection, for tests of handlers.
    public init(
        method: HTTPRequest.Method,
        path: String,
        query: String? = nil,
        authority: String? = nil,
        version: HTTPVersion = .http11,
        fields: FieldTable = FieldTable()
    ) {
        self.method = method
        self.path = path
        self.query = query
        targetAuthority = authority
        self.version = version
        self.fields = fields
    }

    /// Host and port the client means: the target's own, or else the Host field's value.
    public var authority: String? { targetAuthority ?? fields[.hostField] }

    /// The head in the vocabulary of HTTPTypes.
    public var httpRequest: HTTPRequest {
        HTTPRequest(
            method: method,
            scheme: nil,
            authority: authority,
            path: query.map { "\(path)?\($0)" } ?? path,
            headerFields: fields.httpFields
        )
    }
}
