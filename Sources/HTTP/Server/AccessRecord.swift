public import HTTPTypes

/// What happened to one request, for logs and metrics.
public struct AccessRecord: Sendable {
    /// The method; nil when the request was refused before its head was read.
    public let method: HTTPRequest.Method?
    /// The pattern of the route that answered; nil when none did.
    public let route: String?
    public let status: HTTPResponse.Status
    /// The size of the answer's body, in bytes.
    public let bodyBytes: Int
    /// From the head's end to the answer's last byte handed over.
    public let duration: Duration
    public let requestID: String
    /// Where the answer says that something is: its Location, a path of ours.
    public let location: String?
    /// Who asked, as far as it is known: the API key's name or the client certificate's.
    public let identity: String?
    /// The trace that the request belongs to, if there is one.
    public let traceID: String?
    /// The peer's numeric address.
    public let remoteAddress: String
}
