package import HTTPTypes

/// A whole answer.
package struct ClientResponse: Sendable {
    /// The final status; interim ones are passed over.
    package let status: HTTPResponse.Status
    package let fields: HTTPFields
    package let body: [UInt8]

    /// An answer from its parts, for tests of what calls the client.
    package init(status: HTTPResponse.Status, fields: HTTPFields = HTTPFields(), body: [UInt8] = [])
    {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
