package import FoundationEssentials

/// Where orders live: the verbs of an order's path, from its acceptance to its end.
///
/// Every verb is one transaction; when it returns, its change has survived a power cut. A store never runs anything and
/// judges nothing: it reads how an order stands, asks a value of `LifeCycle` or of the ledger what becomes of it, and
/// writes that. What is stored and not as it was written is found when it is read: its order is held with the evidence,
/// and whoever asked for it is told `StoreError.damaged`.
///
/// A store object is one node's hand. Whether several nodes may work on the same orders is the adapter's to say; the
/// sentences below hold in either case. `StoreConformance` has facts for them, which every adapter keeps; what is about
/// damage is tested with the adapter, since only it knows its disk.
package protocol OrderStore: AnyObject, Sendable {
    /// The name of the node whose hand this is: every lease that it gives is held by that node.
    var node: String { get }

    /// Keeps the definition under its id; the same one again changes nothing.
    func register(_ workflow: Workflow) async throws

    /// A definition that was registered, or nil.
    func workflow(_ id: Workflow.ID) async throws -> WorkflowText?

    /// Accepts an order, or answers the one that already has its id. Never two under one id.
    ///
    /// An order with an idempotency key that was accepted before, after a restart too, is answered with the order of
    /// that time; under another body the key is refused. Keys are kept until `prune` lets them go. One that is to be refused
    /// when it is new is answered `refused` then, and leaves no trace.
    func submit(_ order: NewOrder) async throws -> Submission

    /// Leases orders whose due time has come, and counts a started run for each.
    ///
    /// Fresh orders and those that go on after a wait are each served oldest first; while both are there,
    /// neither gets less than half of the limit, and an odd place goes to whoever is due longer. Of those that wait for a gate
    /// as many are leased as it has room for, and besides those whose timer's time has come. No order is leased twice at a
    /// time, by whatever node. What `ClaimRequest.begin` answers for an order is recorded in the same transaction.
    ///
    /// A lease holds until it is given up, until somebody revises the order, or until its node is gone: it has started
    /// anew, or has not prolonged the lease until its end. An order whose lease ended with its node is due at once, a
    /// crash is counted for it, it bears its share of the blame among all that the node had leased, and what it was sending
    /// is uncertain. A store that one process alone writes may let its leases hold for as long as that lives.
    func claim(_ request: ClaimRequest) async throws -> [Claim]

    /// Moves the end of leases that still hold; says which have been lost.
    func prolong(_ leases: [Lease], until: Date) async throws -> [Lease]

    /// Writes what an order's run has come to: the outcome of a send, the new position, the next intent; together, or
    /// nothing of it.
    ///
    /// The outcome of a send is kept even when the lease is lost: it happened; but once a later lease has begun an
    /// attempt of its own, only that this one was accepted. For all else the lease must hold: else `StoreError.leaseLost`
    /// is thrown, or `StoreError.answered` when the move has not heard of an answer. A store that can begin nothing new keeps the outcome too, and throws `StoreError.unavailable`.
    ///
    /// Answers the ledger's entry for the intent as it was before; nil means that there was none. Of a delivery that is
    /// `sent` or `uncertain`, or `intended` by a run that has ended, nothing changes but that the last becomes
    /// `uncertain`: the caller must not send on it.
    @discardableResult
    func record(_ step: Step, under lease: Lease) async throws -> Delivery?

    /// The answers for the order of that lease that no recorded move has taken in, in order of their numbers.
    ///
    /// They come by `TaskStore.answer`, and with the end of an order that a task of this one has started; a claim has those
    /// that were there then.
    func answers(under lease: Lease) async throws -> [TaskAnswer]

    /// Gives an order back unfinished, due at that time, and counts it as handed back.
    func handBack(_ lease: Lease, due: Date) async throws

    /// The order of that id as it stands, with its deliveries, or nil.
    func order(_ id: OrderID) async throws -> Order?

    /// A page of the orders that an order's tasks have started, those behind a place (0: from the first); an empty one for an
    /// order that is not there.
    func children(of order: OrderID, after place: Int64, limit: Int) async throws -> ChildPage

    /// The order of the first task that waits for that order's end; nil when none does.
    func awaitingParent(of order: OrderID) async throws -> OrderID?

    /// How the order of that id stands for somebody who wants to change it, or nil.
    func standing(_ id: OrderID) async throws -> Standing?

    /// Changes an order from outside its workflow's course, as `decide` says when it is told how the order stands.
    ///
    /// Whoever held a lease of the order has lost it. What is decided, it is decided and written in one
    /// transaction, audit entry included; a refusal changes nothing. What a revision erases is overwritten where it
    /// stood, and gone from everywhere with the next `finishErasing`. `decide` must be quick and may be called again.
    func revise(
        _ id: OrderID,
        _ decide: @escaping @Sendable (Standing) -> Verdict
    ) async throws -> Revised

    /// When it returns, what revisions have erased is gone from logs and journals of the store too.
    func finishErasing() async throws

    /// Applies a person's decision to an uncertain delivery and makes its held order due.
    ///
    /// Of a delivery that is not uncertain nothing changes, nor can one be sent again whose order has ended.
    /// With a number of attempts only that one is decided about: one that was sent again meanwhile stays as it is.
    /// An order that is quarantined stays held. Who decided, when and why is kept.
    func decide(
        _ delivery: Int64,
        _ decision: Delivery.Decision,
        after attempts: Int?,
        by operator: Operator,
        at now: Date
    ) async throws
        -> DecisionResult

    /// Has a provider's news of a delivery join an order's story, as `decide` says when it is told how the order stands; nil
    /// sets them aside.
    ///
    /// The same news twice change nothing the second time, nor do more than `DeliveryNews.maximumCount` of an order. An uncertain delivery that they settle is sent from then on, and
    /// an order that is held for it goes on. `decide` must be quick and may be called again.
    func note(
        of order: OrderID,
        _ decide: @escaping @Sendable (Order) -> DeliveryNews?
    ) async throws -> NewsResult

    /// What the queue as a whole was last told to do; that outlives the process.
    func queueMode() async throws -> QueueMode

    /// Keeps what the queue as a whole is to do, and who said so; answers a number that grows with each such change.
    func setQueueMode(
        _ mode: QueueMode,
        by operator: Operator,
        at now: Date
    ) async throws -> Int64

    /// How many orders are accepted and not finished; answers at once.
    ///
    /// It is true as of this node's last commit. What other nodes have done since is in it within some seconds, so a
    /// limit that it guards can be passed by what arrives in that time.
    var backlog: Int { get }

    /// When the next order falls due that nobody works on; of those that wait for a gate a timer's time counts. nil when
    /// there is none.
    func nextDue() async throws -> Date?
}

extension OrderStore {
    /// Writes an order's new position, its new history events and what comes next.
    package func record(_ move: Move, under lease: Lease) async throws {
        try await record(Step(move: move), under: lease)
    }

    /// Writes that a delivery is about to be sent, and answers its entry as it was before; nil means that it is new.
    package func intend(
        _ intent: Delivery.Intent,
        at now: Date,
        under lease: Lease
    ) async throws -> Delivery? {
        try await record(Step(intent: intent, at: now), under: lease)
    }

    /// Writes how the attempt to send ended.
    package func conclude(
        _ key: Delivery.Key,
        _ outcome: Delivery.Outcome,
        at now: Date,
        under lease: Lease
    ) async throws {
        try await record(Step(Conclusion(key, outcome, at: now)), under: lease)
    }
}

extension OrderStore {
    /// Decides about a delivery whatever its attempt.
    package func decide(
        _ delivery: Int64,
        _ decision: Delivery.Decision,
        by operator: Operator,
        at now: Date
    ) async throws -> DecisionResult {
        try await decide(delivery, decision, after: nil, by: `operator`, at: now)
    }
}
