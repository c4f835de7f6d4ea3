package import FoundationEssentials

/// Which ended orders are to go.
package struct PruneRequest: Sendable {
    package var endedBefore: Date
    /// How many ended orders may stay.
    package var keeping: Int
    /// The most to delete at once.
    package var limit: Int
    /// Idempotency keys that are older go too; nil: they stay.
    package var keysBefore: Date?

    package init(endedBefore: Date, keeping: Int, limit: Int) {
        self.endedBefore = endedBefore
        self.keeping = keeping
        self.limit = limit
    }
}
