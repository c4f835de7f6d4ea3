import GRDBSQLite
import Glibc

/// What the writer knows of the orders that it has leased, so that a step need not read what the one before it has written.
///
/// It is the file's only writer. Whatever changes a row by another statement than those that note it here has it forgotten
/// (`Connection.watchLeasedOrders`), and so does a transaction that fails.
struct LeasedOrders {
    private var orders: [Int64: Known] = [:]
    /// The orders of the entries that are known, by the entries' ids.
    private var owners: [Int64: Int64] = [:]
    /// Whether anything is kept: a connection that only reads would not learn what changes.
    var isKept = false
    /// Whether the statement that runs is one whose row is noted here.
    var isNoting = false

    private struct Known {
        var row: OrderRow
        /// Its entries in the order of their ids; nil when they have not been asked for.
        var deliveries: [DeliveryRow]?
    }

    func row(of order: Int64) -> OrderRow? { orders[order]?.row }

    func deliveries(of order: Int64) -> [DeliveryRow]? { orders[order]?.deliveries }

    /// Notes a row that is written; one without a lease is of no interest any more.
    mutating func note(_ row: OrderRow) {
        guard isKept, row.leaseEpoch != nil else { return forget(order: row.id) }
        orders[row.id, default: Known(row: row)].row = row
    }

    /// Notes all entries of an order.
    mutating func note(_ deliveries: [DeliveryRow], of order: Int64) {
        orders[order]?.deliveries = deliveries
        for row in deliveries { owners[row.id] = order }
    }

    /// Notes an entry that is added; its id is the greatest.
    mutating func add(_ row: DeliveryRow) {
        guard orders[row.order]?.deliveries?.append(row) != nil else { return }
        owners[row.id] = row.order
    }

    /// Notes an entry that is written in place of what it was.
    mutating func replace(_ row: DeliveryRow) {
        guard let index = orders[row.order]?.deliveries?.firstIndex(where: { $0.id == row.id })
        else { return }
        orders[row.order]?.deliveries?[index] = row
    }

    mutating func forget(order: Int64) {
        for row in orders.removeValue(forKey: order)?.deliveries ?? [] { owners[row.id] = nil }
    }

    /// Forgets the entries beside that one; nothing when it is not known.
    mutating func forget(delivery id: Int64) {
        guard let order = owners[id] else { return }
        for row in orders[order]?.deliveries ?? [] { owners[row.id] = nil }
        orders[order]?.deliveries = nil
    }

    /// Forgets all entries: whose a new one is is not known.
    mutating func forgetDeliveries() {
        for order in orders.keys { orders[order]?.deliveries = nil }
        owners.removeAll(keepingCapacity: true)
    }

    mutating func removeAll() {
        orders.removeAll(keepingCapacity: true)
        owners.removeAll(keepingCapacity: true)
    }
}

extension Connection {
    /// Keeps what is known of leased orders, and has SQLite tell of every row that changes.
    ///
    /// The connection is to live as long as statements run on it.
    func watchLeasedOrders() {
        leased.isKept = true
        let observer = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_update_hook(
            handle,
            { observer, operation, _, table, id in
                guard let observer, let table else { return }
                let connection = Unmanaged<Connection>.fromOpaque(observer).takeUnretainedValue()
                connection.note(operation, on: id, in: table)
            },
            observer
        )
    }

    private func note(_ operation: Int32, on id: Int64, in table: UnsafePointer<CChar>) {
        guard !leased.isNoting else { return }
        if strcmp(table, "orders") == 0 {
            leased.forget(order: id)
        } else if strcmp(table, "deliveries") == 0 {
            // Pruning deletes those of thousands of orders that nobody has leased.
            if operation == SQLITE_INSERT {
                leased.forgetDeliveries()
            } else {
                leased.forget(delivery: id)
            }
        }
    }

    /// Runs a statement whose row is noted afterwards.
    func noting(_ statement: () throws -> Void) rethrows {
        leased.isNoting = true
        defer { leased.isNoting = false }
        try statement()
    }
}
