package import FoundationEssentials

/// What people and monitors read of the orders; nothing of it changes anything.
package protocol OrderReader: AnyObject, Sendable {
    /// History events of an order in order of their ids, those after `id` first; nil without such an order.
    func history(of order: OrderID, after id: Int, limit: Int) async throws -> HistoryPage?

    /// Orders, newest first, without their inputs, outputs and deliveries.
    ///
    /// A page may hold fewer than asked for, and none at all, while more follow: a filter that means few orders looks
    /// at a bounded number of them at a time. All pages together hold each order that was there at the first and is
    /// meant throughout once, whatever arrives in between.
    func list(_ query: OrderQuery) async throws -> OrderPage

    /// Ledger entries of one status, newest first.
    ///
    /// Entries that are known as damaged are left out, and a query that means few looks at a bounded number at a time: a
    /// page may hold fewer than asked for, and none at all, while more follow.
    func deliveries(_ query: DeliveryQuery) async throws -> DeliveryPage

    /// Orders that came to nothing, or wait for a person, by status and error; erased ones are left out.
    ///
    /// Of each status the query's limit of orders is looked at, the newest.
    func failures(_ query: FailureQuery) async throws -> FailureGroups

    /// The counts and ages that health and metrics show.
    func summary(at now: Date) async throws -> StoreSummary

    /// Grows whenever an order that had ended is changed or deleted, before the change is answered; answers at once.
    ///
    /// What was read of an ended order after this was asked for is true for as long as it is the same. nil where that
    /// cannot be promised, since other nodes change orders too: then what was read is true for that moment alone.
    var endedRevision: Int? { get }
}

extension OrderReader {
    /// The newest ledger entries of one status, at most `limit`.
    package func deliveries(_ status: Delivery.Status, limit: Int) async throws -> [Delivery] {
        try await deliveries(DeliveryQuery(status, limit: limit)).deliveries
    }
}
