package import FoundationEssentials

/// The counts and ages that health and metrics show.
package struct StoreSummary: Sendable, Equatable {
    /// How many orders there are of each status.
    package var orders: [OrderStatus: Int]
    /// How many deliveries there are of each status.
    package var deliveries: [Delivery.Status: Int]
    /// How many of the held orders are quarantined.
    package var quarantined = 0
    /// How many orders are known to be damaged and nobody has decided about.
    package var damaged = 0
    /// That the store is a copy of an earlier time, as long as orders are held for it; nil when none is.
    package var restoration: Restoration?
    /// How many orders are due at a later time, counted up to `StoreSummary.maximumCount`.
    package var dueLater = 0
    /// How many orders wait for a gate, by its name, counted up to `StoreSummary.maximumCount`.
    package var waiting: [String: Int] = [:]
    /// How many bytes of the store are free to be used again.
    package var free = 0
    /// When the oldest order that is queued and due was accepted.
    package var oldestQueued: Date?
    /// How large the store is, in bytes.
    package var size: Int

    /// Beyond this nothing is counted one by one.
    package static let maximumCount = 10_000

    package init() {
        orders = [:]
        deliveries = [:]
        size = 0
    }

    /// How many orders are accepted and not finished.
    package var backlog: Int {
        orders.reduce(0) { $1.key.isFinal ? $0 : $0 + $1.value }
    }
}
