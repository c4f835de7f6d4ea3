internal import Formats
package import FoundationEssentials
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

    static let algorithm = "AWS4-HMAC-SHA256"

    /// A signer for that service and region.
    package init(credentials: Credentials, region: String, service: String) {
        self.credentials = credentials
        self.region = region
        self.service = service
    }

    /// The fields that a request needs beside its own, signed with them.
    package func fields(for request: SignableRequest, at date: Date) -> [SignableRequest.Field] {
        let time = SigningTime(date)
        var added = [SignableRequest.Field("X-Amz-Date", time.stamp)]
        if let token = credentials.sessionToken {
            added.append(SignableRequest.Field("X-Amz-Security-Token", token))
        }
        let complete = SignableRequest(
            method: request.method,
            path: request.path,
            query: request.query,
            fields: request.fields + added,
            body: request.body
        )
        let names = complete.signedNames
        let authorization =
            "\(Self.algorithm) Credential=\(credentials.accessKeyID)/\(scope(at: time)), "
            + "SignedHeaders=\(names.joined(separator: ";")), "
            + "Signature=\(signature(of: complete, names: names, at: time))"
        return added + [SignableRequest.Field("Authorization", authorization)]
    }

    /// The signature over the request and those of its fields.
    package func signature(
        of request: SignableRequest,
        names: [String],
        at time: SigningTime
    ) -> String {
        let text = stringToSign(canonicalRequest(request, names: names), at: time)
        return HMAC.sha256(Array(text.utf8), key: signingKey(at: time)).hexadecimal
    }

    /// `20150830/us-east-1/ses/aws4_request`.
    package func scope(at time: SigningTime) -> String {
        "\(time.day)/\(region)/\(service)/aws4_request"
    }

    func canonicalRequest(_ request: SignableRequest, names: [String]) -> String {
        """
        \(request.method)
        \(request.canonicalPath)
        \(request.canonicalQuery)
        \(request.canonicalFields(names))
        \(names.joined(separator: ";"))
        \(Digest.sha256(request.body).hexadecimal)
        """
    }

    func stringToSign(_ canonicalRequest: String, at time: SigningTime) -> String {
        """
        \(Self.algorithm)
        \(time.stamp)
        \(scope(at: time))
        \(Digest.sha256(Array(canonicalRequest.utf8)).hexadecimal)
        """
    }

    func signingKey(at time: SigningTime) -> [UInt8] {
        [time.day, region, service, "aws4_request"].reduce(
            Array("AWS4\(credentials.secretAccessKey)".utf8)
        ) { key, part in HMAC.sha256(Array(part.utf8), key: key) }
    }
}
