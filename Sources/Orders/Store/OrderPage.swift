/// A part of a list of orders.
package struct OrderPage: Sendable {
    /// The orders, newest first.
    package var orders: [Order]
    /// The place from which the next page goes on; nil at the end.
    package var next: Int64?

    package init(orders: [Order], next: Int64?) {
        self.orders = orders
        self.next = next
    }
}
