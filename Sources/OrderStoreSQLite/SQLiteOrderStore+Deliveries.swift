public import FoundationEssentials
public import Orders

extension SQLiteOrderStore {
    /// Writes the intent and answers the entry as it was before; nil means that it is new.
    public func intend(
        _ intent: Delivery.Intent,
        at now: Date,
        under lease: Lease
    ) async throws -> Delivery? {
        let result = try await write { [epoch] connection -> (isHeld: Bool, before: Delivery?) in
            guard try connection.holds(lease, epoch: epoch) else { return (false, nil) }
            let before = try connection.delivery(lease, intent.key)
            guard let before else {
                try connection.insert(intent, lease, now.milliseconds)
                return (true, nil)
            }
            return (true, try connection.resume(before, intent, lease, now.milliseconds))
        }
        guard result.isHeld else { throw StoreError.leaseLost(lease.number) }
        return result.before
    }

    /// Writes how the attempt to send ended, whether the lease holds or not.
    public func conclude(
        _ key: Delivery.Key,
        _ outcome: Delivery.Outcome,
        at now: Date,
        under lease: Lease
    ) async throws {
        try await write { [hasSuspects] connection in
            guard let entry = try connection.delivery(lease, key) else { return }
            // Two attempts may overlap, of a stopped run and of the next: what one of them delivered is delivered.
            guard entry.status != .sent || outcome.status == .sent else { return }
            // What became of an earlier attempt says nothing of a later one, unless it was accepted.
            guard try outcome.status == .sent || connection.intended(entry.id, by: lease) else {
                return
            }
            try connection.conclude(entry, outcome, now.milliseconds)
            // A send that outlived its run may tell what its order is held for.
            if entry.status == .uncertain, try !connection.awaitsDecision(lease.order) {
                try connection.unhold(lease.order, now.milliseconds)
            }
            if hasSuspects { try connection.clear(lease.order) }
            if try connection.hasEnded(lease.order) { connection.changesEnded = true }
        }
    }

    /// Applies a person's decision to an uncertain delivery and makes its held order due.
    public func decide(
        _ delivery: Int64,
        _ decision: Delivery.Decision,
        by operator: Operator,
        at now: Date
    ) async throws -> DecisionResult {
        try await write { connection in
            guard let (entry, order) = try connection.delivery(id: delivery) else {
                return .unknown
            }
            guard entry.status == .uncertain else { return .notUncertain(entry) }
            if decision == .resend, try connection.hasEnded(order) { return .orderEnded(entry) }
            switch decision {
            case .resend: try connection.set(entry, .resend, now.milliseconds)
            case .assumeSent:
                try connection.conclude(entry, .sent(messageID: nil), now.milliseconds)
            }
            try connection.unhold(order, now.milliseconds)
            connection.changesEnded = true
            let detail =
                "\(decision.rawValue): \(entry.kind.rawValue) \(entry.key.name), delivery \(entry.id)"
            let audit = AuditEntry(.decide, by: `operator`, at: now, detail: detail)
            try connection.insert(audit, order: order)
            let decided = try connection.delivery(id: delivery)?.0
            return .applied(decided ?? entry)
        }
    }

    /// Ledger entries of one status, newest first; served by deliveries_by_status.
    public func deliveries(_ status: Delivery.Status, limit: Int) async throws -> [Delivery] {
        try await read { connection in
            try connection.all(
                "select * from ledger where status = ? order by id desc limit ?",
                status.code,
                limit
            ) { $0.delivery() }
        }
    }
}

extension Connection {
    func holds(_ lease: Lease, epoch: Int64) throws -> Bool {
        try first(
            "select 1 from orders where id = ? and fence = ? and lease_epoch = ?",
            lease.order,
            lease.fence,
            epoch
        ) { _ in true } ?? false
    }

    /// The entry of that key; served by deliveries_by_key.
    fileprivate func delivery(_ lease: Lease, _ key: Delivery.Key) throws -> Delivery? {
        try first(
            "select * from ledger where order_id = ? and visit = ? and name = ?",
            lease.order,
            key.visit,
            key.name
        ) { $0.delivery() }
    }

    fileprivate func delivery(id: Int64) throws -> (Delivery, order: Int64)? {
        try first(
            "select * from ledger where id = ?",
            id
        ) { ($0.delivery(), $0.int(13)) }
    }

    fileprivate func insert(_ intent: Delivery.Intent, _ lease: Lease, _ now: Int64) throws {
        try run(
            """
            insert into deliveries(order_id, visit, name, state, kind, status, content_hash, attempts,
                fence, intended_at)
            values(?, ?, ?, ?, ?, 0, ?, 1, ?, ?)
            """,
            lease.order,
            intent.key.visit,
            intent.key.name,
            intent.key.state,
            intent.kind.rawValue,
            intent.contentHash,
            lease.fence,
            now
        )
        tally[.intended] += 1
    }

    /// Whether the last attempt of that entry was begun under that lease.
    fileprivate func intended(_ delivery: Int64, by lease: Lease) throws -> Bool {
        try first(
            "select 1 from deliveries where id = ? and fence = ?",
            delivery,
            lease.fence
        ) { _ in true } ?? false
    }

    /// Decides what an intent means for an entry that exists, and answers the entry as it was.
    fileprivate func resume(
        _ entry: Delivery,
        _ intent: Delivery.Intent,
        _ lease: Lease,
        _ now: Int64
    ) throws -> Delivery {
        switch entry.status {
        case .sent, .uncertain: return entry
        case .refused, .resend:
            try intendAgain(entry, intent, lease, now)
            return entry
        case .intended:
            // Whoever intended it did not live to write the outcome.
            let reason = Self.interrupted
            try conclude(entry, .uncertain(reason: reason), now)
            var uncertain = entry
            uncertain.status = .uncertain
            uncertain.reason = reason
            return uncertain
        }
    }

    private func intendAgain(
        _ entry: Delivery,
        _ intent: Delivery.Intent,
        _ lease: Lease,
        _ now: Int64
    ) throws {
        try run(
            """
            update deliveries set status = 0, content_hash = ?, attempts = attempts + 1, fence = ?,
                intended_at = ?, concluded_at = null, reason = null
            where id = ? and status = ?
            """,
            intent.contentHash,
            lease.fence,
            now,
            entry.id,
            entry.status.code
        )
        tally[entry.status] -= 1
        tally[.intended] += 1
    }

    fileprivate func conclude(_ entry: Delivery, _ outcome: Delivery.Outcome, _ now: Int64) throws {
        var (messageID, reason): (String?, String?) = (nil, nil)
        switch outcome {
        case .sent(let id): messageID = id
        case .refused(let why), .uncertain(let why): reason = why
        }
        try run(
            """
            update deliveries set status = ?, message_id = ?, reason = ?, concluded_at = ?
            where id = ? and status = ?
            """,
            outcome.status.code,
            messageID,
            reason,
            now,
            entry.id,
            entry.status.code
        )
        tally[entry.status] -= 1
        tally[outcome.status] += 1
    }

    /// Takes the suspicion from an order that has come further: it did not end the process on its way here.
    fileprivate func clear(_ order: Int64) throws {
        try run(
            "update orders set crash_streak = 0, suspicion = 0 where id = ? and crash_streak > 0",
            order
        )
    }

    fileprivate func set(_ entry: Delivery, _ status: Delivery.Status, _ now: Int64) throws {
        try run(
            "update deliveries set status = ?, concluded_at = ? where id = ? and status = ?",
            status.code,
            now,
            entry.id,
            entry.status.code
        )
        tally[entry.status] -= 1
        tally[status] += 1
    }

    /// Whether a delivery of the order is uncertain; served by deliveries_by_key.
    fileprivate func awaitsDecision(_ order: Int64) throws -> Bool {
        try first(
            "select 1 from deliveries where order_id = ? and status = 3 limit 1",
            order
        ) { _ in true } ?? false
    }

    fileprivate func hasEnded(_ order: Int64) throws -> Bool {
        let status = try first("select status from orders where id = ?", order) {
            OrderStatus(code: $0.int(0))
        }
        return status?.isFinal ?? true
    }

    /// Lets an order go on that was held for a delivery; one that is quarantined stays.
    fileprivate func unhold(_ order: Int64, _ now: Int64) throws {
        try run(
            "update orders set status = 1, due = ? where id = ? and status = 6 and crash_streak < ?",
            now,
            order,
            Crash.limit
        )
        guard changes == 1 else { return }
        tally.move(from: .held, to: .running)
        try run("delete from endings where order_id = ?", order)
    }
}
