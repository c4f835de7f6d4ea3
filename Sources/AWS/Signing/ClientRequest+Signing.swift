internal import Formats
package import FoundationEssentials
package import HTTP
internal import HTTPTypes
internal import OpenSSL

extension ClientRequest {
    /// Adds the signature's fields; what it covers must not be changed afterwards.
    ///
    /// The hash is the body's SHA-256 in hexadecimal digits.
    mutating func sign(with signer: SignatureV4, bodyHash: String, at date: Date) {
        let time = SigningTime(date)
        fields[.amazonDate] = time.stamp
        if let token = signer.credentials.sessionToken { fields[.securityToken] = token }
        fields[.authorization] = signer.authorization(of: signable(bodyHash), at: time)
    }

    /// Puts the signature into the query, so that whoever has the address can make this one request until it ends.
    ///
    /// Of the fields only those that stand in the request are signed, and whoever makes it must send them as they are.
    package mutating func presign(with signer: SignatureV4, at date: Date, for lifetime: Duration) {
        let signable = signable(Digest.sha256(body).hexadecimal)
        let query = signer.presignedQuery(for: signable, at: date, for: lifetime)
        target = "\(signable.path)?\(query)"
    }

    private func signable(_ bodyHash: String) -> SignableRequest {
        var fields = fields
        if !fields.contains(.host) { fields[.host] = authority }
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        return SignableRequest(
            method: method.rawValue,
            path: mark.map { String(target[..<$0]) } ?? target,
            query: mark.map { String(target[$0...].dropFirst()) } ?? "",
            fields: FieldTable(fields),
            bodyHash: bodyHash
        )
    }
}

extension HTTPField.Name {
    // The literal is a valid field name.
    // swift-format-ignore: NeverForceUnwrap
    static let host = Self("Host")!
}
