public import Sockets

/// What an address is for, after IANA's registries of special-purpose addresses (RFC 6890).
public enum AddressKind: String, Sendable, Hashable, CaseIterable {
    /// One of the public Internet.
    case global = "public"
    /// This network or no address: 0.0.0.0/8, `::`.
    case unspecified
    case loopback
    /// RFC 1918, and unique local addresses (RFC 4193).
    case privateUse = "private"
    case linkLocal = "link-local"
    /// Where a cloud gives a machine its credentials or its configuration.
    case metadata = "a cloud's metadata service"
    /// Behind a carrier's NAT (RFC 6598).
    case shared = "shared by a carrier's NAT"
    case multicast
    /// Documentation, benchmarks, protocols' own, and what nobody was given.
    case reserved

    /// The kind of an address; one that carries an IPv4 address (mapped, NAT64, 6to4) is of that one's kind.
    public init(_ ip: IPAddress) {
        if Self.metadataServices.contains(where: { $0.contains(ip) }) {
            self = .metadata
            return
        }
        if let inner = Self.carried(by: ip) {
            self.init(.v4(inner))
            return
        }
        if let (_, kind) = Self.special.first(where: { $0.block.contains(ip) }) {
            self = kind
            return
        }
        switch ip {
        case .v4: self = .global
        // Of IPv6 only 2000::/3 has been given to anybody (RFC 4291 §2.4).
        case .v6(let high, _, _): self = high >> 61 == 1 ? .global : .reserved
        }
    }

    /// The IPv4 address that an IPv6 address stands for: `::ffff:0:0/96` (RFC 4291 §2.5.5.2), `64:ff9b::/96` (RFC 6052),
    /// `2002::/16` (RFC 3056).
    private static func carried(by ip: IPAddress) -> UInt32? {
        switch ip {
        case .v6(0, let low, _) where low >> 32 == 0xFFFF: UInt32(truncatingIfNeeded: low)
        case .v6(0x0064_FF9B_0000_0000, let low, _) where low >> 32 == 0:
            UInt32(truncatingIfNeeded: low)
        case .v6(let high, _, _) where high >> 48 == 0x2002:
            UInt32(truncatingIfNeeded: high >> 16)
        case .v4, .v6: nil
        }
    }

    /// EC2, ECS and EKS; Azure's WireServer, Oracle, Alibaba; EC2 and EKS, and Google, in IPv6.
    private static let metadataServices = blocks([
        "169.254.169.254/32", "169.254.170.2/32", "169.254.170.23/32", "168.63.129.16/32",
        "192.0.0.192/32", "100.100.100.200/32", "fd00:ec2::254/128", "fd00:ec2::23/128",
        "fd20:ce::254/128",
    ])

    /// The first block that contains an address says what it is.
    private static let special: [(block: AddressBlock, kind: AddressKind)] = [
        ("0.0.0.0/8", .unspecified), ("10.0.0.0/8", .privateUse), ("100.64.0.0/10", .shared),
        ("127.0.0.0/8", .loopback), ("169.254.0.0/16", .linkLocal),
        ("172.16.0.0/12", .privateUse), ("192.0.0.0/24", .reserved), ("192.0.2.0/24", .reserved),
        ("192.88.99.0/24", .reserved), ("192.168.0.0/16", .privateUse),
        ("198.18.0.0/15", .reserved), ("198.51.100.0/24", .reserved),
        ("203.0.113.0/24", .reserved), ("224.0.0.0/4", .multicast), ("240.0.0.0/4", .reserved),
        ("::/128", .unspecified), ("::1/128", .loopback), ("fc00::/7", .privateUse),
        ("fe80::/10", .linkLocal), ("fec0::/10", .privateUse), ("ff00::/8", .multicast),
        // Protocols' own, Teredo among them, documentation.
        ("2001::/23", .reserved), ("2001:db8::/32", .reserved), ("3fff::/20", .reserved),
    ].compactMap { text, kind in AddressBlock(text).map { ($0, kind) } }

    private static func blocks(_ texts: [String]) -> [AddressBlock] {
        texts.compactMap { AddressBlock($0) }
    }
}
