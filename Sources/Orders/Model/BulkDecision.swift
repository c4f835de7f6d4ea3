/// What a decision about many uncertain deliveries came to, or would come to.
package struct BulkDecision: Sendable, Equatable {
    /// How many are meant, of those that were looked at.
    package var matching = 0
    /// Those that it decided, as they stand now; of a preview, those that it would decide, as they stand.
    package var decided: [Delivery] = []
    /// How many cannot be decided so, because their orders have ended or are damaged.
    package var refused = 0
    /// How many had an outcome or another decision before this one came.
    package var settled = 0
    /// Whether more are left than one decision takes: the same again goes on.
    package var hasMore = false

    /// How many one decision takes at most.
    package static let maximumCount = 1_000
    /// How many uncertain deliveries one decision looks at.
    package static let maximumLook = 10_000

    package init() {}
}
