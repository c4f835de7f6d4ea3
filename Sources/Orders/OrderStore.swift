public import FoundationEssentials

/// Where orders, their history and the delivery ledger live.
///
/// Every verb is one transaction; when it returns, its change has survived a power cut. A store never runs
/// anything: it is asked. What is stored and not as it was written is found when it is read: its order is held with the
/// evidence, and whoever asked for it is told `StoreError.damaged`. `StoreConformance` tests each sentence of this contract on every adapter.
public protocol OrderStore: AnyObject, Sendable {
    /// Keeps the definition under its id; the same one again changes nothing.
    func register(_ workflow: Workflow) async throws

    /// A definition that was registered, or nil.
    func workflow(_ id: Workflow.ID) async throws -> WorkflowText?

    /// Accepts an order, or answers the one that already has its number. Never two under one number.
    ///
    /// An order with an idempotency key that was accepted before, after a restart too, is answered with the order of
    /// that time; under another body the key is refused. Keys are kept until `prune` lets them go.
    func submit(_ order: NewOrder) async throws -> Submission

    /// Leases orders whose due time has come, and counts a started run for each.
    ///
    /// Fresh orders and those that go on after a wait are each served oldest first; while both are there,
    /// neither gets less than half of the limit, and an odd place goes to whoever is due longer. Of those that wait for a gate
    /// as many are leased as it has room for, and besides those whose timer's time has come. No order is leased twice at a
    /// time.
    func claim(_ request: ClaimRequest) async throws -> [Claim]

    /// Moves the end of leases that still hold; says which have been lost.
    func prolong(_ leases: [Lease], until: Date) async throws -> [Lease]

    /// Writes an order's new position, its new history events and what comes next.
    ///
    /// Throws `StoreError.leaseLost` and changes nothing when the lease does not hold any more.
    func record(_ move: Move, under lease: Lease) async throws

    /// How the order of that number stands for somebody who wants to change it, or nil.
    func standing(_ number: OrderNumber) async throws -> Standing?

    /// Changes an order from outside its workflow's course, as `decide` says when it is told how the order stands.
    ///
    /// Whoever held a lease of the order has lost it. What is decided, it is decided and written in one
    /// transaction, audit entry included; a refusal changes nothing. `decide` must be quick and may be called again.
    func revise(
        _ number: OrderNumber,
        _ decide: @escaping @Sendable (Standing) -> Verdict
    ) async throws -> Revised

    /// Erases what the order of a customer holds: input, output, position, history, the texts of its deliveries, and what
    /// people wrote when they intervened.
    ///
    /// Number, status, times, counts, message ids, and who did what and when, stay. An order that has not ended is
    /// refused. What is erased is overwritten where it stood.
    func erase(_ number: OrderNumber, by operator: Operator, at now: Date) async throws -> Revised

    /// Gives an order back unfinished, due at that time, and counts it as handed back.
    func handBack(_ lease: Lease, due: Date) async throws

    /// Writes that a delivery is about to be sent, and answers its entry as it was before.
    ///
    /// Of a delivery that is `sent` or `uncertain`, or `intended` by a run that has ended, nothing changes
    /// but that the last becomes `uncertain`: the caller must not send on it. nil means the entry is new.
    /// Throws `StoreError.leaseLost` when the lease does not hold.
    func intend(
        _ intent: Delivery.Intent,
        at now: Date,
        under lease: Lease
    ) async throws
        -> Delivery?

    /// Writes how the attempt to send ended. It is kept even when the lease is lost: it happened; but once a later lease has
    /// begun an attempt of its own, only that this one was accepted.
    func conclude(
        _ key: Delivery.Key,
        _ outcome: Delivery.Outcome,
        at now: Date,
        under lease: Lease
    ) async throws

    /// Applies a person's decision to an uncertain delivery and makes its held order due.
    ///
    /// Of a delivery that is not uncertain nothing changes, nor can one be sent again whose order has ended.
    /// An order that is quarantined stays held. Who decided, when and why is kept.
    func decide(
        _ delivery: Int64,
        _ decision: Delivery.Decision,
        by operator: Operator,
        at now: Date
    ) async throws
        -> DecisionResult

    /// The order of that number as it stands, with its deliveries, or nil.
    func order(_ number: OrderNumber) async throws -> Order?

    /// History events of an order in order of their ids, those after `id` first; nil without such an order.
    func history(of number: OrderNumber, after id: Int, limit: Int) async throws -> HistoryPage?

    /// Orders, newest first, without their inputs, outputs and deliveries.
    ///
    /// A page may hold fewer than asked for, and none at all, while more follow: a filter that means few orders looks
    /// at a bounded number of them at a time. All pages together hold each order that was there at the first and is
    /// meant throughout once, whatever arrives in between.
    func list(_ query: OrderQuery) async throws -> OrderPage

    /// Ledger entries of one status, newest first, at most `limit`.
    func deliveries(_ status: Delivery.Status, limit: Int) async throws -> [Delivery]

    /// Deletes orders that have ended, the longest ended first, with all that belongs to them; answers how many.
    ///
    /// Those that ended before `endedBefore` go, and as many as there are beyond `keeping`; at most `limit` of them,
    /// so that the transaction stays small. A number whose order is deleted can be given again. What was noted about the
    /// queue as a whole, and bulk redrives that have ended, go when they are as old.
    func prune(_ request: PruneRequest) async throws -> Int

    /// Which ended orders a bulk redrive would mean, those after `place` first, at most `limit` of them named.
    func match(
        _ filter: BulkRedrive.Filter,
        after place: Int64,
        limit: Int
    ) async throws -> BulkMatch

    /// Keeps a bulk redrive, and answers it with its number and the count of what it means now.
    func begin(_ bulk: BulkRedrive) async throws -> BulkRedrive

    /// The bulk redrives, newest first.
    func bulkRedrives(limit: Int) async throws -> [BulkRedrive]

    /// The bulk redrives that run, oldest first.
    func runningBulkRedrives(limit: Int) async throws -> [BulkRedrive]

    /// The bulk redrive of that number, or nil.
    func bulkRedrive(_ bulk: Int64) async throws -> BulkRedrive?

    /// The next orders of a bulk redrive that runs: those after the last that was redriven or refused.
    func nextSlice(of bulk: Int64, limit: Int) async throws -> [BulkMatch.Place]

    /// Notes how a bulk redrive goes on; one that does not run any more stays as it is.
    func advance(_ bulk: Int64, _ progress: BulkProgress) async throws

    /// Ends a bulk redrive that runs; nil when there is none of that number.
    func cancelBulk(_ bulk: Int64, by operator: Operator, at now: Date) async throws -> BulkRedrive?

    /// What the queue as a whole was last told to do; that outlives the process.
    func queueMode() async throws -> QueueMode

    /// Keeps what the queue as a whole is to do, and who said so; answers a number that grows with each such change.
    func setQueueMode(
        _ mode: QueueMode,
        by operator: Operator,
        at now: Date
    ) async throws -> Int64

    /// The counts and ages that health and metrics show.
    func summary(at now: Date) async throws -> StoreSummary

    /// Grows whenever an order that had ended is changed or deleted, before the change is answered; answers at once.
    ///
    /// What was read of an ended order after this was asked for is true for as long as it is the same.
    var endedRevision: Int { get }

    /// How many orders are accepted and not finished, as of the last commit; answers at once.
    var backlog: Int { get }

    /// When the next order falls due that nobody works on; of those that wait for a gate a timer's time counts. nil when
    /// there is none.
    func nextDue() async throws -> Date?
}

/// What `submit` made of an order.
public enum Submission: Sendable, Equatable {
    /// It is accepted and on disk.
    case accepted
    /// There was an order of that number; this is how it stands.
    case existing(Order)
    /// The idempotency key was used for this order, with this body; this is how it stands.
    case repeated(Order)
    /// The idempotency key stands for another body.
    case keyTaken
}

/// What became of a decision about a delivery.
public enum DecisionResult: Sendable, Equatable {
    /// It is applied; this is the entry now.
    case applied(Delivery)
    /// There was nothing to decide; this is the entry.
    case notUncertain(Delivery)
    /// It cannot be sent again, because its order has ended; this is the entry.
    case orderEnded(Delivery)
    /// There is no such delivery.
    case unknown
}

/// The right to move one order, from a claim to its end.
public struct Lease: Sendable, Hashable {
    /// The order's place in the store.
    public var order: Int64
    /// The order's number, for people.
    public var number: OrderNumber
    /// Grows with every claim of that order, so that an old holder is recognised.
    public var fence: Int64

    /// The right given with that fencing number.
    public init(order: Int64, number: OrderNumber, fence: Int64) {
        self.order = order
        self.number = number
        self.fence = fence
    }
}

/// How many orders to lease, and for how long.
public struct ClaimRequest: Sendable {
    /// The most orders to lease.
    public var limit: Int
    /// The time by which an order must be due.
    public var now: Date
    /// How long the leases hold unless they are prolonged.
    public var until: Date
    /// How many of the orders that wait for a gate may be leased, by the gate's name; for others there is no such limit.
    public var rooms: [String: Int]

    /// A request for that many orders.
    public init(limit: Int, now: Date, until: Date, rooms: [String: Int] = [:]) {
        self.rooms = rooms
        self.limit = limit
        self.now = now
        self.until = until
    }
}

/// A leased order with all that its runner needs.
public struct Claim: Sendable {
    /// The right to move it.
    public var lease: Lease
    /// The workflow definition that it runs on.
    public var workflow: Workflow.ID
    /// What its client sent, as JSON text.
    public var input: [UInt8]
    /// Its execution when it was last recorded; nil before its first state.
    public var snapshot: [UInt8]?
    /// When it was accepted.
    public var createdAt: Date
    /// How often it was taken up, this time included.
    public var attempts: Attempts
    /// The gate that it has waited for; nil when it waited for none.
    public var gate: String?

    /// A leased order.
    public init(
        lease: Lease,
        workflow: Workflow.ID,
        input: [UInt8],
        snapshot: [UInt8]?,
        createdAt: Date,
        attempts: Attempts
    ) {
        self.lease = lease
        self.workflow = workflow
        self.input = input
        self.snapshot = snapshot
        self.createdAt = createdAt
        self.attempts = attempts
    }
}

/// One recorded step of an order.
public struct Move: Sendable {
    /// The execution after the step.
    public var snapshot: [UInt8]
    /// The state that it is in or was last in.
    public var state: String?
    /// The history events of the step, in order.
    public var history: [RecordedEvent]
    /// How many task attempts failed in it.
    public var failures: Int
    /// What comes next.
    public var next: Next
    /// When it happened.
    public var at: Date

    /// What comes after a step.
    public enum Next: Sendable {
        /// The runner goes on under the same lease.
        case proceed
        /// Nothing to do until then, nor before the named gate has room, unless the time of a timer of the workflow's
        /// own comes before: the lease ends. There is a timer only beside a gate.
        case sleep(until: Date, gate: String? = nil, timer: Date? = nil)
        /// A person has to decide about a delivery: the lease ends. Was it decided just now, the order goes on.
        case hold(reason: String)
        /// The workflow has ended: the lease ends.
        case end(Ending)
    }

    /// A step with its consequences.
    public init(
        snapshot: [UInt8],
        state: String?,
        history: [RecordedEvent],
        failures: Int,
        next: Next,
        at now: Date
    ) {
        self.snapshot = snapshot
        self.state = state
        self.history = history
        self.failures = failures
        self.next = next
        at = now
    }
}

/// How a workflow ended.
public struct Ending: Sendable {
    /// One of the final statuses.
    public var status: OrderStatus
    /// What it made, as JSON text, when it succeeded.
    public var output: [UInt8]?
    /// The error's name when it did not.
    public var error: String?
    /// What is known about that error.
    public var cause: String?

    /// An end of that kind.
    public init(status: OrderStatus, output: [UInt8]?, error: String?, cause: String?) {
        self.status = status
        self.output = output
        self.error = error
        self.cause = cause
    }
}

/// A history event as it is kept: its id and its JSON text in AWS's shape.
public struct RecordedEvent: Sendable, Equatable {
    /// Counts from 1 within an order.
    public var id: Int
    /// The event as JSON text without line breaks.
    public var json: [UInt8]

    /// An event of that id.
    public init(id: Int, json: [UInt8]) {
        self.id = id
        self.json = json
    }
}

/// A part of an order's history.
public struct HistoryPage: Sendable, Equatable {
    /// The events, in order of their ids.
    public var events: [RecordedEvent]
    /// Whether later events exist.
    public var hasMore: Bool

    /// A part with those events.
    public init(events: [RecordedEvent], hasMore: Bool) {
        self.events = events
        self.hasMore = hasMore
    }
}

/// Which ended orders are to go.
public struct PruneRequest: Sendable {
    /// Those that ended before this.
    public var endedBefore: Date
    /// How many ended orders may stay.
    public var keeping: Int
    /// The most to delete at once.
    public var limit: Int
    /// Idempotency keys that are older go too; nil: they stay.
    public var keysBefore: Date?

    /// A request for those.
    public init(endedBefore: Date, keeping: Int, limit: Int) {
        self.endedBefore = endedBefore
        self.keeping = keeping
        self.limit = limit
    }
}

/// Which orders to list.
public struct OrderQuery: Sendable {
    /// Only those that it means.
    public var filter: OrderFilter
    /// Only those accepted before the order at this place; nil from the newest.
    public var before: Int64?
    /// The most to list.
    public var limit: Int

    /// A query for that many orders.
    public init(_ filter: OrderFilter = OrderFilter(), before: Int64? = nil, limit: Int) {
        self.filter = filter
        self.before = before
        self.limit = limit
    }
}

/// A part of a list of orders.
public struct OrderPage: Sendable {
    /// The orders, newest first.
    public var orders: [Order]
    /// The place from which the next page goes on; nil at the end.
    public var next: Int64?

    /// A page with those orders.
    public init(orders: [Order], next: Int64?) {
        self.orders = orders
        self.next = next
    }
}

/// The counts and ages that health and metrics show.
public struct StoreSummary: Sendable, Equatable {
    /// How many orders there are of each status.
    public var orders: [OrderStatus: Int]
    /// How many deliveries there are of each status.
    public var deliveries: [Delivery.Status: Int]
    /// How many of the held orders are quarantined.
    public var quarantined = 0
    /// How many orders are known to be damaged and nobody has decided about.
    public var damaged = 0
    /// That the store is a copy of an earlier time, as long as orders are held for it; nil when none is.
    public var restoration: Restoration?
    /// How many orders are due at a later time, counted up to `StoreSummary.maximumCount`.
    public var dueLater = 0
    /// How many orders wait for a gate, by its name, counted up to `StoreSummary.maximumCount`.
    public var waiting: [String: Int] = [:]
    /// How many bytes of the store are free to be used again.
    public var free = 0
    /// When the oldest order that is queued and due was accepted.
    public var oldestQueued: Date?
    /// How large the store is, in bytes.
    public var size: Int

    /// Beyond this nothing is counted one by one.
    public static let maximumCount = 10_000

    /// A summary of an empty store.
    public init() {
        orders = [:]
        deliveries = [:]
        size = 0
    }

    /// How many orders are accepted and not finished.
    public var backlog: Int {
        orders.reduce(0) { $1.key.isFinal ? $0 : $0 + $1.value }
    }
}

/// Why a store did not do what it was asked.
public enum StoreError: Error, Equatable, CustomStringConvertible {
    /// The order has been leased anew, stopped or finished since.
    case leaseLost(OrderNumber)
    /// The store cannot write; it says why. Nothing was acknowledged.
    case unavailable(String)
    /// What was asked for is stored and not as it was written; the words say what. It is held and never acted upon.
    case damaged(String)

    /// What happened, for people.
    public var description: String {
        switch self {
        case .leaseLost(let number): "the lease of order \(number) does not hold any more"
        case .unavailable(let reason): "the store is unavailable: \(reason)"
        case .damaged(let what): "damaged in the store: \(what)"
        }
    }
}
