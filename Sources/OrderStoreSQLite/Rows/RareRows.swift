import Foundation
import GRDB

/// The checksums of rows that are written rarely: triggers make them, by a function that SQLite calls.
///
/// The rows of every order have theirs made in Swift (`RowSums`), since a trigger would cost each of them a second write.
/// A program without the function, such as `sqlite3`, cannot write these tables.
enum RareRows {
    /// The tables, and what of each row the checksum is made of.
    static let tables: [(name: String, columns: [String])] = [
        ("boots", ["epoch", "started_at"]),
        ("crashes", ["order_id", "epoch", "found_at", "state", "run"]),
        ("damages", ["order_id", "found_at", "evidence", "is_decided"]),
        ("restorations", ["id", "found_at", "copied_at", "kind", "latest_order", "held"]),
        (
            "bulk_redrives",
            [
                "id", "status", "error", "finished_after", "finished_before", "from_start",
                "on_current", "rate", "who", "why", "created_at", "finished_at", "state", "total",
                "redriven", "refused", "cursor", "stops",
            ]
        ),
        (
            "tasks",
            [
                "id", "order_id", "task", "token", "state", "kind", "name", "since", "status",
                "worker", "taken_at",
            ]
        ),
        ("answers", ["id", "order_id", "task", "at", "kind", "body"]),
        ("origins", ["order_id", "body"]),
        ("children", ["id", "child_id", "parent_id", "task", "is_awaited", "is_starter"]),
        ("suppressions", ["id", "address", "cause", "detail", "since", "who", "why"]),
    ]

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
        for (name, columns) in tables {
            try database.execute(sql: "update \(name) set sum = \(call(name, columns))")
        }
    }

    /// Every row that does not match its checksum, in words.
    static func findings(in database: Database) throws -> [String] {
        // An earlier version's file does not have them all.
        try tables.filter { try database.tableExists($0.name) }.flatMap { name, columns in
            try Int64.fetchAll(
                database,
                sql: "select \(columns[0]) from \(name) where sum is not \(call(name, columns))"
            )
            .map { "\(name) \($0) does not match its checksum" }
        }
    }

    static func call(_ name: String, _ columns: [String], of row: String = "") -> String {
        "row_sum('\(name)', \(columns.map { row + $0 }.joined(separator: ", ")))"
    }
}
