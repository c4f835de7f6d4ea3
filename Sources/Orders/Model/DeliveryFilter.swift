package import FoundationEssentials

/// Which deliveries are meant; what is nil is not asked for.
package struct DeliveryFilter: Sendable, Hashable {
    package var kind: Delivery.Kind?
    /// Those whose sending last began at this instant or later.
    package var intendedAfter: Date?
    /// Those whose sending last began before this instant.
    package var intendedBefore: Date?
    /// Those of orders of this workflow, by its name or by its definition's id.
    package var workflow: String?
    /// What else is asked of their orders.
    package var order = OrderFilter()

    package init() {}

    /// Whether it may be meant, as far as its entry tells.
    package func mayInclude(_ delivery: Delivery) -> Bool {
        (kind == nil || delivery.kind == kind)
            && delivery.intendedAt >= intendedAfter ?? .distantPast
            && delivery.intendedAt < intendedBefore ?? .distantFuture
    }

    /// Whether those of that order are meant; orders without a workflow in their ids are of that default one.
    package func includes(_ order: Order, default name: String) -> Bool {
        let isOfWorkflow =
            workflow == nil || workflow == order.workflow
            || workflow == order.id.workflow ?? name
        return isOfWorkflow && self.order.includes(order)
    }
}
