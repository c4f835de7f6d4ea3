import Orders
import Synchronization

/// How many orders and deliveries there are of each status, or by how much a transaction changes that.
struct Tally: Sendable {
    private var orders: [OrderStatus: Int] = [:]
    private var deliveries: [Delivery.Status: Int] = [:]

    subscript(status: OrderStatus) -> Int {
        get { orders[status] ?? 0 }
        set { orders[status] = newValue }
    }

    subscript(status: Delivery.Status) -> Int {
        get { deliveries[status] ?? 0 }
        set { deliveries[status] = newValue }
    }

    /// How many orders are not finished.
    var backlog: Int { orders.reduce(0) { $1.key.isFinal ? $0 : $0 + $1.value } }

    /// How many orders have come to their end.
    var ended: Int { orders.reduce(0) { $1.key.isFinal ? $0 + $1.value : $0 } }

    mutating func move(from old: OrderStatus, to new: OrderStatus) {
        self[old] -= 1
        self[new] += 1
    }

    mutating func add(_ changes: Tally) {
        for (status, count) in changes.orders { self[status] += count }
        for (status, count) in changes.deliveries { self[status] += count }
    }

    /// The counts that are not nought, by kind and status.
    var changes: [(kind: String, status: String, count: Int)] {
        orders.filter { $0.value != 0 }.map { (Self.order, $0.key.rawValue, $0.value) }
            + deliveries.filter { $0.value != 0 }
            .map { (Self.delivery, $0.key.rawValue, $0.value) }
    }

    fileprivate static let order = "order"
    fileprivate static let delivery = "delivery"
}

extension Connection {
    /// The counts of all nodes together.
    func totals() throws -> Tally {
        var tally = Tally()
        let counts = try all(
            "select kind, status, sum(count)::bigint from tallies group by kind, status"
        ) { ($0.text(0), $0.text(1), Int($0.int(2))) }
        for (kind, status, count) in counts {
            if kind == Tally.order, let status = OrderStatus(rawValue: status) {
                tally[status] = count
            } else if kind == Tally.delivery, let status = Delivery.Status(rawValue: status) {
                tally[status] = count
            }
        }
        return tally
    }

    /// Adds what the transaction changes to the counts of this start of the node, which no other transaction writes.
    func writeTally() throws {
        // In one order, should another connection of this start be about to end.
        let changes = tally.changes.sorted { ($0.kind, $0.status) < ($1.kind, $1.status) }
        guard !changes.isEmpty, let holder else { return }
        try run(
            """
            insert into tallies as t(epoch, kind, status, count)
            select $1, c.kind, c.status, c.count from unnest($2, $3, $4) as c(kind, status, count)
            on conflict (epoch, kind, status) do update set count = t.count + excluded.count
            """,
            holder.boot,
            List(changes.map(\.kind)),
            List(changes.map(\.status)),
            List(changes.map(\.count))
        )
    }
}

/// The counts as of the last commit, readable from everywhere without asking the database.
final class PublishedTally: Sendable {
    private let tally: Mutex<Tally>

    init(_ tally: Tally) { self.tally = Mutex(tally) }

    var value: Tally { tally.withLock { $0 } }

    func add(_ changes: Tally) { tally.withLock { $0.add(changes) } }

    func replace(by totals: Tally) { tally.withLock { $0 = totals } }
}
