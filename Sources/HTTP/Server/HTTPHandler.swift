/// What answers requests.
///
/// - It is called on the connection's loop and must not block it.
/// - A connection's requests are answered one after the other, in their order.
/// - When the server cancels (its grace period is over), an answer that takes a wait comes soon.
public protocol HTTPHandler: Sendable {
    /// Looks at a request before its body is read, once: whether that is wanted, and who answers it.
    ///
    /// It may note who asks and which route it is, for the log.
    func admit(_ request: inout ServerRequest) -> Admission

    /// The answer to what never became a whole request: malformed, too large, too slow, too many.
    ///
    /// `request` is what its head made, when that had come, with what `admit` has noted.
    func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse
}

extension HTTPHandler {
    /// Problem details (RFC 9457) with status, reason and the request's id.
    public func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse {
        ServerResponse(refusal, requestID: requestID)
    }
}
