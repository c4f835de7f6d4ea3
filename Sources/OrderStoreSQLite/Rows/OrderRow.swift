import FoundationEssentials
import Orders

/// A row of `orders` with all its columns but the checksum.
struct OrderRow {
    let id: Int64
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

    /// Whether anything has happened to the order since it was accepted.
    var isTakenUp: Bool {
        status != 0 || fence != 0 || startedAt != nil || finishedAt != nil || started != 0
            || failed != 0 || crashed != 0 || handedBack != 0 || crashStreak != 0 || suspicion != 0
            || redrives != 0 || erasedAt != nil || state != nil
    }

    /// Takes the order off its lease and out of every line.
    mutating func release() { (leaseEpoch, due, gate, timer) = (nil, nil, nil, nil) }

    /// Takes the suspicion from an order that has come further: it did not end the process on its way here.
    mutating func clear() { (crashStreak, suspicion) = (0, 0) }

    /// How often it was taken up, and how that ended.
    var attempts: Attempts {
        var attempts = Attempts()
        attempts.started = Int(started)
        attempts.failed = Int(failed)
        attempts.crashed = Int(crashed)
        attempts.handedBack = Int(handedBack)
        return attempts
    }
}

extension Connection {
    /// The order at that place; nil without one.
    ///
    /// Throws `Damage` when the row is not what was written.
    func orderRow(_ id: Int64) throws -> OrderRow? {
        guard let (row, sum) = try storedOrderRow(id) else { return nil }
        guard sum == sums.order(row) else {
            throw Damage(order: id, what: "its row in orders")
        }
        return row
    }

    /// The same without a look at its checksum, which comes with it.
    func storedOrderRow(_ id: Int64) throws -> (row: OrderRow, sum: Int64)? {
        try first(
            """
            select id, number, digest, created_at, workflow, status, started_at, finished_at, due, gate, timer,
                fence, lease_epoch, started, failed, crashed, handed_back, crash_streak, suspicion, redrives,
                erased_at, state, sum
            from orders where id = ?
            """,
            id
        ) { ($0.orderRow(), $0.int(22)) }
    }

    /// Writes the row with its checksum, and with all its indexes.
    func write(_ row: OrderRow) throws {
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

    /// Writes how far the order has come within its run: nothing that an index is made of.
    func writeProgress(_ row: OrderRow) throws {
        try run(
            "update orders set failed = ?, state = ?, sum = ? where id = ?",
            row.failed,
            row.state,
            sums.order(row),
            row.id
        )
    }
}

extension Row {
    fileprivate func orderRow() -> OrderRow {
        OrderRow(
            id: int(0),
            number: text(1),
            digest: int(2),
            createdAt: int(3),
            workflow: int(4),
            status: int(5),
            startedAt: optionalInt(6),
            finishedAt: optionalInt(7),
            due: optionalInt(8),
            gate: optionalText(9),
            timer: optionalInt(10),
            fence: int(11),
            leaseEpoch: optionalInt(12),
            started: int(13),
            failed: int(14),
            crashed: int(15),
            handedBack: int(16),
            crashStreak: int(17),
            suspicion: int(18),
            redrives: int(19),
            erasedAt: optionalInt(20),
            state: optionalText(21)
        )
    }
}
