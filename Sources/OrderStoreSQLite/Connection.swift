import GRDB
import GRDBSQLite
import Orders

/// One SQLite connection with its prepared statements; it never leaves its worker's thread.
///
/// GRDB opens, configures and migrates; the statements bind and step through the C API, because they run for
/// every order and GRDB's values cost about a microsecond a row more.
final class Connection {
    private let database: Database
    /// What the rows' checksums are made with.
    let sums: RowSums
    /// By how much the transaction that is open changes the counts.
    var tally = Tally()
    /// Whether the transaction that is open changes an order that had ended.
    var changesEnded = false
    /// What the transaction that is open has found damaged and held, for the log.
    var damage: [String] = []
    /// How many transactions the file holds, as far as this connection has committed any.
    private(set) var commits: Int64 = 0
    /// The same with the transaction that is about to be committed.
    private var pendingCommits: Int64?
    /// How many rows this connection had changed when a transaction was last counted.
    private var countedChanges: Int32 = 0
    /// The definition that was last looked up; its place never changes.
    var latestWorkflow: (hash: String, id: Int64)?
    /// The latest place of an order of which it is kept how it came, or a later one; nil before that was looked up.
    ///
    /// Of nearly all orders nothing is kept, and then nobody looks.
    var latestOrigin: Int64?
    /// The id of the entry that was added last; nil before that was looked up.
    var newestDelivery: Int64?
    /// What the writer knows of the orders that are leased here.
    var leased = LeasedOrders()
    /// What the writer knows of the number index's table.
    var numberFilter = NumberFilter()
    /// Orders that the open transaction has accepted, to be inserted before anything else is asked of the file.
    private var arrivals = Arrivals()
    /// Whether the statement that runs next is about tables that no arrival is inserted into.
    private var isBesideArrivals = false
    /// Prepared statements by their keys, in a table that is never more than half full.
    private var statements = [Prepared?](repeating: nil, count: 512)
    private var statementCount = 0

    private struct Prepared {
        let key: UnsafeRawPointer
        let statement: Statement
        let handle: SQLiteStatement
    }

    /// A connection to a file whose rows carry checksums of that key.
    init(_ database: Database, key: [UInt8]) {
        self.database = database
        sums = RowSums(key: key)
    }

    /// The connection as SQLite's own functions want it.
    var handle: SQLiteConnection? { database.sqliteConnection }

    /// Runs a statement that answers no rows.
    func run<each Value: Bindable>(_ sql: SQL, _ values: repeat each Value) throws {
        try forEachRow(sql, repeat each values) { _ in }
    }

    /// Runs a query and answers what `read` makes of its first row; nil without one.
    func first<each Value: Bindable, Result>(
        _ sql: SQL,
        _ values: repeat each Value,
        read: (Row) throws -> Result
    ) throws -> Result? {
        var result: Result?
        try forEachRow(sql, repeat each values) { row in
            if result == nil { result = try read(row) }
        }
        return result
    }

    /// Runs a query and answers what `read` makes of each row.
    func all<each Value: Bindable, Result>(
        _ sql: SQL,
        _ values: repeat each Value,
        read: (Row) throws -> Result
    ) throws -> [Result] {
        var results: [Result] = []
        try forEachRow(sql, repeat each values) { results.append(try read($0)) }
        return results
    }

    /// Runs a query and hands over its rows until `read` answers false.
    func prefix<each Value: Bindable>(
        _ sql: SQL,
        _ values: repeat each Value,
        read: (Row) throws -> Bool
    ) throws {
        var goesOn = true
        try forEachRow(sql, repeat each values, while: { goesOn }, body: { goesOn = try read($0) })
    }

    /// Takes in an order and answers the id that it will have: ids follow one another.
    func add(_ order: NewOrder, digest: Int64, workflow: Int64) throws -> Int64 {
        let latest =
            try arrivals.latest ?? first("select max(id) from orders") { $0.optionalInt(0) } ?? nil
        let id = (latest ?? 0) + 1
        let arrival = Arrival(
            id: id,
            digest: digest,
            workflow: workflow,
            createdAt: order.createdAt.milliseconds,
            due: order.due.milliseconds
        )
        arrivals.append(arrival, number: order.id.text, input: order.input)
        if arrivals.isFull { try insertArrivals() }
        return id
    }

    /// Inserts the orders that were taken in.
    func insertArrivals() throws {
        guard !arrivals.isEmpty else { return }
        try arrivals.insert(into: database, sums)
    }

    /// Runs statements that are only about tables that no arrival is inserted into, so that none need be inserted first.
    func besideArrivals<Result>(_ body: () throws -> Result) rethrows -> Result {
        isBesideArrivals = true
        defer { isBesideArrivals = false }
        return try body()
    }

    /// Forgets what the transaction was about that has failed.
    func forget() {
        arrivals.removeAll()
        leased.removeAll()
        tally = Tally()
        changesEnded = false
        damage = []
        newestDelivery = nil
        pendingCommits = nil
    }

    /// Notes that the transaction is on disk.
    func didCommit() {
        if let pendingCommits { commits = pendingCommits }
        pendingCommits = nil
    }

    /// Counts the transaction that is about to be committed, if it changes anything.
    ///
    /// In a row of its own and not by the log's length: whoever moves
    /// the log into the file, `sqlite3` too, loses none.
    func countCommit() throws {
        guard sqlite3_total_changes(handle) != countedChanges else { return }
        let count = try first(
            "update commits set count = count + 1, inverse = -count - 1 where id = 1 returning count"
        ) {
            $0.int(0)
        }
        guard let count else { throw Damage(what: "the count of transactions") }
        pendingCommits = count
        countedChanges = sqlite3_total_changes(handle)
    }

    /// How many rows the last statement that ran changed.
    var changes: Int { Int(sqlite3_changes(database.sqliteConnection)) }

    /// The row id of the last insert.
    var lastInsertedID: Int64 { sqlite3_last_insert_rowid(database.sqliteConnection) }

    private func forEachRow<each Value: Bindable>(
        _ sql: SQL,
        _ values: repeat each Value,
        while goesOn: () -> Bool = { true },
        body: (Row) throws -> Void
    ) throws {
        if !isBesideArrivals { try insertArrivals() }
        let handle = try statement(sql)
        var place: Int32 = 0
        for value in repeat each values {
            place += 1
            value.put(into: handle, at: place)
        }
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        while goesOn() {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: try body(Row(handle: handle))
            case SQLITE_DONE: return
            default: throw database.fault(of: sql.text)
            }
        }
    }

    private func statement(_ sql: SQL) throws -> SQLiteStatement {
        let key = sql.key
        // Literals and objects lie 16 bytes or more apart.
        var index = (Int(bitPattern: key) >> 4) & (statements.count - 1)
        while let prepared = statements[index] {
            if prepared.key == key { return prepared.handle }
            index = (index + 1) & (statements.count - 1)
        }
        let statement = try database.makeStatement(sql: sql.text)
        statementCount += 1
        precondition(
            statementCount * 2 <= statements.count,
            "there are more statements than places"
        )
        let handle = statement.sqliteStatement
        statements[index] = Prepared(key: key, statement: statement, handle: handle)
        return handle
    }
}

extension Database {
    /// Why the statement has failed: an index that does not match its table can be made anew, all else cannot.
    func fault(of sql: String) -> any Error {
        let failure = failure(of: sql)
        guard failure.extendedResultCode.rawValue == SQLITE_CORRUPT | 3 << 8 else { return failure }
        return IndexDamage(what: "an entry is missing for a row that \(sql.prefix(40))… changes")
    }

    /// What SQLite says of the statement that has just failed.
    func failure(of sql: String) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
            message: String(cString: sqlite3_errmsg(sqliteConnection)),
            sql: sql
        )
    }
}
