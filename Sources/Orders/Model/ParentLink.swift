/// The task of another order that has started an order.
package struct ParentLink: Sendable, Hashable {
    package var order: OrderID
    /// The task in that order's execution: `TaskRequest.id`.
    package var task: Int
    /// Whether the task waits for the end: then the order is stopped with the one that has started it.
    package var isAwaited: Bool
    /// Whether the task named the order: only then may it be one that others have started.
    package var isNamed = false

    package init(order: OrderID, task: Int, isAwaited: Bool, isNamed: Bool = false) {
        self.order = order
        self.task = task
        self.isAwaited = isAwaited
        self.isNamed = isNamed
    }
}

extension NewOrder {
    /// Whether the task that wants to start this order may take the one that is there instead: it has started it itself, or
    /// it runs with the same input, as Step Functions' StartExecution has it.
    package func joins(_ existing: Order) -> Bool {
        guard let parent else { return false }
        if existing.parents.contains(where: { $0.order == parent.order && $0.task == parent.task })
        {
            return true
        }
        return parent.isNamed && !existing.status.isFinal && existing.input == input
    }
}
