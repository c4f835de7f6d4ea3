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
    func takeBackLeases(_ now: Int64) throws {
        // Served by orders_leased.
        let leased = try all("select id from orders where lease_epoch is not null") { $0.int(0) }
        let share = LifeCycle.share(of: leased.count)
        for id in leased {
            do {
                guard let row = try orderRow(id) else { continue }
                let edit = try row.life()
                    .takingBack(share: share, at: Date(milliseconds: now)) {
                        try crashes(of: id)
                    }
                if let edit { try write(edit, to: row) }
            } catch let damage as Damage {
                try hold(damage, at: now)
            }
        }
    }

    func insert(_ crash: Crash, of order: Int64) throws {
        try run(
            "insert or ignore into crashes(order_id, epoch, found_at, state, run) values(?, ?, ?, ?, ?)",
            order,
            crash.boot,
            crash.foundAt.milliseconds,
            crash.state,
            crash.run
        )
    }

    /// What `LifeCycle.followingClock` says, of all orders at once: there may be a million of them.
    func followClock(_ now: Int64) throws {
        // Served by orders_due.
        try run(Self.followAccepted, now, now)
        // Served by orders_waiting.
        for gate in try gates() {
            try run(
                "update orders set due = ? where gate = ? and due > ?",
                now,
                gate,
                now + Int64(ProviderGate.longestRest * 1_000)
            )
        }
    }

    private static let followAccepted = SQL(
        """
        update orders set due = ?
        where status = \(.queued) and due > ? and gate is null and due = created_at
        """
    )

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
                // Whatever is wrong with its order: a send that is not settled here is told of nowhere.
                var entry = try row.entry(of: idAsStored(ofOrder: row.order))
                entry.interrupt(at: Date(milliseconds: now))
                try write(entry, inPlaceOf: row)
            } catch let damage as Damage {
                try hold(damage, at: now)
            }
        }
    }
}
