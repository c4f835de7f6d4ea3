public import FoundationEssentials

/// How an attempt to send one delivery ended, and when.
public struct Conclusion: Sendable {
    public var key: Delivery.Key
    public var outcome: Delivery.Outcome
    public var at: Date

    public init(_ key: Delivery.Key, _ outcome: Delivery.Outcome, at now: Date) {
        self.key = key
        self.outcome = outcome
        at = now
    }
}
