import Dispatch
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Keeps the WAL short without making a commit wait for the whole of it.
///
/// A thread of its own copies most of the WAL into the file while the writer goes on, and syncs it bit by bit; the writer
/// copies what little has come since, between two of its transactions, and then begins the WAL anew from its start.
final class Checkpointer: Sendable {
    /// How many pages the WAL may have before it is copied.
    private let thresholdPages: Int
    private let breaker: Breaker
    private let pages = Atomic<Int>(0)
    private let phase = Atomic<Phase>(.idle)
    private let emptying = Atomic<Bool>(false)
    private let attempts = Atomic<Int>(0)
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    private enum Phase: UInt8, AtomicRepresentable {
        case idle
        case copying
        case remainder
        case closed
    }

    /// Starts the thread on that connection.
    init(queue: DatabaseQueue, key: [UInt8], breaker: Breaker, thresholdPages: Int) {
        self.thresholdPages = thresholdPages
        self.breaker = breaker
        let thread = Thread { [self] in
            nameThread("store-wal")
            live(queue, key)
            ended.signal()
        }
        thread.start()
    }

    /// Learns from now on how long the WAL is after each commit of that connection.
    func watch(_ database: Database) {
        // The checkpointer outlives the connection: the store closes the connection first and holds both.
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            database.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<Checkpointer>.fromOpaque(context).takeUnretainedValue()
                    .pages.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            },
            context
        )
    }

    /// Whether the WAL is to be emptied and cut off, as soon as no reader is in the way.
    var wantsEmptyWAL: Bool {
        get { emptying.load(ordering: .acquiring) }
        set {
            attempts.store(0, ordering: .relaxed)
            emptying.store(newValue, ordering: .releasing)
        }
    }

    /// Whether to try to empty the WAL after this batch: a reader that stays in the way, such as a backup, must not make
    /// every commit pay for a vain attempt.
    private var isWorthTrying: Bool {
        let attempt = attempts.wrappingAdd(1, ordering: .relaxed).oldValue
        return attempt < Self.attemptsAtOnce || attempt.isMultiple(of: Self.attemptsAtOnce)
    }

    /// Attempts one after the other, and then batches between two of them.
    static let attemptsAtOnce = 64

    /// Does the writer's part; runs on its thread between two transactions.
    func afterBatch(_ connection: Connection) {
        switch phase.load(ordering: .acquiring) {
        case .remainder:
            breaker.note(connection.checkpoint(SQLITE_CHECKPOINT_PASSIVE), "checkpoint")
            // Until the next commit there is nothing to copy.
            pages.store(0, ordering: .relaxed)
            // Closed meanwhile, it stays closed, or its thread would wait for ever.
            _ = phase.compareExchange(
                expected: .remainder,
                desired: .idle,
                ordering: .acquiringAndReleasing
            )
        case .idle where pages.load(ordering: .relaxed) >= thresholdPages: copyNow()
        case .idle where wantsEmptyWAL && isWorthTrying:
            switch connection.checkpoint(SQLITE_CHECKPOINT_TRUNCATE) {
            case .SQLITE_OK: wantsEmptyWAL = false
            case .SQLITE_BUSY: break
            case let failure: breaker.note(failure, "checkpoint")
            }
        case .idle, .copying, .closed: break
        }
    }

    /// Copies what the WAL holds although it is short; does nothing when it holds nothing or is being copied.
    func copyNow() {
        guard pages.load(ordering: .relaxed) > 0 else { return }
        let (isBegun, _) = phase.compareExchange(
            expected: .idle,
            desired: .copying,
            ordering: .acquiringAndReleasing
        )
        if isBegun { wake.signal() }
    }

    /// So many bytes of the file are written out at a time, 64 pages: more hold up the commits beside them, and with less
    /// the copying falls behind.
    private static let portion = 262_144

    /// Ends the thread.
    func close() {
        phase.store(.closed, ordering: .releasing)
        wake.signal()
        ended.wait()
    }

    private func live(_ queue: DatabaseQueue, _ key: [UInt8]) {
        while true {
            wake.wait()
            switch phase.load(ordering: .acquiring) {
            case .closed: return
            case .copying: break
            case .idle, .remainder: continue
            }
            queue.inDatabase { database in
                let connection = Connection(database, key: key)
                let result = PortionedWrites.run(connection, portion: Self.portion) {
                    connection.checkpoint(SQLITE_CHECKPOINT_PASSIVE)
                }
                breaker.note(result, "checkpoint")
            }
            _ = phase.compareExchange(
                expected: .copying,
                desired: .remainder,
                ordering: .acquiringAndReleasing
            )
        }
    }
}

extension Connection {
    /// Copies what no reader needs from the WAL into the file; what cannot be copied now stays for the next time.
    ///
    /// It waits for nobody: who is in the way makes it `SQLITE_BUSY`.
    func checkpoint(_ mode: Int32) -> ResultCode {
        sqlite3_busy_timeout(handle, 0)
        defer { sqlite3_busy_timeout(handle, DatabaseFile.busyMilliseconds) }
        return ResultCode(rawValue: sqlite3_wal_checkpoint_v2(handle, nil, mode, nil, nil))
    }
}
