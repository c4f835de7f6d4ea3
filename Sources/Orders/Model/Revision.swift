public import FoundationEssentials

/// How an order stands when somebody wants to change it from outside its workflow's course.
public struct Standing: Sendable {
    /// The order.
    public var order: Order
    /// Its execution when it was last recorded; nil before its first state and after success.
    public var snapshot: [UInt8]?
    /// The id of its last history event; 0 when it has none.
    public var lastEvent: Int
    /// Whether it is held because the process ended too often while it ran.
    public var isQuarantined: Bool
    /// Grows with every claim and with every change from outside.
    public var fence: Int64

    /// An order that stands so.
    public init(
        order: Order,
        snapshot: [UInt8]?,
        lastEvent: Int,
        isQuarantined: Bool,
        fence: Int64
    ) {
        self.order = order
        self.snapshot = snapshot
        self.lastEvent = lastEvent
        self.isQuarantined = isQuarantined
        self.fence = fence
    }

    /// Whether what was decided about the other holds for this one too.
    func isAs(_ other: Standing) -> Bool {
        fence == other.fence && lastEvent == other.lastEvent
            && order.status == other.order.status && order.erasedAt == other.order.erasedAt
            && order.deliveries.map(\.status) == other.order.deliveries.map(\.status)
    }
}

/// What is to become of an order.
public enum Verdict: Sendable {
    /// It is changed.
    case revise(Revision)
    /// It stays as it is.
    case refuse(Refusal)

    /// Why an order stays as it is.
    public enum Refusal: Sendable, Hashable {
        /// It has come to its end.
        case ended
        /// It has not come to its end.
        case notEnded
        /// It has succeeded: there is nothing to run again.
        case succeeded
        /// It is held for an uncertain delivery, about which a person decides.
        case awaitsDecision
        /// Its customer's data are gone.
        case erased
        /// What is stored of it is damaged: it can be stopped, or run from the start with its input given anew.
        case damaged
        /// The definition that was asked for cannot take it up; this is why.
        case unfit(String)
        /// It is being changed by others again and again.
        case busy
    }
}

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

/// What became of the wish to change an order.
public enum Revised: Sendable, Equatable {
    /// It is changed; this is how it stands now.
    case changed(Order)
    /// It stays as it is, and why.
    case refused(Verdict.Refusal, Order)
    /// There is no such order.
    case unknown
}
