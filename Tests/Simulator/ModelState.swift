import FoundationEssentials
import Orders

/// Everything that the model store keeps, and how each verb changes it: it asks the domain's values and writes down what
/// they answer.
struct ModelState: Sendable {
    var orders: [Entry] = []
    /// Orders as they were when they were pruned; only the tests look at them.
    var pruned: [Entry] = []
    var workflows: [Workflow.ID: WorkflowText] = [:]
    var mode = QueueMode.running
    var modeChanges: Int64 = 0
    /// The nodes by the numbers of their starts.
    var nodes: [Int64: String] = [:]
    var bulks: [BulkRedrive] = []
    /// Which definitions were adopted, by the names of their workflows.
    var versions: [(name: String, version: WorkflowVersion)] = []
    var alerts = AlertLedger()
    var tasks: [TaskOpening] = []
    var children: [Child] = []
    var schedules: [String: ScheduleEntry] = [:]
    var runs: [String: [ScheduleRun]] = [:]
    var nextAnswer: Int64 = 0
    /// How many changes of ended orders there were.
    var endedRevision = 0
    var nextID: Int64 = 1
    var nextDelivery: Int64 = 1
    /// Whether a lease that nobody prolongs ends with its time, as where several nodes work; else it holds for as long as its
    /// process lives, as in the store that one process alone writes.
    var leasesEnd = false
    /// Whether it breaks the contract: an uncertain delivery is taken for one that may be sent.
    var isForgetful = false

    struct Entry: Sendable {
        var id: Int64
        var order: Order
        var life: LifeCycle { didSet { order.take(life) } }
        var snapshot: [UInt8]?
        var history: [RecordedEvent] = []
        /// Until when its lease holds unless it is prolonged.
        var leasedUntil = Date.distantFuture
        var key: IdempotencyKey?
        var answers: [TaskAnswer] = []

        init(id: Int64, accepted order: NewOrder) {
            self.id = id
            self.order = Order(accepted: order)
            self.order.origin = order.origin
            life = LifeCycle(due: order.due)
            key = order.idempotencyKey
        }

        var due: DueOrder { DueOrder(place: id, due: next ?? .distantFuture, gate: life.gate) }

        /// When it may be taken up at the earliest.
        var next: Date? { life.due.map { min($0, life.timer ?? $0) } }
    }

    func index(_ id: OrderID) -> Int? { orders.firstIndex { $0.order.id == id } }

    func index(place: Int64) -> Int? { orders.firstIndex { $0.id == place } }

    /// What became of the request that first had the key.
    func earlier(_ key: IdempotencyKey) -> Submission? {
        guard let entry = orders.first(where: { $0.key?.digest == key.digest }),
            let kept = entry.key
        else { return nil }
        let body = entry.order.erasedAt == nil ? kept.body : []
        return key.stands(for: body) ? .repeated(entry.order) : .keyTaken
    }

    /// The order as long as the lease of that start of a node holds; nil when it does not.
    func held(_ lease: Lease, boot: Int64) -> Int? {
        guard lease.node == nodes[boot], let index = index(place: lease.order),
            orders[index].life.isLeased(lease, to: boot)
        else { return nil }
        return index
    }

    mutating func write(_ edit: OrderEdit, to index: Int) {
        let wasFinal = orders[index].life.status.isFinal
        if orders[index].life.status.isFinal { endedRevision += 1 }
        orders[index].life = edit.life
        orders[index].history += edit.history
        switch edit.snapshot {
        case .kept: break
        case .replaced(let snapshot): orders[index].snapshot = snapshot
        case .removed: orders[index].snapshot = nil
        }
        if case .replaced(let input) = edit.input { orders[index].order.input = input }
        switch edit.ending {
        case .kept: break
        case .replaced(let ending): orders[index].order.take(ending)
        case .removed: orders[index].order.take(nil)
        }
        if let workflow = edit.workflow { orders[index].order.workflow = workflow }
        if let crash = edit.crash { orders[index].order.crashes.append(crash) }
        if edit.isErasure { erase(index) }
        if let now = edit.givesUpAt {
            for place in orders[index].order.deliveries.indices {
                _ = orders[index].order.deliveries[place].giveUp(at: now)
            }
        }
        if let audit = edit.audit { orders[index].order.audit.append(audit) }
        if let tasks = edit.openTasks {
            replaceOpenTasks(of: orders[index].order.id, by: tasks)
        }
        if let ended = edit.life.finishedAt, !wasFinal {
            tellParents(ofEnded: orders[index].order.id, at: ended)
        }
        if let bulk = edit.bulk, let place = bulks.firstIndex(where: { $0.id == bulk }) {
            bulks[place].count(orders[index].id)
        }
    }

    private mutating func erase(_ index: Int) {
        (orders[index].snapshot, orders[index].history) = (nil, [])
        orders[index].order.input = []
        orders[index].order.origin = nil
        (orders[index].order.output, orders[index].order.cause) = (nil, nil)
        for place in orders[index].order.deliveries.indices {
            orders[index].order.deliveries[place].erase()
        }
        for place in orders[index].order.audit.indices {
            orders[index].order.audit[place].erase()
        }
    }

    /// Begins a start of a node and takes back what its last one had in hand.
    mutating func boot(_ node: String, at now: Date) -> Int64 {
        let boot = Int64(nodes.count + 1)
        takeBack(at: now) { [nodes] entry in
            entry.life.holder.map { nodes[$0] == node } ?? false
        }
        nodes[boot] = node
        for index in orders.indices {
            let due = orders[index].life
                .followingClock(acceptedAt: orders[index].order.createdAt, at: now)
            if let due { orders[index].life.due = due }
        }
        return boot
    }

    /// Takes back those leases, and notes that their sends were cut off.
    private mutating func takeBack(at now: Date, where isLost: (Entry) -> Bool) {
        let lost = orders.indices.filter { isLost(orders[$0]) }
        // Each process bears its own blame.
        let running = Dictionary(grouping: lost) { orders[$0].life.holder }.mapValues(\.count)
        for index in lost {
            let earlier = orders[index].order.crashes
            let share = LifeCycle.share(of: running[orders[index].life.holder] ?? 1)
            guard
                let edit = orders[index].life.takingBack(
                    share: share,
                    at: now,
                    earlier: { earlier }
                )
            else { continue }
            write(edit, to: index)
            for place in orders[index].order.deliveries.indices
            where orders[index].order.deliveries[place].status == .intended {
                orders[index].order.deliveries[place].interrupt(at: now)
            }
        }
    }

    mutating func claim(_ request: ClaimRequest, boot: Int64) throws -> [Claim] {
        if leasesEnd {
            takeBack(at: request.now) { $0.life.holder != nil && $0.leasedUntil <= request.now }
        }
        let turn = suspects(request.now)?.turn ?? .free
        let limit = turn.places(of: request.limit)
        let gates = Set(orders.compactMap(\.life.gate)).sorted()
        let chosen =
            [turn.order].compactMap(\.self)
            + FairShares.choose(
                limit,
                fresh: due(.queued, request.now),
                resumed: [
                    due(.running, request.now).filter { $0.gate == nil },
                    dueByTimer(request.now),
                ]
                    + gates.map { gate in
                        let waiting = due(.running, request.now).filter { $0.gate == gate }
                        return Array(waiting.prefix(max(0, request.rooms[gate] ?? limit)))
                    }
            )
        return try chosen.compactMap { try lease($0, request, boot: boot) }
    }

    private func suspects(_ now: Date) -> Suspects? {
        let all = orders.filter {
            $0.life.streak >= Suspects.streak && $0.life.status == .running
        }
        guard let worst = all.map(\.life.streak).max() else { return nil }
        let due = all.filter { ($0.life.due ?? .distantFuture) <= now }.map {
            ($0.life.streak, $0.due)
        }
        let isEarlier = { (one: DueOrder, other: DueOrder) in
            (one.due, one.place) < (other.due, other.place)
        }
        return Suspects(
            worst: worst,
            isOneLeased: all.contains { $0.life.due == nil },
            isWorstLeased: all.contains { $0.life.streak >= Crash.limit && $0.life.due == nil },
            isAnyLeased: orders.contains { $0.life.holder != nil },
            due: due.map(\.1).min(by: isEarlier),
            worstDue: due.filter { $0.0 >= Crash.limit }.map(\.1).min(by: isEarlier)
        )
    }

    /// Due orders of a status, the longest due first.
    private func due(_ status: OrderStatus, _ now: Date) -> [DueOrder] {
        orders.filter { entry in
            entry.life.status == status && entry.life.streak < Suspects.streak
                && (entry.life.due.map { $0 <= now } ?? false)
        }
        .map { DueOrder(place: $0.id, due: $0.life.due ?? now, gate: $0.life.gate) }
        .sorted { ($0.due, $0.place) < ($1.due, $1.place) }
    }

    private func dueByTimer(_ now: Date) -> [DueOrder] {
        orders.compactMap { entry -> DueOrder? in
            guard let timer = entry.life.timer, timer <= now, entry.life.streak < Suspects.streak
            else { return nil }
            return DueOrder(place: entry.id, due: timer, gate: entry.life.gate)
        }
        .sorted { ($0.due, $0.place) < ($1.due, $1.place) }
    }

    private mutating func lease(
        _ due: DueOrder,
        _ request: ClaimRequest,
        boot: Int64
    ) throws -> Claim? {
        guard let index = index(place: due.place) else { return nil }
        var edit = OrderEdit(orders[index].life)
        guard edit.life.lease(to: boot, at: request.now) else { return nil }
        write(edit, to: index)
        orders[index].leasedUntil = request.until
        let entry = orders[index]
        let lease = Lease(
            order: entry.id,
            id: entry.order.id,
            fence: entry.life.fence,
            node: nodes[boot] ?? ""
        )
        var claim = Claim(
            lease: lease,
            workflow: entry.order.workflow,
            input: entry.order.input,
            snapshot: entry.snapshot,
            createdAt: entry.order.createdAt,
            attempts: entry.life.attempts
        )
        claim.due = due.due
        claim.gate = due.gate
        claim.origin = entry.order.origin
        claim.redrives = entry.life.redrives
        if entry.snapshot != nil { claim.answers = entry.answers }
        if let step = request.begin?(claim) {
            claim.entry = try record(step, under: lease, boot: boot).get()
        }
        return claim
    }

    /// Moves the end of leases that hold; answers the others.
    mutating func prolong(_ leases: [Lease], until: Date, boot: Int64) -> [Lease] {
        leases.filter { lease in
            guard let index = held(lease, boot: boot) else { return true }
            orders[index].leasedUntil = until
            return false
        }
    }

    mutating func handBack(_ lease: Lease, due: Date, boot: Int64) throws {
        guard let index = held(lease, boot: boot) else { throw StoreError.leaseLost(lease.id) }
        orders[index].life.handBack(due: due)
    }

    /// A lost lease is answered and not thrown: the outcome that came with it is kept.
    mutating func record(
        _ step: Step,
        under lease: Lease,
        boot: Int64
    ) throws -> Result<Delivery?, StoreError> {
        if let conclusion = step.conclusion { conclude(conclusion, under: lease) }
        guard step.needsLease else { return .success(nil) }
        guard let index = held(lease, boot: boot) else { return .failure(.leaseLost(lease.id)) }
        if let move = step.move {
            let unheard = orders[index].answers.filter { !move.answers.contains($0.number) }
            if let end = move.ended,
                unheard.contains(where: {
                    $0.task == end.task && ($0.content != .heartbeat || end.isForSilence)
                })
            {
                return .failure(.answered(lease.id))
            }
            let deliveries = orders[index].order.deliveries
            orders[index].answers.removeAll { move.answers.contains($0.number) }
            if let tasks = move.openTasks { replaceOpenTasks(of: lease.id, by: tasks) }
            let hasAnswers = orders[index].answers.contains { $0.content != .heartbeat }
            let edit = try orders[index].life
                .recording(move) {
                    deliveries.map(\.status)
                } hasAnswers: {
                    hasAnswers
                }
            write(edit, to: index)
        }
        guard let intent = step.intent, let now = step.intendedAt else { return .success(nil) }
        guard
            let place = orders[index].order.deliveries.firstIndex(where: { $0.key == intent.key })
        else {
            let new = Delivery(
                id: nextDelivery,
                of: lease.id,
                intent,
                at: now,
                fence: lease.fence
            )
            orders[index].order.deliveries.append(new)
            nextDelivery += 1
            return .success(nil)
        }
        if isForgetful, orders[index].order.deliveries[place].status == .uncertain {
            return .success(nil)
        }
        return .success(
            orders[index].order.deliveries[place].intend(intent, at: now, fence: lease.fence)
        )
    }

    mutating func note(of order: OrderID, _ decide: (Order) -> DeliveryNews?) -> NewsResult {
        guard let index = index(order) else { return .unknown }
        guard let news = decide(orders[index].order) else { return .setAside }
        if let result = news.result(in: orders[index].order.audit) { return result }
        if let (id, messageID) = news.settled,
            let delivery = orders[index].order.deliveries.first(where: { $0.id == id })
        {
            let lease = Lease(
                order: orders[index].id,
                id: order,
                fence: delivery.fence,
                node: ""
            )
            let sent = Delivery.Outcome.sent(messageID: messageID)
            conclude(Conclusion(delivery.key, sent, at: news.entry.at), under: lease)
        }
        orders[index].order.audit.append(news.entry)
        if orders[index].life.status.isFinal { endedRevision += 1 }
        return .noted(isNew: true)
    }

    private mutating func conclude(_ conclusion: Conclusion, under lease: Lease) {
        guard let index = index(place: lease.order),
            let place = orders[index].order.deliveries
                .firstIndex(where: { $0.key == conclusion.key })
        else { return }
        let before = orders[index].order.deliveries[place].status
        let isChanged = orders[index].order.deliveries[place]
            .conclude(conclusion.outcome, at: conclusion.at, fence: lease.fence)
        guard isChanged else { return }
        if orders[index].order.status.isFinal {
            endedRevision += 1
            _ = orders[index].order.deliveries[place].giveUp(at: conclusion.at)
        }
        let order = orders[index].order
        let edit = orders[index].life.concluding(from: before, at: conclusion.at) {
            (order.error, false, order.deliveries.map(\.status))
        }
        if let edit { write(edit, to: index) }
    }

    mutating func decide(
        _ id: Int64,
        _ decision: Delivery.Decision,
        after attempts: Int?,
        by operator: Operator,
        at now: Date
    ) -> DecisionResult {
        for index in orders.indices {
            guard let place = orders[index].order.deliveries.firstIndex(where: { $0.id == id })
            else { continue }
            let entry = orders[index].order.deliveries[place]
            let error = orders[index].order.error
            let (result, edit) = orders[index].life
                .deciding(decision, about: entry, after: attempts, by: `operator`, at: now) {
                    (error, false)
                }
            if case .applied(let decided) = result {
                orders[index].order.deliveries[place] = decided
            }
            if let edit { write(edit, to: index) }
            return result
        }
        return .unknown
    }

    func standing(_ id: OrderID) -> Standing? {
        guard let index = index(id) else { return nil }
        let entry = orders[index]
        return Standing(
            order: entry.order,
            snapshot: entry.snapshot,
            lastEvent: entry.history.last?.id ?? 0,
            isQuarantined: entry.life.isQuarantined,
            fence: entry.life.fence
        )
    }

    mutating func revise(_ id: OrderID, _ decide: (Standing) -> Verdict) throws -> Revised {
        guard let index = index(id), let standing = standing(id) else { return .unknown }
        switch decide(standing) {
        case .refuse(let refusal): return .refused(refusal, standing.order)
        case .leave: return .changed(standing.order)
        case .revise(let revision):
            write(try orders[index].life.revised(by: revision), to: index)
            return .changed(orders[index].order)
        }
    }

    mutating func prune(_ request: PruneRequest) -> Int {
        let ended = orders.indices.filter {
            orders[$0].life.status.isFinal && orders[$0].id < nextID - 1
        }
        .sorted { left, right in
            (orders[left].life.finishedAt ?? .distantPast, left) < (
                orders[right].life.finishedAt ?? .distantPast, right
            )
        }
        if let limit = request.keysBefore {
            for index in orders.indices where orders[index].order.createdAt < limit {
                orders[index].key = nil
            }
        }
        let all = orders.count { $0.life.status.isFinal }
        let old = ended.count {
            (orders[$0].life.finishedAt ?? .distantFuture) < request.endedBefore
        }
        let count = min(request.limit, max(old, all - request.keeping), ended.count)
        let doomed = Set(ended.prefix(max(0, count)).map { orders[$0].id })
        if !doomed.isEmpty { endedRevision += 1 }
        pruned += orders.filter { doomed.contains($0.id) }
        let gone = Set(orders.filter { doomed.contains($0.id) }.map(\.order.id))
        tasks.removeAll { gone.contains($0.task.order) }
        children.removeAll { gone.contains($0.child) || gone.contains($0.link.order) }
        orders.removeAll { doomed.contains($0.id) }
        return doomed.count
    }

    func summary(at now: Date) -> StoreSummary {
        var summary = StoreSummary()
        for entry in orders {
            summary.orders[entry.life.status, default: 0] += 1
            if let gate = entry.life.gate { summary.waiting[gate, default: 0] += 1 }
            for delivery in entry.order.deliveries {
                summary.deliveries[delivery.status, default: 0] += 1
            }
        }
        summary.oldestQueued = due(.queued, now).first.flatMap { index(place: $0.place) }
            .map { orders[$0].order.createdAt }
        summary.quarantined = orders.count { $0.life.isQuarantined }
        summary.size = orders.count
        return summary
    }
}
