internal import Formats

/// UUIDs that nobody has given before (RFC 9562 §5.4).
package enum RandomUUID {
    /// The one of those sixteen random bytes, in lower case: `01234567-89ab-4def-8123-456789abcdef`.
    ///
    /// Foundation's `UUID()` opens `/dev/urandom` for every one.
    package static func text(_ random: [UInt8]) -> String {
        precondition(random.count == 16, "a UUID has sixteen bytes")
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for place in random.indices {
            switch place {
            case 4, 6, 8, 10: text.append(UInt8(ascii: "-"))
            default: break
            }
            let byte = marked(random[place], at: place)
            text.append(Hexadecimal.lowercaseDigit(byte >> 4))
            text.append(Hexadecimal.lowercaseDigit(byte & 15))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Version 4 in the seventh byte, the variant in the ninth.
    private static func marked(_ byte: UInt8, at place: Int) -> UInt8 {
        switch place {
        case 6: byte & 0x0F | 0x40
        case 8: byte & 0x3F | 0x80
        default: byte
        }
    }
}
