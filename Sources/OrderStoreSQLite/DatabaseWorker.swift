import Dispatch
import Foundation
import GRDB
import Synchronization

/// A thread that owns one connection and runs what is asked of it in batches, one transaction a batch.
///
/// All jobs that gathered while a transaction was being committed share the next one: that is the group commit.
/// The callers are resumed after the commit, all at once.
final class DatabaseWorker: Sendable {
    /// The most jobs that share one transaction: it bounds how long the last waits for the first.
    static let maximumBatch = 512

    private let kind: Kind
    private let housekeeping: Housekeeping
    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    enum Kind: String {
        case writer
        case reader
    }

    private struct State {
        var jobs: [Job] = []
        var isAsleep = false
        var isClosed = false
    }

    /// What a worker does besides its jobs, on its own thread.
    struct Housekeeping: Sendable {
        /// Runs at the end of every transaction, inside it.
        var beforeCommit: @Sendable (Connection) throws -> Void = { _ in }
        /// Runs after a commit, before the callers are resumed.
        var afterCommit: @Sendable (Connection) -> Void = { _ in }
        /// Runs after a transaction that failed.
        var afterRollback: @Sendable () -> Void = {}
        /// Runs between two transactions.
        var betweenBatches: @Sendable (Connection) -> Void = { _ in }
    }

    /// Starts the thread.
    init(_ kind: Kind, queue: DatabaseQueue, housekeeping: Housekeeping = Housekeeping()) {
        self.kind = kind
        self.housekeeping = housekeeping
        let thread = Thread { [self] in
            queue.inDatabase { live(with: Connection($0), database: $0) }
            ended.signal()
        }
        thread.name = "store-\(kind.rawValue)"
        thread.start()
    }

    /// Runs the body within the next transaction and answers its value once that is committed.
    func perform<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(
                Job(
                    run: { connection in
                        let value = try body(connection)
                        return { continuation.resume(returning: value) }
                    },
                    fail: { continuation.resume(throwing: $0) }
                )
            )
        }
    }

    /// Finishes what was asked and ends the thread.
    func close() {
        state.withLock { $0.isClosed = true }
        wake.signal()
        ended.wait()
    }

    private func enqueue(_ job: Job) {
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
        while let jobs = nextBatch() {
            commit(jobs, connection, database)
            housekeeping.betweenBatches(connection)
        }
    }

    /// Waits for work; nil once the worker is closed and has none left.
    private func nextBatch() -> [Job]? {
        while true {
            let (jobs, isClosed) = state.withLock { state -> ([Job], Bool) in
                let jobs = takeJobs(from: &state)
                state.isAsleep = jobs.isEmpty && !state.isClosed
                return (jobs, state.isClosed)
            }
            if !jobs.isEmpty { return jobs }
            if isClosed { return nil }
            wake.wait()
        }
    }

    private func takeJobs(from state: inout State) -> [Job] {
        guard state.jobs.count > Self.maximumBatch else {
            defer { state.jobs = [] }
            return state.jobs
        }
        defer { state.jobs.removeFirst(Self.maximumBatch) }
        return Array(state.jobs.prefix(Self.maximumBatch))
    }

    /// Runs the jobs in one transaction.
    ///
    /// When one of them fails, each runs again in its own, so that it cannot spoil the others; when the transaction
    /// itself fails (a full disk), so do all.
    private func commit(_ jobs: [Job], _ connection: Connection, _ database: Database) {
        do {
            let resumptions = try transaction(connection, database) {
                try jobs.map { job in
                    do { return try job.run(connection) } catch { throw JobFault(reason: error) }
                }
            }
            housekeeping.afterCommit(connection)
            for resume in resumptions { resume() }
        } catch {
            let fault = error as? JobFault
            guard jobs.count > 1, fault != nil else {
                for job in jobs { job.fail(fault?.reason ?? error) }
                return
            }
            for job in jobs { commit([job], connection, database) }
        }
    }

    private func transaction<Value>(
        _ connection: Connection,
        _ database: Database,
        body: () throws -> Value
    ) throws -> Value {
        switch kind {
        case .writer: try connection.run("begin immediate")
        case .reader: try connection.run("begin")
        }
        do {
            let value = try body()
            try housekeeping.beforeCommit(connection)
            try connection.run("commit")
            return value
        } catch {
            connection.tally = Tally()
            housekeeping.afterRollback()
            // Some failures, such as a full disk, have rolled back already.
            if database.isInsideTransaction { try? connection.run("rollback") }
            throw error
        }
    }
}

/// What a worker is asked to do, and whom to tell.
private struct Job: Sendable {
    /// Does the work and answers what tells the caller of its value once it is committed.
    let run: @Sendable (Connection) throws -> @Sendable () -> Void
    /// Tells the caller that nothing was done.
    let fail: @Sendable (any Error) -> Void
}

/// A fault of the store itself rather than of SQLite.
enum StoreFault: Error {
    case closed
}

/// A failure of one job rather than of the transaction around it.
private struct JobFault: Error {
    let reason: any Error
}
