import Foundation
import GRDB
import GRDBSQLite
import Orders

/// The file with its connections, locked against a second process.
struct DatabaseFile {
    let writer: DatabaseQueue
    let reader: DatabaseQueue
    let checkpointer: DatabaseQueue
    let lock: LockFile
    /// By what the rows' checksums are made.
    let key: [UInt8]
    private let path: String
    private let opening: Opening
    /// Whether the lock file says nothing of a store that it should know: it was deleted or emptied, or the store was moved.
    let isUnattested: Bool

    init(_ configuration: SQLiteOrderStore.Configuration) throws {
        path = configuration.path
        lock = try LockFile(path + ".lock")
        do {
            (opening, isUnattested) = try FileCheck.leavingNothing(at: path) { [path, lock] in
                var evidence = try FileCheck.evidence(path)
                (evidence.record, evidence.isRecordDamaged) = (lock.record, lock.isRecordDamaged)
                return (try Opening(evidence), evidence.isUnattested)
            }
            if opening == .new { try Self.make(path) }
            writer = try Self.open(path, cacheKiB: configuration.writerCacheMB * 1024)
            // Before anything is written: what a power cut has torn must not lie behind new transactions.
            try writer.inDatabase(Self.emptyLog)
            try Migrations.migrate(writer)
            key = try writer.inDatabase { [lock] in
                try Sealing.seal($0, storeID: lock.record?.store)
            }
            reader = try Self.open(
                path,
                cacheKiB: configuration.readerCacheMB * 1024,
                isReadOnly: true
            )
            reader.inDatabase { [key] in RareRows.install(in: $0, key: key) }
            checkpointer = try Self.open(path, cacheKiB: 1024)
        } catch {
            lock.release()
            throw OpenFault.told(error, path)
        }
    }

    /// What a new process finds, and the watch over the file's place; nothing stays locked when it cannot begin.
    ///
    /// Throws `OpenFault` with a sentence that says what to do.
    func start(at now: Date) throws -> (Boot, PlaceWatch) {
        do {
            let found: Boot
            do { found = try boot(at: now) } catch is IndexDamage {
                try makeIndexesAnew()
                found = try boot(at: now)
            }
            return (found, try PlaceWatch(path, lock: lock))
        } catch {
            lock.release()
            throw OpenFault.told(error, path)
        }
    }

    /// Makes all indexes anew from their tables.
    private func makeIndexesAnew() throws {
        try writer.inDatabase { try $0.execute(sql: "reindex") }
    }

    /// What a new process finds: the numbers, its epoch and the counts.
    ///
    /// Leases of earlier processes end here, and a copy of an earlier time is put to rest.
    func boot(at now: Date) throws -> Boot {
        try writer.inDatabase { database in
            let connection = Connection(database, key: key)
            var epoch: Int64 = 0
            var restoration: Restoration?
            try database.inTransaction(.immediate) {
                epoch = try connection.beginBoot(after: lock.record, now.milliseconds)
                try connection.takeBackLeases(now.milliseconds)
                try connection.markInterruptedDeliveries(now.milliseconds)
                try connection.followClock(now.milliseconds)
                if case .copy(let copy) = opening {
                    restoration = try connection.putToRest(copy, at: now)
                }
                try connection.countCommit()
                return .commit
            }
            connection.didCommit()
            // The start's number is in the file itself from now on: a log that is lost later cannot be taken for an older
            // file.
            try Self.emptyLog(database)
            let store = try connection.setting("store id") as [UInt8]?
            guard let store, store.count == 16 else { throw Damage(what: "the store's id") }
            let commits = connection.commits
            lock.keep(LockRecord(store: store, boot: epoch, commits: commits, isClosed: false))
            return Boot(
                numbers: try NumberIndex(key: key, connection: connection),
                epoch: epoch,
                commits: commits,
                tally: try Tally.counted(by: connection),
                restoration: restoration,
                damage: connection.damage
            )
        }
    }

    /// What a new process finds.
    struct Boot {
        var numbers: NumberIndex
        var epoch: Int64
        var commits: Int64
        var tally: Tally
        /// What was done because the file is a copy; nil when it is none.
        var restoration: Restoration?
        var damage: [String]
    }

    /// Moves what is in the log into the file; a reader that is in the way, such as a backup, keeps a part of it there.
    private static func emptyLog(_ database: Database) throws {
        var code = sqlite3_wal_checkpoint_v2(
            database.sqliteConnection,
            nil,
            SQLITE_CHECKPOINT_TRUNCATE,
            nil,
            nil
        )
        if code == SQLITE_BUSY { code = SQLITE_OK }
        guard code == SQLITE_OK else { throw database.failure(of: "checkpoint") }
    }

    /// Moves what is in the WAL into the file, so that the next start and a copy find one file.
    ///
    /// A store whose files are not in their places is not noted as closed: what lies there is not what was closed.
    func close(isInPlace: Bool) throws {
        defer { lock.release() }
        try reader.close()
        try checkpointer.close()
        // What cannot be moved, for want of room, stays in the WAL: the next start reads it there.
        let isMoved =
            (try? writer.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }) != nil
        try writer.close()
        guard var record = lock.record, isMoved, isInPlace else { return }
        record.isClosed = true
        lock.keep(record)
    }

    /// Makes an empty file that its owner alone may read, whatever the umask; its log is made with the same rights.
    private static func make(_ path: String) throws {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else {
            throw OpenFault.notWritable(path: path, reason: String(cString: strerror(errno)))
        }
        Glibc.close(descriptor)
    }

    /// How long a statement waits for a lock that another connection holds.
    static let busyMilliseconds: Int32 = 5_000

    private static func open(
        _ path: String,
        cacheKiB: Int,
        isReadOnly: Bool = false
    ) throws -> DatabaseQueue {
        var configuration = GRDB.Configuration()
        configuration.readonly = isReadOnly
        // The code inserts parents first and deletes children first; looking both up again for every row costs.
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(Double(busyMilliseconds) / 1000)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "pragma synchronous = full")
            // Not by GRDB, which would set `synchronous` to NORMAL and write a transaction that nobody has synced: then a
            // later one could be on the disk without it.
            if !isReadOnly { try database.execute(sql: "pragma journal_mode = wal") }
            try database.execute(sql: "pragma cache_size = -\(cacheKiB)")
            try database.execute(sql: "pragma wal_autocheckpoint = 0")
            try database.execute(sql: "pragma temp_store = memory")
            // What is deleted is overwritten, on the pages that are given up too: erasing an order means it.
            try database.execute(sql: "pragma secure_delete = on")
        }
        return queue
    }
}
