/// What answers requests.
///
/// - `respond` is called on the connection's loop and must not block it.
/// - A connection's requests are answered one after the other, in their order.
/// - When the server cancels (its grace period is over), `respond` returns soon.
public protocol HTTPHandler: Sendable {
    /// Looks at a request before its body is read; an answer here is the last word, and the body is not asked for.
    ///
    /// It may note who asks and what the answer is to carry besides. Called on the connection's loop, at most once
    /// for a request.
    func admit(_ request: inout ServerRequest) -> ServerResponse?

    /// The answer to a request, if it can be given here and now; nil: `respond` gives it.
    ///
    /// A task that need not wait costs less than half. Called on the connection's loop, after `admit` and with the whole body,
    /// unless a part of that had to be waited for.
    func respondNow(to request: ServerRequest) -> ServerResponse?

    func respond(to request: ServerRequest) async -> ServerResponse

    /// The largest body this request may carry, in bytes, if that is more than the server's `maximumBodySize`; nil: that.
    ///
    /// Asked about bodies that are longer or do not say how long they are.
    func maximumBodySize(for head: RequestHead) -> Int?

    /// The answer to what never became a whole request: malformed, too large, too slow, too many.
    ///
    /// `request` is what its head made, when that had come.
    func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse
}

extension HTTPHandler {
    /// Every request is admitted.
    public func admit(_ request: inout ServerRequest) -> ServerResponse? { nil }

    /// No request is answered at once.
    public func respondNow(to request: ServerRequest) -> ServerResponse? { nil }

    /// The server's own limit for every request.
    public func maximumBodySize(for head: RequestHead) -> Int? { nil }

    /// Problem details (RFC 9457) with status, reason and the request's id.
    public func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse {
        ServerResponse(refusal, requestID: requestID)
    }
}
