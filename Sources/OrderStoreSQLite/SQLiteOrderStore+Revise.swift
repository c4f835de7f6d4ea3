public import FoundationEssentials
public import Orders

extension SQLiteOrderStore {
    /// How the order stands.
    public func standing(_ number: OrderNumber) async throws -> Standing? {
        try await read { [numbers] connection in
            try numbers.order(number, connection).map(connection.standing)
        }
    }

    /// Changes an order as `decide` says, in one transaction.
    public func revise(
        _ number: OrderNumber,
        _ decide: @escaping @Sendable (Standing) -> Verdict
    ) async throws -> Revised {
        try await write { [numbers] connection in
            guard let id = try numbers.order(number, connection) else { return .unknown }
            let standing = try connection.standing(id)
            switch decide(standing) {
            case .refuse(let refusal): return .refused(refusal, standing.order)
            case .revise(let revision):
                // Its row says on which definition it runs; when that is damaged nothing but an end is safe.
                guard try revision.status.isFinal || connection.hasSoundRow(id) else {
                    return .refused(.damaged, standing.order)
                }
                try connection.apply(revision, to: id, standing)
                connection.changesEnded = true
                return .changed(try connection.order(id))
            }
        }
    }

    /// Erases what an ended order holds of its customer, from the file and from the WAL.
    public func erase(
        _ number: OrderNumber,
        by operator: Operator,
        at now: Date
    ) async throws -> Revised {
        let revised: Revised = try await write { [numbers] connection in
            guard let id = try numbers.order(number, connection) else { return .unknown }
            let order = try connection.order(id)
            guard order.status.isFinal else { return .refused(.notEnded, order) }
            if order.erasedAt == nil { try connection.erase(id, by: `operator`, at: now) }
            connection.changesEnded = true
            return .changed(try connection.order(id))
        }
        if case .changed = revised { try await emptyWAL() }
        return revised
    }
}

extension Connection {
    fileprivate func standing(_ id: Int64) throws -> Standing {
        let order = try order(id)
        // A row that does not match its checksum is told of with the order.
        guard let row = try storedOrderRow(id)?.row else {
            throw StoreError.unavailable("order \(id) is not in the file")
        }
        // Served by the table's own key, from its end.
        let lastEvent = try first(
            """
            select first_event + count - 1 from history
            where order_id = ? order by first_event desc limit 1
            """,
            id
        ) { Int($0.int(0)) }
        return Standing(
            order: order,
            snapshot: order.damage == nil ? try snapshot(id) : nil,
            lastEvent: lastEvent ?? 0,
            isQuarantined: order.status == .held && row.crashStreak >= Crash.limit,
            fence: row.fence
        )
    }

    fileprivate func apply(_ revision: Revision, to id: Int64, _ standing: Standing) throws {
        guard let (stored, sum) = try storedOrderRow(id) else { return }
        let isSound = sum == sums.order(stored)
        if !isSound { try run("reindex orders") }
        var row = stored
        row.release()
        row.clear()
        row.status = revision.status.code
        row.due = revision.due?.milliseconds
        row.fence += 1
        row.finishedAt = revision.ending.map { _ in revision.audit.at.milliseconds }
        if let workflow = revision.workflow, let place = try place(ofWorkflow: workflow) {
            row.workflow = place
        }
        if revision.isRedrive {
            row.redrives += 1
            (row.started, row.failed, row.crashed, row.handedBack) = (0, 0, 0, 0)
        }
        try write(row)
        // What does not match must not be made to match.
        if !isSound { try run("update orders set sum = ? where id = ?", sum, id) }
        tally.move(from: standing.order.status, to: revision.status)
        try append(revision.history, to: id)
        if let snapshot = revision.snapshot { try replaceSnapshot(of: id, by: snapshot) }
        if let input = revision.input { try replaceInput(of: id, by: input) }
        if let ending = revision.ending {
            try replaceEnding(of: id, by: StoredEnding(ending))
        } else {
            try run("delete from endings where order_id = ?", id)
        }
        try insert(revision.audit, order: id)
        if let bulk = revision.bulk { try count(id, redrivenBy: bulk) }
        // A person has decided, with the evidence at hand, which stays.
        try run("update damages set is_decided = 1 where order_id = ?", id)
    }

    fileprivate func hasSoundRow(_ id: Int64) throws -> Bool {
        guard let (row, sum) = try storedOrderRow(id) else { return false }
        return sum == sums.order(row)
    }

    private func place(ofWorkflow hash: Workflow.ID) throws -> Int64? {
        try first("select id from workflows where hash = ?", hash) { $0.int(0) }
    }

    fileprivate func erase(_ id: Int64, by operator: Operator, at now: Date) throws {
        guard let (stored, sum) = try storedOrderRow(id) else { return }
        if sum != sums.order(stored) { try run("reindex orders") }
        var row = stored
        try run("delete from inputs where order_id = ?", id)
        try run("delete from executions where order_id = ?", id)
        try run("delete from history where order_id = ?", id)
        let ending = try first("select error from endings where order_id = ?", id) {
            $0.optionalText(0)
        }
        if let ending { try replaceEnding(of: id, by: StoredEnding(error: ending)) }
        try eraseDeliveries(of: id)
        try eraseKeys(of: id)
        try eraseAudit(of: id)
        row.erasedAt = now.milliseconds
        try write(row)
        try run("delete from damages where order_id = ?", id)
        try insert(AuditEntry(.erase, by: `operator`, at: now), order: id)
    }

    /// The hash of a short text with an address in it tells the address to whoever guesses it.
    private func eraseDeliveries(of order: Int64) throws {
        let ids = try all("select id from deliveries where order_id = ?", order) { $0.int(0) }
        for id in ids {
            // A damaged one too: what it holds of the customer goes all the same.
            guard let row = try storedDeliveryRow(id)?.row else { continue }
            var erased = row
            (erased.contentHash, erased.reason) = ("", nil)
            try write(erased, inPlaceOf: row)
        }
    }

    private func eraseKeys(of order: Int64) throws {
        let keys = try all(
            "select digest, created_at from idempotency_keys where order_id = ?",
            order
        ) { ($0.blob(0), $0.int(1)) }
        for (digest, createdAt) in keys {
            try run(
                "update idempotency_keys set body = x'', sum = ? where digest = ?",
                sums.key(digest, [], order: order, createdAt: createdAt),
                digest
            )
        }
    }

    /// What somebody wrote as a reason may name the customer; who did what, and when, stays.
    private func eraseAudit(of order: Int64) throws {
        let rows = try all(
            "select order_id, at, action, who, why, detail, id from audit where order_id = ?",
            order
        ) { (id: $0.int(6), audit: $0.auditRow()) }
        for (id, audit) in rows {
            var erased = audit
            (erased.why, erased.detail) = (nil, nil)
            try run(
                "update audit set why = null, detail = null, sum = ? where id = ?",
                sums.audit(erased),
                id
            )
        }
    }
}
