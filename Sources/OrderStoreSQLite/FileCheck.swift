import Foundation
import GRDB

/// Looks at a file before anything is written to it: whether it is whole, as far as a moment allows.
enum FileCheck {
    /// Up to this size the whole file is looked at; it takes about a second for a gigabyte.
    static let maximumWhole = 64 * 1024 * 1024

    /// Throws `OpenFault.damaged` with what was found; a file that does not exist is whole.
    static func run(_ path: String) throws {
        guard let size = size(path), size > 0 else { return }
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        do {
            // Read-only: even closing it must not move the WAL into the file.
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let findings = try queue.inDatabase { try look(at: $0, path: path, size: size) }
            let isNewer = try findings.isEmpty && queue.inDatabase(Schema.isNewer)
            try queue.close()
            if isNewer { throw OpenFault.newerVersion(path: path) }
            guard findings.isEmpty else {
                throw OpenFault.damaged(path: path, findings: findings)
            }
        } catch let error as DatabaseError where error.isUnfinishedBeginning {
            // The power went while the file was being made, before it took its first order: opening it rolls that back,
            // which who only reads must not.
        } catch let error as DatabaseError where error.isDamage {
            let finding = error.message ?? "\(error.resultCode)"
            throw OpenFault.damaged(path: path, findings: [finding])
        }
    }

    private static func look(
        at database: Database,
        path: String,
        size: Int
    ) throws -> [String] {
        let pages = try Int.fetchOne(database, sql: "pragma page_count") ?? 0
        let pageSize = try Int.fetchOne(database, sql: "pragma page_size") ?? 0
        let hasWAL = (self.size(path + "-wal") ?? 0) > 0
        if !hasWAL, size < pages * pageSize {
            return [
                "the file has \(size) bytes and should have \(pages * pageSize): its end is missing"
            ]
        }
        guard size <= maximumWhole else { return try edges(database) }
        let lines = try String.fetchAll(database, sql: "pragma quick_check(10)")
        return lines == ["ok"] ? [] : lines
    }

    /// Reads the first and the last rows of every table and index; what is damaged throws.
    private static func edges(_ database: Database) throws -> [String] {
        let tables = try String.fetchAll(
            database,
            sql: "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"
        )
        for table in tables {
            let name = table.quotedDatabaseIdentifier
            let key = try database.primaryKey(table).columns.first ?? "rowid"
            for order in ["asc", "desc"] {
                _ = try GRDB.Row.fetchAll(
                    database,
                    sql:
                        "select * from \(name) order by \(key.quotedDatabaseIdentifier) \(order) limit 100"
                )
            }
        }
        return []
    }

    private static func size(_ path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue
    }
}

extension DatabaseError {
    /// Whether a rollback journal lies beside the file: it has one only until it is in WAL mode.
    fileprivate var isUnfinishedBeginning: Bool {
        extendedResultCode == .SQLITE_READONLY_ROLLBACK
    }

    /// Whether the file itself is what is wrong.
    var isDamage: Bool {
        switch resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: true
        default: false
        }
    }
}
