/// What a request's head has led to.
public struct Admission: Sendable {
    /// Whether the request's body is read.
    public enum Body: Sendable {
        /// All of it is, up to so many bytes if that is more than the server's `maximumBodySize`; nil: up to that.
        case wanted(upTo: Int?)
        /// It is passed over if it is short and on its way; one that is long, of unknown length, or that its client waits
        /// to be asked for, stays unread, and the connection closes.
        case unwanted
    }

    public let body: Body
    /// Called on the connection's loop, once, with the request and what was read of its body.
    public let receive: @Sendable (ServerRequest) -> Reply

    public init(_ body: Body, receive: @escaping @Sendable (ServerRequest) -> Reply) {
        (self.body, self.receive) = (body, receive)
    }

    /// The request is let in, and answered when its body has come.
    public static func admitted(
        upTo maximumBodySize: Int? = nil,
        _ respond: @escaping @Sendable (ServerRequest) async -> ServerResponse
    ) -> Admission {
        Admission(.wanted(upTo: maximumBodySize)) { request in
            @Sendable func answer() async -> ServerResponse { await respond(request) }
            return .later(answer)
        }
    }

    /// The answer is the last word.
    public static func refused(_ response: ServerResponse) -> Admission {
        Admission(.unwanted) { _ in .now(response) }
    }

    /// The same with every answer changed.
    public func map(
        _ change: @escaping @Sendable (ServerResponse) -> ServerResponse
    ) -> Admission {
        Admission(body) { [receive] request in
            switch receive(request) {
            case .now(let response): return .now(change(response))
            case .later(let respond):
                @Sendable func answer() async -> ServerResponse { change(await respond()) }
                return .later(answer)
            }
        }
    }
}

/// How a request is answered.
public enum Reply: Sendable {
    /// With this: a task that need not wait costs less than half.
    case now(ServerResponse)
    /// With what this returns; a function, for a closure is run by a thunk, and looks for its executor before and behind
    /// (Swift 6.3).
    case later(@Sendable () async -> ServerResponse)
}
