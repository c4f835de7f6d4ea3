import FoundationEssentials
import Orders

extension Connection {
    /// Writes what was decided about an order, whose row was that.
    func write(_ edit: OrderEdit, to row: OrderRow) throws {
        // With the lease they are forgotten.
        let deliveries = leased.deliveries(of: row.id)
        var changed = row
        changed.take(edit.life)
        if let workflow = edit.workflow, let place = try place(ofWorkflow: workflow) {
            changed.workflow = place
        }
        if changed.isProgress(of: row) { try writeProgress(changed) } else { try write(changed) }
        if let before = OrderStatus(code: row.status) {
            tally.move(from: before, to: edit.life.status)
            if before.isFinal { changesEnded = true }
        }
        try writeParts(of: edit, to: row.id, deliveries)
        if let ended = edit.life.finishedAt, row.finishedAt == nil {
            try tellParents(ofEnded: changed, at: ended)
        }
    }

    /// `deliveries` are the order's entries as far as they are known.
    private func writeParts(
        of edit: OrderEdit,
        to order: Int64,
        _ deliveries: [DeliveryRow]?
    ) throws {
        if edit.isErasure { try erase(order) }
        if let now = edit.givesUpAt { try giveUpDeliveries(of: order, deliveries, at: now) }
        if let tasks = edit.openTasks { try replaceOpenTasks(of: order, by: tasks) }
        try append(edit.history, to: order)
        switch edit.snapshot {
        case .kept: break
        case .replaced(let snapshot): try replaceSnapshot(of: order, by: snapshot)
        case .removed: try run("delete from executions where order_id = ?", order)
        }
        switch edit.input {
        case .kept: break
        case .replaced(let input): try replaceInput(of: order, by: input)
        case .removed: try run("delete from inputs where order_id = ?", order)
        }
        switch edit.ending {
        case .kept: break
        case .replaced(let ending): try replaceEnding(of: order, by: StoredEnding(ending))
        case .removed: try run("delete from endings where order_id = ?", order)
        }
        if let crash = edit.crash { try insert(crash, of: order) }
        if let audit = edit.audit { try insert(audit, order: order) }
        if let bulk = edit.bulk { try count(order, redrivenBy: bulk) }
    }

    /// What is damaged stays as it is: an order can be ended whatever is wrong with it.
    private func giveUpDeliveries(
        of order: Int64,
        _ known: [DeliveryRow]?,
        at now: Date
    ) throws {
        // Of most that end nothing waits.
        if let known, !known.contains(where: { $0.status == Delivery.Status.waiting.code }) {
            return
        }
        for id in try all(Self.waitingDeliveries, order, read: { $0.int(0) }) {
            guard let (row, sum) = try storedDeliveryRow(id), sum == sums.delivery(row),
                var entry = try? row.entry(of: idAsStored(ofOrder: order)),
                entry.giveUp(at: now)
            else { continue }
            try write(entry, inPlaceOf: row)
        }
    }

    /// Served by deliveries_by_key: the plus keeps SQLite from the index of statuses, where all that wait stand together.
    private static let waitingDeliveries = SQL(
        "select id from deliveries where order_id = ? and +status = \(Delivery.Status.waiting)"
    )

    private func place(ofWorkflow hash: Workflow.ID) throws -> Int64? {
        try first("select id from workflows where hash = ?", hash) { $0.int(0) }
    }

    /// Lets go of all that the order holds of its customer; the store overwrites what it deletes.
    private func erase(_ order: Int64) throws {
        try run("delete from inputs where order_id = ?", order)
        try run("delete from origins where order_id = ?", order)
        try run("delete from executions where order_id = ?", order)
        try deleteHistory(of: order)
        let ending = try first("select error from endings where order_id = ?", order) {
            $0.optionalText(0)
        }
        if let ending { try replaceEnding(of: order, by: StoredEnding(error: ending)) }
        try eraseDeliveries(of: order)
        try eraseKeys(of: order)
        try eraseAudit(of: order)
    }

    private func eraseDeliveries(of order: Int64) throws {
        let ids = try all("select id from deliveries where order_id = ?", order) { $0.int(0) }
        for id in ids {
            guard let row = try storedDeliveryRow(id)?.row else { continue }
            if var entry = try? row.entry(of: idAsStored(ofOrder: order)) {
                entry.erase()
                try write(entry, inPlaceOf: row)
            } else {
                // Damaged as it is: what it holds of the customer goes all the same.
                var erased = row
                (erased.contentHash, erased.reason) = ("", nil)
                try write(erased, inPlaceOf: row)
            }
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

    private func eraseAudit(of order: Int64) throws {
        let rows = try all(
            "select order_id, at, action, who, why, detail, id from audit where order_id = ?",
            order
        ) { (id: $0.int(6), audit: $0.auditRow()) }
        for (id, audit) in rows {
            var entry = audit.entry
            entry.erase()
            let erased = AuditRow(entry, order: order)
            try run(
                "update audit set why = ?, detail = ?, sum = ? where id = ?",
                erased.why,
                erased.detail,
                sums.audit(erased),
                id
            )
        }
    }
}

extension StoredEnding {
    init(_ ending: Ending) {
        self.init(output: ending.output, error: ending.error, cause: ending.cause)
    }
}
