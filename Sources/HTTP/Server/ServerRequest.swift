public import HTTPTypes
internal import Sockets

/// One request, as a handler sees it.
public struct ServerRequest: Sendable {
    public let head: RequestHead
    private let peer: Peer
    /// The body, as far as it has been read: nothing for `HTTPHandler.admit`, all of a wanted one afterwards.
    public var body: [UInt8] = []
    /// The id this request carries in its answer and in every log line.
    public let id: String
    /// Who asks: the name in the client's certificate, until the handler knows better.
    public var identity: String?
    /// The pattern of the route that it is for, `/orders/{id}`; nil until the handler has found one.
    public var route: String?
    /// What all requests of a connection have in common.
    final class Peer: Sendable {
        /// The peer's numeric address, without its port.
        let remoteAddress: String
        /// Nil for a request that came over no connection.
        let stream: (any ByteStream)?

        init(_ remoteAddress: String, _ stream: (any ByteStream)?) {
            (self.remoteAddress, self.stream) = (remoteAddress, stream)
        }
    }

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

    /// Who waits for the answer; nil for a request that came over no connection.
    public var client: Client? { peer.stream.map { Client(stream: $0) } }
    /// The peer's numeric address, without its port.
    public var remoteAddress: String { peer.remoteAddress }

    public var method: HTTPRequest.Method { head.method }
    /// The path as it was sent, percent-encoded.
    public var path: String { head.path }
    /// The query as it was sent, without its question mark.
    public var query: String? { head.query }
    public var fields: FieldTable { head.fields }
}

extension ServerRequest {
    /// A request from its parts; tests of handlers make theirs here too.
    public init(
        head: RequestHead,
        body: [UInt8] = [],
        remoteAddress: String,
        id: String,
        identity: String? = nil
    ) {
        let peer = Peer(remoteAddress, nil)
        self.init(head: head, peer: peer, body: body, id: id, identity: identity, route: nil)
    }

    // Through the initializer of all members: one that sets them one by one copies the whole at its end (Swift 6.3).
    init(head: RequestHead, peer: Peer, id: String, identity: String?) {
        self.init(head: head, peer: peer, body: [], id: id, identity: identity, route: nil)
    }
}
