public import FoundationEssentials

/// An order as it stands: what was asked for and what has become of it.
public struct Order: Sendable, Equatable {
    public var id: OrderID
    /// Where it is on its way.
    public var status: OrderStatus
    /// What the client sent, as JSON text.
    public var input: [UInt8]
    /// The workflow definition that it runs on.
    public var workflow: Workflow.ID
    /// When it was accepted.
    public var createdAt: Date
    /// When its workflow began.
    public var startedAt: Date?
    /// When its workflow ended.
    public var finishedAt: Date?
    /// When it may next be taken up; nil while it is worked on, held or finished.
    public var due: Date?
    /// The state that it is in or was last in.
    public var state: String?
    /// How often it was taken up, and how that ended.
    public var attempts: Attempts
    /// What its workflow made of the input, as JSON text.
    public var output: [UInt8]?
    /// The error that ended or holds it.
    public var error: String?
    /// What is known about that error.
    public var cause: String?
    /// Its e-mails and notices.
    public var deliveries: [Delivery]
    /// How often it was run again after its end.
    public var redrives = 0
    /// When its customer's data were erased.
    public var erasedAt: Date?
    /// What of it is damaged in the store and left out here; nil when nothing is known to be.
    public var damage: String?
    /// The ends of the process while it was running.
    public var crashes: [Crash] = []
    /// What was done to it beside its workflow.
    public var audit: [AuditEntry] = []

    /// An order just accepted.
    public init(accepted order: NewOrder) {
        id = order.id
        status = .queued
        input = order.input
        workflow = order.workflow
        createdAt = order.createdAt
        due = order.due
        attempts = Attempts()
        deliveries = []
    }
}

extension Order {
    /// How far it is, where an order tells of it.
    public mutating func take(_ life: LifeCycle) {
        status = life.status
        startedAt = life.startedAt
        finishedAt = life.finishedAt
        due = life.due
        state = life.state
        attempts = life.attempts
        redrives = life.redrives
        erasedAt = life.erasedAt
    }

    /// How it ended, or why it is held.
    public mutating func take(_ ending: Ending?) {
        (output, error, cause) = (ending?.output, ending?.error, ending?.cause)
    }
}
