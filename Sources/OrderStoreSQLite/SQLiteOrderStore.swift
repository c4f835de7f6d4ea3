import Foundation
public import FoundationEssentials
import GRDB
import Glibc
import Orders
import Synchronization

/// The orders in one SQLite file: one writer with group commit, and a reader of its own.
///
/// The file is in WAL mode with `synchronous=FULL`, so a commit that returned has survived a power cut.
public final class SQLiteOrderStore: Sendable {
    let writer: DatabaseWorker
    let reader: DatabaseWorker
    let numbers: NumberIndex
    let epoch: Int64
    /// Whether orders were running when the process before this one ended.
    let hasSuspects: Bool
    let tally: PublishedTally
    let revision = PublishedRevision()
    let maximumScan: Int
    private let path: String
    private let breaker = Breaker()
    private let checkpointer: Checkpointer
    private let file: DatabaseFile

    /// Where the file is and how much memory its pages may take.
    public struct Configuration: Sendable {
        /// The file's path; its folder must exist.
        public var path: String
        /// The most memory that the writer keeps pages in, in MiB.
        public var writerCacheMB: Int
        /// The most memory that the reader keeps pages in, in MiB.
        public var readerCacheMB: Int
        /// How many pages the WAL may have before it is copied into the file: 32 MiB.
        public var checkpointPages = 8_192
        /// How many orders one page of a list looks at, at most: some milliseconds of the reader's time.
        public var maximumScan = 20_000

        /// The file at that path with the default memory.
        public init(path: String, writerCacheMB: Int = 32, readerCacheMB: Int = 8) {
            self.path = path
            self.writerCacheMB = writerCacheMB
            self.readerCacheMB = readerCacheMB
        }
    }

    /// Opens or creates the file, brings its tables up to date and takes back what an earlier process had leased.
    ///
    /// Throws `OpenFault` with a sentence that says what to do.
    public init(_ configuration: Configuration, at now: Date) throws {
        path = configuration.path
        maximumScan = configuration.maximumScan
        file = try DatabaseFile(configuration)
        let boot = try file.boot(at: now)
        (numbers, epoch, tally) = (boot.numbers, boot.epoch, PublishedTally(boot.tally))
        hasSuspects = boot.hasSuspects
        checkpointer = Checkpointer(
            queue: file.checkpointer,
            breaker: breaker,
            thresholdPages: configuration.checkpointPages
        )
        file.writer.inDatabase(checkpointer.watch)
        let housekeeping = DatabaseWorker.Housekeeping(
            beforeCommit: { [numbers] in try numbers.mergeSlice($0) },
            afterCommit: { [numbers, tally, revision] connection in
                numbers.didCommit()
                if connection.changesEnded { revision.grow() }
                connection.changesEnded = false
                tally.add(connection.tally)
                connection.tally = Tally()
            },
            afterRollback: { [numbers] in numbers.didRollBack() },
            betweenBatches: { [checkpointer] in checkpointer.afterBatch($0) }
        )
        writer = DatabaseWorker(
            .writer,
            queue: file.writer,
            breaker: breaker,
            housekeeping: housekeeping
        )
        reader = DatabaseWorker(
            .reader,
            queue: file.reader,
            breaker: breaker,
            housekeeping: DatabaseWorker.Housekeeping(
                beforeBegin: { [numbers] in numbers.willRead() }
            )
        )
    }

    /// Finishes what was asked, checkpoints and closes the file; later calls fail.
    public func close() async throws {
        do {
            while try await writer.perform({ [numbers] in try numbers.mergeRemainder($0) }) {}
        } catch StoreFault.closed {
            throw StoreError.unavailable("it is closed")
        } catch {
            // On a full disk it fails, and the next start has more to read; closing must go on.
        }
        // It waits for threads and for the disk, and the caller's thread may be one of a few that all tasks share.
        try await withUnsafeThrowingContinuation { (done: UnsafeContinuation<Void, any Error>) in
            let thread = Thread { [checkpointer, reader, writer, file] in
                Thread.current.name = "store-closer"
                checkpointer.close()
                reader.close()
                writer.close()
                done.resume(with: Result { try file.close() })
            }
            thread.start()
        }
    }

    /// Answers why, once the disk or the file has failed and nothing more is read or written; one task may ask.
    ///
    /// The process is to end then, without `close`: only a new one reads what the disk really holds. nil means that the
    /// asking task was cancelled.
    public func failure() async -> String? { await breaker.broken() }

    /// How many bytes are free for us on the disk of the file.
    public func freeSpace() async throws -> Int {
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
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        do { return try await writer.perform(body) } catch { throw StoreError(error) }
    }

    /// Runs the body within a read transaction.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        do { return try await reader.perform(body) } catch { throw StoreError(error) }
    }
}

/// The counts as of the last commit, readable from everywhere without asking the database.
final class PublishedTally: Sendable {
    private let tally: Mutex<Tally>

    init(_ tally: Tally) { self.tally = Mutex(tally) }

    var value: Tally { tally.withLock { $0 } }

    func add(_ changes: Tally) { tally.withLock { $0.add(changes) } }
}

/// Counts the commits that changed orders which had ended.
final class PublishedRevision: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .acquiring) }

    func grow() { count.add(1, ordering: .acquiringAndReleasing) }
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
