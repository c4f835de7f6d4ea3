/// Which orders to list.
package struct OrderQuery: Sendable {
    /// Only those that it means.
    package var filter: OrderFilter
    /// Only those accepted before the order at this place; nil from the newest.
    package var before: Int64?
    /// The most to list.
    package var limit: Int

    /// A query for that many orders.
    package init(_ filter: OrderFilter = OrderFilter(), before: Int64? = nil, limit: Int) {
        self.filter = filter
        self.before = before
        self.limit = limit
    }
}
