import Orders

/// How many orders and deliveries there are of each status, or by how much a transaction changes that.
struct Tally: Sendable {
    // As many as there are codes of either; in place, since there is one with every transaction.
    private var orders = [7 of Int](repeating: 0)
    private var deliveries = [7 of Int](repeating: 0)

    subscript(status: OrderStatus) -> Int {
        get { orders[Int(status.code)] }
        set { orders[Int(status.code)] = newValue }
    }

    subscript(status: Delivery.Status) -> Int {
        get { deliveries[Int(status.code)] }
        set { deliveries[Int(status.code)] = newValue }
    }

    /// How many orders are not finished.
    var backlog: Int {
        OrderStatus.allCases.reduce(0) { $1.isFinal ? $0 : $0 + self[$1] }
    }

    /// How many orders have come to their end.
    var ended: Int {
        OrderStatus.allCases.reduce(0) { $1.isFinal ? $0 + self[$1] : $0 }
    }

    mutating func move(from old: OrderStatus, to new: OrderStatus) {
        self[old] -= 1
        self[new] += 1
    }

    mutating func add(_ changes: Tally) {
        for index in orders.indices { orders[index] += changes.orders[index] }
        for index in deliveries.indices { deliveries[index] += changes.deliveries[index] }
    }

    /// The counts as the file has them.
    static func counted(by connection: Connection) throws -> Tally {
        var tally = Tally()
        // A code that is none stands in a damaged row, which is found when it is read.
        let orders = try connection.all("select status, count(*) from orders group by status") {
            (OrderStatus(code: $0.int(0)), Int($0.int(1)))
        }
        for case (let status?, let count) in orders { tally[status] = count }
        let deliveries = try connection.all(
            "select status, count(*) from deliveries group by status"
        ) { (Delivery.Status(code: $0.int(0)), Int($0.int(1))) }
        for case (let status?, let count) in deliveries { tally[status] = count }
        return tally
    }
}
