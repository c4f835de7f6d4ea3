internal import CLinux
internal import Glibc

public enum IPAddress: Sendable, Hashable {
    /// The four bytes, most significant first.
    case v4(UInt32)
    /// The sixteen bytes, most significant first, and the number of the interface (0: any).
    case v6(high: UInt64, low: UInt64, scope: UInt32)
}

extension IPAddress {
    /// Every IPv4 address of this machine.
    public static let any = IPAddress.v4(0)
    /// `127.0.0.1`.
    public static let loopback = IPAddress.v4(0x7F00_0001)
    /// `::1`.
    public static let loopbackV6 = IPAddress.v6(high: 0, low: 1, scope: 0)

    /// Whether packets to it never leave this machine.
    public var isLoopback: Bool {
        switch self {
        case .v4(let bits): bits >> 24 == 127
        case .v6(0, 1, _): true
        case .v6(0, let low, _): low >> 24 == 0xFFFF_7F  // ::ffff:127.0.0.0/104, IPv4-mapped
        case .v6: false
        }
    }

    /// Whether it stands for every address of this machine (`0.0.0.0`, `::`).
    public var isUnspecified: Bool {
        switch self {
        case .v4(let bits): bits == 0
        case .v6(let high, let low, _): high == 0 && low == 0
        }
    }
}

extension IPAddress: LosslessStringConvertible {
    /// An address literal: `192.0.2.1`, `2001:db8::1`, `fe80::1%eth0`; nil for anything else.
    public init?(_ text: String) {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self = .v4(UInt32(bigEndian: four.s_addr))
            return
        }
        let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        var six = in6_addr()
        guard inet_pton(AF_INET6, String(parts[0]), &six) == 1 else { return nil }
        var scope: UInt32 = 0
        if parts.count == 2 {
            scope = UInt32(parts[1]) ?? if_nametoindex(String(parts[1]))
            guard scope != 0 else { return nil }
        }
        self.init(six, scope: scope)
    }

    init(_ six: in6_addr, scope: UInt32) {
        let halves = withUnsafeBytes(of: six) {
            ($0.load(as: UInt64.self), $0.load(fromByteOffset: 8, as: UInt64.self))
        }
        self = .v6(
            high: UInt64(bigEndian: halves.0),
            low: UInt64(bigEndian: halves.1),
            scope: scope
        )
    }

    /// The literal, IPv6 in the form of RFC 5952.
    public var description: String {
        switch self {
        case .v4(let bits):
            return (0..<4).map { String(bits >> (24 - 8 * $0) & 0xFF) }.joined(separator: ".")
        case .v6(let high, let low, let scope):
            var bytes = in6_addr(high: high, low: low)
            let text = withUnsafeTemporaryAllocation(
                of: CChar.self,
                capacity: Int(INET6_ADDRSTRLEN)
            ) { buffer in
                // The buffer has the size that inet_ntop asks for, so it cannot fail.
                inet_ntop(AF_INET6, &bytes, buffer.baseAddress, socklen_t(buffer.count))
                return buffer.baseAddress.map { String(cString: $0) } ?? ""
            }
            return scope == 0 ? text : "\(text)%\(scope)"
        }
    }
}

extension in6_addr {
    init(high: UInt64, low: UInt64) {
        self.init()
        withUnsafeMutableBytes(of: &self) {
            $0.storeBytes(of: high.bigEndian, as: UInt64.self)
            $0.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
    }
}
