public import FoundationEssentials

/// An order that a client asks for, valid and not yet accepted.
public struct NewOrder: Sendable, Equatable {
    public var id: OrderID
    /// What the client sent, as JSON text.
    public var input: [UInt8]
    /// The workflow definition that it shall run on.
    public var workflow: Workflow.ID
    /// When it is accepted.
    public var createdAt: Date
    /// When it may first be taken up.
    public var due: Date
    /// By which the client knows the request, beside the order's number.
    public var idempotencyKey: IdempotencyKey?

    /// An order that may be taken up at once.
    public init(id: OrderID, input: [UInt8], workflow: Workflow.ID, createdAt: Date) {
        self.id = id
        self.input = input
        self.workflow = workflow
        self.createdAt = createdAt
        due = createdAt
    }
}
