package import FoundationEssentials
import Orders

extension PostgresOrderStore {
    /// Brings the tables up to date and begins a start of the node, in place of those before it.
    static func start(_ server: Server, at now: Date) throws -> (Holder, PublishedTally) {
        let connection = try server.openStarter()
        try Migrations.run(on: connection, schema: server.schema)
        var begun: (Holder, PublishedTally)?
        for _ in 0..<maximumAttempts where begun == nil {
            do {
                try connection.transaction {
                    let holder = try connection.begin(server.node, at: now)
                    try connection.writeTally()
                    begun = (holder, PublishedTally(try connection.totals()))
                }
            } catch let fault as LinkFault where fault.isPassing {
                begun = nil
            }
        }
        guard let begun else {
            throw StoreError.unavailable(
                "others are in the way of this node's start again and again"
            )
        }
        return begun
    }

    private static let maximumAttempts = 10

    /// Tells the others that this node lives, as each of its commits does too; false when it was taken for lost, or another
    /// process has started under its name: then it is given nothing to do any more, and has to start anew.
    package func beat() async throws -> Bool {
        try await write { [holder] connection in try connection.isAlive(holder) }
    }

    /// Takes other nodes for lost that were silent for so long by the database's clock, and takes back what they had leased;
    /// answers their names.
    ///
    /// A node that was not lost but held up finds its leases gone. One that is stopped in the midst of a transaction is
    /// passed over until the server has ended that.
    package func retireNodes(silentFor silence: Duration, at now: Date) async throws -> [String] {
        let (seconds, attoseconds) = silence.components
        let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        return try await write { [holder] connection in
            try connection.lock(.nodes)
            let silent = try connection.all(
                """
                select epoch, name from nodes where ended_at is null and epoch != $1
                    and heartbeat_at < clock_timestamp() - $2 * interval '1 millisecond'
                order by epoch for update skip locked
                """,
                holder.boot,
                milliseconds
            ) { (epoch: $0.int(0), name: $0.text(1)) }
            try connection.end(silent.map(\.epoch), at: now)
            return silent.map(\.name)
        }
    }
}

extension Connection {
    /// Begins the next start of a node, after the end of those before it.
    fileprivate func begin(_ node: String, at now: Date) throws -> Holder {
        try lock(.nodes)
        let begun = try first(
            """
            insert into nodes(name, started_at, heartbeat_at) values($1, $2, clock_timestamp())
            returning epoch, token::text
            """,
            node,
            now
        ) { Holder(node: node, boot: $0.int(0), token: $0.text(1)) }
        guard let holder = begun else {
            throw StoreError.unavailable("the database gives no numbers")
        }
        write(for: holder)
        let earlier = try all(
            """
            select epoch from nodes where name = $1 and ended_at is null and epoch != $2
            order by epoch for update
            """,
            node,
            holder.boot
        ) { $0.int(0) }
        try end(earlier, at: now)
        try followClock(now)
        return holder
    }

    /// Whether the start of the node was not ended by others.
    func isAlive(_ holder: Holder) throws -> Bool {
        try first(
            "select 1 from nodes where epoch = $1 and ended_at is null",
            holder.boot
        ) { _ in true } ?? false
    }

    /// Ends starts of nodes: their orders are due at once, or held when that has happened too often, and what they were
    /// sending is uncertain.
    fileprivate func end(_ epochs: [Int64], at now: Date) throws {
        guard !epochs.isEmpty else { return }
        try run("update nodes set ended_at = $2 where epoch = any($1)", List(epochs), now)
        // Served by orders_of_holder.
        let lost = try all(Self.leasedByThem, List(epochs)) { $0.orderRow() }
        try takeBack(lost, at: now)
        // Of runs that had lost their leases before. Served by deliveries_intended.
        let cutOff = try all(
            """
            select distinct order_id from deliveries where status = 'intended' and holder = any($1)
            order by order_id
            """,
            List(epochs)
        ) { $0.int(0) }
        for order in cutOff {
            guard let row = try orderRow(order) else { continue }
            try interruptDeliveries(of: row, at: now, begunBy: Set(epochs))
        }
        // Their counts go on as those of nobody.
        try run(
            """
            insert into tallies as t(epoch, kind, status, count)
            select 0, kind, status, sum(count) from tallies where epoch = any($1) group by kind, status
            on conflict (epoch, kind, status) do update set count = t.count + excluded.count
            """,
            List(epochs)
        )
        try run("delete from tallies where epoch = any($1)", List(epochs))
    }

    private static let leasedByThem = SQL(
        """
        select \(OrderRow.Columns.self) from orders where lease_epoch = any($1)
        order by id for update
        """
    )

    /// Takes back leases that nobody has prolonged until their end, unless another node is about it.
    func takeBackExpired(at now: Date) throws {
        guard try tryLock(.nodes) else { return }
        // Served by orders_leased; whoever has locked one is alive.
        try takeBack(try all(Self.expired, now) { $0.orderRow() }, at: now)
    }

    private static let expired = SQL(
        """
        select \(OrderRow.Columns.self) from orders where lease_epoch is not null and lease_until <= $1
        order by id for update skip locked
        """
    )

    /// Ends the leases of orders, which are locked; each node bears its own blame.
    private func takeBack(_ rows: [OrderRow], at now: Date) throws {
        let running = Dictionary(grouping: rows, by: \.life.holder).mapValues(\.count)
        try lockOrders(Set(rows.map(\.id)))
        for row in rows {
            let share = LifeCycle.share(of: running[row.life.holder] ?? 1)
            let edit = try row.life.takingBack(share: share, at: now) { try crashes(of: row.id) }
            guard let edit else { continue }
            try write(edit, to: row)
            try interruptDeliveries(of: row, at: now)
        }
    }

    /// What `LifeCycle.followingClock` says, of all orders at once: there may be a million of them.
    private func followClock(_ now: Date) throws {
        // Served by orders_due.
        try run(Self.followAccepted, now)
        // Served by orders_waiting.
        try run(
            "update orders set due = $1 where gate is not null and due > $2",
            now,
            now.addingTimeInterval(ProviderGate.longestRest)
        )
    }

    private static let followAccepted = SQL(
        """
        update orders set due = $1
        where status = \(.queued) and due > $1 and gate is null and crash_streak < 2 and due = created_at
        """
    )
}
