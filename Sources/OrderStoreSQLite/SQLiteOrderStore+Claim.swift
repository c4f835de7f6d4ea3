public import FoundationEssentials
public import Orders

extension SQLiteOrderStore {
    /// Leases due orders, fresh and resumed ones in equal shares while both are there.
    public func claim(_ request: ClaimRequest) async throws -> [Claim] {
        try await write { [epoch] connection in
            let now = request.now.milliseconds
            let resumed = try connection.due(.running, now, limit: request.limit)
            let fresh = try connection.due(.queued, now, limit: request.limit)
            let freshCount = Self.freshShare(fresh, resumed, limit: request.limit)
            let chosen = fresh.prefix(freshCount) + resumed.prefix(request.limit - freshCount)
            connection.tally[.queued] -= freshCount
            connection.tally[.running] += freshCount
            return try chosen.map {
                try connection.lease(
                    $0.id,
                    epoch: epoch,
                    now: now,
                    until: request.until.milliseconds
                )
            }
        }
    }

    /// Moves the end of leases that still hold; answers those that do not.
    public func prolong(_ leases: [Lease], until: Date) async throws -> [Lease] {
        try await write { [epoch] connection in
            try leases.filter { lease in
                try connection.run(
                    "update orders set lease_until = ? where id = ? and fence = ? and lease_epoch = ?",
                    until.milliseconds,
                    lease.order,
                    lease.fence,
                    epoch
                )
                return connection.changes == 0
            }
        }
    }

    /// Gives an order back unfinished, to be taken up again at that time.
    public func handBack(_ lease: Lease, due: Date) async throws {
        try await held(lease) { [epoch] connection in
            try connection.run(
                """
                update orders set lease_epoch = null, lease_until = null, due = ?,
                    handed_back = handed_back + 1
                where id = ? and fence = ? and lease_epoch = ?
                """,
                due.milliseconds,
                lease.order,
                lease.fence,
                epoch
            )
            return connection.changes == 1
        }
    }

    /// When the next order falls due that nobody works on.
    public func nextDue() async throws -> Date? {
        try await read { connection in
            // Served by orders_due: the least of each of the two statuses that can be due.
            try connection.first(
                """
                select min(due) from (
                    select min(due) as due from orders where status = 0 and due is not null
                    union all
                    select min(due) from orders where status = 1 and due is not null
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
}

extension Connection {
    /// Due orders of a status, the longest due first; served by orders_due.
    fileprivate func due(_ status: OrderStatus, _ now: Int64, limit: Int) throws -> [DueOrder] {
        try all(
            """
            select id, due from orders where status = ? and due is not null and due <= ?
            order by due, id limit ?
            """,
            status.code,
            now,
            limit
        ) { DueOrder(id: $0.int(0), due: $0.int(1)) }
    }

    fileprivate func lease(_ id: Int64, epoch: Int64, now: Int64, until: Int64) throws -> Claim {
        let claim = try first(
            """
            update orders set status = 1, due = null, fence = fence + 1, lease_epoch = ?, lease_until = ?,
                started = started + 1, started_at = coalesce(started_at, ?)
            where id = ?
            returning number, fence, created_at, started, failed, crashed, handed_back, workflow
            """,
            epoch,
            until,
            now,
            id
        ) { row -> (Lease, Date, Attempts, Int64) in
            var attempts = Attempts()
            attempts.started = Int(row.int(3))
            attempts.failed = Int(row.int(4))
            attempts.crashed = Int(row.int(5))
            attempts.handedBack = Int(row.int(6))
            let lease = Lease(order: id, number: row.number(0), fence: row.int(1))
            return (lease, Date(milliseconds: row.int(2)), attempts, row.int(7))
        }
        guard let (lease, createdAt, attempts, workflow) = claim else {
            throw StoreError.unavailable("order \(id) vanished while it was claimed")
        }
        let snapshot = try first("select snapshot from executions where order_id = ?", id) {
            $0.blob(0)
        }
        return Claim(
            lease: lease,
            workflow: try workflowHash(workflow),
            input: try input(id),
            snapshot: snapshot,
            createdAt: createdAt,
            attempts: attempts
        )
    }
}
