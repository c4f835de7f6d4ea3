public import HTTPTypes
internal import Sockets

/// One request with its whole body, as a handler sees it.
public struct ServerRequest: Sendable {
    public let head: RequestHead
    /// The whole body; empty when there is none, and until the request has been admitted.
    public internal(set) var body: [UInt8]
    /// The peer's numeric address, without its port.
    public let remoteAddress: String
    /// The id this request carries in its answer and in every log line.
    public let id: String
    /// Who asks: the name in the client's certificate, until the handler knows better.
    public var identity: String?
    /// Whether its client waits to be asked for the body, or the body is long or of unknown length: when the request
    /// is refused, such a body stays unread and the connection closes.
    public let hasUnaskedBody: Bool
    /// Whether the handler has admitted it.
    public var isAdmitted = false
    /// What the answer carries besides its own fields.
    public var answerFields: HTTPFields?

    /// Who waits for the answer; nil for a request that came over no connection.
    public internal(set) var client: Client?

    /// The client's end of the connection.
    public struct Client: Sendable {
        let stream: any ByteStream

        /// Returns once the client sends nothing more, or when the task is cancelled.
        ///
        /// It has hung up then, or has ended its side and waits on, which HTTP allows and hardly anybody does; a handler that
        /// waits for something to happen gives up. One task waits so at a time.
        @concurrent
        public func whenGone() async {
            await withTaskExecutorPreference(stream.loop) { await stream.whenPeerEnded() }
        }
    }

    /// A request from its parts; tests of handlers make theirs here too.
    public init(
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

    public var method: HTTPRequest.Method { head.method }
    /// The path as it was sent, percent-encoded.
    public var path: String { head.path }
    /// The query as it was sent, without its question mark.
    public var query: String? { head.query }
    public var fields: FieldTable { head.fields }
}
