package import FoundationEssentials

/// What a change writes of an order: an adapter writes all of it in the transaction in which it asked for it.
package struct OrderEdit: Sendable, Equatable {
    package var life: LifeCycle
    /// Its position.
    package var snapshot = Part<[UInt8]>.kept
    package var input = Part<[UInt8]>.kept
    package var ending = Part<Ending>.kept
    /// The definition that it runs on from now; nil leaves the one that it has.
    package var workflow: Workflow.ID?
    /// What is added to its history.
    package var history: [RecordedEvent] = []
    /// What is added to its crashes.
    package var crash: Crash?
    /// What is added to its audit.
    package var audit: AuditEntry?
    /// When its deliveries are given up that still wait, since it has ended; nil: they go on.
    package var givesUpAt: Date?
    /// The tasks whose ends are told from outside; nil leaves them.
    ///
    /// The others are closed, and their answers go.
    package var openTasks: [TaskOpening]?
    /// The bulk redrive that counts it.
    package var bulk: Int64?
    /// Whether all that it holds of its customer goes.
    ///
    /// That is input, output, position, history, the causes of errors, and what the ledger, the keys and the audit say in
    /// words. What is erased is overwritten where it stood.
    package var isErasure = false

    package init(_ life: LifeCycle) { self.life = life }

    /// What becomes of one part of an order.
    package enum Part<Value: Sendable & Equatable>: Sendable, Equatable {
        case kept
        case replaced(Value)
        case removed
    }
}
