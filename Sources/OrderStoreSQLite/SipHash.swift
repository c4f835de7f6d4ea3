/// SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash, so that nobody can choose order numbers that collide.
struct SipHash {
    private let key: (UInt64, UInt64)

    /// A hash under that key of 16 bytes.
    init(key: [UInt8]) {
        precondition(key.count == 16, "a SipHash key has 16 bytes")
        self.key = (Self.word(key.span, 0..<8), Self.word(key.span, 8..<16))
    }

    func callAsFunction(_ text: String) -> Int64 {
        let bytes = text.utf8.span
        var state = State(key: key)
        var index = 0
        while index + 8 <= bytes.count {
            state.absorb(Self.word(bytes, index..<(index + 8)))
            index += 8
        }
        state.absorb(Self.word(bytes, index..<bytes.count) | UInt64(bytes.count) << 56)
        return Int64(bitPattern: state.finish())
    }

    /// Up to eight bytes, the least significant first.
    private static func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var word: UInt64 = 0
        for index in range.reversed() { word = word << 8 | UInt64(bytes[index]) }
        return word
    }

    private struct State {
        var v0: UInt64
        var v1: UInt64
        var v2: UInt64
        var v3: UInt64

        init(key: (UInt64, UInt64)) {
            v0 = key.0 ^ 0x736F_6D65_7073_6575
            v1 = key.1 ^ 0x646F_7261_6E64_6F6D
            v2 = key.0 ^ 0x6C79_6765_6E65_7261
            v3 = key.1 ^ 0x7465_6462_7974_6573
        }

        mutating func absorb(_ word: UInt64) {
            v3 ^= word
            rounds(2)
            v0 ^= word
        }

        mutating func finish() -> UInt64 {
            v2 ^= 0xFF
            rounds(4)
            return v0 ^ v1 ^ v2 ^ v3
        }

        private mutating func rounds(_ count: Int) {
            for _ in 0..<count {
                v0 &+= v1
                v1 = v1.rotated(13) ^ v0
                v0 = v0.rotated(32)
                v2 &+= v3
                v3 = v3.rotated(16) ^ v2
                v0 &+= v3
                v3 = v3.rotated(21) ^ v0
                v2 &+= v1
                v1 = v1.rotated(17) ^ v2
                v2 = v2.rotated(32)
            }
        }
    }
}

extension UInt64 {
    fileprivate func rotated(_ count: UInt64) -> UInt64 { self << count | self >> (64 - count) }
}
