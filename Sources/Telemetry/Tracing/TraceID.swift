internal import Formats

/// The number of a trace: sixteen bytes that are not all zero (W3C Trace Context §3.2.2.3).
package struct TraceID: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    /// nil for zero, which stands for none.
    package init?(high: UInt64, low: UInt64) {
        guard high != 0 || low != 0 else { return nil }
        (self.high, self.low) = (high, low)
    }

    /// A number that follows from what a trace is about and when that began: whoever knows the two finds it again.
    ///
    /// Nothing has to be kept for it. It is spread evenly, as samplers want it, and is no secret.
    package init(of text: String, at milliseconds: Int64) {
        var (one, other) = (Mixing.offset, Mixing.odd)
        for byte in text.utf8 {
            one = (one ^ UInt64(byte)) &* Mixing.prime
            other = (other &+ UInt64(byte)) &* Mixing.odd
            other ^= other >> 29
        }
        let time = UInt64(bitPattern: milliseconds)
        high = Mixing.mix(one ^ time) | 1
        low = Mixing.mix(other &+ Mixing.mix(time))
    }

    /// 32 digits in lower case.
    package var text: String { high.hexadecimal + low.hexadecimal }
}

/// The number of a span within its trace: eight bytes that are not all zero.
package struct SpanID: Sendable, Hashable {
    package let value: UInt64

    /// nil for zero, which stands for none.
    package init?(_ value: UInt64) {
        guard value != 0 else { return nil }
        self.value = value
    }

    /// One that follows from another number and a part's: the same after a restart.
    package init(derivedFrom value: UInt64, _ part: UInt64) {
        let mixed = Mixing.mix(value ^ Mixing.mix(part &+ Mixing.odd))
        self.value = mixed == 0 ? 1 : mixed
    }

    /// 16 digits in lower case.
    package var text: String { value.hexadecimal }
}

/// How numbers are spread over all of their bits: no cipher, and none is needed.
package enum Mixing {
    static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
    static let prime: UInt64 = 0x100_0000_01b3
    static let odd: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// The finalizer of splitmix64: each bit of the value changes half of the result's.
    package static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number of a text (FNV-1a, mixed).
    package static func number(of text: String) -> UInt64 {
        var hash = offset
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
        return mix(hash)
    }
}

extension [UInt8] {
    /// Sixteen digits in lower case.
    mutating func append(hexadecimal value: UInt64) {
        var shift = 60
        while shift >= 0 {
            let digit = UInt8(truncatingIfNeeded: value >> UInt64(shift)) & 15
            append(digit < 10 ? digit + 48 : digit + 87)
            shift -= 4
        }
    }
}

/// Digits as two numbers.
enum HexadecimalDigits {
    /// The number that digits are; nil when one is none, or in upper case where only lower is allowed.
    static func number(_ digits: some Collection<UInt8>, allowsUpperCase: Bool = false) -> UInt64? {
        guard digits.count <= 16 else { return nil }
        var value: UInt64 = 0
        for byte in digits {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt64(byte - 48)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt64(byte - 87)
            case UInt8(ascii: "A")...UInt8(ascii: "F") where allowsUpperCase:
                value = value << 4 | UInt64(byte - 55)
            default: return nil
            }
        }
        return value
    }
}
