import FoundationEssentials
import Orders

/// What a new process does with what the one before it left in the middle.
extension Connection {
    /// Ends the leases of earlier processes: their orders are due at once, or held when that has happened too often.
    ///
    /// Answers whether there were any.
    func takeBackLeases(_ now: Int64) throws -> Bool {
        // Each is served by orders_leased.
        try run(
            """
            insert into crashes(order_id, epoch, found_at, state, run)
            select id, lease_epoch, ?, state, started from orders where lease_epoch is not null
            """,
            now
        )
        let count = try count("select count(*) from orders where lease_epoch is not null")
        guard count > 0 else { return false }
        // Of many that were running together each is little suspect; who ran alone, or little suspect again and again
        // until it did, is to blame.
        let share = Self.whole / count
        let poisonous = try all(
            """
            select id from orders
            where lease_epoch is not null and crash_streak >= ? and suspicion >= ?
            """,
            Crash.limit - 1,
            Self.blame - share
        ) { $0.int(0) }
        try run(
            """
            update orders set lease_epoch = null, due = ?, crashed = crashed + 1,
                crash_streak = crash_streak + 1, suspicion = suspicion + ?
            where lease_epoch is not null
            """,
            now,
            share
        )
        for order in poisonous { try quarantine(order, now) }
        return true
    }

    /// The suspicion of an order that was running alone when the process ended; several share it.
    private static let whole = 1_000
    /// From this on an order is to blame: to run alone at one end of the process may be chance.
    private static let blame = 2 * whole

    private func quarantine(_ order: Int64, _ now: Int64) throws {
        let streak = try count("select crash_streak from orders where id = ?", order)
        let last = try all(
            "select epoch, state, run from crashes where order_id = ? order by epoch desc limit ?",
            order,
            streak
        ) { (boot: $0.int(0), state: $0.optionalText(1), run: $0.int(2)) }
        let boots = last.reversed().map { "\($0.boot)" }.joined(separator: ", ")
        let place = last.first?.state.map { "in state \($0)" } ?? "before its first state"
        let evidence =
            "the process ended \(streak) times in a row while this order ran, \(place), in run "
            + "\(last.first?.run ?? 0); boots \(boots). POST /orders/{id}/redrive lets it go on"
        try run("update orders set status = 6, due = null where id = ?", order)
        try run(
            "insert or replace into endings(order_id, error, cause) values(?, 'Quarantined', ?)",
            order,
            evidence
        )
        let entry = AuditEntry(
            .quarantine,
            by: Operator("orderd"),
            at: Date(milliseconds: now),
            detail: evidence
        )
        try insert(entry, order: order)
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
        try run(
            "update deliveries set status = 3, reason = ?, concluded_at = ? where status = 0",
            Self.interrupted,
            now
        )
    }

    /// Why a delivery with an intent and no outcome is uncertain.
    static let interrupted = "the process ended between the intent and the outcome"
}
