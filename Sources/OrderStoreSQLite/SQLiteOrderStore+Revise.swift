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
        let (streak, fence) =
            try first("select crash_streak, fence from orders where id = ?", id) {
                ($0.int(0), $0.int(1))
            } ?? (0, 0)
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
            snapshot: try first("select snapshot from executions where order_id = ?", id) {
                $0.blob(0)
            },
            lastEvent: lastEvent ?? 0,
            isQuarantined: order.status == .held && streak >= Crash.limit,
            fence: fence
        )
    }

    fileprivate func apply(_ revision: Revision, to id: Int64, _ standing: Standing) throws {
        try run(
            """
            update orders set status = ?, due = ?, gate = null, timer = null, fence = fence + 1,
                lease_epoch = null, crash_streak = 0, suspicion = 0, finished_at = null
            where id = ?
            """,
            revision.status.code,
            revision.due?.milliseconds,
            id
        )
        tally.move(from: standing.order.status, to: revision.status)
        try append(revision.history, to: id)
        try replace(revision, of: id)
        if let ending = revision.ending {
            try end(id, ending, at: revision.audit.at.milliseconds)
        } else {
            try run("delete from endings where order_id = ?", id)
        }
        try insert(revision.audit, order: id)
        if let bulk = revision.bulk { try count(id, redrivenBy: bulk) }
    }

    /// Writes what the revision puts in place of what was there.
    private func replace(_ revision: Revision, of id: Int64) throws {
        if let snapshot = revision.snapshot {
            try run(
                "insert or replace into executions(order_id, snapshot) values(?, ?)",
                id,
                snapshot
            )
        }
        if let input = revision.input {
            try run("update inputs set body = ? where order_id = ?", input, id)
        }
        if let workflow = revision.workflow {
            try run(
                "update orders set workflow = (select id from workflows where hash = ?) where id = ?",
                workflow,
                id
            )
        }
        guard revision.isRedrive else { return }
        try run(
            """
            update orders set redrives = redrives + 1, started = 0, failed = 0, crashed = 0, handed_back = 0
            where id = ?
            """,
            id
        )
    }

    fileprivate func erase(_ id: Int64, by operator: Operator, at now: Date) throws {
        try run("delete from inputs where order_id = ?", id)
        try run("delete from executions where order_id = ?", id)
        try run("delete from history where order_id = ?", id)
        try run("update endings set output = null, cause = null where order_id = ?", id)
        // The hash of a short text with an address in it tells the address to whoever guesses it.
        try run("update deliveries set content_hash = '', reason = null where order_id = ?", id)
        try run("update idempotency_keys set body = x'' where order_id = ?", id)
        // What somebody wrote as a reason may name the customer; who did what, and when, stays.
        try run("update audit set why = null, detail = null where order_id = ?", id)
        try run("update orders set erased_at = ? where id = ?", now.milliseconds, id)
        try insert(AuditEntry(.erase, by: `operator`, at: now), order: id)
    }

    /// Writes what was done, and by whom, to an order or to the queue as a whole.
    func insert(_ entry: AuditEntry, order: Int64?) throws {
        try run(
            "insert into audit(order_id, at, action, who, why, detail) values(?, ?, ?, ?, ?, ?)",
            order,
            entry.at.milliseconds,
            entry.action.rawValue,
            entry.by.name,
            entry.by.reason,
            entry.detail
        )
    }
}
