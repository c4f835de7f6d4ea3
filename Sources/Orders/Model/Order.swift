package import FoundationEssentials

/// An order as it stands: what was asked for and what has become of it.
package struct Order: Sendable, Equatable {
    package var id: OrderID
    package var status: OrderStatus
    /// What the client sent, as JSON text.
    package var input: [UInt8]
    /// The workflow definition that it runs on.
    package var workflow: Workflow.ID
    /// When it was accepted.
    package var createdAt: Date
    /// When its workflow began.
    package var startedAt: Date?
    /// When its workflow ended.
    package var finishedAt: Date?
    /// When it may next be taken up; nil while it is worked on, held or finished.
    package var due: Date?
    /// The gate that it waits for; nil when it waits for none.
    package var gate: String?
    /// The state that it is in or was last in.
    package var state: String?
    /// How often it was taken up, and how that ended.
    package var attempts = Attempts()
    /// What its workflow made of the input, as JSON text.
    package var output: [UInt8]?
    /// The error that ended or holds it.
    package var error: String?
    package var cause: String?
    /// Its e-mails and notices.
    package var deliveries: [Delivery] = []
    /// How it came here, as JSON text; nil: nothing is said.
    package var origin: [UInt8]?
    /// The tasks that have started it; none for one that a client has asked for.
    package var parents: [ParentLink] = []
    /// The orders that its tasks have started, the first `Order.maximumChildren` of them.
    package var children: [OrderID] = []
    /// How often it was run again after its end.
    package var redrives = 0
    /// When its customer's data were erased.
    package var erasedAt: Date?
    /// What of it is damaged in the store and left out here; nil when nothing is known to be.
    package var damage: String?
    /// The ends of the process while it was running.
    package var crashes: [Crash] = []
    /// What was done to it beside its workflow.
    package var audit: [AuditEntry] = []
}

extension Order {
    /// The order as it stands at first, and as who asked for it is told: its origin is left out, for who repeats it under its
    /// key is answered alike, wherever that came from.
    // Through the initializer of all members: one that sets them one by one copies the whole at its end, which is dear for so
    // many (Swift 6.3).
    package init(accepted order: NewOrder) {
        self.init(
            id: order.id,
            status: .queued,
            input: order.input,
            workflow: order.workflow,
            createdAt: order.createdAt,
            due: order.due
        )
    }

    /// So many orders that an order has started are told with it.
    package static let maximumChildren = 100

    /// How far it is, where an order tells of it.
    package mutating func take(_ life: LifeCycle) {
        status = life.status
        startedAt = life.startedAt
        finishedAt = life.finishedAt
        due = life.due
        gate = life.gate
        state = life.state
        attempts = life.attempts
        redrives = life.redrives
        erasedAt = life.erasedAt
    }

    /// How it ended, or why it is held.
    package mutating func take(_ ending: Ending?) {
        (output, error, cause) = (ending?.output, ending?.error, ending?.cause)
    }
}
