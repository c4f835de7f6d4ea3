package import HTTPTypes

/// What a handler answers.
///
/// The connection adds `Content-Length` or `Transfer-Encoding`, `Date`, `X-Request-Id` and, when it
/// will close, `Connection`; a handler that sets one of them itself is overruled.
package struct ServerResponse: Sendable {
    /// How the body is produced.
    package enum Body: Sendable {
        /// All of it at once.
        case bytes([UInt8])
        /// Piece by piece, for as long as the closure runs: chunked for HTTP/1.1, until the close for
        /// HTTP/1.0. An error ends the connection without the end mark, so the client sees it cut off.
        case stream(@Sendable (ResponseBodyWriter) async throws -> Void)
    }

    package var status: HTTPResponse.Status
    package var fields: HTTPFields
    /// The value of the field `Location`, where what was asked for is now; a path of ours.
    ///
    /// Apart from `fields`, because every order is answered with one and a field is an object or two.
    package var location: String?
    /// The body; to HEAD its length is sent and the body is not.
    package var body: Body
    /// The pattern of the route that answered, for metrics: `/orders/{id}`.
    package var route: String?
    /// Who asked, for the access log.
    package var identity: String?
    /// Whether the connection closes after this answer.
    package var closesConnection = false

    /// An answer with these bytes as its body.
    package init(
        _ status: HTTPResponse.Status,
        fields: HTTPFields = HTTPFields(),
        body: [UInt8] = [],
        route: String? = nil,
        location: String? = nil
    ) {
        self.init(status, fields: fields, body: .bytes(body), route: route, location: location)
    }

    /// An answer with a body of either kind.
    package init(
        _ status: HTTPResponse.Status,
        fields: HTTPFields,
        body: Body,
        route: String? = nil,
        location: String? = nil
    ) {
        self.status = status
        self.fields = fields
        self.body = body
        self.route = route
        self.location = location
    }
}
