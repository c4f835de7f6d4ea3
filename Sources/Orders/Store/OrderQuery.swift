/// Which orders to list.
public struct OrderQuery: Sendable {
    /// Only those that it means.
    public var filter: OrderFilter
    /// Only those accepted before the order at this place; nil from the newest.
    public var before: Int64?
    /// The most to list.
    public var limit: Int

    /// A query for that many orders.
    public init(_ filter: OrderFilter = OrderFilter(), before: Int64? = nil, limit: Int) {
        self.filter = filter
        self.before = before
        self.limit = limit
    }
}
