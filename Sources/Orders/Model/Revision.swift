public import FoundationEssentials

/// A change of an order from outside its workflow's course.
public struct Revision: Sendable {
    /// The status after it.
    public var status: OrderStatus
    /// When the order is due after it; nil unless it runs.
    public var due: Date?
    /// What is added to its history.
    public var history: [RecordedEvent]
    /// Its new position; nil leaves the one that it has.
    public var snapshot: [UInt8]?
    /// Its new input; nil leaves the one that it has.
    public var input: [UInt8]?
    /// The definition that it runs on from now; nil leaves the one that it has.
    public var workflow: Workflow.ID?
    /// How it ended; nil when it goes on.
    public var ending: Ending?
    /// Whether it is a redrive: it is counted, and attempts count anew.
    public var isRedrive = false
    /// The bulk redrive that it is a part of: the store counts it there, in the same transaction.
    ///
    /// So neither a crash in between nor a clock set back has an order done twice, or left out of the count.
    public var bulk: Int64?
    /// Whether nothing is changed but that all it holds of its customer goes; only of an order that has ended.
    public var isErasure = false
    /// What is written about it.
    public var audit: AuditEntry

    /// A change to that status.
    public init(
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
