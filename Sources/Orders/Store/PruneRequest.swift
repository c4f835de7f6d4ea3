public import FoundationEssentials

/// Which ended orders are to go.
public struct PruneRequest: Sendable {
    /// Those that ended before this.
    public var endedBefore: Date
    /// How many ended orders may stay.
    public var keeping: Int
    /// The most to delete at once.
    public var limit: Int
    /// Idempotency keys that are older go too; nil: they stay.
    public var keysBefore: Date?

    /// A request for those.
    public init(endedBefore: Date, keeping: Int, limit: Int) {
        self.endedBefore = endedBefore
        self.keeping = keeping
        self.limit = limit
    }
}
