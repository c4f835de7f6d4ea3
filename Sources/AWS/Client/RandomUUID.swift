internal import Formats

/// UUIDs that nobody has given before (RFC 9562 §5.4).
package enum RandomUUID {
    /// One of that source's bits, in lower case: `01234567-89ab-4def-8123-456789abcdef`.
    ///
    /// Foundation's `UUID()` opens `/dev/urandom` for every one.
    package static func text(of random: inout some RandomNumberGenerator) -> String {
        text(
            random.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000,
            random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        )
    }

    private static func text(_ high: UInt64, _ low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { text in
            var end = 0
            for digit in 0..<32 {
                if [8, 12, 16, 20].contains(digit) {
                    text[end] = UInt8(ascii: "-")
                    end += 1
                }
                let word = digit < 16 ? high : low
                let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * (digit & 15))) & 15
                text[end] = Hexadecimal.lowercaseDigit(value)
                end += 1
            }
            return end
        }
    }
}
