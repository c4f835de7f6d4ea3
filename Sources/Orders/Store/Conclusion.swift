package import FoundationEssentials

/// How an attempt to send one delivery ended, and when.
package struct Conclusion: Sendable {
    package var key: Delivery.Key
    package var outcome: Delivery.Outcome
    package var at: Date

    package init(_ key: Delivery.Key, _ outcome: Delivery.Outcome, at now: Date) {
        self.key = key
        self.outcome = outcome
        at = now
    }
}
