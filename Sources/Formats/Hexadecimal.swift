/// Bytes as hexadecimal digits (RFC 4648 §8), two for each.
package enum Hexadecimal {
    /// The bytes in lower-case digits.
    package static func text(_ bytes: Span<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { digits in
            for place in bytes.indices {
                digits[2 * place] = lowercaseDigit(bytes[place] >> 4)
                digits[2 * place + 1] = lowercaseDigit(bytes[place] & 15)
            }
            return bytes.count * 2
        }
    }

    /// A byte's two digits in upper case.
    package static func uppercase(_ byte: UInt8) -> String {
        String(decoding: [uppercaseDigit(byte >> 4), uppercaseDigit(byte & 15)], as: UTF8.self)
    }

    /// The bytes that the digits of either case stand for; nil when something else is among them, or one is alone.
    package static func bytes(_ text: Span<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        for place in stride(from: 0, to: text.count, by: 2) {
            guard let high = text[place].hexadecimalValue,
                let low = text[place + 1].hexadecimalValue
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// The digit of a value below 16.
    @inlinable
    @inline(__always)
    package static func lowercaseDigit(_ value: UInt8) -> UInt8 {
        value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }

    /// The same, as percent-encoding prefers it.
    @inlinable
    @inline(__always)
    package static func uppercaseDigit(_ value: UInt8) -> UInt8 {
        value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10)
    }
}

extension [UInt8] {
    /// Two lower-case hexadecimal digits for each byte.
    package var hexadecimal: String { Hexadecimal.text(span) }
}

extension ArraySlice<UInt8> {
    /// Two lower-case hexadecimal digits for each byte.
    package var hexadecimal: String { Hexadecimal.text(span) }
}

extension UInt64 {
    /// Its sixteen lower-case hexadecimal digits.
    package var hexadecimal: String {
        String(unsafeUninitializedCapacity: 16) { digits in
            for place in 0..<16 {
                let value = UInt8(truncatingIfNeeded: self >> UInt64(60 - 4 * place)) & 15
                digits[place] = Hexadecimal.lowercaseDigit(value)
            }
            return 16
        }
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit; nil for everything else.
    @inlinable
    @inline(__always)
    package var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
