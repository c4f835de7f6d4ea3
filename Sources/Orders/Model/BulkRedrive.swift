public import FoundationEssentials

/// Many orders that are to be run again, some a second, by the service itself, over restarts too.
public struct BulkRedrive: Sendable, Equatable {
    /// Its number.
    public var id: Int64
    /// Which orders.
    public var filter: Filter
    /// Whether from the workflow's start instead of the failed state.
    public var isFromStart: Bool
    /// Whether on the definition that new orders run on.
    public var isOnCurrent: Bool
    /// Whether the orders are ended for good instead of going on.
    public var stops = false
    /// How many orders a second.
    public var rate: Int
    /// Who asked for it, and why.
    public var by: Operator
    /// When it was asked for; what ends later is not meant.
    public var createdAt: Date
    /// When it came to its end.
    public var finishedAt: Date?
    /// Where it is.
    public var state = State.running
    /// How many orders matched when it was asked for.
    public var total = 0
    /// How many were redriven.
    public var redriven = 0
    /// How many could not be.
    public var refused = 0

    /// Where a bulk redrive is.
    public enum State: String, Sendable, CaseIterable {
        case running
        case finished
        case cancelled
    }

    /// Which ended orders are meant.
    public struct Filter: Sendable, Equatable {
        /// How they ended, failed, timed out or aborted; or held.
        public var status: OrderStatus
        /// The error that they ended with; nil for any.
        public var error: String?
        /// Only those that ended at this time or later.
        public var finishedAfter: Date?
        /// Only those that ended before this.
        public var finishedBefore: Date?

        /// Those of that status.
        public init(
            status: OrderStatus,
            error: String? = nil,
            finishedAfter: Date? = nil,
            finishedBefore: Date? = nil
        ) {
            self.status = status
            self.error = error
            self.finishedAfter = finishedAfter
            self.finishedBefore = finishedBefore
        }
    }

    /// A bulk redrive that is asked for now; the store gives it its number.
    public init(
        _ filter: Filter,
        isFromStart: Bool = false,
        isOnCurrent: Bool = false,
        rate: Int,
        by operator: Operator,
        at now: Date
    ) {
        id = 0
        self.filter = filter
        self.isFromStart = isFromStart
        self.isOnCurrent = isOnCurrent
        self.rate = rate
        by = `operator`
        createdAt = now
    }
}

/// Orders that a bulk redrive means: how many, and some of them.
public struct BulkMatch: Sendable, Equatable {
    /// How many there are, counted up to `StoreSummary.maximumCount`.
    public var count: Int
    /// The first of them, oldest first, each with its place in the store.
    public var orders: [Place]

    /// An order and its place in the store.
    public struct Place: Sendable, Equatable {
        /// Grows with the time of acceptance.
        public var id: Int64
        /// The order's number.
        public var number: OrderNumber

        /// That order at that place.
        public init(id: Int64, number: OrderNumber) { (self.id, self.number) = (id, number) }
    }

    /// So many, and these of them.
    public init(count: Int, orders: [Place]) { (self.count, self.orders) = (count, orders) }
}

/// How a bulk redrive goes on, but for the orders that it redrives: those are counted with their revision.
public enum BulkProgress: Sendable {
    /// The order at that place cannot be redriven.
    case refused(Int64)
    /// There is no order left that it means.
    case finished(at: Date)
}
