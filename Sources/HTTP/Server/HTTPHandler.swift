/// What answers requests.
///
/// - `respond` is called on the connection's loop and must not block it.
/// - A connection's requests are answered one after the other, in their order.
/// - When the server cancels (its grace period is over), `respond` returns soon.
public protocol HTTPHandler: Sendable {
    /// The answer to one request.
    func respond(to request: ServerRequest) async -> ServerResponse

    /// The largest body this request may carry, in bytes; nil: the server's `maximumBodySize`.
    func maximumBodySize(for head: RequestHead) -> Int?

    /// The answer to what never became a request: malformed, too large, too slow, too many.
    func answer(to refusal: RequestRefusal, requestID: String) -> ServerResponse
}

extension HTTPHandler {
    /// The server's own limit for every request.
    public func maximumBodySize(for head: RequestHead) -> Int? { nil }

    /// Problem details (RFC 9457) with status, reason and the request's id.
    public func answer(to refusal: RequestRefusal, requestID: String) -> ServerResponse {
        ServerResponse(refusal, requestID: requestID)
    }
}
