import Dispatch
import Foundation
import GRDB
import Orders
import Synchronization

/// A thread that owns one connection and runs what is asked of it in batches, one transaction a batch.
///
/// All jobs that gathered while a transaction was being committed share the next one: that is the group commit.
/// The callers are resumed after the commit, all at once. A transaction waits for no further jobs: with few clients a
/// pause loses more orders than fuller batches win.
final class DatabaseWorker: Sendable {
    /// The most jobs that share one transaction: it bounds how long the last waits for the first.
    static let maximumBatch = 512

    private let kind: Kind
    private let breaker: Breaker
    private let housekeeping: Housekeeping
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    enum Kind: String {
        case writer
        case reader
    }

    private struct State {
        var jobs: [any Job] = []
        var isAsleep = false
        var isClosed = false
    }

    /// What a worker does besides its jobs, on its own thread.
    struct Housekeeping: Sendable {
        /// Runs before every transaction.
        var beforeBegin: @Sendable () -> Void = {}
        /// Runs at the end of every transaction, inside it.
        var beforeCommit: @Sendable (Connection) throws -> Void = { _ in }
        /// Runs after a commit, before the callers are resumed.
        var afterCommit: @Sendable (Connection) -> Void = { _ in }
        /// Told of each commit: how many jobs it had, and its time.
        var meter: CommitMeter?
        /// Runs after a transaction that failed.
        var afterRollback: @Sendable () -> Void = {}
        /// Runs between two transactions.
        var betweenBatches: @Sendable (Connection) -> Void = { _ in }
    }

    /// Starts the thread.
    init(
        _ kind: Kind,
        queue: DatabaseQueue,
        key: [UInt8],
        breaker: Breaker,
        housekeeping: Housekeeping = Housekeeping()
    ) {
        self.kind = kind
        self.breaker = breaker
        self.housekeeping = housekeeping
        let thread = Thread { [self] in
            nameThread("store-\(kind.rawValue)")
            queue.inDatabase { database in
                let connection = Connection(database, key: key)
                if kind == .writer { connection.watchLeasedOrders() }
                live(with: connection, database: database)
            }
            ended.signal()
        }
        thread.start()
    }

    /// Runs the body within the next transaction and answers its value once that is committed.
    func perform<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        // Unchecked, since a job is answered once by its shape: it leaves the queue with one batch, and a batch ends
        // either committed or failed.
        try await withUnsafeThrowingContinuation { continuation in
            enqueue(Request(body, continuation))
        }
    }

    /// Finishes what was asked and ends the thread.
    func close() {
        state.withLock { $0.isClosed = true }
        wake.signal()
        ended.wait()
    }

    private func enqueue(_ job: any Job) {
        enum Next { case none, wake, refuse }
        let next = state.withLock { state -> Next in
            guard !state.isClosed else { return .refuse }
            state.jobs.append(job)
            defer { state.isAsleep = false }
            return state.isAsleep ? .wake : .none
        }
        switch next {
        case .none: break
        case .wake: wake.signal()
        case .refuse: job.fail(StoreFault.closed)
        }
    }

    private func live(with connection: Connection, database: Database) {
        while waitForJobs() {
            commit(takeJobs(), connection, database)
            housekeeping.betweenBatches(connection)
        }
    }

    /// Waits for work; false once the worker is closed and has none left.
    private func waitForJobs() -> Bool {
        while true {
            let (hasJobs, isClosed) = state.withLock { state in
                state.isAsleep = state.jobs.isEmpty && !state.isClosed
                return (!state.jobs.isEmpty, state.isClosed)
            }
            if hasJobs { return true }
            if isClosed { return false }
            wake.wait()
        }
    }

    /// How many jobs wait for the next transaction.
    var waitingJobs: Int { state.withLock { $0.jobs.count } }

    private func takeJobs() -> [any Job] {
        state.withLock { state in
            guard state.jobs.count > Self.maximumBatch else {
                defer { state.jobs = [] }
                return state.jobs
            }
            defer { state.jobs.removeFirst(Self.maximumBatch) }
            return Array(state.jobs.prefix(Self.maximumBatch))
        }
    }

    /// Runs the jobs in one transaction.
    ///
    /// When one of them fails, each runs again in its own, so that it cannot spoil the others; when the transaction
    /// itself fails (a full disk), so do all.
    private func commit(_ jobs: [any Job], _ connection: Connection, _ database: Database) {
        if let reason = breaker.reason {
            for job in jobs { job.fail(StoreFault.broken(reason)) }
            return
        }
        do {
            let began = ContinuousClock.now
            try transaction(connection, database) {
                do {
                    for job in jobs { try job.run(connection) }
                    try connection.insertArrivals()
                } catch {
                    throw JobFault(reason: error)
                }
            }
            housekeeping.meter?.note(jobs.count, .now - began)
            housekeeping.afterCommit(connection)
            for job in jobs { job.succeed() }
        } catch {
            let fault = error as? JobFault
            breaker.note(fault?.reason ?? error)
            guard jobs.count > 1, fault != nil else {
                for job in jobs { job.fail(fault?.reason ?? error) }
                return
            }
            for job in jobs { commit([job], connection, database) }
        }
    }

    private func transaction(
        _ connection: Connection,
        _ database: Database,
        body: () throws -> Void
    ) throws {
        housekeeping.beforeBegin()
        switch kind {
        case .writer: try connection.run("begin immediate")
        case .reader: try connection.run("begin")
        }
        do {
            try body()
            try housekeeping.beforeCommit(connection)
            try connection.run("commit")
        } catch {
            connection.forget()
            housekeeping.afterRollback()
            // Some failures, such as a full disk, have rolled back already.
            if database.isInsideTransaction { try? connection.run("rollback") }
            throw error
        }
    }
}

/// What a worker is asked to do, and whom to tell.
private protocol Job: AnyObject, Sendable {
    /// Does the work and keeps its value; may be called again after its transaction failed.
    func run(_ connection: Connection) throws
    /// Hands the caller the value of what is committed now.
    func succeed()
    /// Tells the caller that nothing was done.
    func fail(_ error: any Error)
}

/// A job that one task waits for.
private final class Request<Value: Sendable>: Job, @unchecked Sendable {
    // Proof of Sendable: `hasValue` and what `place` points to are touched on the worker's thread alone, and by whoever
    // lets go of the request last; the rest never changes.
    private let body: @Sendable (Connection) throws -> Value
    private let continuation: UnsafeContinuation<Value, any Error>
    /// Where the value lies; the metadata of an optional `Value` would be looked up for every job.
    private let place = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    private var hasValue = false

    init(
        _ body: @escaping @Sendable (Connection) throws -> Value,
        _ continuation: UnsafeContinuation<Value, any Error>
    ) {
        self.body = body
        self.continuation = continuation
    }

    deinit {
        forgetValue()
        place.deallocate()
    }

    func run(_ connection: Connection) throws {
        forgetValue()
        place.initialize(to: try body(connection))
        hasValue = true
    }

    func succeed() {
        precondition(hasValue, "a job was committed that had not run")
        hasValue = false
        continuation.resume(returning: place.move())
    }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }

    private func forgetValue() {
        guard hasValue else { return }
        hasValue = false
        place.deinitialize(count: 1)
    }
}

/// A fault of the store itself rather than of SQLite.
enum StoreFault: Error {
    case closed
    /// The file cannot be trusted any more.
    case broken(String)
}

/// A failure of one job rather than of the transaction around it.
private struct JobFault: Error {
    let reason: any Error
}
