public import HTTPTypes

/// Why a request is answered before any handler sees it.
///
/// After a refusal the connection closes, always: what follows on it cannot be told from the rest of
/// the refused request.
public struct RequestRefusal: Error, Sendable, Hashable {
    /// The answer's status, a client or server error.
    public let status: HTTPResponse.Status
    /// What was wrong, one sentence for the client's author; no bytes of the request.
    public let detail: String

    /// A refusal with this status, explained by one sentence.
    public init(_ status: HTTPResponse.Status, _ detail: String) {
        self.status = status
        self.detail = detail
    }
}
