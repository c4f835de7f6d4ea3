import FoundationEssentials
import Orders

/// What belongs to an order beside its row, each read with a look at its checksum: what does not match throws `Damage`.
extension Connection {
    /// What its client sent; nothing once it is erased.
    func input(_ order: Int64) throws -> [UInt8] {
        try first("select body, sum from inputs where order_id = ?", order) { [sums] row in
            let body = row.blob(0)
            guard row.int(1) == sums.input(order, body) else {
                throw Damage(order: order, what: "its input")
            }
            return body
        } ?? []
    }

    func replaceInput(of order: Int64, by body: [UInt8]) throws {
        try run(
            "insert or replace into inputs(order_id, body, sum) values(?, ?, ?)",
            order,
            body,
            sums.input(order, body)
        )
    }

    /// Its execution when it was last recorded.
    func snapshot(_ order: Int64) throws -> [UInt8]? {
        try first("select snapshot, sum from executions where order_id = ?", order) { [sums] row in
            let snapshot = row.blob(0)
            guard row.int(1) == sums.execution(order, snapshot) else {
                throw Damage(order: order, what: "its position")
            }
            return snapshot
        }
    }

    func replaceSnapshot(of order: Int64, by snapshot: [UInt8]) throws {
        try run(
            "insert or replace into executions(order_id, snapshot, sum) values(?, ?, ?)",
            order,
            snapshot,
            sums.execution(order, snapshot)
        )
    }

    /// How it ended, or why it is held.
    func ending(_ order: Int64) throws -> StoredEnding? {
        try first(
            "select output, error, cause, sum from endings where order_id = ?",
            order
        ) { [sums] row in
            let ending = StoredEnding(
                output: row.optionalBlob(0),
                error: row.optionalText(1),
                cause: row.optionalText(2)
            )
            guard row.int(3) == sums.ending(order, ending.output, ending.error, ending.cause) else {
                throw Damage(order: order, what: "its ending")
            }
            return ending
        }
    }

    func replaceEnding(of order: Int64, by ending: StoredEnding) throws {
        try run(
            "insert or replace into endings(order_id, output, error, cause, sum) values(?, ?, ?, ?, ?)",
            order,
            ending.output,
            ending.error,
            ending.cause,
            sums.ending(order, ending.output, ending.error, ending.cause)
        )
    }

    /// Writes what was done, and by whom, to an order or to the queue as a whole.
    func insert(_ entry: AuditEntry, order: Int64?) throws {
        let row = AuditRow(entry, order: order)
        try run(
            "insert into audit(order_id, at, action, who, why, detail, sum) values(?, ?, ?, ?, ?, ?, ?)",
            row.order,
            row.at,
            row.action,
            row.who,
            row.why,
            row.detail,
            sums.audit(row)
        )
    }

    /// What was done to an order; served by audit_by_order.
    func audit(of order: Int64) throws -> [AuditEntry] {
        try all(
            "select order_id, at, action, who, why, detail, sum from audit where order_id = ? order by id",
            order
        ) { [sums] row in
            let audit = row.auditRow()
            guard row.int(6) == sums.audit(audit) else {
                throw Damage(order: order, what: "its audit", acts: false)
            }
            return audit.entry
        }
    }

    /// What the file itself is told to remember.
    func setting(_ name: String) throws -> [UInt8]? {
        try first("select value, sum from settings where name = ?", name) { [sums] row in
            let value = row.blob(0)
            guard row.int(1) == sums.setting(name, value) else {
                throw Damage(what: "the setting \"\(name)\"")
            }
            return value
        }
    }

    func set(_ name: String, to value: [UInt8]) throws {
        try run(
            "insert or replace into settings(name, value, sum) values(?, ?, ?)",
            name,
            value,
            sums.setting(name, value)
        )
    }

    func setting(_ name: String) throws -> String? {
        try setting(name).map { String(decoding: $0 as [UInt8], as: UTF8.self) }
    }

    func set(_ name: String, to text: String) throws { try set(name, to: Array(text.utf8)) }
}

/// A row of `endings`.
struct StoredEnding {
    var output: [UInt8]?
    var error: String?
    var cause: String?
}

/// A row of `audit` but for its id.
struct AuditRow {
    var order: Int64?
    var at: Int64
    var action: String
    var who: String
    var why: String?
    var detail: String?

    var entry: AuditEntry {
        // A later version may know actions that this one does not; then it would have refused the file.
        AuditEntry(
            AuditEntry.Action(rawValue: action) ?? .decide,
            by: Operator(who, reason: why),
            at: Date(milliseconds: at),
            detail: detail
        )
    }
}

extension AuditRow {
    init(_ entry: AuditEntry, order: Int64?) {
        self.order = order
        at = entry.at.milliseconds
        action = entry.action.rawValue
        who = entry.by.name
        why = entry.by.reason
        detail = entry.detail
    }
}

extension Row {
    /// The columns of `audit` from its order on.
    func auditRow() -> AuditRow {
        AuditRow(
            order: optionalInt(0),
            at: int(1),
            action: text(2),
            who: text(3),
            why: optionalText(4),
            detail: optionalText(5)
        )
    }
}
