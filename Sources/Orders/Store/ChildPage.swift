/// Some of the orders that an order's tasks have started, in the order in which they did.
package struct ChildPage: Sendable, Equatable {
    package var children: [OrderID] = []
    /// How many links beside them are damaged, so that nobody knows where they lead.
    package var damaged = 0
    /// The place after which the next page begins; nil: this is the last.
    package var next: Int64?

    package init(_ children: [OrderID] = [], next: Int64? = nil) {
        (self.children, self.next) = (children, next)
    }
}
