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
    /// Where the same decision goes on, when it has not looked at all: at the entries before this one.
    package var next: Int64?

    /// How many one decision takes at most.
    package static let maximumCount = 1_000
    /// How many uncertain deliveries one decision looks at.
    package static let maximumLook = 10_000

    package init() {}

    /// What became of one delivery.
    enum Result: Sendable, Equatable {
        case decided(Delivery)
        case refused
        case settled
        /// The store takes no decision now.
        case unavailable
    }

    mutating func note(_ result: Result, of delivery: Delivery) {
        switch result {
        case .decided(let delivery): decided.append(delivery)
        case .refused: refused += 1
        case .settled: settled += 1
        case .unavailable: break
        }
    }

    /// Notes what one decision did not take; it goes on behind the last that it took.
    mutating func leave(_ rest: ArraySlice<Delivery>, after taken: [Delivery]) {
        if !rest.isEmpty, let last = taken.last { next = last.id }
    }
}
