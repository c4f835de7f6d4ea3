/// A part of a list of orders.
public struct OrderPage: Sendable {
    /// The orders, newest first.
    public var orders: [Order]
    /// The place from which the next page goes on; nil at the end.
    public var next: Int64?

    /// A page with those orders.
    public init(orders: [Order], next: Int64?) {
        self.orders = orders
        self.next = next
    }
}
