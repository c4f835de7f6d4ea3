package import HTTPTypes

/// One request with its whole body, as a handler sees it.
package struct ServerRequest: Sendable {
    package let head: RequestHead
    /// The whole body; empty when there is none, and until the request has been admitted.
    package internal(set) var body: [UInt8]
    /// The peer's numeric address, without its port.
    package let remoteAddress: String
    /// The id this request carries in its answer and in every log line.
    package let id: String
    /// Who asks: the name in the client's certificate, until the handler knows better.
    package var identity: String?
    /// Whether its client waits to be asked for the body, or the body is long or of unknown length: when the request
    /// is refused, such a body stays unread and the connection closes.
    package let hasUnaskedBody: Bool
    /// Whether the handler has admitted it.
    package var isAdmitted = false
    /// What the answer carries besides its own fields.
    package var answerFields: HTTPFields?

    /// A request from its parts; tests of handlers make theirs here too.
    package init(
        head: RequestHead,
        body: [UInt8] = [],
        remoteAddress: String,
        id: String,
        identity: String? = nil,
        hasUnaskedBody: Bool = false
    ) {
        self.identity = identity
        self.hasUnaskedBody = hasUnaskedBody
        self.head = head
        self.body = body
        self.remoteAddress = remoteAddress
        self.id = id
    }

    package var method: HTTPRequest.Method { head.method }
    /// The path as it was sent, percent-encoded.
    package var path: String { head.path }
    /// The query as it was sent, without its question mark.
    package var query: String? { head.query }
    package var fields: FieldTable { head.fields }
}
