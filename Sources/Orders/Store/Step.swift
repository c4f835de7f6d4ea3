public import FoundationEssentials

/// What a run writes of its order in one transaction; in this order, and each part may be missing.
public struct Step: Sendable {
    /// How a send ended.
    public var conclusion: Conclusion?
    /// The order's new position.
    public var move: Move?
    /// The delivery that is about to be sent; there is none beside a move that ends the lease.
    public var intent: Delivery.Intent?
    /// When the intent is written.
    public var intendedAt: Date?

    public init(
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
    public var needsLease: Bool { move != nil || intent != nil }
}
