/// What a provider tells of a delivery some time after it was sent, as it joins the order's story.
package struct DeliveryNews: Sendable, Equatable {
    /// What is written into the order's audit; the same entry twice is written once.
    package var entry: AuditEntry
    /// An uncertain delivery that is known to be sent by it, under the provider's name for it; nil: none is.
    package var settled: (delivery: Int64, messageID: String)?

    package init(_ entry: AuditEntry, settles settled: (delivery: Int64, messageID: String)? = nil)
    {
        self.entry = entry
        self.settled = settled
    }

    package static func == (one: DeliveryNews, other: DeliveryNews) -> Bool {
        one.entry == other.entry && one.settled?.delivery == other.settled?.delivery
            && one.settled?.messageID == other.settled?.messageID
    }

    /// Whether the order's audit has it already: a queue may bring the same news twice.
    package func isKnown(in audit: [AuditEntry]) -> Bool {
        audit.contains { $0.action == entry.action && $0.detail == entry.detail }
    }
}

/// What became of a provider's news.
package enum NewsResult: Sendable, Equatable {
    /// It stands in the order's story; whether it had not before.
    case noted(isNew: Bool)
    /// It is about no delivery of the order.
    case setAside
    /// There is no such order.
    case unknown
}
