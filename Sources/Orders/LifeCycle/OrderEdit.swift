/// What a change writes of an order: an adapter writes all of it in the transaction in which it asked for it.
public struct OrderEdit: Sendable, Equatable {
    public var life: LifeCycle
    /// Its position.
    public var snapshot = Part<[UInt8]>.kept
    public var input = Part<[UInt8]>.kept
    public var ending = Part<Ending>.kept
    /// The definition that it runs on from now; nil leaves the one that it has.
    public var workflow: Workflow.ID?
    /// What is added to its history.
    public var history: [RecordedEvent] = []
    /// What is added to its crashes.
    public var crash: Crash?
    /// What is added to its audit.
    public var audit: AuditEntry?
    /// The bulk redrive that counts it.
    public var bulk: Int64?
    /// Whether all that it holds of its customer goes.
    ///
    /// That is input, output, position, history, the causes of errors, and what the ledger, the keys and the audit say in
    /// words. What is erased is overwritten where it stood.
    public var isErasure = false

    public init(_ life: LifeCycle) { self.life = life }

    /// What becomes of one part of an order.
    public enum Part<Value: Sendable & Equatable>: Sendable, Equatable {
        case kept
        case replaced(Value)
        case removed
    }
}
