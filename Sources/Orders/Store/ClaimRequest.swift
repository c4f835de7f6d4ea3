package import FoundationEssentials

/// How many orders to lease, and for how long.
package struct ClaimRequest: Sendable {
    /// The most orders to lease.
    package var limit: Int
    /// The time by which an order must be due.
    package var now: Date
    /// How long the leases hold unless they are prolonged.
    package var until: Date
    /// How many of the orders that wait for a gate may be leased, by the gate's name; for others there is no such limit.
    package var rooms: [String: Int]
    /// What is recorded of an order in the transaction that leases it, under its new lease; nil for nothing.
    ///
    /// It leaves the order leased. It must be quick, since every other order waits for it, and may be called again.
    package var begin: (@Sendable (Claim) -> Step?)?

    package init(
        limit: Int,
        now: Date,
        until: Date,
        rooms: [String: Int] = [:],
        begin: (@Sendable (Claim) -> Step?)? = nil
    ) {
        self.limit = limit
        self.now = now
        self.until = until
        self.rooms = rooms
        self.begin = begin
    }
}
