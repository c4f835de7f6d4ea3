package import HTTPTypes

/// What happened to one request, for logs and metrics.
package struct AccessRecord: Sendable {
    /// The method; nil when the request was refused before its head was read.
    package let method: HTTPRequest.Method?
    /// The pattern of the route that answered; nil when none did.
    package let route: String?
    package let status: HTTPResponse.Status
    /// The size of the answer's body, in bytes.
    package let bodyBytes: Int
    /// From the head's end to the answer's last byte handed over.
    package let duration: Duration
    package let requestID: String
    /// Who asked, as far as it is known: the API key's name or the client certificate's.
    package let identity: String?
    /// The peer's numeric address.
    package let remoteAddress: String
}
