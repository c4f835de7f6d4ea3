/// Decides which address of a host is tried when (RFC 8305 §4, §5).
///
/// The next address is due when one has failed, or when those that are being tried have not answered
/// within a pause: an address that swallows packets costs a quarter of a second and no more.
struct AddressRace {
    /// From one beginning to the next while nobody answers (RFC 8305 §8).
    static let pause = Duration.milliseconds(250)

    private let addresses: [IPAddress]
    /// How many have been begun.
    private(set) var begun = 0
    /// How many have been begun and have not failed.
    private(set) var open = 0

    /// The resolver's order, but for the two families taking turns.
    init(_ addresses: [IPAddress]) {
        self.addresses = Self.interleaved(addresses)
    }

    /// Whether some have not been tried.
    var hasMore: Bool { begun < addresses.count }

    /// The address whose turn it is.
    mutating func next() -> IPAddress? {
        guard hasMore else { return nil }
        defer {
            begun += 1
            open += 1
        }
        return addresses[begun]
    }

    /// One has failed: the next is due at once.
    mutating func failed() -> IPAddress? {
        open -= 1
        return next()
    }

    /// The pause after so many beginnings is over; it means nothing when another has begun meanwhile.
    mutating func paused(after begun: Int) -> IPAddress? {
        begun == self.begun ? next() : nil
    }

    private static func interleaved(_ addresses: [IPAddress]) -> [IPAddress] {
        guard let first = addresses.first else { return [] }
        let same = addresses.filter { $0.isV6 == first.isV6 }
        let other = addresses.filter { $0.isV6 != first.isV6 }
        return (0..<max(same.count, other.count)).flatMap { index in
            [same, other].compactMap { index < $0.count ? $0[index] : nil }
        }
    }
}

extension IPAddress {
    fileprivate var isV6: Bool {
        switch self {
        case .v4: false
        case .v6: true
        }
    }
}
