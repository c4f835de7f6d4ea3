/// The digests of `States.Hash`.
///
/// They are here in Swift and not OpenSSL's, because a definition's meaning must not depend on what is
/// linked: this target imports JSON alone. No secret passes through them and speed does not matter.
enum Digest: String, Sendable, CaseIterable {
    case md5 = "MD5"
    case sha1 = "SHA-1"
    case sha256 = "SHA-256"
    case sha384 = "SHA-384"
    case sha512 = "SHA-512"

    /// The digest in lower-case hexadecimal digits.
    func hexDigest(of bytes: [UInt8]) -> String {
        switch self {
        case .md5: Self.hex(MD5.digest(bytes).map(\.byteSwapped))
        case .sha1: Self.hex(SHA1.digest(bytes))
        case .sha256: Self.hex(SHA256.digest(bytes))
        case .sha384: Self.hex(SHA512.digest(bytes, start: SHA512.start384).prefix(6))
        case .sha512: Self.hex(SHA512.digest(bytes, start: SHA512.start512))
        }
    }

    private static func hex(_ words: some Sequence<some FixedWidthInteger>) -> String {
        words.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: word.bitWidth / 4 - digits.count) + digits
        }.joined()
    }

    /// The message cut into blocks of words, padded with a one, zeros and its length in bits.
    static func blocks<Word: FixedWidthInteger & UnsignedInteger>(
        _ bytes: [UInt8],
        of _: Word.Type,
        isBigEndian: Bool
    ) -> [[Word]] {
        let width = Word.bitWidth / 8
        var message = bytes + [0x80]
        while message.count % (16 * width) != 14 * width { message.append(0) }
        let length = Word(truncatingIfNeeded: bytes.count * 8)
        let lengthBytes = (0..<width).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) }
        let zeros = [UInt8](repeating: 0, count: width)
        message += isBigEndian ? zeros + lengthBytes.reversed() : lengthBytes + zeros
        return stride(from: 0, to: message.count, by: 16 * width).map { start in
            stride(from: start, to: start + 16 * width, by: width).map { position in
                let word = message[position..<position + width]
                return isBigEndian
                    ? word.reduce(0) { $0 << 8 | Word($1) }
                    : word.reversed().reduce(0) { $0 << 8 | Word($1) }
            }
        }
    }
}

extension FixedWidthInteger {
    func rotated(left count: Int) -> Self { self << count | self >> (Self.bitWidth - count) }

    func rotated(right count: Int) -> Self { rotated(left: Self.bitWidth - count) }
}

/// RFC 1321.
private enum MD5 {
    private static let shifts = [
        [7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21],
    ]

    static func digest(_ bytes: [UInt8]) -> [UInt32] {
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
        for block in Digest.blocks(bytes, of: UInt32.self, isBigEndian: false) {
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            for round in 0..<64 {
                let (mix, index) = mix(round, b, c, d)
                let sum = a &+ mix &+ constants[round] &+ block[index]
                let rotated = sum.rotated(left: shifts[round / 16][round % 4])
                (a, d, c, b) = (d, c, b, b &+ rotated)
            }
            state = zip(state, [a, b, c, d]).map { $0 &+ $1 }
        }
        return state
    }

    private static func mix(_ round: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> (UInt32, Int) {
        switch round / 16 {
        case 0: (b & c | ~b & d, round)
        case 1: (d & b | ~d & c, (5 * round + 1) % 16)
        case 2: (b ^ c ^ d, (3 * round + 5) % 16)
        default: (c ^ (b | ~d), 7 * round % 16)
        }
    }

    private static let constants: [UInt32] = [
        0xD76A_A478, 0xE8C7_B756, 0x2420_70DB, 0xC1BD_CEEE, 0xF57C_0FAF, 0x4787_C62A, 0xA830_4613,
        0xFD46_9501, 0x6980_98D8, 0x8B44_F7AF, 0xFFFF_5BB1, 0x895C_D7BE, 0x6B90_1122, 0xFD98_7193,
        0xA679_438E, 0x49B4_0821, 0xF61E_2562, 0xC040_B340, 0x265E_5A51, 0xE9B6_C7AA, 0xD62F_105D,
        0x0244_1453, 0xD8A1_E681, 0xE7D3_FBC8, 0x21E1_CDE6, 0xC337_07D6, 0xF4D5_0D87, 0x455A_14ED,
        0xA9E3_E905, 0xFCEF_A3F8, 0x676F_02D9, 0x8D2A_4C8A, 0xFFFA_3942, 0x8771_F681, 0x6D9D_6122,
        0xFDE5_380C, 0xA4BE_EA44, 0x4BDE_CFA9, 0xF6BB_4B60, 0xBEBF_BC70, 0x289B_7EC6, 0xEAA1_27FA,
        0xD4EF_3085, 0x0488_1D05, 0xD9D4_D039, 0xE6DB_99E5, 0x1FA2_7CF8, 0xC4AC_5665, 0xF429_2244,
        0x432A_FF97, 0xAB94_23A7, 0xFC93_A039, 0x655B_59C3, 0x8F0C_CC92, 0xFFEF_F47D, 0x8584_5DD1,
        0x6FA8_7E4F, 0xFE2C_E6E0, 0xA301_4314, 0x4E08_11A1, 0xF753_7E82, 0xBD3A_F235, 0x2AD7_D2BB,
        0xEB86_D391,
    ]
}

/// RFC 3174.
private enum SHA1 {
    static func digest(_ bytes: [UInt8]) -> [UInt32] {
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        for block in Digest.blocks(bytes, of: UInt32.self, isBigEndian: true) {
            var words = block
            for t in 16..<80 {
                let word = words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16]
                words.append(word.rotated(left: 1))
            }
            var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
            for t in 0..<80 {
                let next = a.rotated(left: 5) &+ mix(t, b, c, d) &+ e &+ words[t]
                (a, b, c, d, e) = (next, a, b.rotated(left: 30), c, d)
            }
            state = zip(state, [a, b, c, d, e]).map { $0 &+ $1 }
        }
        return state
    }

    private static func mix(_ t: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
        switch t / 20 {
        case 0: (b & c | ~b & d) &+ 0x5A82_7999
        case 1: (b ^ c ^ d) &+ 0x6ED9_EBA1
        case 2: (b & c | b & d | c & d) &+ 0x8F1B_BCDC
        default: (b ^ c ^ d) &+ 0xCA62_C1D6
        }
    }
}
