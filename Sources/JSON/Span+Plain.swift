extension Span<UInt8> {
    /// How far from a place on the bytes stand for themselves in a JSON string: up to a quote, a backslash or a control
    /// character; and whether all of them are ASCII.
    ///
    /// Eight at a time, because nearly all of what is parsed and written are strings.
    @inline(__always)
    func plainPrefix(from start: Int) -> (end: Int, isASCII: Bool) {
        var place = start
        var all: UInt64 = 0
        while place &+ 8 <= count {
            // Bounds are checked by the load; every pattern of bits is a UInt64.
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
            let found = word.specials
            if found != 0 {
                let plain = found.trailingZeroBitCount / 8
                all |= word & ((1 << UInt64(plain &* 8)) &- 1)
                return (place &+ plain, all & UInt64.highBits == 0)
            }
            all |= word
            place &+= 8
        }
        while place < count, !self[place].isEscaped {
            all |= UInt64(self[place])
            place &+= 1
        }
        return (place, all & UInt64.highBits == 0)
    }

    /// Whether all bytes stand for themselves in a JSON string.
    ///
    /// By words, the last of which covers a part of the one before.
    @inline(__always)
    var isPlain: Bool {
        if count >= 8 {
            var place = 0
            while place < count &- 8 {
                guard bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self).isPlain
                else { return false }
                place &+= 8
            }
            return bytes.unsafeLoadUnaligned(fromByteOffset: count &- 8, as: UInt64.self).isPlain
        }
        if count >= 4 {
            let first = bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let last = bytes.unsafeLoadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            return (UInt64(first) | UInt64(last) << 32).isPlain
        }
        for place in indices where self[place].isEscaped { return false }
        return true
    }
}

extension UInt8 {
    /// Whether the byte cannot stand in a string as it is (RFC 8259 §7).
    @inline(__always)
    var isEscaped: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}

extension UInt64 {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    fileprivate static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// A highest bit is set in the lowest byte that cannot stand in a string as it is; above it some may be without a reason.
    @inline(__always)
    fileprivate var specials: UInt64 {
        (bytes(below: 0x20) | bytes(equal: UInt8(ascii: "\"")) | bytes(equal: UInt8(ascii: "\\")))
            & Self.highBits
    }

    /// How many of its bytes, from the lowest on, can stand in a string as they are.
    @inline(__always)
    var plainCount: Int { specials == 0 ? 8 : specials.trailingZeroBitCount / 8 }

    /// Whether one of its bytes is a control character.
    @inline(__always)
    var hasControls: Bool { bytes(below: 0x20) & Self.highBits != 0 }

    /// How many of its bytes are quotes or backslashes.
    @inline(__always)
    var markCount: Int {
        let marks = zeros(with: UInt8(ascii: "\"")) | zeros(with: UInt8(ascii: "\\"))
        // The sum of the bytes, which are 0 or 1, comes to stand in the highest.
        return Int(((marks >> 7) &* Self.ones) >> 56)
    }

    /// The highest bit of each byte that is that, and no other bit.
    @inline(__always)
    private func zeros(with byte: UInt8) -> UInt64 {
        let rest = self ^ Self.ones &* UInt64(byte)
        return ~((rest & ~Self.highBits) &+ ~Self.highBits | rest) & Self.highBits
    }

    /// Whether all of its bytes can stand in a string as they are.
    @inline(__always)
    fileprivate var isPlain: Bool { specials == 0 }

    /// A highest bit is set in the lowest of its eight bytes that is less than that, which is at most 128; above that byte
    /// bits may be set without a reason (Anderson, Bit Twiddling Hacks).
    @inline(__always)
    fileprivate func bytes(below limit: UInt8) -> UInt64 {
        (self &- Self.ones &* UInt64(limit)) & ~self
    }

    /// The same for the lowest byte that is that.
    @inline(__always)
    fileprivate func bytes(equal byte: UInt8) -> UInt64 {
        (self ^ Self.ones &* UInt64(byte)).bytes(below: 1)
    }
}
