/// Orders that a bulk redrive means: how many, and some of them.
package struct BulkMatch: Sendable, Equatable {
    /// How many there are, counted up to `StoreSummary.maximumCount`.
    package var count: Int
    /// The first of them, oldest first, each with its place in the store.
    package var orders: [Place]

    /// An order and its place in the store.
    package struct Place: Sendable, Equatable {
        /// Grows with the time of acceptance.
        package var place: Int64
        package var order: OrderID

        package init(place: Int64, order: OrderID) { (self.place, self.order) = (place, order) }
    }

    package init(count: Int, orders: [Place]) { (self.count, self.orders) = (count, orders) }
}
