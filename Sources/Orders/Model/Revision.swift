package import FoundationEssentials

/// A change of an order from outside its workflow's course.
package struct Revision: Sendable {
    /// The status after it.
    package var status: OrderStatus
    /// When the order is due after it; nil unless it runs.
    package var due: Date?
    /// What is added to its history.
    package var history: [RecordedEvent]
    /// Its new position; nil leaves the one that it has.
    package var snapshot: [UInt8]?
    /// Its new input; nil leaves the one that it has.
    package var input: [UInt8]?
    /// The definition that it runs on from now; nil leaves the one that it has.
    package var workflow: Workflow.ID?
    /// How it ended; nil when it goes on.
    package var ending: Ending?
    /// The tasks whose ends are told from outside after it; nil leaves them.
    package var openTasks: [TaskOpening]?
    /// Whether it is a redrive: it is counted, and attempts count anew.
    package var isRedrive = false
    /// The bulk redrive that it is a part of: the store counts it there, in the same transaction.
    ///
    /// So neither a crash in between nor a clock set back has an order done twice, or left out of the count.
    package var bulk: Int64?
    /// Whether nothing is changed but that all it holds of its customer goes; only of an order that has ended.
    package var isErasure = false
    package var audit: AuditEntry

    package init(
        to status: OrderStatus,
        due: Date?,
        history: [RecordedEvent],
        snapshot: [UInt8]?,
        audit: AuditEntry
    ) {
        self.status = status
        self.due = due
        self.history = history
        self.snapshot = snapshot
        self.audit = audit
    }
}
