public import FoundationEssentials

/// Which orders are meant; what is nil is not asked for.
public struct OrderFilter: Sendable, Hashable {
    /// Those of this status.
    public var status: OrderStatus?
    /// Those that run on this workflow.
    public var workflow: Workflow.ID?
    /// Those that are in this state of their workflow, or were when they ended.
    public var state: String?
    /// Those that ended with this error.
    public var error: String?
    /// Those accepted at this instant or later.
    public var createdAfter: Date?
    /// Those accepted before this instant.
    public var createdBefore: Date?
    /// Those that ended at this instant or later.
    public var finishedAfter: Date?
    /// Those that ended before this instant.
    public var finishedBefore: Date?

    /// All orders, or those of a status.
    public init(status: OrderStatus? = nil) { self.status = status }

    /// Whether an order is meant.
    public func includes(_ order: Order) -> Bool {
        (status == nil || order.status == status)
            && (workflow == nil || order.workflow == workflow)
            && (state == nil || order.state == state)
            && (error == nil || order.error == error)
            && Self.contains(order.createdAt, createdAfter, createdBefore)
            && Self.contains(order.finishedAt, finishedAfter, finishedBefore)
    }

    private static func contains(_ instant: Date?, _ from: Date?, _ end: Date?) -> Bool {
        guard from != nil || end != nil else { return true }
        guard let instant else { return false }
        return instant >= from ?? .distantPast && instant < end ?? .distantFuture
    }
}
