public import FoundationEssentials

/// The counts and ages that health and metrics show.
public struct StoreSummary: Sendable, Equatable {
    /// How many orders there are of each status.
    public var orders: [OrderStatus: Int]
    /// How many deliveries there are of each status.
    public var deliveries: [Delivery.Status: Int]
    /// How many of the held orders are quarantined.
    public var quarantined = 0
    /// How many orders are known to be damaged and nobody has decided about.
    public var damaged = 0
    /// That the store is a copy of an earlier time, as long as orders are held for it; nil when none is.
    public var restoration: Restoration?
    /// How many orders are due at a later time, counted up to `StoreSummary.maximumCount`.
    public var dueLater = 0
    /// How many orders wait for a gate, by its name, counted up to `StoreSummary.maximumCount`.
    public var waiting: [String: Int] = [:]
    /// How many bytes of the store are free to be used again.
    public var free = 0
    /// When the oldest order that is queued and due was accepted.
    public var oldestQueued: Date?
    /// How large the store is, in bytes.
    public var size: Int

    /// Beyond this nothing is counted one by one.
    public static let maximumCount = 10_000

    /// A summary of an empty store.
    public init() {
        orders = [:]
        deliveries = [:]
        size = 0
    }

    /// How many orders are accepted and not finished.
    public var backlog: Int {
        orders.reduce(0) { $1.key.isFinal ? $0 : $0 + $1.value }
    }
}
