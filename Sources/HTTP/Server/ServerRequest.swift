public import HTTPTypes

/// One request with its whole body, as a handler sees it.
public struct ServerRequest: Sendable {
    /// Method, target and fields.
    public let head: RequestHead
    /// The whole body; empty when there is none.
    public let body: [UInt8]
    /// The peer's numeric address, without its port.
    public let remoteAddress: String
    /// The id this request carries in its answer and in every log line.
    public let id: String
    /// Who asks: the name in the client's certificate, until the handler knows better.
    public var identity: String?

    /// A request from its parts; tests of handlers make theirs here too.
    public init(
        head: RequestHead,
        body: [UInt8] = [],
        remoteAddress: String,
        id: String,
        identity: String? = nil
    ) {
        self.identity = identity
        self.head = head
        self.body = body
        self.remoteAddress = remoteAddress
        self.id = id
    }

    /// The method, known or not.
    public var method: HTTPRequest.Method { head.method }
    /// The path as it was sent, percent-encoded.
    public var path: String { head.path }
    /// The query as it was sent, without its question mark.
    public var query: String? { head.query }
    /// The fields, read on demand.
    public var fields: FieldTable { head.fields }
}
