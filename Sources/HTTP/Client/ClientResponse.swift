public import HTTPTypes

/// A whole answer.
public struct ClientResponse: Sendable {
    /// The final status; interim ones are passed over.
    public let status: HTTPResponse.Status
    public let fields: HTTPFields
    public let body: [UInt8]

    /// An answer from its parts, for tests of what calls the client.
    public init(status: HTTPResponse.Status, fields: HTTPFields = HTTPFields(), body: [UInt8] = [])
    {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
