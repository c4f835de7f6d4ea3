/// Which ledger entries are meant.
package struct DeliveryQuery: Sendable {
    package var status: Delivery.Status
    package var kind: Delivery.Kind?
    /// The delivery's name within its state.
    package var name: String?
    /// Only those whose ids are below this; nil from the newest.
    package var before: Int64?
    package var limit: Int

    package init(_ status: Delivery.Status, before: Int64? = nil, limit: Int) {
        self.status = status
        self.before = before
        self.limit = limit
    }

    package func includes(_ delivery: Delivery) -> Bool {
        delivery.status == status && (kind == nil || delivery.kind == kind)
            && (name == nil || delivery.key.name == name) && delivery.id < before ?? .max
    }
}

/// A part of a list of ledger entries.
package struct DeliveryPage: Sendable {
    /// The entries, newest first.
    package var deliveries: [Delivery]
    /// The id before which the next page goes on; nil at the end.
    package var next: Int64?

    package init(deliveries: [Delivery], next: Int64?) {
        self.deliveries = deliveries
        self.next = next
    }
}
