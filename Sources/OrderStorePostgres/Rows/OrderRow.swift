import FoundationEssentials
import Orders

/// A row of `orders`.
struct OrderRow {
    let id: Int64
    /// The order's full id.
    let number: OrderID
    let createdAt: Date
    /// Its workflow's place in `workflows`.
    var workflow: Int64
    var life: LifeCycle
    /// Until when its lease holds unless it is prolonged; nil without one.
    var leaseUntil: Date?

    enum Columns: Int32, Column {
        case id, number, createdAt, workflow, status, startedAt, finishedAt, due, gate, timer, fence
        case leaseEpoch, leaseUntil, started, failed, crashed, handedBack, crashStreak, suspicion
        case redrives, erasedAt, state
    }

    /// Whether it was ever leased, ended or changed: only then anything else is kept of it.
    var isTakenUp: Bool { life.fence > 0 }

    static let one = SQL("select \(Columns.self) from orders where id = $1")
    static let lockingMany = SQL(
        "select \(Columns.self) from orders where id = any($1) order by id for update"
    )
}

extension Connection {
    /// Writes the row in place of what it was.
    func write(_ row: OrderRow) throws {
        let life = row.life
        try run(
            """
            update orders set workflow = $2, status = $3, started_at = $4, finished_at = $5, due = $6, gate = $7,
                timer = $8, fence = $9, lease_epoch = $10, lease_until = $11, started = $12, failed = $13,
                crashed = $14, handed_back = $15, crash_streak = $16, suspicion = $17, redrives = $18,
                erased_at = $19, state = $20
            where id = $1
            """,
            row.id,
            row.workflow,
            life.status.rawValue,
            life.startedAt,
            life.finishedAt,
            life.due,
            life.gate,
            life.timer,
            life.fence,
            life.holder,
            row.leaseUntil,
            life.attempts.started,
            life.attempts.failed,
            life.attempts.crashed,
            life.attempts.handedBack,
            life.streak,
            life.suspicion,
            life.redrives,
            life.erasedAt,
            life.state
        )
        note(row)
    }
}

extension Row {
    func orderRow() -> OrderRow {
        typealias Columns = OrderRow.Columns
        var life = LifeCycle(due: .distantPast)
        // The table's check admits the names of statuses alone.
        life.status = OrderStatus(rawValue: text(Columns.status)) ?? .held
        life.startedAt = optionalDate(Columns.startedAt)
        life.finishedAt = optionalDate(Columns.finishedAt)
        life.due = optionalDate(Columns.due)
        life.gate = optionalText(Columns.gate)
        life.timer = optionalDate(Columns.timer)
        life.holder = optionalInt(Columns.leaseEpoch)
        life.fence = int(Columns.fence)
        life.attempts.started = Int(int(Columns.started))
        life.attempts.failed = Int(int(Columns.failed))
        life.attempts.crashed = Int(int(Columns.crashed))
        life.attempts.handedBack = Int(int(Columns.handedBack))
        life.streak = Int(int(Columns.crashStreak))
        life.suspicion = Int(int(Columns.suspicion))
        life.redrives = Int(int(Columns.redrives))
        life.erasedAt = optionalDate(Columns.erasedAt)
        life.state = optionalText(Columns.state)
        let place = int(Columns.id)
        return OrderRow(
            id: place,
            number: OrderID(text(Columns.number)) ?? .damaged(at: place),
            createdAt: date(Columns.createdAt),
            workflow: int(Columns.workflow),
            life: life,
            leaseUntil: optionalDate(Columns.leaseUntil)
        )
    }
}
