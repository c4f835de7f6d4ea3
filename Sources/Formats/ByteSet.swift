/// A set of ASCII characters that answers in two instructions.
///
/// It says `public`, as does what is asked for every byte: the optimiser inlines it in other modules only then.
public struct ByteSet: Sendable, Hashable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: UInt64

    package init(_ characters: String) {
        var (low, high): (UInt64, UInt64) = (0, 0)
        for byte in characters.utf8 {
            precondition(byte < 128, "A ByteSet holds ASCII characters only.")
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
        (self.low, self.high) = (low, high)
    }

    private init(low: UInt64, high: UInt64) {
        (self.low, self.high) = (low, high)
    }

    /// The set of its own characters and these.
    package func adding(_ characters: String) -> ByteSet {
        let others = ByteSet(characters)
        return ByteSet(low: low | others.low, high: high | others.high)
    }

    /// Whether the byte is one of the characters.
    @inlinable
    @inline(__always)
    public func contains(_ byte: UInt8) -> Bool {
        let word = byte < 64 ? low : high
        return byte < 128 && (word >> UInt64(byte & 63)) & 1 == 1
    }

    package static let none = ByteSet("")
    /// The letters and digits of ASCII.
    package static let alphanumerics = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    )
    /// What never needs to be escaped in a URI (RFC 3986 §2.3).
    package static let unreserved = alphanumerics.adding("-._~")
}
