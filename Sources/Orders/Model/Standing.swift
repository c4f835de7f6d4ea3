/// How an order stands when somebody wants to change it from outside its workflow's course.
package struct Standing: Sendable {
    package var order: Order
    /// Its execution when it was last recorded; nil before its first state and after success.
    package var snapshot: [UInt8]?
    /// The id of its last history event; 0 when it has none.
    package var lastEvent: Int
    /// Whether it is held because the process ended too often while it ran.
    package var isQuarantined: Bool
    /// Grows with every claim and with every change from outside.
    package var fence: Int64

    package init(
        order: Order,
        snapshot: [UInt8]?,
        lastEvent: Int,
        isQuarantined: Bool,
        fence: Int64
    ) {
        self.order = order
        self.snapshot = snapshot
        self.lastEvent = lastEvent
        self.isQuarantined = isQuarantined
        self.fence = fence
    }

    /// Whether what was decided about the other holds for this one too.
    func isAs(_ other: Standing) -> Bool {
        fence == other.fence && lastEvent == other.lastEvent
            && order.status == other.order.status && order.erasedAt == other.order.erasedAt
            && order.deliveries.map(\.status) == other.order.deliveries.map(\.status)
    }
}
