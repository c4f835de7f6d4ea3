/// Orders that a bulk redrive means: how many, and some of them.
public struct BulkMatch: Sendable, Equatable {
    /// How many there are, counted up to `StoreSummary.maximumCount`.
    public var count: Int
    /// The first of them, oldest first, each with its place in the store.
    public var orders: [Place]

    /// An order and its place in the store.
    public struct Place: Sendable, Equatable {
        /// Grows with the time of acceptance.
        public var place: Int64
        public var order: OrderID

        public init(place: Int64, order: OrderID) { (self.place, self.order) = (place, order) }
    }

    /// So many, and these of them.
    public init(count: Int, orders: [Place]) { (self.count, self.orders) = (count, orders) }
}
