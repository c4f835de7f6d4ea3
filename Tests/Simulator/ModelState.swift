import FoundationEssentials
import Orders

/// Everything that the model store keeps, and how each verb changes it.
struct ModelState: Sendable {
    var orders: [Entry] = []
    /// Orders as they were when they were pruned; only the tests look at them.
    var pruned: [Entry] = []
    var workflows: [Workflow.ID: WorkflowText] = [:]
    var mode = QueueMode.running
    var modeChanges: Int64 = 0
    var boots: Int64 = 0
    /// How many changes of ended orders there were.
    var endedRevision = 0
    var nextID: Int64 = 1
    var nextDelivery: Int64 = 1
    /// Whether it breaks the contract: an uncertain delivery is taken for one that may be sent.
    var isForgetful = false

    struct Entry: Sendable {
        var id: Int64
        var order: Order
        var snapshot: [UInt8]?
        var history: [RecordedEvent] = []
        var fence: Int64 = 0
        /// The start of the process that works on it.
        var leasedBy: Int64?
        /// The gate that it waits for.
        var gate: String?
        /// The time from which on it waits for its gate no longer.
        var timer: Date?
        /// The fences under which the deliveries were last intended.
        var fences: [Delivery.Key: Int64] = [:]
        var key: IdempotencyKey?
        var streak = 0
        var suspicion = 0

        init(id: Int64, order: Order) { (self.id, self.order) = (id, order) }

        /// When it may be taken up at the earliest.
        var next: Date? { order.due.map { min($0, timer ?? $0) } }
    }

    func index(_ number: OrderNumber) -> Int? { orders.firstIndex { $0.order.number == number } }

    /// What became of the request that first had the key.
    func earlier(_ key: IdempotencyKey) -> Submission? {
        guard let entry = orders.first(where: { $0.key?.digest == key.digest }) else { return nil }
        return entry.key == key ? .repeated(entry.order) : .keyTaken
    }

    func held(_ lease: Lease, boot: Int64) throws -> Int {
        guard let index = orders.firstIndex(where: { $0.id == lease.order }),
            orders[index].fence == lease.fence, orders[index].leasedBy == boot
        else { throw StoreError.leaseLost(lease.number) }
        return index
    }

    /// Takes back what the process before had in hand.
    mutating func boot(at now: Date) -> Int64 {
        boots += 1
        let running = orders.indices.filter { orders[$0].leasedBy != nil }
        for index in running {
            orders[index].streak += 1
            orders[index].suspicion += 1_000 / running.count
            orders[index].order.attempts.crashed += 1
            orders[index].order.crashes.append(
                Crash(
                    boot: orders[index].leasedBy ?? 0,
                    foundAt: now,
                    state: orders[index].order.state,
                    run: orders[index].order.attempts.started
                )
            )
            orders[index].leasedBy = nil
            orders[index].order.due = now
            guard orders[index].streak >= Crash.limit, orders[index].suspicion >= 2_000 else {
                continue
            }
            orders[index].order.status = .held
            orders[index].order.due = nil
            orders[index].order.error = "Quarantined"
            orders[index].order.audit.append(
                AuditEntry(.quarantine, by: Operator("orderd"), at: now)
            )
        }
        for index in orders.indices {
            for place in orders[index].order.deliveries.indices
            where orders[index].order.deliveries[place].status == .intended {
                orders[index].order.deliveries[place].conclude(.uncertain(reason: "crash"), at: now)
            }
            let order = orders[index].order
            if order.status == .queued, order.due == order.createdAt, order.createdAt > now {
                orders[index].order.due = now
            }
            let longest = now.addingTimeInterval(ProviderGate.longestRest)
            if orders[index].gate != nil, let due = order.due, due > longest {
                orders[index].order.due = now
            }
        }
        return boots
    }

    mutating func claim(_ request: ClaimRequest, boot: Int64) throws -> [Claim] {
        var chosen: [Int] = []
        var limit = request.limit
        let suspects = orders.indices.filter {
            orders[$0].streak >= 2 && orders[$0].order.status == .running
        }
        let worst = suspects.map { orders[$0].streak }.max() ?? 0
        let due = suspects.filter { (orders[$0].order.due ?? .distantFuture) <= request.now }
        if worst >= Crash.limit {
            let lone = due.filter { orders[$0].streak >= Crash.limit }
            if suspects.contains(where: {
                orders[$0].streak >= Crash.limit && orders[$0].order.due == nil
            }) {
                limit = 0
            } else if let first = lone.min(by: isEarlier) {
                limit = 0
                if !orders.contains(where: { $0.leasedBy != nil }) { chosen = [first] }
            }
        } else if !suspects.contains(where: { orders[$0].order.due == nil }),
            let first = due.min(by: isEarlier)
        {
            chosen = [first]
            limit -= 1
        }
        let resumed = resumable(request)
        let fresh = candidates(.queued, request.now)
        let isFreshOlder =
            fresh.first.map { orders[$0].order.due ?? .distantFuture } ?? .distantFuture
            <= resumed.first.map { orders[$0].order.due ?? .distantFuture } ?? .distantFuture
        let share = limit.isMultiple(of: 2) || !isFreshOlder ? limit / 2 : limit / 2 + 1
        let count = min(fresh.count, max(share, limit - resumed.count))
        chosen += fresh.prefix(max(0, count)) + resumed.prefix(max(0, limit - max(0, count)))
        return chosen.map { lease($0, request.now, boot: boot) }
    }

    /// Those that go on after a wait; of those at a gate as many as it has room for.
    private func resumable(_ request: ClaimRequest) -> [Int] {
        var rooms = request.rooms
        return candidates(.running, request.now).filter { index in
            if let timer = orders[index].timer, timer <= request.now { return true }
            guard let gate = orders[index].gate, let room = rooms[gate] else { return true }
            rooms[gate] = room - 1
            return room > 0
        }
    }

    private func candidates(_ status: OrderStatus, _ now: Date) -> [Int] {
        orders.indices.filter { index in
            let entry = orders[index]
            return entry.order.status == status && entry.streak < 2
                && (entry.next.map { $0 <= now } ?? false)
        }.sorted(by: isEarlier)
    }

    private func isEarlier(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (orders[left], orders[right])
        return (one.next ?? .distantFuture, one.id) < (other.next ?? .distantFuture, other.id)
    }

    private mutating func lease(_ index: Int, _ now: Date, boot: Int64) -> Claim {
        orders[index].fence += 1
        orders[index].leasedBy = boot
        orders[index].order.status = .running
        orders[index].order.due = nil
        let gate = orders[index].gate
        (orders[index].gate, orders[index].timer) = (nil, nil)
        orders[index].order.attempts.started += 1
        orders[index].order.startedAt = orders[index].order.startedAt ?? now
        let entry = orders[index]
        var claim = Claim(
            lease: Lease(order: entry.id, number: entry.order.number, fence: entry.fence),
            workflow: entry.order.workflow,
            input: entry.order.input,
            snapshot: entry.snapshot,
            createdAt: entry.order.createdAt,
            attempts: entry.order.attempts
        )
        claim.gate = gate
        return claim
    }

    mutating func record(_ move: Move, under lease: Lease, boot: Int64) throws {
        let index = try held(lease, boot: boot)
        orders[index].history += move.history
        orders[index].snapshot = move.snapshot
        (orders[index].streak, orders[index].suspicion) = (0, 0)
        orders[index].order.state = move.state
        orders[index].order.attempts.failed += move.failures
        switch move.next {
        case .proceed: return
        case .sleep(let until, let gate, let timer):
            orders[index].order.due = until
            (orders[index].gate, orders[index].timer) = (gate, timer)
        case .hold(let reason): hold(index, reason, at: move.at)
        case .end(let ending):
            if ending.status == .succeeded { orders[index].snapshot = nil }
            orders[index].order.end(ending, at: move.at)
        }
        orders[index].leasedBy = nil
    }

    private mutating func hold(_ index: Int, _ reason: String, at now: Date) {
        let deliveries = orders[index].order.deliveries
        if !deliveries.isEmpty, !deliveries.contains(where: { $0.status == .uncertain }) {
            orders[index].order.due = now.addingTimeInterval(1)
        } else {
            orders[index].order.status = .held
            (orders[index].order.error, orders[index].order.cause) = ("Held", reason)
        }
    }

    mutating func intend(
        _ intent: Delivery.Intent,
        at now: Date,
        under lease: Lease,
        boot: Int64
    ) throws -> Delivery? {
        let index = try held(lease, boot: boot)
        let place = orders[index].order.deliveries.firstIndex { $0.key == intent.key }
        guard let place else {
            orders[index].fences[intent.key] = lease.fence
            orders[index].order.deliveries.append(
                Delivery(
                    id: nextDelivery,
                    order: lease.number,
                    intent: intent,
                    status: .intended,
                    attempts: 1,
                    intendedAt: now
                )
            )
            nextDelivery += 1
            return nil
        }
        let before = orders[index].order.deliveries[place]
        switch before.status {
        case .uncertain where isForgetful: return nil
        case .sent, .uncertain: return before
        case .refused, .resend:
            orders[index].order.deliveries[place].status = .intended
            orders[index].order.deliveries[place].attempts += 1
            orders[index].order.deliveries[place].intendedAt = now
            orders[index].fences[intent.key] = lease.fence
            return before
        case .intended:
            orders[index].order.deliveries[place].conclude(.uncertain(reason: "crash"), at: now)
            return orders[index].order.deliveries[place]
        }
    }

    mutating func decide(
        _ id: Int64,
        _ decision: Delivery.Decision,
        by operator: Operator,
        at now: Date
    ) -> DecisionResult {
        for index in orders.indices {
            guard let place = orders[index].order.deliveries.firstIndex(where: { $0.id == id })
            else {
                continue
            }
            let entry = orders[index].order.deliveries[place]
            guard entry.status == .uncertain else { return .notUncertain(entry) }
            switch decision {
            case .resend where orders[index].order.status.isFinal: return .orderEnded(entry)
            case .resend: orders[index].order.deliveries[place].status = .resend
            case .assumeSent:
                orders[index].order.deliveries[place].conclude(.sent(messageID: nil), at: now)
            }
            release(index, at: now)
            endedRevision += 1
            orders[index].order.audit.append(AuditEntry(.decide, by: `operator`, at: now))
            return .applied(orders[index].order.deliveries[place])
        }
        return .unknown
    }

    /// Lets a held order go on, unless it is quarantined.
    private mutating func release(_ index: Int, at now: Date) {
        guard orders[index].order.status == .held, orders[index].streak < Crash.limit else {
            return
        }
        orders[index].order.status = .running
        orders[index].order.due = now
        (orders[index].order.error, orders[index].order.cause) = (nil, nil)
    }

    mutating func conclude(
        _ key: Delivery.Key,
        _ outcome: Delivery.Outcome,
        under lease: Lease,
        at now: Date
    ) {
        guard let index = orders.firstIndex(where: { $0.id == lease.order }),
            outcome.status == .sent || orders[index].fences[key] == lease.fence,
            let place = orders[index].order.deliveries.firstIndex(where: { $0.key == key }),
            orders[index].order.deliveries[place].status != .sent || outcome.status == .sent
        else { return }
        let wasUncertain = orders[index].order.deliveries[place].status == .uncertain
        orders[index].order.deliveries[place].conclude(outcome, at: now)
        if orders[index].order.status.isFinal { endedRevision += 1 }
        let isUncertain = orders[index].order.deliveries.contains { $0.status == .uncertain }
        if wasUncertain, !isUncertain { release(index, at: now) }
        orders[index].streak = 0
    }

    func standing(_ number: OrderNumber) -> Standing? {
        guard let index = index(number) else { return nil }
        let entry = orders[index]
        return Standing(
            order: entry.order,
            snapshot: entry.snapshot,
            lastEvent: entry.history.last?.id ?? 0,
            isQuarantined: entry.order.status == .held && entry.streak >= Crash.limit,
            fence: entry.fence
        )
    }

    mutating func revise(_ number: OrderNumber, _ decide: (Standing) -> Verdict) -> Revised {
        guard let index = index(number), let standing = standing(number) else { return .unknown }
        switch decide(standing) {
        case .refuse(let refusal): return .refused(refusal, standing.order)
        case .revise(let revision):
            orders[index].apply(revision)
            endedRevision += 1
            return .changed(orders[index].order)
        }
    }

    mutating func erase(_ number: OrderNumber, by operator: Operator, at now: Date) -> Revised {
        guard let index = index(number) else { return .unknown }
        guard orders[index].order.status.isFinal else {
            return .refused(.notEnded, orders[index].order)
        }
        endedRevision += 1
        orders[index].snapshot = nil
        orders[index].history = []
        orders[index].order.input = []
        (orders[index].order.output, orders[index].order.cause) = (nil, nil)
        for place in orders[index].order.deliveries.indices {
            orders[index].order.deliveries[place].contentHash = ""
            orders[index].order.deliveries[place].reason = nil
        }
        for place in orders[index].order.audit.indices {
            orders[index].order.audit[place].by.reason = nil
            orders[index].order.audit[place].detail = nil
        }
        orders[index].order.erasedAt = now
        orders[index].order.audit.append(AuditEntry(.erase, by: `operator`, at: now))
        return .changed(orders[index].order)
    }

    mutating func prune(_ request: PruneRequest) -> Int {
        let ended = orders.indices.filter {
            orders[$0].order.status.isFinal && orders[$0].id < nextID - 1
        }
        .sorted { left, right in
            (orders[left].order.finishedAt ?? .distantPast, left) < (
                orders[right].order.finishedAt ?? .distantPast, right
            )
        }
        if let limit = request.keysBefore {
            for index in orders.indices where orders[index].order.createdAt < limit {
                orders[index].key = nil
            }
        }
        let all = orders.count { $0.order.status.isFinal }
        let old = ended.count {
            (orders[$0].order.finishedAt ?? .distantFuture) < request.endedBefore
        }
        let count = min(request.limit, max(old, all - request.keeping), ended.count)
        let doomed = Set(ended.prefix(max(0, count)).map { orders[$0].id })
        if !doomed.isEmpty { endedRevision += 1 }
        pruned += orders.filter { doomed.contains($0.id) }
        orders.removeAll { doomed.contains($0.id) }
        return doomed.count
    }

    func summary(at now: Date) -> StoreSummary {
        var summary = StoreSummary()
        for entry in orders {
            summary.orders[entry.order.status, default: 0] += 1
            for delivery in entry.order.deliveries {
                summary.deliveries[delivery.status, default: 0] += 1
            }
        }
        for entry in orders {
            if let gate = entry.gate { summary.waiting[gate, default: 0] += 1 }
        }
        summary.oldestQueued = candidates(.queued, now).first.map { orders[$0].order.createdAt }
        summary.quarantined = orders.count { $0.order.status == .held && $0.streak >= Crash.limit }
        summary.size = orders.count
        return summary
    }
}

extension ModelState.Entry {
    fileprivate mutating func apply(_ revision: Revision) {
        fence += 1
        leasedBy = nil
        (gate, timer) = (nil, nil)
        (streak, suspicion) = (0, 0)
        order.status = revision.status
        order.due = revision.due
        history += revision.history
        if let new = revision.snapshot { snapshot = new }
        if let input = revision.input { order.input = input }
        if let workflow = revision.workflow { order.workflow = workflow }
        (order.output, order.error, order.cause, order.finishedAt) = (nil, nil, nil, nil)
        if let ending = revision.ending { order.end(ending, at: revision.audit.at) }
        if revision.isRedrive {
            order.redrives += 1
            order.attempts = Attempts()
        }
        order.audit.append(revision.audit)
    }
}

extension Order {
    fileprivate mutating func end(_ ending: Ending, at now: Date) {
        status = ending.status
        (output, error, cause) = (ending.output, ending.error, ending.cause)
        finishedAt = now
        due = nil
    }
}

extension Delivery {
    mutating func conclude(_ outcome: Outcome, at now: Date) {
        status = outcome.status
        concludedAt = now
        (messageID, reason) = (nil, nil)
        switch outcome {
        case .sent(let id): messageID = id
        case .refused(let why), .uncertain(let why): reason = why
        }
    }
}
