import FoundationEssentials
import Orders
import Synchronization

/// A store in memory, as small as its contract allows: what a simulation runs on, and restarts from.
///
/// It keeps the contract of `StoreConformance`. Each verb first lets others run, so that a seed decides about the order
/// of what happens at the same time; then it is done in one go, as a transaction is.
final class ModelStore: OrderStore, OrderReader, RetentionStore {
    let disk: Disk
    let node: String
    private let boot: Int64
    /// Called before each verb; a simulation lets other tasks run there, or ends the process.
    private let pause: @Sendable () async throws -> Void

    /// What outlives the process.
    final class Disk: Sendable {
        let state = Mutex(ModelState())

        /// For one node, or for several, whose leases end with their time.
        init(forSeveralNodes: Bool = false) {
            state.withLock { $0.leasesEnd = forSeveralNodes }
        }
    }

    init(
        _ disk: Disk,
        node: String = "only",
        at now: Date,
        pause: @escaping @Sendable () async throws -> Void = {}
    ) {
        self.disk = disk
        self.node = node
        self.pause = pause
        boot = disk.state.withLock { $0.boot(node, at: now) }
    }

    func change<Value: Sendable>(
        _ body: @Sendable (inout ModelState) throws -> Value
    ) async throws -> Value {
        try await pause()
        let value = try disk.state.withLock { try body(&$0) }
        // The answer may be lost although the change is made.
        try await pause()
        return value
    }

    func register(_ workflow: Workflow) async throws {
        let text = WorkflowText(name: workflow.name, definition: workflow.definition)
        try await change { state in
            state.workflows[workflow.id] = state.workflows[workflow.id] ?? text
        }
    }

    func workflow(_ id: Workflow.ID) async throws -> WorkflowText? {
        try await change { $0.workflows[id] }
    }

    func submit(_ order: NewOrder) async throws -> Submission {
        try await change { state in
            if let key = order.idempotencyKey, let earlier = state.earlier(key) { return earlier }
            if let index = state.index(order.id) {
                let existing = state.orders[index].order
                if order.joins(existing), let parent = order.parent {
                    state.link(order.id, to: parent, isStarter: false, at: order.createdAt)
                }
                return .existing(existing)
            }
            guard !order.isRefusedIfNew else { return .refused }
            state.orders.append(ModelState.Entry(id: state.nextID, accepted: order))
            state.nextID += 1
            if let parent = order.parent {
                state.link(order.id, to: parent, isStarter: true, at: order.createdAt)
            }
            return .accepted
        }
    }

    func claim(_ request: ClaimRequest) async throws -> [Claim] {
        try await change { [boot] in try $0.claim(request, boot: boot) }
    }

    func prolong(_ leases: [Lease], until: Date) async throws -> [Lease] {
        try await change { [boot] in $0.prolong(leases, until: until, boot: boot) }
    }

    func record(_ step: Step, under lease: Lease) async throws -> Delivery? {
        try await change { [boot] in try $0.record(step, under: lease, boot: boot) }.get()
    }

    func handBack(_ lease: Lease, due: Date) async throws {
        try await change { [boot] in try $0.handBack(lease, due: due, boot: boot) }
    }

    func decide(
        _ delivery: Int64,
        _ decision: Delivery.Decision,
        after attempts: Int?,
        by operator: Operator,
        at now: Date
    ) async throws -> DecisionResult {
        try await change { $0.decide(delivery, decision, after: attempts, by: `operator`, at: now) }
    }

    func order(_ id: OrderID) async throws -> Order? {
        try await change { state in state.index(id).map { state.orders[$0].order } }
    }

    func children(of order: OrderID, after place: Int64, limit: Int) async throws -> ChildPage {
        try await change { state in
            let rest = state.children.filter { $0.link.order == order }.dropFirst(Int(place))
            let page = rest.prefix(limit)
            return ChildPage(
                page.map(\.child),
                next: page.count < limit ? nil : place + Int64(page.count)
            )
        }
    }

    func awaitingParent(of order: OrderID) async throws -> OrderID? {
        try await change { state in
            state.children.first { $0.child == order && $0.link.isAwaited }?.link.order
        }
    }

    /// Nothing is anywhere but here.
    func finishErasing() {}

    func history(of order: OrderID, after id: Int, limit: Int) async throws -> HistoryPage? {
        try await change { state in
            guard let index = state.index(order) else { return nil }
            let events = state.orders[index].history.filter { $0.id > id }
            return HistoryPage(events: Array(events.prefix(limit)), hasMore: events.count > limit)
        }
    }

    func list(_ query: OrderQuery) async throws -> OrderPage {
        try await change { state in
            let found = state.orders.reversed().filter { entry in
                (query.before.map { entry.id < $0 } ?? true) && query.filter.includes(entry.order)
            }
            let page = found.prefix(query.limit)
            return OrderPage(
                orders: page.map(\.order),
                next: found.count > query.limit ? page.last?.id : nil
            )
        }
    }

    func deliveries(_ query: DeliveryQuery) async throws -> DeliveryPage {
        try await change { state in
            let all = state.orders.flatMap(\.order.deliveries).filter(query.includes)
            let page = all.sorted { $0.id > $1.id }.prefix(query.limit)
            return DeliveryPage(
                deliveries: Array(page),
                next: all.count > query.limit ? page.last?.id : nil
            )
        }
    }

    func failures(_ query: FailureQuery) async throws -> FailureGroups {
        try await change { state in
            var groups = FailureGroups()
            for status in query.statuses {
                let meant = state.orders.reversed().map(\.order).filter { $0.status == status }
                for order in meant.prefix(query.limit) where query.includes(order) {
                    groups.add(FailureGroups.Failure(order))
                }
                if meant.count > query.limit { groups.noteMore(of: status) }
            }
            return groups
        }
    }

    func standing(_ id: OrderID) async throws -> Standing? {
        try await change { $0.standing(id) }
    }

    func revise(
        _ id: OrderID,
        _ decide: @escaping @Sendable (Standing) -> Verdict
    ) async throws -> Revised {
        try await change { try $0.revise(id, decide) }
    }

    func prune(_ request: PruneRequest) async throws -> Int {
        try await change { $0.prune(request) }
    }

    func note(
        of order: OrderID,
        _ decide: @escaping @Sendable (Order) -> DeliveryNews?
    ) async throws -> NewsResult {
        try await change { $0.note(of: order, decide) }
    }

    func queueMode() async throws -> QueueMode { try await change { $0.mode } }

    func setQueueMode(
        _ mode: QueueMode,
        by operator: Operator,
        at now: Date
    ) async throws -> Int64 {
        try await change { state in
            state.mode = mode
            state.modeChanges += 1
            return state.modeChanges
        }
    }

    func summary(at now: Date) async throws -> StoreSummary {
        try await change { $0.summary(at: now) }
    }

    var endedRevision: Int? { disk.state.withLock { $0.endedRevision } }

    var backlog: Int { disk.state.withLock { $0.orders.count { !$0.life.status.isFinal } } }

    func nextDue() async throws -> Date? {
        try await change { state in
            state.orders.filter { $0.life.streak < Suspects.streak }
                .compactMap { $0.life.gate == nil ? $0.life.due : $0.life.timer }.min()
        }
    }
}
