public import HTTPTypes

/// Why a request is answered before any handler sees it.
///
/// After a refusal the connection closes, always: what follows on it cannot be told from the rest of
/// the refused request.
public struct RequestRefusal: Error, Sendable, Hashable {
    public let reason: Reason
    /// What was wrong, one sentence for the client's author; no bytes of the request.
    public let detail: String

    /// A refusal for this reason, explained by one sentence.
    public init(_ reason: Reason, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }

    /// The answer's status, a client or server error.
    public var status: HTTPResponse.Status { reason.status }

    /// All reasons that there are, each the name of its status.
    public enum Reason: Sendable, Hashable, CaseIterable {
        /// The request breaks the grammar, or contradicts itself.
        case badRequest
        /// It comes too slowly.
        case requestTimeout
        case contentTooLarge
        /// Its first line passes the limit.
        case uriTooLong
        /// It expects what is unknown.
        case expectationFailed
        case requestHeaderFieldsTooLarge
        /// Its body has an unknown coding.
        case notImplemented
        /// There are too many connections.
        case serviceUnavailable
        /// It is of another version of HTTP.
        case httpVersionNotSupported

        public var status: HTTPResponse.Status {
            switch self {
            case .badRequest: .badRequest
            case .requestTimeout: .requestTimeout
            case .contentTooLarge: .contentTooLarge
            case .uriTooLong: .uriTooLong
            case .expectationFailed: .expectationFailed
            case .requestHeaderFieldsTooLarge: .requestHeaderFieldsTooLarge
            case .notImplemented: .notImplemented
            case .serviceUnavailable: .serviceUnavailable
            case .httpVersionNotSupported: .httpVersionNotSupported
            }
        }
    }
}
