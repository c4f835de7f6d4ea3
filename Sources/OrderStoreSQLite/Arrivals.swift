import GRDB
import GRDBSQLite

/// Orders that the open transaction has accepted and that are not in their tables yet.
///
/// Inserting a single row opens and closes every b-tree of `orders`, which is half of what the insertion costs; so the
/// orders of a batch are gathered here and inserted many at once. Whatever else reads or writes the file has them
/// inserted first (`Connection`), so nothing can tell the difference.
struct Arrivals {
    /// How many gather at most: a statement is kept for each number of them.
    static let maximumCount = 32
    /// The most memory that is kept once the texts in it are inserted.
    private static let keptBytes = 1 << 20

    private var orders: [Arrival] = []
    /// The numbers and inputs, one after the other, so that they are bound from where they lie.
    private var texts: [UInt8] = []
    /// SQLite numbers the rows itself, from the greatest on: it would look up whether an id that it is given is free.
    private var orderRows = RowInsertion(
        "insert or fail into orders(number, digest, status, workflow, created_at, due, sum) values",
        "(?, ?, 0, ?, ?, ?, ?)"
    )
    private var inputRows = RowInsertion(
        "insert or fail into inputs(order_id, body, sum) values",
        "(?, ?, ?)"
    )

    var isEmpty: Bool { orders.isEmpty }

    var isFull: Bool { orders.count == Self.maximumCount }

    /// The id of the order that came last.
    var latest: Int64? { orders.last?.id }

    mutating func append(_ order: Arrival, number: String, input: [UInt8]) {
        var order = order
        texts.append(contentsOf: number.utf8)
        order.numberEnd = texts.count
        texts.append(contentsOf: input)
        order.end = texts.count
        orders.append(order)
    }

    mutating func removeAll() {
        orders.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: texts.capacity <= Self.keptBytes)
    }

    /// Inserts them all.
    ///
    /// When that fails they stay, so that the transaction cannot be committed without them.
    mutating func insert(into database: Database, _ sums: RowSums) throws {
        let (orders, texts) = (orders, texts)
        try texts.withUnsafeBytes { bytes in
            try orderRows.run(orders.count, database) { handle in
                var (place, start) = (Int32(1), 0)
                for order in orders {
                    let number = UnsafeRawBufferPointer(rebasing: bytes[start..<order.numberEnd])
                    handle.bindText(number, at: place)
                    sqlite3_bind_int64(handle, place + 1, order.digest)
                    sqlite3_bind_int64(handle, place + 2, order.workflow)
                    sqlite3_bind_int64(handle, place + 3, order.createdAt)
                    sqlite3_bind_int64(handle, place + 4, order.due)
                    sqlite3_bind_int64(handle, place + 5, sums.arrival(order, number: number))
                    (place, start) = (place + 6, order.end)
                }
            }
            precondition(
                sqlite3_last_insert_rowid(database.sqliteConnection) == latest,
                "orders were not numbered one after the other"
            )
            try inputRows.run(orders.count, database) { handle in
                var place: Int32 = 1
                for order in orders {
                    let input = UnsafeRawBufferPointer(rebasing: bytes[order.numberEnd..<order.end])
                    sqlite3_bind_int64(handle, place, order.id)
                    handle.bindBlob(input, at: place + 1)
                    sqlite3_bind_int64(handle, place + 2, sums.input(order.id, input))
                    place += 3
                }
            }
        }
        removeAll()
    }
}

/// A row of `orders` and one of `inputs` to be.
struct Arrival {
    let id: Int64
    let digest: Int64
    let workflow: Int64
    let createdAt: Int64
    let due: Int64
    /// Where its number ends in the texts, and its input begins.
    fileprivate var numberEnd = 0
    /// Where its input ends.
    fileprivate var end = 0

    init(id: Int64, digest: Int64, workflow: Int64, createdAt: Int64, due: Int64) {
        self.id = id
        self.digest = digest
        self.workflow = workflow
        self.createdAt = createdAt
        self.due = due
    }
}

/// A statement for each number of rows, made when it is first needed.
private struct RowInsertion {
    private let head: String
    private let row: String
    /// By how many rows they insert.
    private var statements = [Statement?](repeating: nil, count: Arrivals.maximumCount + 1)

    init(_ head: String, _ row: String) { (self.head, self.row) = (head, row) }

    /// What `bind` binds must stay where it is until this returns.
    mutating func run(
        _ count: Int,
        _ database: Database,
        bind: (SQLiteStatement) -> Void
    ) throws {
        let handle = try statement(count, database)
        bind(handle)
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        guard sqlite3_step(handle) == SQLITE_DONE else { throw database.failure(of: head) }
    }

    private mutating func statement(_ count: Int, _ database: Database) throws -> SQLiteStatement {
        if let statement = statements[count] { return statement.sqliteStatement }
        let rows = Array(repeating: row, count: count).joined(separator: ", ")
        let statement = try database.makeStatement(sql: "\(head) \(rows)")
        statements[count] = statement
        return statement.sqliteStatement
    }
}

extension SQLiteStatement {
    /// Binds bytes that are not copied: they stay where they are while the statement runs.
    fileprivate func bindText(_ bytes: UnsafeRawBufferPointer, at place: Int32) {
        let bytes = bytes.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(self, place, bytes.baseAddress, Int32(bytes.count), nil)
    }

    /// The same; an empty slice of a buffer that is not empty has an address, so it is not bound as NULL.
    fileprivate func bindBlob(_ bytes: UnsafeRawBufferPointer, at place: Int32) {
        sqlite3_bind_blob64(self, place, bytes.baseAddress, UInt64(bytes.count), nil)
    }
}
