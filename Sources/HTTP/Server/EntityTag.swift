internal import HTTPTypes

/// A strong entity tag (RFC 9110 §8.8.3): equal documents have equal tags, over restarts too.
public struct EntityTag: Sendable {
    /// The tag in its quotes.
    public let text: String

    public init(of document: [UInt8]) {
        // FNV-1a with 64 bits: it tells versions of one order apart and protects nothing.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in document { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        text = "\"\(String(hash, radix: 16))\""
    }

    /// Whether the client wants this version, or does not say which (RFC 9110 §13.1.1); tags are compared strongly.
    public func isWanted(by fields: FieldTable) -> Bool {
        guard let wanted = fields[.ifMatch] else { return true }
        return wanted.split(separator: ",").contains { entry in
            let tag = entry.filter { $0 != " " && $0 != "\t" }
            return tag == "*" || tag == text
        }
    }

    /// Whether the client has this version already (RFC 9110 §13.1.2); tags are compared weakly.
    public func isKnown(to fields: FieldTable) -> Bool {
        guard let known = fields[.ifNoneMatch] else { return false }
        return known.split(separator: ",").contains { entry in
            let tag = entry.filter { $0 != " " && $0 != "\t" }
            return tag == "*" || tag == text || tag == "W/\(text)"
        }
    }
}
