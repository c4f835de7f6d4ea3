/// The right to move one order, from a claim to its end.
package struct Lease: Sendable, Hashable {
    /// The order's place in the store.
    package var order: Int64
    package var id: OrderID
    /// Grows with every claim of that order, so that an old holder is recognised.
    package var fence: Int64
    /// The node that holds it: it is good at that node's store alone.
    package var node: String

    package init(order: Int64, id: OrderID, fence: Int64, node: String) {
        self.order = order
        self.id = id
        self.fence = fence
        self.node = node
    }
}
