package import FoundationEssentials

/// Which orders are meant; what is nil is not asked for.
package struct OrderFilter: Sendable, Hashable {
    package var status: OrderStatus?
    package var workflow: Workflow.ID?
    /// Those of one workflow, on whatever definition of it they run.
    package var place: Place?
    /// Those that are in this state of their workflow, or were when they ended.
    package var state: String?
    package var error: String?
    /// Those of this number, whatever their workflow.
    package var number: OrderNumber?
    /// Those in whose inputs this e-mail address stands.
    package var address: AddressSearch?
    /// Those accepted at this instant or later.
    package var createdAfter: Date?
    /// Those accepted before this instant.
    package var createdBefore: Date?
    /// Those that ended at this instant or later.
    package var finishedAfter: Date?
    /// Those that ended before this instant.
    package var finishedBefore: Date?

    /// Which workflow's orders, as their ids tell it.
    package enum Place: Sendable, Hashable {
        /// The default one's: orders by number alone.
        case own
        /// Those whose ids have this name.
        case named(String)

        package func holds(_ order: OrderID) -> Bool {
            switch self {
            case .own: order.workflow == nil
            case .named(let name): order.workflow == name
            }
        }
    }

    /// All orders, or those of a status.
    package init(status: OrderStatus? = nil) { self.status = status }

    package func includes(_ order: Order) -> Bool {
        (status == nil || order.status == status)
            && (workflow == nil || order.workflow == workflow)
            && (place?.holds(order.id) ?? true)
            && (state == nil || order.state == state)
            && (error == nil || order.error == error)
            && (number == nil || order.id.number == number)
            && (address?.finds(in: order.input) ?? true)
            && Self.contains(order.createdAt, createdAfter, createdBefore)
            && Self.contains(order.finishedAt, finishedAfter, finishedBefore)
    }

    private static func contains(_ instant: Date?, _ from: Date?, _ end: Date?) -> Bool {
        guard from != nil || end != nil else { return true }
        guard let instant else { return false }
        return instant >= from ?? .distantPast && instant < end ?? .distantFuture
    }
}

/// How a store writes the place of orders.
extension OrderFilter.Place {
    /// What the ids begin with; nothing: they have no workflow in them.
    package var prefix: String {
        switch self {
        case .own: ""
        case .named(let name): name + ":"
        }
    }

    /// The place of orders whose ids begin so.
    package init(prefix: String) {
        self = prefix.isEmpty ? .own : .named(String(prefix.dropLast()))
    }
}
