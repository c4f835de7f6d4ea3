package import FoundationEssentials
package import Orders

extension PostgresOrderStore {
    /// Leases due orders, as `Suspects` and `FairShares` choose among them.
    ///
    /// What another node is choosing among is passed over.
    package func claim(_ request: ClaimRequest) async throws -> [Claim] {
        try await write { [holder] connection in try connection.claim(request, for: holder) }
    }

    /// Moves the end of leases that hold; answers the others.
    package func prolong(_ leases: [Lease], until: Date) async throws -> [Lease] {
        let own = leases.filter { $0.node == node }
        guard !own.isEmpty else { return leases }
        let held = try await write { [holder] connection in
            // In one order, so that no two nodes wait for each other.
            let held = try connection.all(
                """
                select o.id from orders o join unnest($1, $2) as l(id, fence) on l.id = o.id
                where o.lease_epoch = $3 and o.fence = l.fence order by o.id for update of o
                """,
                List(own.map(\.order)),
                List(own.map(\.fence)),
                holder.boot
            ) { $0.int(0) }
            try connection.prolong(held, until: until)
            return Set(held)
        }
        return leases.filter { $0.node != node || !held.contains($0.order) }
    }

    /// Gives an order back unfinished, to be taken up again at that time.
    package func handBack(_ lease: Lease, due: Date) async throws {
        let isHeld = try await write(about: [lease.order]) { [holder] connection in
            guard let row = try connection.row(under: lease, holder) else { return false }
            var edit = OrderEdit(row.life)
            edit.life.handBack(due: due)
            try connection.write(edit, to: row)
            return true
        }
        guard isHeld else { throw StoreError.leaseLost(lease.id) }
    }

    /// When the next order falls due that nobody works on.
    package func nextDue() async throws -> Date? {
        try await read { connection in
            try connection.first(Self.leastDue) { $0.optionalDate(0) } ?? nil
        }
    }

    /// The least of each of the two statuses that can be due, and of the timers; served by orders_due and orders_timed.
    ///
    /// Suspects are claimed one at a time, so whoever waited for their due time might wait for nothing.
    private static let leastDue = SQL(
        """
        select least(
            (select min(due) from orders
                where status = \(.queued) and due is not null and gate is null and crash_streak < 2),
            (select min(due) from orders
                where status = \(.running) and due is not null and gate is null and crash_streak < 2),
            (select min(timer) from orders where timer is not null and crash_streak < 2)
        )
        """
    )
}

extension Connection {
    fileprivate func claim(_ request: ClaimRequest, for holder: Holder) throws -> [Claim] {
        let situation = try first(Self.situation, holder.boot, request.now) { row in
            (
                isAlive: row.bool(0), hasExpired: row.bool(1), hasSuspects: row.bool(2),
                hasGates: row.bool(3)
            )
        }
        guard let situation, situation.isAlive else {
            throw StoreError.unavailable(
                "node \(holder.node) was taken for lost, or another process has started under its name"
            )
        }
        if situation.hasExpired { try takeBackExpired(at: request.now) }
        let mayHaveSuspects = situation.hasSuspects || situation.hasExpired
        let turn = mayHaveSuspects ? try suspects(request.now)?.turn ?? .free : .free
        let limit = turn.places(of: request.limit)
        let lines = try lines(request.now, limit: limit)
        let waiting =
            situation.hasGates ? try dueAtGates(request.rooms, request.now, limit: limit) : []
        let chosen =
            [turn.order].compactMap(\.self)
            + FairShares.choose(limit, fresh: lines.fresh, resumed: lines.resumed + waiting)
        return try lease(chosen, request, to: holder)
    }

    /// Whether the node may be given work, a lease's time is over, and orders are suspected or wait for gates.
    private static let situation = SQL(
        """
        select exists(select 1 from nodes where epoch = $1 and ended_at is null),
            exists(select 1 from orders where lease_epoch is not null and lease_until <= $2),
            exists(select 1 from orders where crash_streak >= 2 and status = \(.running)),
            exists(select 1 from orders where gate is not null)
        """
    )

    /// The orders that were running at two ends of their process in a row; nil when there are none.
    ///
    /// One node at a time looks at them, and leases what it chooses, so that they run alone over all nodes.
    private func suspects(_ now: Date) throws -> Suspects? {
        try lock(.suspects)
        // Each is served by orders_suspected, which is empty but for the hours after a crash.
        let found = try first(
            Self.suspicion,
            now,
            Suspects.streak,
            Crash.limit
        ) { row -> Suspects? in
            guard let worst = row.optionalInt(0) else { return nil }
            return Suspects(
                worst: Int(worst),
                isOneLeased: row.bool(1),
                isWorstLeased: row.bool(2),
                isAnyLeased: row.bool(3),
                due: row.optionalInt(4).map { DueOrder(place: $0, due: row.date(5)) },
                worstDue: row.optionalInt(6).map { DueOrder(place: $0, due: row.date(7)) }
            )
        }
        return found ?? nil
    }

    private static let suspicion = SQL(
        """
        with suspects as (
            select id, due, crash_streak from orders where crash_streak >= 2 and status = \(.running)
        ), next as (
            select id, due from suspects where crash_streak >= $2 and due <= $1 order by due, id limit 1
        ), worst as (
            select id, due from suspects where crash_streak >= $3 and due <= $1 order by due, id limit 1
        )
        select (select max(crash_streak) from suspects),
            exists(select 1 from suspects where crash_streak >= $2 and due is null),
            exists(select 1 from suspects where crash_streak >= $3 and due is null),
            exists(select 1 from orders where lease_epoch is not null),
            (select id from next), (select due from next), (select id from worst), (select due from worst)
        """
    )

    /// Due orders that wait for no gate, and those whose timers' time has come, the longest due first in each line.
    private func lines(
        _ now: Date,
        limit: Int
    ) throws -> (fresh: [DueOrder], resumed: [[DueOrder]]) {
        guard limit > 0 else { return ([], []) }
        let answers = try ask(
            (Self.due, Parameters(OrderStatus.queued.rawValue, now, limit)),
            (Self.due, Parameters(OrderStatus.running.rawValue, now, limit)),
            (Self.dueByTimer, Parameters(now, limit))
        )
        let (fresh, running) = (answers[0], answers[1])
        return (
            fresh.rows.map { $0.dueOrder() },
            [
                running.rows.map { $0.dueOrder() },
                answers[2].rows.map { $0.dueOrder(gate: $0.text(2)) },
            ]
        )
    }

    /// Served by orders_due.
    private static let due: SQL = """
        select id, due from orders
        where status = $1 and due is not null and gate is null and due <= $2 and crash_streak < 2
        order by due, id limit $3 for update skip locked
        """
    /// Served by orders_timed.
    private static let dueByTimer: SQL = """
        select id, timer, gate from orders
        where timer is not null and timer <= $1 and crash_streak < 2
        order by timer, id limit $2 for update skip locked
        """

    /// Due orders that wait for gates, a line for each gate, as many as it has room for.
    private func dueAtGates(
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
                where gate = $1 and due <= $2 and crash_streak < 2
                order by due, id limit $3 for update skip locked
                """,
                gate,
                now,
                max(0, min(limit, rooms[gate] ?? limit))
            ) { $0.dueOrder(gate: gate) }
        }
    }

    /// The gates that orders wait for, in order; there are few of them, and each is found by orders_waiting.
    func gates() throws -> [String] {
        try all(
            """
            with recursive g(gate) as (
                select min(gate) from orders where gate is not null
                union all
                select (select min(o.gate) from orders o where o.gate > g.gate) from g
                where g.gate is not null
            )
            select gate from g where gate is not null
            """
        ) { $0.text(0) }
    }

    /// Leases orders, those that are still to be taken up, and records what is to be begun with each.
    private func lease(
        _ chosen: [DueOrder],
        _ request: ClaimRequest,
        to holder: Holder
    ) throws -> [Claim] {
        guard !chosen.isEmpty else { return [] }
        let starts = try starts(of: chosen.map(\.place))
        var claims: [Claim] = []
        for order in chosen {
            guard let start = starts[order.place],
                var claim = try lease(order, start, request, to: holder)
            else { continue }
            // Nobody can have answered an order that has not begun.
            if start.snapshot != nil { claim.answers = start.answers }
            if let step = request.begin?(claim) {
                precondition(step.move?.endsLease != true, "a claim leaves its orders leased")
                claim.entry = try record(step, under: claim.lease, holder).get()
            }
            claims.append(claim)
        }
        return claims
    }

    private func lease(
        _ order: DueOrder,
        _ start: StartOfRun,
        _ request: ClaimRequest,
        to holder: Holder
    ) throws -> Claim? {
        var edit = OrderEdit(start.row.life)
        guard edit.life.lease(to: holder.boot, at: request.now) else { return nil }
        try write(edit, to: start.row, leaseUntil: request.until)
        var claim = Claim(
            lease: Lease(
                order: start.row.id,
                id: start.row.number,
                fence: edit.life.fence,
                node: holder.node
            ),
            workflow: try workflowHash(start.row.workflow),
            input: start.input,
            snapshot: start.snapshot,
            createdAt: start.row.createdAt,
            attempts: edit.life.attempts
        )
        claim.due = order.due
        claim.gate = order.gate
        claim.origin = start.origin
        claim.redrives = edit.life.redrives
        return claim
    }

    /// What an order begins a run with.
    private struct StartOfRun {
        let row: OrderRow
        let input: [UInt8]
        let snapshot: [UInt8]?
        let origin: [UInt8]?
        var answers: [TaskAnswer] = []
    }

    /// The same of orders at those places, which are locked; whom another has locked is left out.
    private func starts(of orders: [Int64]) throws -> [Int64: StartOfRun] {
        let ids = Parameters(List(orders))
        let found = try ask(
            (Self.startsOfRuns, ids),
            (DeliveryRow.ofOrders, ids),
            (Self.busyOrders, ids),
            (Self.answersOfOrders, ids)
        )
        let answers = try Self.answers(found[3])
        let starts = found[0].rows.map { row in
            let (order, next) = (row.orderRow(), OrderRow.Columns.width)
            return StartOfRun(
                row: order,
                input: row.bytes(next),
                snapshot: row.optionalBytes(next + 1),
                origin: row.optionalBytes(next + 2),
                answers: answers[order.id] ?? []
            )
        }
        try note(locked: starts.map(\.row), deliveries: found[1], busy: found[2])
        return Dictionary(starts.map { ($0.row.id, $0) }) { first, _ in first }
    }

    private static let startsOfRuns = SQL(
        """
        select \(OrderRow.Columns.self, of: "o"), i.body, e.snapshot, g.body from orders o
        left join inputs i on i.order_id = o.id left join executions e on e.order_id = o.id
        left join origins g on g.order_id = o.id
        where o.id = any($1) for update of o skip locked
        """
    )

    /// Moves the ends of leases, whose orders are locked.
    fileprivate func prolong(_ orders: [Int64], until: Date) throws {
        guard !orders.isEmpty else { return }
        try run("update orders set lease_until = $2 where id = any($1)", List(orders), until)
        // What was read of them before says when their leases ended then.
        for order in orders { forget(order) }
    }
}

extension Row {
    fileprivate func dueOrder(gate: String? = nil) -> DueOrder {
        DueOrder(place: int(0), due: date(1), gate: gate)
    }
}
