package import FoundationEssentials

/// An order that a client asks for, valid and not yet accepted.
package struct NewOrder: Sendable, Equatable {
    package var id: OrderID
    /// What the client sent, as JSON text.
    package var input: [UInt8]
    /// The workflow definition that it shall run on.
    package var workflow: Workflow.ID
    /// When it is accepted.
    package var createdAt: Date
    /// When it may first be taken up.
    package var due: Date
    /// By which the client knows the request, beside the order's number.
    package var idempotencyKey: IdempotencyKey?
    /// How it came here, as JSON text; nil: nothing is said.
    package var origin: [UInt8]?
    /// The task that starts it; nil when a client asks for it.
    ///
    /// An order that is there already is linked with the task when it `joins` it, and one that has ended answers it at once.
    package var parent: ParentLink?
    /// Whether it is refused unless it was accepted before.
    package var isRefusedIfNew = false
}

extension NewOrder {
    /// An order that may be taken up at once.
    package init(id: OrderID, input: [UInt8], workflow: Workflow.ID, createdAt: Date) {
        self.init(
            id: id,
            input: input,
            workflow: workflow,
            createdAt: createdAt,
            due: createdAt
        )
    }
}
