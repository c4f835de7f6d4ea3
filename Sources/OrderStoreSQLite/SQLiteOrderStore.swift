import Foundation
package import FoundationEssentials
import GRDB
import Glibc
package import Orders
import Synchronization

/// The orders in one SQLite file: one writer with group commit, and a reader of its own.
///
/// The file is in WAL mode with `synchronous=FULL`, so a commit that returned has survived a power cut.
package final class SQLiteOrderStore: Sendable {
    let writer: DatabaseWorker
    let reader: DatabaseWorker
    let numbers: NumberIndex
    /// The name of the node whose hand this is.
    package let node: String
    /// Which start of a process over this file it is, from 1.
    package let epoch: Int64
    /// Who its leases are given to.
    var holder: Holder { Holder(node: node, boot: epoch) }
    /// What is known of the last commit without asking the database.
    let published: Published
    /// What its commits come to.
    package let meter = CommitMeter()
    let maximumScan: Int
    /// What was done at the start because the file is a copy of an earlier time; nil when it is none.
    package let restoration: Restoration?
    /// Whether nobody can tell if the file is the newest, since the lock file says nothing of it.
    package let isUnattested: Bool
    let path: String
    let place: PlaceWatch
    /// How many transactions there were when the files were last looked after.
    let restingCommits = Atomic<Int64>(-1)
    let rescued = Mutex<(path: String, commits: Int64)?>(nil)
    private let breaker = Breaker()
    let checkpointer: Checkpointer
    let file: DatabaseFile

    /// Where the file is and how much memory its pages may take.
    package struct Configuration: Sendable {
        /// The file's path; its folder must exist.
        package var path: String
        /// The name under which its leases are given.
        package var node = "orderd"
        /// The most memory that the writer keeps pages in, in MiB.
        package var writerCacheMB: Int
        /// The most memory that the reader keeps pages in, in MiB.
        package var readerCacheMB: Int
        /// How many pages the WAL may have before it is copied into the file: 16 MiB, less than a second's work of a busy
        /// service.
        ///
        /// A service at rest copies at once; copying more often under load costs accepted orders.
        package var checkpointPages = 4_096
        /// How many orders one page of a list looks at, at most: some milliseconds of the reader's time.
        ///
        /// There is one reader, and more indexes would slow down accepting.
        package var maximumScan = 20_000

        /// The file at that path with the default memory.
        package init(path: String, writerCacheMB: Int = 32, readerCacheMB: Int = 8) {
            self.path = path
            self.writerCacheMB = writerCacheMB
            self.readerCacheMB = readerCacheMB
        }
    }

    /// Opens or creates the file, brings its tables up to date and takes back what an earlier process had leased.
    ///
    /// Throws `OpenFault` with a sentence that says what to do.
    package init(_ configuration: Configuration, at now: Date) throws {
        path = configuration.path
        node = configuration.node
        maximumScan = configuration.maximumScan
        file = try DatabaseFile(configuration)
        isUnattested = file.isUnattested
        let (boot, place) = try file.start(at: now)
        self.place = place
        (numbers, epoch, restoration) = (boot.numbers, boot.epoch, boot.restoration)
        published = Published(boot)
        checkpointer = Checkpointer(
            queue: file.checkpointer,
            key: file.key,
            breaker: breaker,
            thresholdPages: configuration.checkpointPages
        )
        file.writer.inDatabase(checkpointer.watch)
        let housekeeping = DatabaseWorker.Housekeeping(
            beforeCommit: { [numbers] connection in
                try numbers.mergeSlice(connection)
                try connection.countCommit()
            },
            afterCommit: { [numbers, published, place, lock = file.lock] connection in
                connection.didCommit()
                // What comes after a file has gone is in no place that a start would look at.
                if place.fault == nil { lock.note(commits: connection.commits) }
                numbers.didCommit()
                published.take(from: connection)
            },
            meter: meter,
            afterRollback: { [numbers] in numbers.didRollBack() },
            betweenBatches: { [checkpointer] in checkpointer.afterBatch($0) }
        )
        writer = DatabaseWorker(
            .writer,
            queue: file.writer,
            key: file.key,
            breaker: breaker,
            housekeeping: housekeeping
        )
        reader = DatabaseWorker(
            .reader,
            queue: file.reader,
            key: file.key,
            breaker: breaker,
            housekeeping: DatabaseWorker.Housekeeping(
                beforeBegin: { [numbers] in numbers.willRead() }
            )
        )
    }

    /// Finishes what was asked, checkpoints and closes the file; later calls fail.
    package func close() async throws {
        do {
            // A store that is not in its place was copied as it is; what is written after that is in no copy.
            while place.fault == nil,
                try await writer.perform({ [numbers] in try numbers.mergeRemainder($0) })
            {}
        } catch StoreFault.closed {
            throw StoreError.unavailable("it is closed")
        } catch {
            // On a full disk it fails, and the next start has more to read; closing must go on.
        }
        // It waits for threads and for the disk, and the caller's thread may be one of a few that all tasks share.
        try await withUnsafeThrowingContinuation { (done: UnsafeContinuation<Void, any Error>) in
            let thread = Thread { [checkpointer, reader, writer, file, place] in
                nameThread("store-closer")
                checkpointer.close()
                reader.close()
                writer.close()
                done.resume(with: Result { try file.close(isInPlace: place.fault == nil) })
            }
            thread.start()
        }
    }

    /// Answers why, once the disk or the file has failed and nothing more is read or written; one task may ask.
    ///
    /// The process is to end then, without `close`: only a new one reads what the disk really holds. nil means that the
    /// asking task was cancelled.
    package func failure() async -> String? { await breaker.broken() }

    /// How many bytes are free for us on the disk of the file.
    package func freeSpace() async throws -> Int {
        let path = path
        return try await read { _ in
            var status = statvfs()
            guard statvfs(path, &status) == 0 else {
                throw StoreError.unavailable(String(cString: strerror(errno)))
            }
            // Some file systems report all ones.
            let size = UInt64(status.f_bavail).multipliedReportingOverflow(
                by: UInt64(status.f_frsize)
            )
            return size.overflow ? .max : Int(clamping: size.partialValue)
        }
    }

    /// Moves all that the WAL holds into the file and cuts it off, so that nothing of what was deleted is left in it.
    ///
    /// A reader may be in the way, also one of another process; then it is done after one of the next transactions.
    func emptyWAL() async throws {
        checkpointer.wantsEmptyWAL = true
        for _ in 0..<Self.attemptsToEmptyWAL where checkpointer.wantsEmptyWAL {
            try await write { _ in }
        }
    }

    private static let attemptsToEmptyWAL = 50

    /// Runs the body within the next group commit.
    ///
    /// Throws `StoreError.damaged` when it comes upon damage; then the order is held.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        do {
            do { return try await writer.perform(body) } catch let damage as IndexDamage {
                try await repairIndexes(damage)
                return try await writer.perform(body)
            }
        } catch let damage as Damage {
            throw try await hold(damage)
        } catch let damage as IndexDamage {
            throw StoreError.damaged(damage.what)
        } catch { throw StoreError(error) }
    }

    /// The same for what begins something that must not be lost: nothing does while a file is not in its place.
    func guarded<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        if let fault = place.fault { throw StoreError.unavailable(fault) }
        return try await write(body)
    }

    /// Runs the body within a read transaction.
    ///
    /// When it comes upon damage the order is held and the body runs again: what is known to be damaged it leaves out.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        var latest: Damage?
        while true {
            do { return try await reader.perform(body) } catch let damage as Damage {
                let error = try await hold(damage)
                // Met again after it was noted, it is in the way.
                guard damage.order != nil, damage != latest else { throw error }
                latest = damage
            } catch { throw StoreError(error) }
        }
    }

    /// Words about damage that was found and orders that were held for it, as they come; one task may ask.
    package var damageReports: AsyncStream<String> { published.damages.stream }

    /// Holds the damaged order with its evidence, and answers what its reader is to be told.
    private func hold(_ damage: Damage) async throws -> StoreError {
        guard damage.order != nil else {
            published.damages.continuation.yield(damage.what)
            return .damaged(damage.what)
        }
        let now = Date()
        do {
            try await writer.perform { try $0.hold(damage, at: now.milliseconds) }
        } catch { throw StoreError(error) }
        return .damaged(damage.what)
    }

    /// Makes the indexes anew from their tables: an index holds nothing of its own.
    private func repairIndexes(_ damage: IndexDamage) async throws {
        published.damages.continuation.yield("an index, which is made anew: \(damage.what)")
        try await writer.perform { try $0.run("reindex") }
    }
}

extension StoreError {
    /// The domain's word for a failure of the file.
    fileprivate init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self = .unavailable(
                error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
            )
        case StoreFault.closed: self = .unavailable("it is closed")
        case StoreFault.broken(let reason): self = .unavailable(reason)
        default: self = .unavailable("\(error)")
        }
    }
}
