package import FoundationEssentials
package import HTTP
internal import HTTPTypes

extension ClientRequest {
    /// Adds the signature's fields; what it covers must not be changed afterwards.
    mutating func sign(with signer: SignatureV4, at date: Date) {
        for field in signer.fields(for: signable, at: date) {
            guard let name = HTTPField.Name(field.name) else { continue }
            fields[name] = field.value
        }
    }

    /// Puts the signature into the query, so that whoever has the address can make this one request until it ends.
    ///
    /// Of the fields only those that stand in the request are signed, and whoever makes it must send them as they are.
    package mutating func presign(with signer: SignatureV4, at date: Date, for lifetime: Duration) {
        let query = signer.presignedQuery(for: signable, at: date, for: lifetime)
        target = "\(target.prefix { $0 != "?" })?\(query)"
    }

    private var signable: SignableRequest {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let own = fields.map { SignableRequest.Field($0.name.rawName, $0.value) }
        return SignableRequest(
            method: method.rawValue,
            path: String(parts[0]),
            query: parts.count == 2 ? String(parts[1]) : "",
            fields: own + [SignableRequest.Field("Host", authority)],
            body: body
        )
    }
}
