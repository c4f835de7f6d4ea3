import Foundation
import GRDB

/// Looks at a file before anything is written to it: whether it is whole, as far as a moment allows.
enum FileCheck {
    /// Up to this size the whole file is looked at; it takes about a second for a gigabyte.
    static let maximumWhole = 64 * 1024 * 1024

    /// Runs the body, and removes again what SQLite has made beside the file in order to read it when the body throws: what is
    /// refused is left as it was.
    static func leavingNothing<Value>(at path: String, _ body: () throws -> Value) throws -> Value {
        let made = ["-wal", "-shm"].filter { size(path + $0) == nil }
        do { return try body() } catch {
            for name in made where (size(path + name) ?? 0) == 0 || name == "-shm" {
                unlink(path + name)
            }
            throw error
        }
    }

    /// What lies at that path, without a change to it; what the lock file says is the caller's to add.
    ///
    /// Throws `OpenFault` when the file is damaged or a later version's.
    static func evidence(_ path: String) throws -> OpeningEvidence {
        for name in ["", "-wal", "-shm", "-journal"] where isSymbolicLink(path + name) {
            throw OpenFault.symbolicLink(path: path + name)
        }
        var evidence = OpeningEvidence(
            path: path,
            store: .none,
            walSize: size(path + "-wal") ?? 0,
            wal: try scan(path + "-wal")
        )
        evidence.hasRescued = size(path + ".rescued") != nil
        guard let size = size(path) else { return evidence }
        if size == 0 {
            evidence.store = .blank
        } else if evidence.wal.damage != nil {
            // What SQLite would make of it is of no interest.
            evidence.store = .ours(StoreMark(boot: 0, commits: 0))
        } else {
            evidence.store = try finding(path, size: size)
        }
        return evidence
    }

    static func scan(_ path: String) throws -> WALScan {
        guard FileManager.default.fileExists(atPath: path) else { return WALScan() }
        let log = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        return log.withUnsafeBytes { WALScan($0) }
    }

    private static func finding(_ path: String, size: Int) throws -> StoreFinding {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        do {
            // Read-only: even closing it must not move the WAL into the file.
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            return try queue.inDatabase { database in
                let findings = try look(at: database, path: path, size: size)
                guard findings.isEmpty else {
                    throw OpenFault.damaged(path: path, findings: findings)
                }
                return try identify(database, path)
            }
        } catch let error as DatabaseError where error.isUnfinishedBeginning && size > 65_536 {
            return .notOurs("has an unfinished transaction of another program")
        } catch let error as DatabaseError where error.isUnfinishedBeginning {
            // The power went while the file was being made, before it took its first order: opening it rolls that back,
            // which who only reads must not.
            return .unfinished
        } catch let error as DatabaseError where error.isDamage {
            // SQLite's words may quote what it stumbled over, which may be a customer's.
            let words = error.message?.prefix { $0 != "(" && $0 != "{" } ?? "\(error.resultCode)"
            var findings = ["\(words)".trimmingCharacters(in: .whitespaces)]
            if (self.size(path + "-wal") ?? 0) > 0 {
                findings.append(
                    "a write-ahead log lies beside it: if this file was put here, remove \(path)-wal and \(path)-shm, which belong to the one before"
                )
            }
            throw OpenFault.damaged(path: path, findings: findings)
        }
    }

    private static func identify(_ database: Database, _ path: String) throws -> StoreFinding {
        let tables = try String.fetchAll(
            database,
            sql: """
                select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
                    and name <> 'grdb_migrations' order by name
                """
        )
        let application = try Int.fetchOne(database, sql: "pragma application_id") ?? 0
        guard !tables.isEmpty || application != 0 else { return .unfinished }
        let isOurs = try Migrations.haveBegun(in: database)
        guard isOurs, application == 0 || application == Migrations.applicationID else {
            let names = tables.prefix(5).joined(separator: ", ")
            return .notOurs("is an SQLite database of something else (tables: \(names))")
        }
        if try Migrations.isNewer(database) { throw OpenFault.newerVersion(path: path) }
        return .ours(try mark(of: database))
    }

    /// The marks are few and read without a look at their checksums, whose key is one of them.
    static func mark(of database: Database) throws -> StoreMark {
        func setting(_ name: String) throws -> [UInt8]? {
            let sql = "select cast(value as blob) from settings where name = ?"
            return try Data.fetchOne(database, sql: sql, arguments: [name]).map(Array.init)
        }
        let commits = try Migrations.haveMadeCommits(in: database) ? transactions(in: database) : 0
        let copy = try setting("copy").flatMap { Int64(String(decoding: $0, as: UTF8.self)) }
        return StoreMark(
            store: try setting("store id"),
            boot: try Int64.fetchOne(database, sql: "select max(epoch) from boots") ?? 0,
            commits: commits,
            copy: copy.map(CopyMark.init)
        )
    }

    private static func transactions(in database: Database) throws -> Int64 {
        let sql = "select count from commits where id = 1 and count + inverse = 0"
        guard let count = try Int64.fetchOne(database, sql: sql) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT,
                message: "the count of transactions is not there, or does not match its inverse"
            )
        }
        return count
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

    static func isSymbolicLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
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
