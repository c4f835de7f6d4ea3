import Foundation
import GRDB

/// Compares every row that has a checksum with it, from end to end of the file.
enum SumCheck {
    /// Beyond so many findings the rest is not told.
    static let maximumFindings = 100

    /// What does not match; nothing when all does.
    ///
    /// A file of an earlier version has no checksums.
    static func findings(in database: Database) throws -> [String] {
        guard try database.columns(in: "orders").contains(where: { $0.name == "sum" }) else {
            return ["it was written by an earlier version and has no checksums yet: start it once"]
        }
        let key = try Data.fetchOne(
            database,
            sql: "select value from settings where name = 'number key'"
        )
        guard let key, key.count == 16 else { return ["the key of its checksums is gone"] }
        let connection = Connection(database, key: Array(key))
        var findings = Findings()
        try connection.compareAll(&findings)
        RareRows.install(in: database, key: Array(key))
        return try findings.lines + RareRows.findings(in: database)
    }

    struct Findings {
        private(set) var lines: [String] = []

        mutating func compare(_ stored: Int64, _ made: Int64, _ what: @autoclosure () -> String) {
            guard stored != made, lines.count < SumCheck.maximumFindings else { return }
            lines.append("\(what()) does not match its checksum")
        }

        mutating func add(_ line: String) {
            if lines.count < SumCheck.maximumFindings { lines.append(line) }
        }
    }
}

extension Connection {
    fileprivate func compareAll(_ findings: inout SumCheck.Findings) throws {
        // Rows of orders, from which the others are named.
        let orders = try all("select id from orders") { $0.int(0) }
        for id in orders {
            guard let (row, sum) = try storedOrderRow(id) else { continue }
            findings.compare(sum, sums.order(row), "order \(row.number): its row in orders")
        }
        try compareContents(&findings)
        try compareHistory(&findings)
        try compareDeliveries(&findings)
        try compareOthers(&findings)
    }

    private func name(_ order: Int64) -> String {
        (try? name(ofOrder: order)) ?? "order at place \(order)"
    }

    private func compareContents(_ findings: inout SumCheck.Findings) throws {
        try prefix("select order_id, body, sum from inputs") { row in
            let sum = sums.input(row.int(0), row.blob(1))
            findings.compare(row.int(2), sum, "\(name(row.int(0))): its input")
            return true
        }
        try prefix("select order_id, snapshot, sum from executions") { row in
            let sum = sums.execution(row.int(0), row.blob(1))
            findings.compare(row.int(2), sum, "\(name(row.int(0))): its position")
            return true
        }
        try prefix("select order_id, output, error, cause, sum from endings") { row in
            let (output, error) = (row.optionalBlob(1), row.optionalText(2))
            let sum = sums.ending(row.int(0), output, error, row.optionalText(3))
            findings.compare(row.int(4), sum, "\(name(row.int(0))): its ending")
            return true
        }
    }

    private func compareHistory(_ findings: inout SumCheck.Findings) throws {
        try prefix("select order_id, first_event, count, events, sum from history") { row in
            let (order, first) = (row.int(0), row.int(1))
            let sum = sums.history(order, first: first, count: row.int(2), row.blob(3))
            let what = "\(name(order)): its history from event \(first) on"
            findings.compare(row.int(4), sum, what)
            return true
        }
    }

    private func compareDeliveries(_ findings: inout SumCheck.Findings) throws {
        for id in try all("select id from deliveries", read: { $0.int(0) }) {
            guard let (row, sum) = try storedDeliveryRow(id) else { continue }
            let what = "\(name(row.order)): its delivery \(id)"
            findings.compare(sum, sums.delivery(row), what)
        }
    }

    private func compareOthers(_ findings: inout SumCheck.Findings) throws {
        try prefix("select hash, name, definition, sum from workflows") { row in
            let sum = sums.workflow(hash: row.text(0), name: row.text(1), row.blob(2))
            findings.compare(row.int(3), sum, "the definition of workflow \(row.text(1))")
            return true
        }
        try prefix("select digest, body, order_id, created_at, sum from idempotency_keys") { row in
            let (digest, body) = (row.blob(0), row.blob(1))
            let sum = sums.key(digest, body, order: row.int(2), createdAt: row.int(3))
            findings.compare(row.int(4), sum, "\(name(row.int(2))): its idempotency key")
            return true
        }
        try prefix("select order_id, at, action, who, why, detail, sum, id from audit") { row in
            findings.compare(row.int(6), sums.audit(row.auditRow()), "audit entry \(row.int(7))")
            return true
        }
        try prefix("select name, value, sum from settings") { row in
            let sum = sums.setting(row.text(0), row.blob(1))
            findings.compare(row.int(2), sum, "the setting \"\(row.text(0))\"")
            return true
        }
    }
}
