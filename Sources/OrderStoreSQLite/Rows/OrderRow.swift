import FoundationEssentials
import Orders

/// A row of `orders` with all its columns but the checksum.
struct OrderRow: Equatable {
    let id: Int64
    /// The order's full id.
    let number: String
    let digest: Int64
    let createdAt: Int64
    /// Its workflow's place in `workflows`.
    var workflow: Int64
    /// A code of `OrderStatus`; anything else in a damaged row.
    var status: Int64
    var startedAt: Int64?
    var finishedAt: Int64?
    var due: Int64?
    var gate: String?
    var timer: Int64?
    var fence: Int64
    var leaseEpoch: Int64?
    var started: Int64
    var failed: Int64
    var crashed: Int64
    var handedBack: Int64
    var crashStreak: Int64
    var suspicion: Int64
    var redrives: Int64
    var erasedAt: Int64?
    var state: String?

    enum Columns: Int32, Column {
        case id
        case number
        case digest
        case createdAt
        case workflow
        case status
        case startedAt
        case finishedAt
        case due
        case gate
        case timer
        case fence
        case leaseEpoch
        case started
        case failed
        case crashed
        case handedBack
        case crashStreak
        case suspicion
        case redrives
        case erasedAt
        case state
        case sum
    }

    /// Whether anything has happened to the order since it was accepted.
    var isTakenUp: Bool {
        status != 0 || fence != 0 || startedAt != nil || finishedAt != nil || started != 0
            || failed != 0 || crashed != 0 || handedBack != 0 || crashStreak != 0 || suspicion != 0
            || redrives != 0 || erasedAt != nil || state != nil
    }

    func life() throws -> LifeCycle {
        guard let status = OrderStatus(code: status) else {
            throw Damage(order: id, what: "its status")
        }
        var life = LifeCycle(due: .distantPast)
        life.status = status
        life.startedAt = startedAt.map(Date.init(milliseconds:))
        life.finishedAt = finishedAt.map(Date.init(milliseconds:))
        life.due = due.map(Date.init(milliseconds:))
        life.gate = gate
        life.timer = timer.map(Date.init(milliseconds:))
        life.holder = leaseEpoch
        life.fence = fence
        life.attempts.started = Int(started)
        life.attempts.failed = Int(failed)
        life.attempts.crashed = Int(crashed)
        life.attempts.handedBack = Int(handedBack)
        life.streak = Int(crashStreak)
        life.suspicion = Int(suspicion)
        life.redrives = Int(redrives)
        life.erasedAt = erasedAt.map(Date.init(milliseconds:))
        life.state = state
        return life
    }

    mutating func take(_ life: LifeCycle) {
        status = life.status.code
        startedAt = life.startedAt?.milliseconds
        finishedAt = life.finishedAt?.milliseconds
        due = life.due?.milliseconds
        gate = life.gate
        timer = life.timer?.milliseconds
        leaseEpoch = life.holder
        fence = life.fence
        started = Int64(life.attempts.started)
        failed = Int64(life.attempts.failed)
        crashed = Int64(life.attempts.crashed)
        handedBack = Int64(life.attempts.handedBack)
        crashStreak = Int64(life.streak)
        suspicion = Int64(life.suspicion)
        redrives = Int64(life.redrives)
        erasedAt = life.erasedAt?.milliseconds
        state = life.state
    }

    /// Whether the order has only come further within its run: nothing that an index is made of has changed.
    func isProgress(of before: OrderRow) -> Bool {
        var same = self
        (same.failed, same.state) = (before.failed, before.state)
        return same == before
    }
}

extension Connection {
    /// The order at that place; nil without one.
    ///
    /// Throws `Damage` when the row is not what was written.
    func orderRow(_ id: Int64) throws -> OrderRow? {
        if let known = leased.row(of: id) { return known }
        guard let (row, sum) = try storedOrderRow(id) else { return nil }
        guard sum == sums.order(row) else {
            throw Damage(order: id, what: "its row in orders")
        }
        return row
    }

    /// The same without a look at its checksum, which comes with it.
    func storedOrderRow(_ id: Int64) throws -> (row: OrderRow, sum: Int64)? {
        try first(Self.storedOrder, id) { ($0.orderRow(), $0.int(OrderRow.Columns.sum)) }
    }

    private static let storedOrder = SQL("select \(OrderRow.Columns.self) from orders where id = ?")

    /// Writes the row with its checksum, and with all its indexes.
    func write(_ row: OrderRow) throws {
        try noting {
            try run(
                """
                update orders set workflow = ?, status = ?, started_at = ?, finished_at = ?, due = ?, gate = ?,
                    timer = ?, fence = ?, lease_epoch = ?, started = ?, failed = ?, crashed = ?, handed_back = ?,
                    crash_streak = ?, suspicion = ?, redrives = ?, erased_at = ?, state = ?, sum = ?
                where id = ?
                """,
                row.workflow,
                row.status,
                row.startedAt,
                row.finishedAt,
                row.due,
                row.gate,
                row.timer,
                row.fence,
                row.leaseEpoch,
                row.started,
                row.failed,
                row.crashed,
                row.handedBack,
                row.crashStreak,
                row.suspicion,
                row.redrives,
                row.erasedAt,
                row.state,
                sums.order(row),
                row.id
            )
        }
        leased.note(row)
    }

    /// Writes how far the order has come within its run: nothing that an index is made of.
    func writeProgress(_ row: OrderRow) throws {
        try noting {
            try run(
                "update orders set failed = ?, state = ?, sum = ? where id = ?",
                row.failed,
                row.state,
                sums.order(row),
                row.id
            )
        }
        leased.note(row)
    }

    /// What an order begins a run with, in one query: its row, its input and its position, each looked at for its checksum.
    func startOfRun(_ id: Int64) throws -> (row: OrderRow, input: [UInt8], snapshot: [UInt8]?)? {
        try first(Self.storedStart, id) { [sums] stored in
            typealias Columns = OrderRow.Columns
            let row = stored.orderRow()
            guard stored.int(Columns.sum) == sums.order(row) else {
                throw Damage(order: id, what: "its row in orders")
            }
            let next = Int32(Columns.allCases.count)
            let input = stored.optionalBlob(next)
            if let input, stored.int(next + 1) != sums.input(id, input) {
                throw Damage(order: id, what: "its input")
            }
            let snapshot = stored.optionalBlob(next + 2)
            if let snapshot, stored.int(next + 3) != sums.execution(id, snapshot) {
                throw Damage(order: id, what: "its position")
            }
            return (row, input ?? [], snapshot)
        }
    }

    private static let storedStart = SQL(
        """
        select \(OrderRow.Columns.self, of: "o"), i.body, i.sum, e.snapshot, e.sum from orders o
        left join inputs i on i.order_id = o.id left join executions e on e.order_id = o.id
        where o.id = ?
        """
    )
}

extension Row {
    fileprivate func orderRow() -> OrderRow {
        typealias Columns = OrderRow.Columns
        return OrderRow(
            id: int(Columns.id),
            number: text(Columns.number),
            digest: int(Columns.digest),
            createdAt: int(Columns.createdAt),
            workflow: int(Columns.workflow),
            status: int(Columns.status),
            startedAt: optionalInt(Columns.startedAt),
            finishedAt: optionalInt(Columns.finishedAt),
            due: optionalInt(Columns.due),
            gate: optionalText(Columns.gate),
            timer: optionalInt(Columns.timer),
            fence: int(Columns.fence),
            leaseEpoch: optionalInt(Columns.leaseEpoch),
            started: int(Columns.started),
            failed: int(Columns.failed),
            crashed: int(Columns.crashed),
            handedBack: int(Columns.handedBack),
            crashStreak: int(Columns.crashStreak),
            suspicion: int(Columns.suspicion),
            redrives: int(Columns.redrives),
            erasedAt: optionalInt(Columns.erasedAt),
            state: optionalText(Columns.state)
        )
    }
}
