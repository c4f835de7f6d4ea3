import Foundation
import GRDB

/// The checksums of rows that are written rarely: triggers make them, by a function that SQLite calls.
///
/// The rows of every order have theirs made in Swift (`RowSums`), since a trigger would cost each of them a second write.
/// A program without the function, such as `sqlite3`, cannot write these tables.
enum RareRows {
    /// The tables that have them.
    enum Table: String, CaseIterable {
        case boots, crashes, damages, restorations
        case bulkRedrives = "bulk_redrives"
        case tasks, answers, origins, children, suppressions, schedules
        case scheduleRuns = "schedule_runs"
        case alerts
        case alertMessages = "alert_messages"
        case workflowChanges = "workflow_changes"

        /// What of each row the checksum is made of, the row's key first.
        var columns: [String] {
            switch self {
            case .boots: ["epoch", "started_at"]
            case .crashes: ["order_id", "epoch", "found_at", "state", "run"]
            case .damages: ["order_id", "found_at", "evidence", "is_decided"]
            case .restorations: ["id", "found_at", "copied_at", "kind", "latest_order", "held"]
            case .bulkRedrives:
                [
                    "id", "status", "error", "finished_after", "finished_before", "from_start",
                    "on_current", "rate", "who", "why", "created_at", "finished_at", "state",
                    "total", "redriven", "refused", "cursor", "stops",
                ]
            case .tasks:
                [
                    "id", "order_id", "task", "token", "state", "kind", "name", "since", "status",
                    "worker", "taken_at",
                ]
            case .answers: ["id", "order_id", "task", "at", "kind", "body"]
            case .origins: ["order_id", "body"]
            case .children: ["id", "child_id", "parent_id", "task", "is_awaited", "is_starter"]
            case .suppressions: ["id", "address", "cause", "detail", "since", "who", "why"]
            case .schedules:
                [
                    "id", "name", "definition", "source", "made_at", "handled_until", "latest",
                    "latest_at", "buffered", "started", "skipped", "missed", "missed_at",
                    "revision",
                ]
            case .scheduleRuns:
                [
                    "id", "schedule", "outcome", "first_at", "last_at", "count", "handled_at",
                    "number", "reason",
                ]
            case .alerts:
                [
                    "id", "name", "kind", "subject", "is_lasting", "since", "state", "until",
                    "told_at", "count", "examples", "detail",
                ]
            case .alertMessages:
                [
                    "id", "message", "way", "alert", "body", "created_at", "due", "attempts",
                ]
            case .workflowChanges: ["id", "name", "workflow", "since", "who", "why"]
            }
        }

        /// What a later migration has added: it counts in rows alone that have some of it.
        var additions: [String] {
            self == .bulkRedrives ? ["in_state", "workflow", "place", "patch"] : []
        }

        /// The checksum as it ought to be, in SQL.
        var sum: String { sum(with: additions) }

        /// The same of a table that has those of the additions.
        func sum(with additions: [String]) -> String {
            let plain = "row_sum('\(rawValue)', \(columns.joined(separator: ", ")))"
            guard !additions.isEmpty else { return plain }
            let all = (columns + additions).joined(separator: ", ")
            let isPlain = "coalesce(\(additions.joined(separator: ", "))) is null"
            return "case when \(isPlain) then \(plain) else row_sum('\(rawValue)', \(all)) end"
        }
    }

    /// Lets statements of that connection call `row_sum`, which the triggers do.
    static func install(in database: Database, key: [UInt8]) {
        let hash = SipHash(key: key)
        database.add(
            function: DatabaseFunction("row_sum", pure: true) { values in
                var sum = hash.values
                for value in values {
                    switch value.storage {
                    case .null: sum.add(0)
                    case .int64(let number): sum.add(number)
                    case .double(let number): sum.add(Int64(bitPattern: number.bitPattern))
                    case .string(let text): sum.add(text)
                    case .blob(let data): sum.add(Array(data))
                    }
                }
                return sum.finish()
            }
        )
    }

    /// Makes the checksums of all rows that are there.
    static func seal(_ database: Database) throws {
        for (table, sum) in try sums(in: database) {
            try database.execute(sql: "update \(table.rawValue) set sum = \(sum)")
        }
    }

    /// Every row that does not match its checksum, in words.
    static func findings(in database: Database) throws -> [String] {
        try sums(in: database).flatMap { table, sum in
            let name = table.rawValue
            return try Int64.fetchAll(
                database,
                sql: "select \(table.columns[0]) from \(name) where sum is not (\(sum))"
            )
            .map { "\(name) \($0) does not match its checksum" }
        }
    }

    /// The tables that a file has, each with the checksum of its rows as it ought to be, in SQL: an earlier version's file does
    /// not have them all, nor all of their columns.
    private static func sums(in database: Database) throws -> [(table: Table, sum: String)] {
        try Table.allCases.filter { try database.tableExists($0.rawValue) }.map { table in
            let has = Set(try database.columns(in: table.rawValue).map(\.name))
            return (table, table.sum(with: table.additions.filter(has.contains)))
        }
    }
}
