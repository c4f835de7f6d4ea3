internal import Formats
package import JSON
internal import OpenSSL

/// A message to put into a queue.
package struct QueueMessage: Sendable, Hashable {
    /// A value that goes with a message.
    package struct Attribute: Sendable, Hashable {
        /// `String`, `Number` or `Binary`, perhaps with a type of one's own: `Number.cents`.
        package var type: String
        package var value: Value

        package enum Value: Sendable, Hashable {
            case text(String)
            case binary([UInt8])
        }

        package init(type: String, value: Value) {
            self.type = type
            self.value = value
        }
    }

    package var body: String
    package var attributes: [String: Attribute] = [:]

    package init(_ body: String) { self.body = body }

    /// SQS's limits.
    package enum Limit {
        /// Bytes of body and attributes (SQS Developer Guide, "Amazon SQS message quotas", 2025).
        package static let size = 1_048_576
        package static let attributes = 10
    }

    /// What SQS would refuse it for; nil: nothing.
    package var fault: String? {
        if body.isEmpty { return "a message needs a body" }
        if !body.unicodeScalars.allSatisfy(Self.isAllowed) {
            return "a message's body has a control character that SQS does not take"
        }
        if attributes.count > Limit.attributes {
            return "a message has \(attributes.count) attributes, and SQS takes \(Limit.attributes)"
        }
        if size > Limit.size { return "a message of \(size) bytes, and SQS takes \(Limit.size)" }
        return nil
    }

    private var size: Int {
        attributes.reduce(body.utf8.count) { sum, entry in
            sum + entry.key.utf8.count + entry.value.type.utf8.count + entry.value.value.bytes.count
        }
    }

    /// `#x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF`.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}

// The digests by which SQS says what it has understood.
extension QueueMessage {
    /// MD5 of the body, in hexadecimal digits.
    package var bodyDigest: String { Digest.md5(Array(body.utf8)).hexadecimal }

    /// MD5 of the attributes (SQS Developer Guide, "Calculating the MD5 message digest for message attributes"); nil without any.
    package var attributesDigest: String? {
        guard !attributes.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for (name, attribute) in attributes.sorted(by: { $0.key < $1.key }) {
            Self.append(Array(name.utf8), to: &bytes)
            Self.append(Array(attribute.type.utf8), to: &bytes)
            bytes.append(attribute.value.isText ? 1 : 2)
            Self.append(attribute.value.bytes, to: &bytes)
        }
        return Digest.md5(bytes).hexadecimal
    }

    private static func append(_ part: [UInt8], to bytes: inout [UInt8]) {
        let count = UInt32(part.count)
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: count >> UInt32(shift)))
        }
        bytes += part
    }

    /// What the answer to `SendMessage` says otherwise than it was meant; nil: nothing.
    package func mismatch(_ answer: JSONValue) -> String? {
        if let digest = answer["MD5OfMessageBody"]?.string, digest != bodyDigest {
            return "SQS has another body than was sent: MD5 \(digest) for \(bodyDigest)"
        }
        if let digest = answer["MD5OfMessageAttributes"]?.string, let own = attributesDigest,
            digest != own
        {
            return "SQS has other attributes than were sent: MD5 \(digest) for \(own)"
        }
        return nil
    }
}

extension QueueMessage.Attribute.Value {
    fileprivate var isText: Bool { if case .text = self { true } else { false } }

    fileprivate var bytes: [UInt8] {
        switch self {
        case .text(let text): Array(text.utf8)
        case .binary(let bytes): bytes
        }
    }
}
