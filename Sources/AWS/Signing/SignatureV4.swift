internal import Formats

internal import HTTPTypes
internal import OpenSSL

/// AWS Signature Version 4 for one service in one region.
///
/// It reads no clock and does no I/O: the same request at the same time has the same signature.
package struct SignatureV4: Sendable {
    package let credentials: Credentials
    /// `us-east-1`.
    package let region: String
    /// The service's name in signatures: `ses`, `sns`.
    package let service: String
    private let keys: SigningKeys

    static let algorithm = "AWS4-HMAC-SHA256"

    /// A signer for that service and region, which takes its keys from those that are derived already.
    package init(
        credentials: Credentials,
        region: String,
        service: String,
        keys: SigningKeys = SigningKeys()
    ) {
        self.credentials = credentials
        self.region = region
        self.service = service
        self.keys = keys
    }

    /// What the field `Authorization` says for a request that has its `X-Amz-Date` and `X-Amz-Security-Token` already.
    package func authorization(of request: SignableRequest, at time: SigningTime) -> String {
        let names = request.signedNames
        var text: [UInt8] = []
        text.reserveCapacity(384)
        text.append(text: Self.algorithm)
        text.append(text: " Credential=")
        text.append(text: credentials.accessKeyID)
        text.append(UInt8(ascii: "/"))
        append(scope: time, to: &text)
        text.append(text: ", SignedHeaders=")
        text.append(names)
        text.append(text: ", Signature=")
        text.append(text: signature(of: request, names: names, at: time))
        return String(decoding: text, as: UTF8.self)
    }

    /// The signature over the request and those of its fields.
    package func signature(
        of request: SignableRequest,
        names: [String],
        at time: SigningTime
    ) -> String {
        let text = stringToSign(request.canonical(names), at: time)
        return keys.key(of: self, on: time.day).sha256(text).hexadecimal
    }

    /// `20150830/us-east-1/ses/aws4_request`.
    package func scope(at time: SigningTime) -> String {
        "\(time.day)/\(region)/\(service)/\(Self.terminator)"
    }

    private static let terminator = "aws4_request"

    private func append(scope time: SigningTime, to text: inout [UInt8]) {
        for part in [time.day, region, service] {
            text.append(text: part)
            text.append(UInt8(ascii: "/"))
        }
        text.append(text: Self.terminator)
    }

    private func stringToSign(_ canonicalRequest: [UInt8], at time: SigningTime) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(256)
        text.append(line: Self.algorithm)
        text.append(line: time.stamp)
        append(scope: time, to: &text)
        text.append(line: "")
        text.append(text: Digest.sha256(canonicalRequest).hexadecimal)
        return text
    }

    /// The key of a day, which nobody can find the secret by.
    func derivedKey(on day: String) -> HMACKey {
        let secret = HMACKey(Array("AWS4\(credentials.secretAccessKey)".utf8))
        return [day, region, service, Self.terminator].reduce(secret) { key, part in
            HMACKey(key.sha256(Array(part.utf8)))
        }
    }
}

extension HTTPField.Name {
    // Each of the literals below is a valid field name.
    // swift-format-ignore: NeverForceUnwrap
    static let amazonDate = Self("X-Amz-Date")!
    // swift-format-ignore: NeverForceUnwrap
    static let securityToken = Self("X-Amz-Security-Token")!
}
