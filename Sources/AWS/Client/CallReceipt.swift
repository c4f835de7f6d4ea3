package import HTTP
internal import HTTPTypes

/// What there is to tell of an answer beside its result.
package struct CallReceipt: Sendable {
    /// The HTTP status.
    package let status: Int
    /// AWS's number for the call.
    package let requestID: String?
    /// The fields in their order, of which one may stand there several times.
    package let fields: [(name: String, value: String)]

    package init(_ response: ClientResponse) {
        status = response.status.code
        requestID = response.fields[.requestID]
        fields = response.fields.map { ($0.name.rawName, $0.value) }
    }
}
