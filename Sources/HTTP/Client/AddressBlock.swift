internal import Sockets

/// The addresses that begin with the same bits (RFC 4632 §3.1): `10.0.0.0/8`.
struct AddressBlock: Sendable, Hashable {
    private let bytes: [UInt8]
    private let bits: Int

    /// One address alone.
    init(_ ip: IPAddress) {
        bytes = ip.bytes
        bits = 8 * bytes.count
    }

    /// Reads an address, a slash and a number of bits; nil for anything else.
    ///
    /// Bits behind those that count may be set: `10.1.2.3/8` is `10.0.0.0/8`.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let address =
            parts[0].hasPrefix("[") && parts[0].hasSuffix("]")
            ? String(parts[0].dropFirst().dropLast()) : String(parts[0])
        guard let ip = IPAddress(address), let bits = Int(parts[1]),
            (0...8 * ip.bytes.count).contains(bits), !parts[1].hasPrefix("+")
        else { return nil }
        bytes = ip.bytes
        self.bits = bits
    }

    /// Whether it is one address alone.
    var isOneAddress: Bool { bits == 8 * bytes.count }

    func contains(_ ip: IPAddress) -> Bool {
        let other = ip.bytes
        guard other.count == bytes.count else { return false }
        let (whole, rest) = bits.quotientAndRemainder(dividingBy: 8)
        guard other[..<whole] == bytes[..<whole] else { return false }
        return rest == 0 || (other[whole] ^ bytes[whole]) >> (8 - rest) == 0
    }
}

extension IPAddress {
    /// Four or sixteen, an IPv4 address within IPv6 (`::ffff:192.0.2.1`) as its four.
    var bytes: [UInt8] {
        switch self {
        case .v4(let bits): Self.bytes(bits)
        case .v6(0, let low, _) where low >> 32 == 0xFFFF:
            Self.bytes(UInt32(truncatingIfNeeded: low))
        case .v6(let high, let low, _): Self.bytes(high) + Self.bytes(low)
        }
    }

    private static func bytes(_ bits: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: bits.bigEndian) { Array($0) }
    }
}
