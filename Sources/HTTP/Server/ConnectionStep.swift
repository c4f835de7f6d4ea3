internal import HTTPTypes

/// How far a connection has come.
// Apart from the connection, which is generic: a generic type's values are handled by what the running program looks up. What
// waits is an object, so that nothing of it is copied on its way.
enum ConnectionStep {
    /// The head has not arrived whole.
    case incomplete
    case answered
    /// Answered, and the connection ends.
    case last
    /// What is next takes a wait.
    case waiting(Waiting)

    /// What a request waits for.
    enum Waiting {
        /// The rest of its body.
        case body(ArrivingBody)
        /// The handler's answer.
        case answer(PendingAnswer)
        /// An answer to leave that is long, or made piece by piece.
        case response(PendingResponse)
    }
}

/// A body that has not arrived whole.
final class ArrivingBody {
    var request: ServerRequest
    var decoder: BodyDecoder
    let head: RequestParser.Request
    let receive: @Sendable (ServerRequest) -> Reply

    init(
        _ request: ServerRequest,
        _ decoder: BodyDecoder,
        _ head: RequestParser.Request,
        _ receive: @escaping @Sendable (ServerRequest) -> Reply
    ) {
        (self.request, self.decoder, self.head, self.receive) = (request, decoder, head, receive)
    }
}

/// An answer that its handler takes a wait for.
final class PendingAnswer {
    let respond: @Sendable () async -> ServerResponse
    let exchange: Exchange

    init(_ respond: @escaping @Sendable () async -> ServerResponse, _ exchange: Exchange) {
        (self.respond, self.exchange) = (respond, exchange)
    }
}

/// An answer that takes more than one write.
final class PendingResponse {
    let response: ServerResponse
    let exchange: Exchange

    init(_ response: ServerResponse, _ exchange: Exchange) {
        (self.response, self.exchange) = (response, exchange)
    }
}
