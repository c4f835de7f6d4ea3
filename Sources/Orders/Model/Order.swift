public import FoundationEssentials

/// An order as it stands: what was asked for and what has become of it.
public struct Order: Sendable, Equatable {
    /// Its number.
    public var number: OrderNumber
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
        number = order.number
        status = .queued
        input = order.input
        workflow = order.workflow
        createdAt = order.createdAt
        due = order.due
        attempts = Attempts()
        deliveries = []
    }
}

/// How often an order was taken up, and how that ended; each fact is counted apart.
public struct Attempts: Sendable, Equatable {
    /// Runs begun.
    public var started = 0
    /// Task attempts that failed.
    public var failed = 0
    /// Runs that the end of the process cut off.
    public var crashed = 0
    /// Runs given back unfinished at a shutdown.
    public var handedBack = 0

    /// No run yet.
    public init() {}
}

/// An order that a client asks for, valid and not yet accepted.
public struct NewOrder: Sendable, Equatable {
    /// Its number.
    public var number: OrderNumber
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
    public init(number: OrderNumber, input: [UInt8], workflow: Workflow.ID, createdAt: Date) {
        self.number = number
        self.input = input
        self.workflow = workflow
        self.createdAt = createdAt
        due = createdAt
    }
}
