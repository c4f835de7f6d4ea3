public import FoundationEssentials
public import Orders

extension SQLiteOrderStore {
    /// Leases due orders, fresh and resumed ones in equal shares while both are there.
    ///
    /// A lease of this process ends only by being given up, so `until` is not kept: its clock may jump. The leases of an
    /// earlier process end at the next start, by the boot epoch.
    public func claim(_ request: ClaimRequest) async throws -> [Claim] {
        try await guarded { [epoch] connection in
            let now = request.now.milliseconds
            let suspects = try connection.dueSuspects(now)
            let limit = suspects.leaveRoom ? request.limit - suspects.orders.count : 0
            let resumed = try connection.due(.running, now, limit: limit)
                .merged(with: connection.dueByTimer(now, limit: limit), limit: limit)
                .merged(with: connection.dueAtGates(request.rooms, now, limit: limit), limit: limit)
            let fresh = try connection.due(.queued, now, limit: limit)
            let freshCount = Self.freshShare(fresh, resumed, limit: limit)
            let chosen =
                suspects.orders + fresh.prefix(freshCount) + resumed.prefix(limit - freshCount)
            return try chosen.compactMap {
                try connection.lease($0, epoch: epoch, now: now)
            }
        }
    }

    /// Answers the leases that do not hold any more; the others need no prolonging here.
    public func prolong(_ leases: [Lease], until: Date) async throws -> [Lease] {
        try await read { [epoch] connection in
            try leases.filter { try connection.row(under: $0, epoch: epoch) == nil }
        }
    }

    /// Gives an order back unfinished, to be taken up again at that time.
    public func handBack(_ lease: Lease, due: Date) async throws {
        try await held(lease) { [epoch] connection in
            guard var row = try connection.row(under: lease, epoch: epoch) else { return false }
            row.release()
            row.due = due.milliseconds
            row.handedBack += 1
            try connection.write(row)
            return true
        }
    }

    /// When the next order falls due that nobody works on.
    public func nextDue() async throws -> Date? {
        try await read { connection in
            // Served by orders_due and orders_timed: the least of each of the two statuses that can be due, and of the
            // timers. Suspects are claimed one at a time, so whoever waited for their due time might wait for nothing.
            try connection.first(
                """
                select min(due) from (
                    select min(due) as due from orders
                    where status = 0 and due is not null and gate is null
                    union all
                    select * from (
                        select due from orders
                        where status = 1 and due is not null and gate is null and crash_streak < 2
                        order by due, id limit 1
                    )
                    union all
                    select min(timer) from orders where timer is not null
                )
                """
            ) { $0.optionalInt(0).map(Date.init(milliseconds:)) } ?? nil
        }
    }

    /// Runs a change that says whether the lease held.
    func held(
        _ lease: Lease,
        _ body: @escaping @Sendable (Connection) throws -> Bool
    ) async throws {
        guard try await write(body) else { throw StoreError.leaseLost(lease.number) }
    }

    /// How many fresh orders to take: half, or what the resumed ones leave.
    ///
    /// An odd place goes to whoever has waited longer, so that neither starves when places come one at a time.
    private static func freshShare(_ fresh: [DueOrder], _ resumed: [DueOrder], limit: Int) -> Int {
        let half = limit / 2
        let isFreshOlder = (fresh.first?.due ?? .max) <= (resumed.first?.due ?? .max)
        let share = limit.isMultiple(of: 2) || !isFreshOlder ? half : half + 1
        return min(fresh.count, max(share, limit - resumed.count))
    }
}

/// An order that can be claimed.
private struct DueOrder {
    let id: Int64
    let due: Int64
    /// The gate that it has waited for.
    var gate: String?
}

extension [DueOrder] {
    /// The longest due of both; who is in both is taken once.
    fileprivate func merged(with others: [DueOrder], limit: Int) -> [DueOrder] {
        guard !others.isEmpty else { return self }
        let known = Set(map(\.id))
        let new = others.filter { !known.contains($0.id) }
        return Array((self + new).sorted { ($0.due, $0.id) < ($1.due, $1.id) }.prefix(limit))
    }
}

extension Connection {
    /// The suspect to be claimed now, if any, and whether other orders may run beside it.
    ///
    /// What was running at two ends of the process in a row may have caused them: of those one runs at a time, so that no
    /// other gets into the same suspicion beside it. Who was running at three and did not bear the blame alone runs quite
    /// alone: then it is cleared, or it is the one.
    fileprivate func dueSuspects(_ now: Int64) throws -> (orders: [DueOrder], leaveRoom: Bool) {
        // Each is served by orders_suspected, which is empty but for the hours after a crash.
        let worst = try first(
            "select max(crash_streak) from orders where crash_streak >= 2 and status = 1"
        ) { $0.optionalInt(0) }
        guard let worst = worst ?? nil else { return ([], true) }
        return worst >= Crash.limit ? try loneSuspect(now) : try nextSuspect(now)
    }

    private func nextSuspect(_ now: Int64) throws -> (orders: [DueOrder], leaveRoom: Bool) {
        let isBusy = try first(
            "select 1 from orders where crash_streak >= 2 and status = 1 and due is null limit 1"
        ) { _ in true }
        guard isBusy == nil else { return ([], true) }
        return (try dueSuspect(ofStreak: 2, now), true)
    }

    private func loneSuspect(_ now: Int64) throws -> (orders: [DueOrder], leaveRoom: Bool) {
        let isRunning = try first(
            """
            select 1 from orders
            where crash_streak >= 2 and crash_streak >= 3 and status = 1 and due is null limit 1
            """
        ) { _ in true }
        if isRunning != nil { return ([], false) }
        let suspect = try dueSuspect(ofStreak: Crash.limit, now)
        // While the worst waits for its time, the next may have its turn.
        guard !suspect.isEmpty else { return try nextSuspect(now) }
        // Served by orders_leased.
        let isAnyRunning = try first(
            "select 1 from orders where lease_epoch is not null limit 1"
        ) { _ in true }
        return isAnyRunning == nil ? (suspect, false) : ([], false)
    }

    private func dueSuspect(ofStreak streak: Int, _ now: Int64) throws -> [DueOrder] {
        try all(
            """
            select id, due from orders
            where crash_streak >= 2 and crash_streak >= ? and status = 1 and due <= ?
            order by due limit 1
            """,
            streak,
            now
        ) { DueOrder(id: $0.int(0), due: $0.int(1)) }
    }

    /// Due orders of a status, the longest due first; served by orders_due.
    fileprivate func due(_ status: OrderStatus, _ now: Int64, limit: Int) throws -> [DueOrder] {
        try all(
            """
            select id, due from orders
            where status = ? and due is not null and gate is null and due <= ? and crash_streak < 2
            order by due, id limit ?
            """,
            status.code,
            now,
            limit
        ) { DueOrder(id: $0.int(0), due: $0.int(1)) }
    }

    /// Due orders that wait for gates, as many as each has room for.
    ///
    /// All that wait for a provider that is down would be read, put off and written again and again.
    fileprivate func dueAtGates(
        _ rooms: [String: Int],
        _ now: Int64,
        limit: Int
    ) throws -> [DueOrder] {
        try gates().flatMap { gate in
            // Served by orders_waiting.
            try all(
                """
                select id, due from orders
                where gate = ? and due <= ? and crash_streak < 2
                order by due, id limit ?
                """,
                gate,
                now,
                max(0, min(limit, rooms[gate] ?? limit))
            ) { DueOrder(id: $0.int(0), due: $0.int(1), gate: gate) }
        }
    }

    /// Orders that wait for gates and have a timer whose time has come.
    fileprivate func dueByTimer(_ now: Int64, limit: Int) throws -> [DueOrder] {
        // Served by orders_timed.
        try all(
            """
            select id, timer, gate from orders
            where timer is not null and timer <= ? and crash_streak < 2
            order by timer, id limit ?
            """,
            now,
            limit
        ) { DueOrder(id: $0.int(0), due: $0.int(1), gate: $0.text(2)) }
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
    fileprivate func lease(_ order: DueOrder, epoch: Int64, now: Int64) throws -> Claim? {
        do {
            guard var row = try orderRow(order.id) else {
                throw IndexDamage(what: "order \(order.id) is due and is not there")
            }
            // The index says so; were it wrong, an order that has ended would run again.
            guard let status = OrderStatus(code: row.status), row.due != nil,
                status == .queued || status == .running
            else { throw IndexDamage(what: "order \(order.id) is due and is not to be taken up") }
            let (input, snapshot) = (try input(order.id), try snapshot(order.id))
            row.release()
            row.status = OrderStatus.running.code
            row.fence += 1
            row.leaseEpoch = epoch
            row.started += 1
            row.startedAt = row.startedAt ?? now
            try write(row)
            tally.move(from: status, to: .running)
            return try claim(row, order, input, snapshot)
        } catch let damage as Damage {
            try hold(damage, at: now)
            return nil
        }
    }

    private func claim(
        _ row: OrderRow,
        _ order: DueOrder,
        _ input: [UInt8],
        _ snapshot: [UInt8]?
    ) throws -> Claim {
        var claim = Claim(
            lease: Lease(order: row.id, number: try number(of: row), fence: row.fence),
            workflow: try workflowHash(row.workflow),
            input: input,
            snapshot: snapshot,
            createdAt: Date(milliseconds: row.createdAt),
            attempts: row.attempts
        )
        claim.gate = order.gate
        return claim
    }
}
