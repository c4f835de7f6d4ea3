public import FoundationEssentials

/// How many orders to lease, and for how long.
public struct ClaimRequest: Sendable {
    /// The most orders to lease.
    public var limit: Int
    /// The time by which an order must be due.
    public var now: Date
    /// How long the leases hold unless they are prolonged.
    public var until: Date
    /// How many of the orders that wait for a gate may be leased, by the gate's name; for others there is no such limit.
    public var rooms: [String: Int]
    /// What is recorded of an order in the transaction that leases it, under its new lease; nil for nothing.
    ///
    /// It must be quick, since every other order waits for it, and may be called again.
    public var begin: (@Sendable (Claim) -> Step?)?

    public init(
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
