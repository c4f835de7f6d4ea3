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

    /// The most news of an order's deliveries that are kept: those of some e-mails to some recipients each.
    package static let maximumCount = 100

    /// What becomes of it when the order's audit is that and it is not to be written; nil: it is.
    ///
    /// A queue may bring the same news twice. What settles a delivery is written however much there is: there are no more of
    /// it than of deliveries.
    package func result(in audit: [AuditEntry]) -> NewsResult? {
        let news = audit.filter { $0.action == entry.action }
        if news.contains(where: { $0.detail == entry.detail }) { return .noted(isNew: false) }
        return news.count >= Self.maximumCount && settled == nil ? .full : nil
    }
}

/// What became of a provider's news.
package enum NewsResult: Sendable, Equatable {
    /// It stands in the order's story; whether it had not before.
    case noted(isNew: Bool)
    /// The order's story has as much of it as is kept.
    case full
    /// It is about no delivery of the order.
    case setAside
    /// There is no such order.
    case unknown
}
