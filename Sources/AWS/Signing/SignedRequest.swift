package import FoundationEssentials
internal import HTTP
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
        let authorization = try Authorization(try Self.value(.authorization, in: request))
        let credential = authorization.credential
        guard credential.count == 5, credential[4] == "aws4_request" else {
            throw .incomplete("Credential")
        }
        guard authorization.names.contains("host") else { throw .incomplete("SignedHeaders") }
        guard authorization.signature.utf8.count == 64 else { throw .incomplete("Signature") }
        guard let time = SigningTime(stamp: try Self.value(.amazonDate, in: request)) else {
            throw .incomplete("X-Amz-Date")
        }
        self.request = request
        accessKeyID = credential[0]
        scope = Array(credential[1...3])
        names = authorization.names
        signature = authorization.signature
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
        let values = request.fields.values(for: name)
        guard values.count == 1 else { throw .incomplete(name.rawName) }
        return values[0]
    }
}

/// What the field `Authorization` says: `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`.
private struct Authorization {
    /// The parts of the credential; none when there is none.
    private(set) var credential: [String] = []
    /// The names of the fields that are signed.
    private(set) var names: [String] = []
    private(set) var signature = ""

    /// Reads the field; what it says besides is passed over.
    init(_ text: String) throws(SignedRequest.Refusal) {
        let prefix = SignatureV4.algorithm + " "
        guard text.hasPrefix(prefix) else { throw .incomplete("Authorization") }
        let bytes = text.utf8.span
        var start = prefix.utf8.count
        while start < bytes.count {
            let end = bytes.place(of: UInt8(ascii: ","), in: start..<bytes.count) ?? bytes.count
            if end > start { try take(bytes.extracting(bytes.trimmed(start..<end))) }
            start = end + 1
        }
    }

    private mutating func take(_ part: Span<UInt8>) throws(SignedRequest.Refusal) {
        guard let mark = part.place(of: UInt8(ascii: "="), in: 0..<part.count), mark > 0,
            mark + 1 < part.count
        else { throw .incomplete("Authorization") }
        let value = part.extracting((mark + 1)...)
        let isFirst: Bool
        switch part.text(0..<mark) {
        case "Credential":
            isFirst = credential.isEmpty
            credential = value.words(between: UInt8(ascii: "/"))
        case "SignedHeaders":
            isFirst = names.isEmpty
            names = value.words(between: UInt8(ascii: ";"))
        case "Signature":
            isFirst = signature.isEmpty
            signature = value.text(0..<value.count)
        default: isFirst = true
        }
        guard isFirst else { throw .incomplete("Authorization") }
    }
}

extension Span<UInt8> {
    fileprivate func place(of byte: UInt8, in range: Range<Int>) -> Int? {
        for place in range where self[place] == byte { return place }
        return nil
    }

    /// The range without the blanks at its ends.
    fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start] == UInt8(ascii: " ") { start += 1 }
        while start < end, self[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return start..<end
    }

    /// What stands between those marks, without what is empty.
    fileprivate func words(between mark: UInt8) -> [String] {
        var words: [String] = []
        words.reserveCapacity(8)
        var start = 0
        while start < count {
            let end = place(of: mark, in: start..<count) ?? count
            if end > start { words.append(text(start..<end)) }
            start = end + 1
        }
        return words
    }

    fileprivate func text(_ range: Range<Int>) -> String {
        extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
