package import Foundation
import GRDB
import Orders

/// A store's file as its keeper sees it: to be checked, copied and counted, also while a service works on it.
package struct StoreFile: Sendable {
    private let path: String

    package init(path: String) { self.path = path }

    /// Everything that is wrong with the file; nothing when it is whole.
    ///
    /// It is only read. The whole file is looked at, so this takes its time.
    package func verify() throws -> [String] {
        do {
            let refusals = try refusals()
            return try refusals.isEmpty ? read(Self.findings) : refusals
        } catch let error as DatabaseError where error.isDamage {
            return [error.message ?? "\(error.resultCode)"]
        }
    }

    /// Why a start would refuse the store as it lies there; nothing while a service works on it, which did not.
    private func refusals() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        do {
            // A copy that was put somewhere has no lock file, and is given none.
            guard FileManager.default.fileExists(atPath: path + ".lock") else {
                let damage = try FileCheck.scan(path + "-wal").damage
                return damage.map { ["its write-ahead log is damaged: \($0)"] } ?? []
            }
            // A log that is being written to cannot be judged; while this is held no service begins to.
            let lock = try LockFile(path + ".lock")
            defer { lock.release() }
            try FileCheck.leavingNothing(at: path) {
                var evidence = try FileCheck.evidence(path)
                (evidence.record, evidence.isRecordDamaged) = (lock.record, lock.isRecordDamaged)
                _ = try Opening(evidence)
            }
            return []
        } catch OpenFault.inUse {
            return []
        } catch let fault as OpenFault { return ["\(fault)"] }
    }

    /// Everything that is wrong with that database.
    static func findings(in database: Database) throws -> [String] {
        let lines = try String.fetchAll(database, sql: "pragma integrity_check(100)")
        // What SQLite finds damaged cannot be asked about its sense.
        guard lines == ["ok"] else { return lines }
        // Tables of this version are not in a file of an earlier one.
        guard try Migrations.haveMadeCommits(in: database) else {
            return try SumCheck.findings(in: database)
        }
        let broken = try rules.compactMap { rule in
            let count = try Int.fetchOne(database, sql: rule.violations) ?? 0
            return count == 0 ? nil : "\(count) × \(rule.name)"
        }
        return try broken + Migrations.findings(in: database) + SumCheck.findings(in: database)
    }

    /// What the name of a copy ends in until it is whole.
    package static let partial = ".partial"

    /// Writes a copy as of this moment, whole and on disk when this returns.
    ///
    /// The copy is marked: wherever it is started, it is paused, and what was unfinished in it is held.
    package func backUp(to target: String, at now: Date) throws {
        try read { try Backup.make(from: $0, to: target, markedAt: now) }
    }

    /// What the file holds, in the order in which it is told.
    package func statistics() throws -> [(name: String, value: Int)] {
        try read { database in
            var figures: [(String, Int)] = []
            let statuses = try GRDB.Row.fetchAll(
                database,
                sql: "select status, count(*) from orders group by status order by status"
            )
            for row in statuses {
                let status = OrderStatus(code: row[0])?.rawValue ?? "of no status"
                figures.append(("orders " + status, row[1]))
            }
            for (name, sql) in Self.figures {
                figures.append((name, try Int.fetchOne(database, sql: sql) ?? 0))
            }
            return figures
        }
    }

    /// The names of all workflows that orders of the file have run on; none when there is no file.
    package func workflowNames() throws -> Set<String> {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try read { try Set(String.fetchAll($0, sql: "select name from workflows")) }
    }

    private func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreFileFault("there is no file \(path)")
        }
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(30)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let value = try queue.inDatabase(body)
        try queue.close()
        return value
    }

    private static let figures: [(String, String)] = [
        ("deliveries", "select count(*) from deliveries"),
        (
            "deliveries uncertain",
            "select count(*) from deliveries where status = \(Delivery.Status.uncertain.code)"
        ),
        ("history rows", "select count(*) from history"),
        ("audit entries", "select count(*) from audit"),
        ("workflow definitions", "select count(*) from workflows"),
        ("starts", "select count(*) from boots"),
        ("bytes", "select page_count * page_size from pragma_page_count, pragma_page_size"),
        (
            "bytes free",
            "select freelist_count * page_size from pragma_freelist_count, pragma_page_size"
        ),
    ]

    private static let finalCodes = OrderStatus.allCases.filter(\.isFinal).map { "\($0.code)" }
        .joined(separator: ", ")

    /// What must never be, each with a query that counts how often it is.
    private static let rules: [(name: String, violations: String)] = [
        (
            "order without input that was not erased",
            """
            select count(*) from orders o where erased_at is null
                and not exists (select 1 from inputs i where i.order_id = o.id)
            """
        ),
        (
            "order number given twice",
            "select count(*) from (select 1 from orders group by number having count(*) > 1)"
        ),
        (
            "ended order without its end, or an end before the end",
            "select count(*) from orders where (finished_at is not null) <> (status in (\(finalCodes)))"
        ),
        (
            "order missing from the number index",
            """
            select count(*) from orders o where id <= coalesce(
                (select cast(cast(value as text) as integer) from settings where name = 'indexed'), 0)
                and not exists (
                    select 1 from order_numbers n where n.digest = o.digest and n.order_id = o.id)
            """
        ),
        (
            "gap in a history",
            """
            select count(*) from (
                select first_event, lag(first_event + count, 1, 1)
                    over (partition by order_id order by first_event) as expected
                from history)
            where first_event <> expected
            """
        ),
        (
            "count of transactions that is not there, or does not match its inverse",
            "select not exists (select 1 from commits where id = 1 and count + inverse = 0)"
        ),
        (
            "row that belongs to no order",
            """
            select (select count(*) from inputs where order_id not in (select id from orders))
                + (select count(*) from executions where order_id not in (select id from orders))
                + (select count(*) from endings where order_id not in (select id from orders))
                + (select count(*) from deliveries where order_id not in (select id from orders))
                + (select count(*) from history where order_id not in (select id from orders))
            """
        ),
    ]
}

/// Why a store's file could not be read or copied.
package struct StoreFileFault: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }

    init(_ code: Int32, _ path: String) {
        description = "\(path): \(String(cString: strerror(code)))"
    }
}
