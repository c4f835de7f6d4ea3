/// The right to move one order, from a claim to its end.
public struct Lease: Sendable, Hashable {
    /// The order's place in the store.
    public var order: Int64
    public var id: OrderID
    /// Grows with every claim of that order, so that an old holder is recognised.
    public var fence: Int64
    /// The node that holds it: it is good at that node's store alone.
    public var node: String

    public init(order: Int64, id: OrderID, fence: Int64, node: String) {
        self.order = order
        self.id = id
        self.fence = fence
        self.node = node
    }
}
