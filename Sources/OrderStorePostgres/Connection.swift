import Orders

/// One connection with what its open transaction knows; it never leaves its thread.
///
/// What a writer reads of an order it locks until its transaction ends, the order's own row first: that row guards all
/// that belongs to the order, whichever node writes it.
final class Connection {
    private let link: Link
    /// Who leases orders with it; nil before the node has begun, and in a reader.
    private(set) var holder: Holder?
    /// What the names of its locks begin with, so that stores in one database do not wait for each other.
    private let schema: String
    /// By how much the transaction that is open changes the counts.
    var tally = Tally()
    /// The orders that the open transaction has locked.
    private var lockedOrders: [Int64: OrderRow] = [:]
    /// Those of them that nothing from outside is about.
    private var quietOrders: Set<Int64> = []
    /// Entries of those of them whose entries it has read.
    private var knownDeliveries: [Int64: [DeliveryRow]] = [:]
    /// Definitions that were looked up; their places never change.
    private var workflows: [Workflow.ID: Int64] = [:]
    private var hashes: [Int64: Workflow.ID] = [:]

    /// A connection whose tables are in that schema; a holder makes it a writer.
    init(_ link: Link, schema: String, holder: Holder? = nil) throws {
        self.link = link
        self.schema = schema
        self.holder = holder
        try execute("set search_path to \(Migrations.quoted(schema))")
        // Whoever turned it off for all may lose the last moments; what is acknowledged here must not be among them.
        try run(
            """
            select set_config('synchronous_commit', 'on', false)
            where current_setting('synchronous_commit') = 'off'
            """
        )
        // A process that is stopped in the midst of a transaction must not keep its orders from the other nodes.
        try execute("set idle_in_transaction_session_timeout to '5s'")
        try link.settle()
    }

    /// Makes it a writer of a start of a node that its open transaction has begun.
    func write(for holder: Holder) { self.holder = holder }

    /// Runs a statement whose rows nobody wants; that it has failed shows later.
    func run<each Value: Bindable>(_ sql: SQL, _ values: repeat each Value) throws {
        try link.send(sql, Parameters(repeat each values))
    }

    /// The same for text that is made now, which is not about every order.
    func execute(_ text: String) throws { try link.send(once: text) }

    /// Runs a query and answers what `read` makes of its first row; nil without one.
    func first<each Value: Bindable, Result>(
        _ sql: SQL,
        _ values: repeat each Value,
        read: (Row) throws -> Result
    ) throws -> Result? {
        try ask((sql, Parameters(repeat each values)))[0].first.map(read)
    }

    /// Runs a query and answers what `read` makes of each row.
    func all<each Value: Bindable, Result>(
        _ sql: SQL,
        _ values: repeat each Value,
        read: (Row) throws -> Result
    ) throws -> [Result] {
        try ask((sql, Parameters(repeat each values)))[0].rows.map(read)
    }

    /// Runs a statement and answers how many rows it has changed.
    func change<each Value: Bindable>(_ sql: SQL, _ values: repeat each Value) throws -> Int {
        try ask((sql, Parameters(repeat each values)))[0].changes
    }

    /// Runs queries one behind the other, in one round trip.
    func ask(_ queries: Link.Query...) throws -> [Answer] { try link.ask(queries) }

    /// What a query for a single number answers.
    func count<each Value: Bindable>(_ sql: SQL, _ values: repeat each Value) throws -> Int {
        try first(sql, repeat each values) { Int($0.int(0)) } ?? 0
    }

    /// Runs the body in a transaction; when it throws, nothing of it is done.
    func transaction(_ body: () throws -> Void) throws {
        try begin()
        do {
            try body()
            try sendCommit()
            try awaitCommit()
        } catch {
            try rollBack()
            throw error
        }
    }

    /// Whatever the server's default is: what waits for a row's lock is to see the row as it is then.
    func begin() throws { try run("begin transaction isolation level read committed, read write") }

    /// What a reader sees is of one moment.
    func beginReading() throws {
        try run("begin transaction isolation level repeatable read, read only")
    }

    func sendCommit() throws { try run("commit") }

    /// Returns when the transaction is durable; throws when it has not happened, or when nobody knows.
    func awaitCommit() throws { try link.settle() }

    /// Gives the transaction up, whatever has become of it.
    func rollBack() throws {
        do { try link.settle() } catch LinkFault.refused {
            // That is why it is given up.
        }
        // A definition may have been found that this transaction had registered.
        (workflows, hashes) = ([:], [:])
        forget()
        try run("rollback")
        try link.settle()
    }

    /// Clears the dead rows of a table away; within no transaction.
    func vacuum(_ table: String) throws {
        try execute("vacuum \(table)")
        try link.settle()
    }

    /// Forgets what the transaction was about that has ended.
    func forget() {
        tally = Tally()
        lockedOrders.removeAll(keepingCapacity: true)
        knownDeliveries.removeAll(keepingCapacity: true)
        quietOrders.removeAll(keepingCapacity: true)
    }

    /// What only one transaction does at a time, over all nodes.
    enum Lock: String {
        case migrations, nodes, suspects, schedules, suppressions, alerts, versions
    }

    /// Waits until no other transaction has the lock, and keeps it until this one ends.
    func lock(_ lock: Lock) throws {
        try run(
            "select pg_advisory_xact_lock(hashtextextended($1, 0))",
            "\(schema) \(lock.rawValue)"
        )
    }

    /// The same for whatever has these names, each of them.
    func lock(keys: [[UInt8]]) throws {
        // In one order, so that no two wait for each other.
        try run(
            """
            select pg_advisory_xact_lock(k) from (
                select distinct hashtextextended($1 || encode(d, 'hex'), 0) as k from unnest($2) d
                order by k offset 0
            ) keys
            """,
            "\(schema) key ",
            List(keys)
        )
    }

    /// Takes the lock if nobody has it.
    func tryLock(_ lock: Lock) throws -> Bool {
        try first(
            "select pg_try_advisory_xact_lock(hashtextextended($1, 0))",
            "\(schema) \(lock.rawValue)"
        ) { $0.bool(0) } ?? false
    }

    /// Locks orders in one order and reads them, with their entries in the ledger, in one round trip.
    func lockOrders(_ orders: Set<Int64>) throws {
        let missing = orders.filter { lockedOrders[$0] == nil }
        guard !missing.isEmpty else { return }
        let ids = missing.sorted()
        let answers = try ask(
            (OrderRow.lockingMany, Parameters(List(ids))),
            (DeliveryRow.ofOrders, Parameters(List(ids))),
            (Self.busyOrders, Parameters(List(ids)))
        )
        try note(
            locked: answers[0].rows.map { $0.orderRow() },
            deliveries: answers[1],
            busy: answers[2]
        )
    }

    /// Orders about which something came from outside, may come, or is to be told when they end.
    static let busyOrders: SQL = """
        select id from unnest($1) as i(id)
        where exists(select 1 from answers a where a.order_id = id)
            or exists(select 1 from tasks t
                where t.order_id = id and t.status in ('open', 'taken', 'answered'))
            or exists(select 1 from children c where c.child_id = id and c.is_awaited)
        """

    /// Notes what was read of orders that are locked since before.
    func note(locked rows: [OrderRow], deliveries: Answer, busy: Answer) throws {
        for row in rows {
            lockedOrders[row.id] = row
            knownDeliveries[row.id] = []
            quietOrders.insert(row.id)
        }
        for row in deliveries.rows {
            let delivery = try row.deliveryRow()
            knownDeliveries[delivery.order]?.append(delivery)
        }
        for row in busy.rows { quietOrders.remove(row.int(0)) }
    }

    /// Whether the order is locked and nothing came for it from outside, no task of it is open, and no task waits for its end.
    func isQuiet(_ order: Int64) -> Bool { quietOrders.contains(order) }

    /// Notes that this is not so any more.
    func noteBusy(_ order: Int64) { quietOrders.remove(order) }

    /// The order at that place, locked if this is a writer; nil without one.
    func orderRow(_ id: Int64) throws -> OrderRow? {
        guard holder != nil else { return try first(OrderRow.one, id) { $0.orderRow() } }
        try lockOrders([id])
        return lockedOrders[id]
    }

    /// Notes that the row is locked and stands so.
    func note(_ row: OrderRow) { lockedOrders[row.id] = row }

    /// Has the order read anew when it is wanted, which stays locked.
    func forget(_ order: Int64) {
        lockedOrders[order] = nil
        knownDeliveries[order] = nil
        quietOrders.remove(order)
    }

    /// All entries of an order, in order of their ids; a writer has locked the order before.
    func deliveryRows(of order: Int64) throws -> [DeliveryRow] {
        if let known = knownDeliveries[order] { return known }
        let rows = try all(DeliveryRow.ofOrder, order) { try $0.deliveryRow() }
        if lockedOrders[order] != nil { knownDeliveries[order] = rows }
        return rows
    }

    func note(_ row: DeliveryRow) {
        guard let index = knownDeliveries[row.order]?.firstIndex(where: { $0.id == row.id }) else {
            return
        }
        knownDeliveries[row.order]?[index] = row
    }

    /// Has an order's entries read anew when they are wanted.
    func forgetDeliveries(of order: Int64) { knownDeliveries[order] = nil }

    /// The place of a definition; nil of one that was never registered.
    func place(ofWorkflow hash: Workflow.ID) throws -> Int64? {
        if let known = workflows[hash] { return known }
        guard
            let id = try first(
                "select id from workflows where hash = $1",
                hash,
                read: { $0.int(0) }
            )
        else { return nil }
        note(hash, at: id)
        return id
    }

    func workflowHash(_ id: Int64) throws -> Workflow.ID {
        if let known = hashes[id] { return known }
        let hash = try first("select hash from workflows where id = $1", id) { $0.text(0) }
        if let hash { note(hash, at: id) }
        return hash ?? ""
    }

    private func note(_ hash: Workflow.ID, at id: Int64) {
        // Definitions are few, and one that is forgotten is looked up again.
        if workflows.count >= Self.maximumWorkflows { (workflows, hashes) = ([:], [:]) }
        (workflows[hash], hashes[id]) = (id, hash)
    }

    private static let maximumWorkflows = 1_000
}

/// Who leases orders: the node, and the number of its start.
struct Holder: Sendable, Equatable {
    let node: String
    let boot: Int64
    /// By which the start is known although its number was given again, by a database that was restored as of an earlier
    /// time.
    let token: String
}
