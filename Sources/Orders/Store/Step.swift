package import FoundationEssentials

/// What a run writes of its order in one transaction; in this order, and each part may be missing.
package struct Step: Sendable {
    /// How a send ended.
    package let conclusion: Conclusion?
    /// The order's new position.
    package let move: Move?
    /// The delivery that is about to be sent; there is none beside a move that ends the lease.
    package let intent: Delivery.Intent?
    /// When the intent is written; there is a time beside every intent.
    package let intendedAt: Date?

    package init(
        _ conclusion: Conclusion? = nil,
        move: Move? = nil,
        intent: Delivery.Intent? = nil,
        at intendedAt: Date? = nil
    ) {
        precondition(intent == nil || intendedAt != nil, "an intent has a time")
        precondition(intent == nil || move?.endsLease != true, "an intent needs a lease")
        self.conclusion = conclusion
        self.move = move
        self.intent = intent
        self.intendedAt = intendedAt
    }

    /// Whether it is about more than what has happened anyway.
    package var needsLease: Bool { move != nil || intent != nil }

    /// What is kept of it whatever else cannot be written: the outcome happened.
    package var happened: Step? { conclusion.map { Step($0) } }
}
