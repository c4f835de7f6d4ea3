/// What became of a decision about a delivery.
package enum DecisionResult: Sendable, Equatable {
    /// It is applied; this is the entry now.
    case applied(Delivery)
    /// There was nothing to decide; this is the entry.
    case notUncertain(Delivery)
    /// It cannot be sent again, because its order has ended; this is the entry.
    case orderEnded(Delivery)
    /// There is no such delivery.
    case unknown
}
