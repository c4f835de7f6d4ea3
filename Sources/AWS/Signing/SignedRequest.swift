package import FoundationEssentials
internal import HTTPTypes
internal import OpenSSL

/// The signature that a request carries, as its receiver reads and checks it.
package struct SignedRequest: Sendable {
    /// Why a signature is refused.
    package enum Refusal: Error, Sendable, Hashable {
        /// There is none, or it is not written as one.
        case incomplete(String)
        case unknownKey
        /// It is for another service or region, or its day is not the date's.
        case wrongScope(String)
        /// Its time is too far from the receiver's.
        case expired
        /// It does not belong to this request, or the secret is another.
        case mismatch
    }

    /// How far the times of sender and receiver may be apart.
    package static let tolerance: TimeInterval = 300

    private let request: SignableRequest
    private let accessKeyID: String
    private let scope: [String]
    private let names: [String]
    private let signature: String
    private let time: SigningTime

    /// Reads the `Authorization` and `X-Amz-Date` fields of the request.
    package init(_ request: SignableRequest) throws(Refusal) {
        let parts = try Self.parts(of: try Self.value(.authorization, in: request))
        let credential = parts["Credential"]?.words(between: "/") ?? []
        guard credential.count == 5, credential[4] == "aws4_request" else {
            throw .incomplete("Credential")
        }
        guard let names = parts["SignedHeaders"]?.words(between: ";"), names.contains("host")
        else {
            throw .incomplete("SignedHeaders")
        }
        guard let signature = parts["Signature"], signature.utf8.count == 64 else {
            throw .incomplete("Signature")
        }
        guard let time = SigningTime(stamp: try Self.value(.amazonDate, in: request)) else {
            throw .incomplete("X-Amz-Date")
        }
        self.request = request
        accessKeyID = credential[0]
        scope = Array(credential[1...3])
        self.names = names
        self.signature = signature
        self.time = time
    }

    /// The region that the sender meant.
    package var region: String { scope[1] }

    /// Makes sure that whoever has these credentials sent this request to this service, now.
    package func verify(
        with credentials: Credentials,
        service: String,
        keys: SigningKeys = SigningKeys(),
        at now: Date
    ) throws(Refusal) {
        guard accessKeyID == credentials.accessKeyID else { throw .unknownKey }
        guard scope[2] == service else { throw .wrongScope("service \(scope[2])") }
        guard scope[0] == time.day else { throw .wrongScope("day \(scope[0])") }
        guard abs(time.date.timeIntervalSince(now)) <= Self.tolerance else { throw .expired }
        let signer = SignatureV4(
            credentials: credentials,
            region: region,
            service: service,
            keys: keys
        )
        let expected = signer.signature(of: request, names: names, at: time)
        guard equalInConstantTime(Array(expected.utf8), Array(signature.utf8)) else {
            throw .mismatch
        }
    }

    private static func value(
        _ name: HTTPField.Name,
        in request: SignableRequest
    ) throws(Refusal) -> String {
        let values = request.fields[values: name]
        guard values.count == 1 else { throw .incomplete(name.rawName) }
        return values[0]
    }

    /// `Credential=…, SignedHeaders=…, Signature=…` by their names.
    private static func parts(of authorization: String) throws(Refusal) -> [String: String] {
        let prefix = SignatureV4.algorithm + " "
        guard authorization.hasPrefix(prefix) else { throw .incomplete("Authorization") }
        var parts: [String: String] = [:]
        let bytes = Array(authorization.utf8.dropFirst(prefix.utf8.count))
        for part in bytes.split(separator: UInt8(ascii: ",")) {
            let pair = part.withoutBlanksAround.split(separator: UInt8(ascii: "="), maxSplits: 1)
                .map { String(decoding: $0, as: UTF8.self) }
            guard pair.count == 2, parts[pair[0]] == nil else { throw .incomplete("Authorization") }
            parts[pair[0]] = pair[1]
        }
        return parts
    }
}

extension String {
    /// What stands between those marks, without what is empty.
    fileprivate func words(between mark: Unicode.Scalar) -> [String] {
        Array(utf8).split(separator: UInt8(ascii: mark))
            .map { String(decoding: $0, as: UTF8.self) }
    }
}

extension ArraySlice<UInt8> {
    fileprivate var withoutBlanksAround: ArraySlice<UInt8> {
        let blank = UInt8(ascii: " ")
        let head = drop { $0 == blank }
        return head.lastIndex { $0 != blank }.map { head[...$0] } ?? []
    }
}
