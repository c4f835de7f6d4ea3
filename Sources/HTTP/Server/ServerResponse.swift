public import HTTPTypes

/// What a handler answers.
///
/// The connection adds `Content-Length` or `Transfer-Encoding`, `Date`, `X-Request-Id` and, when it
/// will close, `Connection`; a handler that sets one of them itself is overruled.
public struct ServerResponse: Sendable {
    /// How the body is produced.
    public enum Body: Sendable {
        /// All of it at once.
        case bytes([UInt8])
        /// Piece by piece, for as long as the closure runs: chunked for HTTP/1.1, until the close for
        /// HTTP/1.0. An error ends the connection without the end mark, so the client sees it cut off.
        case stream(@Sendable (ResponseBodyWriter) async throws -> Void)
    }

    public var status: HTTPResponse.Status
    public var fields: HTTPFields
    /// The value of the field `Location`, where what was asked for is now; a path of ours.
    ///
    /// Apart from `fields`, because every order is answered with one and a field is an object or two.
    public var location: String?
    /// The body; to HEAD its length is sent and the body is not.
    public var body: Body
    /// The trace that the request belongs to, for the access log.
    public var traceID: String?
    /// Whether the connection closes after this answer.
    public var closesConnection = false

    /// An answer with these bytes as its body.
    public init(
        _ status: HTTPResponse.Status,
        fields: HTTPFields = HTTPFields(),
        body: [UInt8] = [],
        location: String? = nil
    ) {
        self.init(status, fields: fields, body: .bytes(body), location: location)
    }

    /// An answer with a body of either kind.
    public init(
        _ status: HTTPResponse.Status,
        fields: HTTPFields,
        body: Body,
        location: String? = nil
    ) {
        self.status = status
        self.fields = fields
        self.body = body
        self.location = location
    }
}
