import FoundationEssentials
import Orders

/// What a new process does with what the one before it left in the middle.
extension Connection {
    /// Begins the next start and answers its number: one more than this file and the lock file know of.
    func beginBoot(after record: LockRecord?, _ now: Int64) throws -> Int64 {
        let latest = try first("select max(epoch) from boots") { $0.optionalInt(0) } ?? nil
        let epoch = max(latest ?? 0, record?.boot ?? 0) + 1
        try run("insert into boots(epoch, started_at) values(?, ?)", epoch, now)
        return epoch
    }

    /// Ends the leases of earlier processes: their orders are due at once, or held when that has happened too often.
    ///
    /// Answers whether there were any.
    func takeBackLeases(_ now: Int64) throws -> Bool {
        // Served by orders_leased.
        let leased = try all(
            "select id, lease_epoch from orders where lease_epoch is not null"
        ) { (id: $0.int(0), epoch: $0.int(1)) }
        guard !leased.isEmpty else { return false }
        // Of many that were running together each is little suspect; who ran alone, or little suspect again and again
        // until it did, is to blame.
        let share = Self.whole / Int64(leased.count)
        for (id, epoch) in leased {
            do {
                guard let row = try orderRow(id) else { continue }
                try takeBack(row, epoch: epoch, share: share, now)
            } catch let damage as Damage {
                try hold(damage, at: now)
            }
        }
        return true
    }

    private func takeBack(_ before: OrderRow, epoch: Int64, share: Int64, _ now: Int64) throws {
        var row = before
        try run(
            "insert or ignore into crashes(order_id, epoch, found_at, state, run) values(?, ?, ?, ?, ?)",
            row.id,
            epoch,
            now,
            row.state,
            row.started
        )
        row.release()
        row.due = now
        row.crashed += 1
        row.crashStreak += 1
        row.suspicion += share
        let isPoison = row.crashStreak >= Crash.limit && row.suspicion >= Self.blame
        if isPoison { (row.status, row.due) = (OrderStatus.held.code, nil) }
        try write(row)
        if isPoison { try quarantine(row, now) }
    }

    /// The suspicion of an order that was running alone when the process ended; several share it.
    private static let whole: Int64 = 1_000
    /// From this on an order is to blame: to run alone at one end of the process may be chance.
    private static let blame = 2 * whole

    private func quarantine(_ row: OrderRow, _ now: Int64) throws {
        let last = try all(
            "select epoch, state, run from crashes where order_id = ? order by epoch desc limit ?",
            row.id,
            row.crashStreak
        ) { (boot: $0.int(0), state: $0.optionalText(1), run: $0.int(2)) }
        let boots = last.reversed().map { "\($0.boot)" }.joined(separator: ", ")
        let place = last.first?.state.map { "in state \($0)" } ?? "before its first state"
        let evidence =
            "the process ended \(row.crashStreak) times in a row while this order ran, \(place), in run "
            + "\(last.first?.run ?? 0); boots \(boots). POST /orders/{id}/redrive lets it go on"
        try replaceEnding(of: row.id, by: StoredEnding(error: "Quarantined", cause: evidence))
        let entry = AuditEntry(
            .quarantine,
            by: Operator("orderd"),
            at: Date(milliseconds: now),
            detail: evidence
        )
        try insert(entry, order: row.id)
    }

    /// What was to be taken up as soon as it was accepted is due, also when the clock was set back since.
    func followClock(_ now: Int64) throws {
        // Served by orders_due.
        try run(
            "update orders set due = ? where status = 0 and due > ? and gate is null and due = created_at",
            now,
            now
        )
        // Nor does an order rest longer than a provider is left alone. Served by orders_waiting.
        for gate in try gates() {
            try run(
                "update orders set due = ? where gate = ? and due > ?",
                now,
                gate,
                now + Int64(ProviderGate.longestRest * 1_000)
            )
        }
    }

    /// A send that the end of the process cut off may have been accepted: nobody can tell from here.
    func markInterruptedDeliveries(_ now: Int64) throws {
        // Served by deliveries_by_status.
        let intended = try all(
            "select id from deliveries where status = ?",
            Delivery.Status.intended.code
        ) { $0.int(0) }
        for id in intended {
            do {
                guard let row = try deliveryRow(id: id) else { continue }
                try conclude(row, .uncertain(reason: Self.interrupted), now)
            } catch let damage as Damage {
                try hold(damage, at: now)
            }
        }
    }

    /// Why a delivery with an intent and no outcome is uncertain.
    static let interrupted = "the process ended between the intent and the outcome"
}
