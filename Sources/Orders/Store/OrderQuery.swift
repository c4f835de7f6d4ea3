package struct OrderQuery: Sendable {
    package var filter: OrderFilter
    /// Only those accepted before the order at this place; nil from the newest.
    package var before: Int64?
    package var limit: Int

    package init(_ filter: OrderFilter = OrderFilter(), before: Int64? = nil, limit: Int) {
        self.filter = filter
        self.before = before
        self.limit = limit
    }
}
