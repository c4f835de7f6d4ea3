import FoundationEssentials
import Orders

extension Connection {
    /// Writes what was decided about an order, whose row was that; a lease holds until then.
    func write(_ edit: OrderEdit, to row: OrderRow, leaseUntil: Date? = nil) throws {
        var changed = row
        changed.life = edit.life
        changed.leaseUntil = edit.life.holder == nil ? nil : leaseUntil ?? row.leaseUntil
        if let workflow = edit.workflow, let place = try place(ofWorkflow: workflow) {
            changed.workflow = place
        }
        try write(changed)
        tally.move(from: row.life.status, to: edit.life.status)
        try writeParts(of: edit, to: row.id)
        if let ended = edit.life.finishedAt, row.life.finishedAt == nil {
            try tellParents(ofEnded: changed, at: ended)
        }
    }

    private func writeParts(of edit: OrderEdit, to order: Int64) throws {
        if edit.isErasure { try erase(order) }
        if let now = edit.givesUpAt { try giveUpDeliveries(of: order, at: now) }
        if let tasks = edit.openTasks { try replaceOpenTasks(of: order, by: tasks) }
        try append(edit.history, to: order)
        switch edit.snapshot {
        case .kept: break
        case .replaced(let snapshot): try replaceSnapshot(of: order, by: snapshot)
        case .removed: try run("delete from executions where order_id = $1", order)
        }
        switch edit.input {
        case .kept: break
        case .replaced(let input): try replaceInput(of: order, by: input)
        case .removed: try run("delete from inputs where order_id = $1", order)
        }
        switch edit.ending {
        case .kept: break
        case .replaced(let ending): try replaceEnding(of: order, by: ending)
        case .removed: try run("delete from endings where order_id = $1", order)
        }
        if let crash = edit.crash { try insert(crash, of: order) }
        if let audit = edit.audit { try insert(audit, order: order) }
        if let bulk = edit.bulk { try count(order, redrivenBy: bulk) }
    }

    private func giveUpDeliveries(of order: Int64, at now: Date) throws {
        let id = try orderRow(order)?.number ?? .damaged(at: order)
        for row in try deliveryRows(of: order) {
            var entry = row.entry(of: id)
            if entry.giveUp(at: now) { try write(entry, inPlaceOf: row) }
        }
    }

    /// Notes that the sends of an order were cut off: all, or those that some starts of nodes had begun.
    func interruptDeliveries(
        of order: OrderRow,
        at now: Date,
        begunBy holders: Set<Int64>? = nil
    ) throws {
        for row in try deliveryRows(of: order.id)
        where row.status == .intended && holders?.contains(row.holder) ?? true {
            var entry = row.entry(of: order.number)
            entry.interrupt(at: now)
            try write(entry, inPlaceOf: row)
        }
    }

    /// Lets go of all that the order holds of its customer.
    private func erase(_ order: Int64) throws {
        try run("delete from inputs where order_id = $1", order)
        try run("delete from origins where order_id = $1", order)
        try run("delete from executions where order_id = $1", order)
        try run("delete from history where order_id = $1", order)
        try run("update endings set output = null, cause = null where order_id = $1", order)
        let id = try orderRow(order)?.number ?? .damaged(at: order)
        for row in try deliveryRows(of: order) {
            var entry = row.entry(of: id)
            entry.erase()
            try write(entry, inPlaceOf: row)
        }
        try run("update idempotency_keys set body = '' where order_id = $1", order)
        let audit = try all(Self.auditWithPlaces, order) {
            (place: $0.int(5), entry: $0.auditEntry())
        }
        for (place, before) in audit {
            var entry = before
            entry.erase()
            try run(
                "update audit set why = $2, detail = $3 where id = $1",
                place,
                entry.by.reason,
                entry.detail
            )
        }
    }

    private static let auditWithPlaces: SQL =
        "select at, action, who, why, detail, id from audit where order_id = $1"
}
