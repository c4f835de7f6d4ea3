import Foundation
import GRDB
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// What is made of the files that are found at a start.
@Suite(.closing)
struct `A start` {
    private static let id = [UInt8](repeating: 7, count: 16)
    private static let other = [UInt8](repeating: 8, count: 16)

    /// `found` is "new", "known", "backup", "snapshot N", or the first words of a fault.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var store: StoreFinding
        var record: LockRecord?
        var wal = WALScan()
        var walSize = 0
        var found: String

        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "nothing at all", store: .none, found: "new"),
        Case(name: "a blank file", store: .blank, found: "new"),
        Case(name: "a database that was never finished", store: .unfinished, found: "new"),
        Case(
            name: "a torn log beside a database that was never finished",
            store: .unfinished,
            wal: wal(1),
            walSize: 4_152,
            found: "new"
        ),
        Case(name: "no file where a store was", store: .none, record: record(), found: "missing"),
        Case(name: "a blank file where one was", store: .blank, record: record(), found: "missing"),
        Case(
            name: "an unfinished one where one was",
            store: .unfinished,
            record: record(),
            found: "missing"
        ),
        Case(
            name: "a log without its file",
            store: .none,
            wal: wal(3),
            walSize: 9_000,
            found: "missing"
        ),
        Case(
            name: "a log beside a blank file",
            store: .blank,
            wal: wal(3),
            walSize: 9_000,
            found: "missing"
        ),
        Case(name: "something else", store: .notOurs("is a picture"), found: "foreign"),
        Case(name: "a store without a lock file", store: ours(), found: "known"),
        Case(name: "the store that was here", store: ours(), record: record(), found: "known"),
        Case(
            name: "the store ahead of its lock file",
            store: ours(commits: 12),
            record: record(commits: 10),
            found: "known"
        ),
        Case(
            name: "another store",
            store: ours(id: other),
            record: record(),
            found: "foreign"
        ),
        Case(
            name: "transactions that are gone",
            store: ours(commits: 9),
            record: record(commits: 10),
            found: "lost"
        ),
        Case(
            name: "the file of an earlier start",
            store: ours(boot: 2, commits: 9),
            record: record(boot: 3, commits: 10),
            found: "snapshot 1"
        ),
        Case(
            name: "less than was closed in order",
            store: ours(commits: 4),
            record: record(commits: 10, isClosed: true),
            found: "snapshot 6"
        ),
        Case(
            name: "a file of an earlier version where this one was",
            store: .ours(StoreMark(store: nil, boot: 1, commits: 0)),
            record: record(commits: 10),
            found: "snapshot 10"
        ),
        Case(
            name: "a backup, wherever it is put",
            store: ours(id: other, commits: 1, copy: CopyMark(madeAt: 5)),
            record: record(commits: 10),
            found: "backup"
        ),
        Case(
            name: "a log whose header is damaged",
            store: ours(),
            record: record(),
            wal: wal(0, damage: .header),
            found: "lost"
        ),
        Case(
            name: "a damaged frame with transactions behind it",
            store: ours(),
            wal: wal(4, damage: .frame(number: 9, following: 3)),
            found: "lost"
        ),
    ]

    @Test(arguments: cases)
    func `tells`(what example: Case) {
        let evidence = OpeningEvidence(
            path: "data/orders.sqlite",
            record: example.record,
            store: example.store,
            walSize: example.walSize,
            wal: example.wal
        )
        #expect(Self.word(for: evidence) == example.found)
    }

    private static func word(for evidence: OpeningEvidence) -> String {
        do throws(OpenFault) {
            switch try Opening(evidence) {
            case .new: return "new"
            case .known: return "known"
            case .copy(.backup): return "backup"
            case .copy(.snapshot(let missing)): return "snapshot \(missing)"
            }
        } catch {
            switch error {
            case .missing: return "missing"
            case .foreign: return "foreign"
            case .lostCommits: return "lost"
            default: return "\(error)"
            }
        }
    }

    private static func ours(
        id: [UInt8] = id,
        boot: Int64 = 3,
        commits: Int64 = 10,
        copy: CopyMark? = nil
    ) -> StoreFinding {
        .ours(StoreMark(store: id, boot: boot, commits: commits, copy: copy))
    }

    private static func record(
        boot: Int64 = 3,
        commits: Int64 = 10,
        isClosed: Bool = false
    ) -> LockRecord {
        LockRecord(store: id, boot: boot, commits: commits, isClosed: isClosed)
    }

    private static func wal(_ transactions: Int, damage: WALScan.Damage? = nil) -> WALScan {
        var scan = WALScan()
        (scan.transactions, scan.damage) = (transactions, damage)
        return scan
    }

    @Test func `reads the lock file's record back, and takes a damaged one for none`() {
        let record = Self.record(boot: .max, commits: 123_456_789, isClosed: true)
        let bytes = record.bytes
        #expect(bytes.count == LockRecord.size)
        #expect(LockRecord(bytes) == record)
        #expect(LockRecord(Array(bytes.dropLast())) == nil)
        #expect(LockRecord([]) == nil)
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 4
            #expect(LockRecord(flipped) == nil, "byte \(index)")
        }
    }

    /// What somebody does to the files of a store that was killed with orders in it.
    enum Blow: CaseIterable {
        case fileDeleted
        case fileEmptied
        case logDeleted
        case logEmptied
        case logRandom
        case logCut
        case logHeaderZeroed
        case fileAndLogDeleted
        case foreignDatabase
        case someText

        func strike(_ folder: StoreFolder) throws {
            let files = FileManager.default
            switch self {
            case .fileDeleted: try files.removeItem(at: folder.file)
            case .fileEmptied: try Data().write(to: folder.file)
            case .logDeleted: try files.removeItem(at: folder.log)
            case .logEmptied: try Data().write(to: folder.log)
            case .logRandom:
                let size = try Data(contentsOf: folder.log).count
                try Data((0..<size).map { _ in UInt8.random(in: 0...255) }).write(to: folder.log)
            case .logCut:
                let log = try Data(contentsOf: folder.log)
                try log.prefix(log.count - 4_120).write(to: folder.log)
            case .logHeaderZeroed:
                var log = try Data(contentsOf: folder.log)
                log.replaceSubrange(0..<32, with: Data(count: 32))
                try log.write(to: folder.log)
            case .fileAndLogDeleted:
                try files.removeItem(at: folder.file)
                try files.removeItem(at: folder.log)
            case .foreignDatabase:
                try files.removeItem(at: folder.log)
                try Self.foreignDatabase(at: folder.file)
            case .someText: try Data("No database at all, this.".utf8).write(to: folder.file)
            }
        }

        static func foreignDatabase(at file: URL) throws {
            try? FileManager.default.removeItem(at: file)
            let queue = try DatabaseQueue(path: file.path)
            try queue.write { try $0.execute(sql: "create table customers(name text)") }
            try queue.close()
        }
    }

    @Test(arguments: Blow.allCases)
    func `takes no store that was changed or taken away for a new one, and leaves it as it is`(
        blow: Blow
    ) async throws {
        try await StoreFolder.with { folder in
            try await folder.killed { store in
                for index in 0..<40 { try await submit("\(index)", to: store) }
            }
            try blow.strike(folder)
            let before = try folder.contents()
            let fault = try await fault { try await folder.open { _ in } }
            #expect(fault != nil)
            var after = try folder.contents()
            // What SQLite makes to read a log, and throws away.
            after["orders.sqlite-shm"] = nil
            #expect(after == before)
        }
    }

    @Test func `does not add its tables to a database of something else`() async throws {
        try await StoreFolder.with { folder in
            try Blow.foreignDatabase(at: folder.file)
            let before = try Data(contentsOf: folder.file)
            let fault = try await fault { try await folder.open { _ in } }
            #expect("\(fault.map { "\($0)" } ?? "")".contains("something else (tables: customers)"))
            #expect(try Data(contentsOf: folder.file) == before)
        }
    }

    @Test func `finds everything after a kill, and after somebody else has read the file`()
        async throws
    {
        try await StoreFolder.with { folder in
            try await folder.killed { store in
                for index in 0..<40 { try await submit("\(index)", to: store) }
            }
            // As the sqlite3 program does: the last to close it moves the log into the file and removes it.
            let queue = try DatabaseQueue(path: folder.path)
            #expect(
                try await queue.read { try Int.fetchOne($0, sql: "select count(*) from orders") }
                    == 40
            )
            try queue.close()
            #expect(!FileManager.default.fileExists(atPath: folder.log.path))
            try await folder.open { store in
                #expect(store.backlog == 40)
                #expect(store.restoration == nil)
            }
        }
    }

    @Test func `says when the lock file knows nothing of a store`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store async throws in #expect(!store.isUnattested) }
            try await folder.open { store async throws in #expect(!store.isUnattested) }
            try FileManager.default.removeItem(at: folder.lock)
            try await folder.open { store async throws in #expect(store.isUnattested) }
            try FileManager.default.removeItem(at: folder.file)
            try FileManager.default.removeItem(at: folder.lock)
            try folder.putStoreOf63e03ac()
            try await folder.open { store async throws in #expect(!store.isUnattested) }
        }
    }

    @Test func `follows no symbolic link`() async throws {
        for name in ["orders.sqlite", "orders.sqlite.lock", "orders.sqlite-wal"] {
            try await StoreFolder.with { folder in
                let target = folder.url.appending(path: "elsewhere")
                try Data().write(to: target)
                try FileManager.default.createSymbolicLink(
                    at: folder.url.appending(path: name),
                    withDestinationURL: target
                )
                let fault = try await fault { try await folder.open { _ in } }
                #expect("\(fault.map { "\($0)" } ?? "")".contains("symbolic link"), "\(name)")
                #expect(try Data(contentsOf: target).isEmpty)
            }
        }
    }

    @Test func `makes files for their owner alone, whatever the umask`() async throws {
        try await StoreFolder.with { folder in
            try await folder.open { store in
                try await submit("1", to: store)
                for name in ["", "-wal", "-shm", ".lock"] {
                    let attributes = try FileManager.default.attributesOfItem(
                        atPath: folder.path + name
                    )
                    #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
                }
            }
        }
    }
}
