import Foundation
import GRDB
import Orders

/// The file with its connections, locked against a second process.
struct DatabaseFile {
    let writer: DatabaseQueue
    let reader: DatabaseQueue
    let checkpointer: DatabaseQueue
    private let lock: Int32

    init(_ configuration: SQLiteOrderStore.Configuration) throws {
        let path = configuration.path
        lock = try Self.lock(path + ".lock")
        do {
            try FileCheck.run(path)
            writer = try Self.open(path, cacheKiB: configuration.writerCacheMB * 1024)
            try Schema.migrate(writer)
            reader = try Self.open(
                path,
                cacheKiB: configuration.readerCacheMB * 1024,
                isReadOnly: true
            )
            checkpointer = try Self.open(path, cacheKiB: 1024)
        } catch let error as DatabaseError {
            Self.unlock(lock)
            throw OpenFault.sqlite(path: path, reason: error.message ?? "\(error.resultCode)")
        } catch {
            Self.unlock(lock)
            throw error
        }
    }

    /// What a new process finds: the numbers, its epoch and the counts.
    ///
    /// Leases of earlier processes end here.
    func boot(at now: Date) throws -> Boot {
        try writer.inDatabase { database in
            let connection = Connection(database)
            var epoch: Int64 = 0
            var hasSuspects = false
            try database.inTransaction(.immediate) {
                try connection.run("insert into boots(started_at) values(?)", now.milliseconds)
                epoch = connection.lastInsertedID
                hasSuspects = try connection.takeBackLeases(now.milliseconds)
                try connection.markInterruptedDeliveries(now.milliseconds)
                try connection.followClock(now.milliseconds)
                return .commit
            }
            let numbers = try NumberIndex(key: Self.key(connection), connection: connection)
            return Boot(
                numbers: numbers,
                epoch: epoch,
                tally: try Tally.counted(by: connection),
                hasSuspects: hasSuspects
            )
        }
    }

    /// What a new process finds.
    struct Boot {
        var numbers: NumberIndex
        var epoch: Int64
        var tally: Tally
        /// Whether orders were running when the process before this one ended.
        var hasSuspects: Bool
    }

    /// Moves what is in the WAL into the file, so that the next start and a copy find one file.
    func close() throws {
        defer { Self.unlock(lock) }
        try reader.close()
        try checkpointer.close()
        // What cannot be moved, for want of room, stays in the WAL: the next start reads it there.
        try? writer.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try writer.close()
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
        configuration.journalMode = isReadOnly ? .default : .wal
        // The code inserts parents first and deletes children first; looking both up again for every row costs.
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(Double(busyMilliseconds) / 1000)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            // After opening, because GRDB sets `synchronous` to NORMAL when it switches to WAL.
            try database.execute(sql: "pragma synchronous = full")
            try database.execute(sql: "pragma cache_size = -\(cacheKiB)")
            try database.execute(sql: "pragma wal_autocheckpoint = 0")
            try database.execute(sql: "pragma temp_store = memory")
            // What is deleted is overwritten, on the pages that are given up too: erasing an order means it.
            try database.execute(sql: "pragma secure_delete = on")
        }
        return queue
    }

    /// The kernel lets go of the lock when the process ends, however it ends.
    private static func lock(_ path: String) throws -> Int32 {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw OpenFault.notWritable(path: path, reason: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(descriptor)
            throw OpenFault.inUse(path: path)
        }
        return descriptor
    }

    /// Gives the lock up before the descriptor goes: a child that is just being started may have a copy of it.
    private static func unlock(_ descriptor: Int32) {
        flock(descriptor, LOCK_UN)
        Glibc.close(descriptor)
    }

    /// The key of the number index: drawn once, when the file is made.
    private static func key(_ connection: Connection) throws -> [UInt8] {
        let known = try connection.first("select value from settings where name = 'number key'") {
            $0.blob(0)
        }
        if let known { return known }
        let key = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        try connection.run("insert into settings(name, value) values('number key', ?)", key)
        return key
    }
}

/// Why the file could not be opened, as a sentence that says what to do.
public enum OpenFault: Error, CustomStringConvertible {
    /// The folder does not exist or may not be written to.
    case notWritable(path: String, reason: String)
    /// Another process works on the file.
    case inUse(path: String)
    /// A later version of orderd has written the file.
    case newerVersion(path: String)
    /// It is damaged.
    case damaged(path: String, findings: [String])
    /// SQLite refuses it.
    case sqlite(path: String, reason: String)

    /// What happened and what to do.
    public var description: String {
        switch self {
        case .notWritable(let path, let reason):
            "cannot write \(path): \(reason). The data directory must exist and belong to the user that runs orderd"
        case .inUse(let path):
            "\(path) is locked: another orderd works on this data directory. Stop it, or use another directory"
        case .newerVersion(let path):
            "\(path) was written by a newer version of orderd. Run that version, or restore a backup made by this one"
        case .damaged(let path, let findings):
            """
            \(path) is damaged and was not written to: \(findings.joined(separator: "; ")). \
            Keep a copy of it with its -wal file; put the last good backup in its place (orderd store backup makes \
            them), or recover what can be read with: sqlite3 \(path) .recover
            """
        case .sqlite(let path, let reason):
            "cannot open \(path): \(reason)"
        }
    }
}
