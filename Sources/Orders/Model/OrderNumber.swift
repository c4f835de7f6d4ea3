/// The number by which the world knows an order: 1 to 80 of `A-Z a-z 0-9 . _ -`, but neither `.` nor `..`.
///
/// Those two are what a path takes out of itself (RFC 3986 §5.2.4): no URL could lead to such an order.
package struct OrderNumber: Sendable, Hashable, CustomStringConvertible {
    /// The most characters that a number may have.
    package static let maximumLength = 80
    /// What a valid number is, in words.
    package static let rule = "1 to 80 of A-Z a-z 0-9 . _ - (but neither \".\" nor \"..\")"

    /// The number as its client wrote it.
    package let text: String

    /// The number as its client wrote it.
    package var description: String { text }

    /// Takes a text that is a valid number; nil for any other.
    package init?(_ text: String) {
        let bytes = text.utf8.span
        guard 1...Self.maximumLength ~= bytes.count else { return nil }
        for place in bytes.indices where !bytes[place].isAllowedInOrderNumber { return nil }
        if bytes.count <= 2, text == "." || text == ".." { return nil }
        self.text = text
    }

    /// Makes a number that sorts by time and is not used by anybody else: 48 bits of `milliseconds` and the lowest 80 of
    /// `random`.
    package static func make(milliseconds: Int64, random: UInt128) -> OrderNumber {
        // Bits and not a generator: the system's has no memory, and its address makes ThreadSanitizer write to nowhere.
        let time = UInt128(truncatingIfNeeded: milliseconds) << 80
        return OrderNumber(unchecked: time | random & ((1 << 80) - 1))
    }

    /// A text that is known to be a valid number.
    init(valid text: String) { self.text = text }

    private init(unchecked bits: UInt128) {
        // Crockford's alphabet, five bits a character, as in a ULID.
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
        var value = bits
        var characters = [UInt8](repeating: 0, count: 26)
        for place in characters.indices.reversed() {
            characters[place] = alphabet[Int(value & 31)]
            value >>= 5
        }
        text = String(decoding: characters, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isAllowedInOrderNumber: Bool {
        switch self {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
