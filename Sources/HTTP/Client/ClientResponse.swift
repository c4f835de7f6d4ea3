public import HTTPTypes

/// A whole answer.
public struct ClientResponse: Sendable {
    /// The final status; interim ones are passed over.
    public let status: HTTPResponse.Status
    public let body: [UInt8]
    private let table: FieldTable

    /// An answer from its parts, for tests of what calls the client.
    public init(status: HTTPResponse.Status, fields: HTTPFields = HTTPFields(), body: [UInt8] = [])
    {
        self.init(status: status, table: FieldTable(fields), body: body)
    }

    init(status: HTTPResponse.Status, table: FieldTable, body: [UInt8] = []) {
        (self.status, self.table, self.body) = (status, table, body)
    }

    /// The fields, made anew each time: most answers are read without them.
    public var fields: HTTPFields { table.httpFields }
}
