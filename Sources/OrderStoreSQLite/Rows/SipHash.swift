/// SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash, so that nobody can choose order numbers that collide.
struct SipHash {
    private let key: (UInt64, UInt64)

    /// A hash under that key of 16 bytes.
    init(key: [UInt8]) {
        precondition(key.count == 16, "a SipHash key has 16 bytes")
        self.key = key.withUnsafeBytes { ($0.word(at: 0), $0.word(at: 8)) }
    }

    /// The hash of a text as the published algorithm has it.
    func callAsFunction(_ text: String) -> Int64 {
        var text = text
        return text.withUTF8 { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            var state = State(key: key)
            var index = 0
            while index + 8 <= bytes.count {
                state.absorb(bytes.word(at: index), rounds: 2)
                index += 8
            }
            state.absorb(bytes.rest(from: index) | UInt64(bytes.count) << 56, rounds: 2)
            return Int64(bitPattern: state.finish(rounds: 4))
        }
    }

    /// A hash of values one after the other; each of them is delimited.
    var values: Values { Values(state: State(key: key)) }

    /// Takes in one value after the other, by SipHash-1-3.
    ///
    /// It is made for every row, and need not stand against anybody who could choose the values and see the hashes.
    struct Values {
        fileprivate var state: State

        mutating func add(_ value: Int64) { state.absorb(UInt64(bitPattern: value), rounds: 1) }

        mutating func add(_ value: Int64?) {
            add(value == nil ? 0 : 1)
            if let value { add(value) }
        }

        mutating func add(_ text: String) {
            var text = text
            text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
        }

        mutating func add(_ text: String?) {
            add(text == nil ? 0 : 1)
            if let text { add(text) }
        }

        mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

        mutating func add(_ bytes: [UInt8]?) {
            add(bytes == nil ? 0 : 1)
            if let bytes { add(bytes) }
        }

        mutating func add(_ bytes: UnsafeRawBufferPointer) {
            state.absorb(UInt64(bytes.count), rounds: 1)
            var index = 0
            while index + 8 <= bytes.count {
                state.absorb(bytes.word(at: index), rounds: 1)
                index += 8
            }
            if index < bytes.count { state.absorb(bytes.rest(from: index), rounds: 1) }
        }

        consuming func finish() -> Int64 { Int64(bitPattern: state.finish(rounds: 3)) }
    }

    fileprivate struct State {
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

        mutating func absorb(_ word: UInt64, rounds: Int) {
            v3 ^= word
            mix(rounds)
            v0 ^= word
        }

        mutating func finish(rounds: Int) -> UInt64 {
            v2 ^= 0xFF
            mix(rounds)
            return v0 ^ v1 ^ v2 ^ v3
        }

        private mutating func mix(_ rounds: Int) {
            for _ in 0..<rounds {
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

extension UnsafeRawBufferPointer {
    /// Eight bytes, the least significant first; there must be as many from there on.
    fileprivate func word(at index: Int) -> UInt64 {
        UInt64(littleEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The last bytes, fewer than eight, the least significant first.
    fileprivate func rest(from start: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in (start..<count).reversed() { word = word << 8 | UInt64(self[index]) }
        return word
    }
}

extension UInt64 {
    fileprivate func rotated(_ count: UInt64) -> UInt64 { self << count | self >> (64 - count) }
}
