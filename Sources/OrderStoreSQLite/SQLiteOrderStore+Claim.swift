package import FoundationEssentials
package import Orders

extension SQLiteOrderStore {
    /// Leases due orders, as `Suspects` and `FairShares` choose among them.
    ///
    /// A lease of this process ends only by being given up, so `until` is not kept: its clock may jump. The leases of an
    /// earlier process end at the next start, by the boot epoch.
    package func claim(_ request: ClaimRequest) async throws -> [Claim] {
        let holder = holder
        return try await guarded { connection in
            let turn = try connection.suspects(request.now)?.turn ?? .free
            let limit = turn.places(of: request.limit)
            let resumed = [
                try connection.due(.running, request.now, limit: limit),
                try connection.dueByTimer(request.now, limit: limit),
            ]
            let waiting = try connection.dueAtGates(request.rooms, request.now, limit: limit)
            let chosen =
                [turn.order].compactMap(\.self)
                + FairShares.choose(
                    limit,
                    fresh: try connection.due(.queued, request.now, limit: limit),
                    resumed: resumed + waiting
                )
            return try chosen.compactMap { order in
                guard var claim = try connection.lease(order, to: holder, at: request.now) else {
                    return nil
                }
                guard let step = request.begin?(claim) else { return claim }
                precondition(step.move?.endsLease != true, "a claim leaves its orders leased")
                do {
                    let recorded = try connection.record(step, under: claim.lease, holder)
                    claim.entry = try recorded.entry(of: claim.lease)
                } catch let damage as Damage {
                    // The others must not wait for it; it is held, and its lease is over.
                    try connection.hold(damage, at: request.now.milliseconds)
                    return nil
                }
                return claim
            }
        }
    }

    /// Answers the leases that do not hold any more; the others need no prolonging here.
    package func prolong(_ leases: [Lease], until: Date) async throws -> [Lease] {
        let holder = holder
        return try await read { connection in
            try leases.filter { try connection.row(under: $0, holder) == nil }
        }
    }

    /// Gives an order back unfinished, to be taken up again at that time.
    package func handBack(_ lease: Lease, due: Date) async throws {
        let holder = holder
        let isHeld = try await write { connection in
            guard let row = try connection.row(under: lease, holder) else { return false }
            var edit = OrderEdit(try row.life())
            edit.life.handBack(due: due)
            try connection.write(edit, to: row)
            return true
        }
        guard isHeld else { throw StoreError.leaseLost(lease.id) }
    }

    /// When the next order falls due that nobody works on.
    package func nextDue() async throws -> Date? {
        try await read { connection in
            try connection.first(Self.leastDue) { $0.optionalInt(0).map(Date.init(milliseconds:)) }
                ?? nil
        }
    }

    /// The least of each of the two statuses that can be due, and of the timers; served by orders_due and orders_timed.
    ///
    /// Suspects are claimed one at a time, so whoever waited for their due time might wait for nothing.
    private static let leastDue = SQL(
        """
        select min(due) from (
            select min(due) as due from orders
            where status = \(.queued) and due is not null and gate is null
            union all
            select due from (
                select due from orders
                where status = \(.running) and due is not null and gate is null and crash_streak < 2
                order by due, id limit 1
            )
            union all
            select min(timer) from orders where timer is not null
        )
        """
    )
}

/// Who leases orders here: the node, and the number of its start.
struct Holder: Sendable {
    let node: String
    let boot: Int64
}

extension Connection {
    /// The orders that were running at two ends of the process in a row; nil when there are none.
    fileprivate func suspects(_ now: Date) throws -> Suspects? {
        // Each is served by orders_suspected, which is empty but for the hours after a crash.
        guard let worst = try first(Self.worstSuspect, read: { $0.optionalInt(0) }) ?? nil else {
            return nil
        }
        return Suspects(
            worst: Int(worst),
            isOneLeased: try first(Self.leasedSuspect, Suspects.streak) { _ in true } ?? false,
            isWorstLeased: try first(Self.leasedSuspect, Crash.limit) { _ in true } ?? false,
            // Served by orders_leased.
            isAnyLeased: try first(
                "select 1 from orders where lease_epoch is not null limit 1"
            ) { _ in true } ?? false,
            due: try dueSuspect(ofStreak: Suspects.streak, now),
            worstDue: try dueSuspect(ofStreak: Crash.limit, now)
        )
    }

    private static let worstSuspect = SQL(
        "select max(crash_streak) from orders where crash_streak >= 2 and status = \(.running)"
    )
    private static let leasedSuspect = SQL(
        """
        select 1 from orders
        where crash_streak >= 2 and crash_streak >= ? and status = \(.running) and due is null limit 1
        """
    )
    private static let longestDueSuspect = SQL(
        """
        select id, due from orders
        where crash_streak >= 2 and crash_streak >= ? and status = \(.running) and due <= ?
        order by due limit 1
        """
    )

    private func dueSuspect(ofStreak streak: Int, _ now: Date) throws -> DueOrder? {
        try first(Self.longestDueSuspect, streak, now.milliseconds) { $0.dueOrder() }
    }

    /// Due orders of a status, the longest due first; served by orders_due.
    fileprivate func due(_ status: OrderStatus, _ now: Date, limit: Int) throws -> [DueOrder] {
        guard limit > 0 else { return [] }
        return try all(
            """
            select id, due from orders
            where status = ? and due is not null and gate is null and due <= ? and crash_streak < 2
            order by due, id limit ?
            """,
            status.code,
            now.milliseconds,
            limit
        ) { $0.dueOrder() }
    }

    /// Due orders that wait for gates, a line for each gate, as many as it has room for.
    ///
    /// All that wait for a provider that is down would be read, put off and written again and again.
    fileprivate func dueAtGates(
        _ rooms: [String: Int],
        _ now: Date,
        limit: Int
    ) throws -> [[DueOrder]] {
        guard limit > 0 else { return [] }
        return try gates().map { gate in
            // Served by orders_waiting.
            try all(
                """
                select id, due from orders
                where gate = ? and due <= ? and crash_streak < 2
                order by due, id limit ?
                """,
                gate,
                now.milliseconds,
                max(0, min(limit, rooms[gate] ?? limit))
            ) { $0.dueOrder(gate: gate) }
        }
    }

    /// Orders that wait for gates and have a timer whose time has come.
    fileprivate func dueByTimer(_ now: Date, limit: Int) throws -> [DueOrder] {
        guard limit > 0 else { return [] }
        // Served by orders_timed.
        return try all(
            """
            select id, timer, gate from orders
            where timer is not null and timer <= ? and crash_streak < 2
            order by timer, id limit ?
            """,
            now.milliseconds,
            limit
        ) { $0.dueOrder(gate: $0.text(2)) }
    }

    /// The gates that orders wait for, in order; there are few of them, and each is found by orders_waiting.
    func gates() throws -> [String] {
        var gates: [String] = []
        while let next = try first(
            "select gate from orders where gate is not null and gate > ? order by gate limit 1",
            gates.last ?? "",
            read: { $0.text(0) }
        ) { gates.append(next) }
        return gates
    }

    /// Leases an order; nil for one that is damaged and held for it.
    fileprivate func lease(_ order: DueOrder, to holder: Holder, at now: Date) throws -> Claim? {
        do {
            guard let (row, input, snapshot) = try startOfRun(order.place) else {
                throw IndexDamage(what: "order \(order.place) is due and is not there")
            }
            var edit = OrderEdit(try row.life())
            // The index says that it is due; were it wrong, an order that has ended would run again.
            guard edit.life.lease(to: holder.boot, at: now) else {
                throw IndexDamage(
                    what: "order \(order.place) is due and is not to be taken up"
                )
            }
            let id = try id(of: row)
            try write(edit, to: row)
            // An order that was never taken up has no deliveries.
            if !row.isTakenUp { leased.note([], of: row.id) }
            var claim = Claim(
                lease: Lease(
                    order: row.id,
                    id: id,
                    fence: edit.life.fence,
                    node: holder.node
                ),
                workflow: try workflowHash(row.workflow),
                input: input,
                snapshot: snapshot,
                createdAt: Date(milliseconds: row.createdAt),
                attempts: edit.life.attempts
            )
            claim.due = order.due
            claim.gate = order.gate
            claim.origin = try originIfAny(row.id)
            claim.redrives = edit.life.redrives
            // Nobody can have answered an order that has not begun.
            if snapshot != nil { claim.answers = try answers(to: row.id) }
            return claim
        } catch let damage as Damage {
            try hold(damage, at: now.milliseconds)
            return nil
        }
    }
}

extension Row {
    func dueOrder(gate: String? = nil) -> DueOrder {
        DueOrder(place: int(0), due: Date(milliseconds: int(1)), gate: gate)
    }
}
