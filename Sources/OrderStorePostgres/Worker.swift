import Dispatch
import Foundation
import Orders
import Synchronization

/// A thread that owns one connection and runs what is asked of it in batches, one transaction a batch.
///
/// All jobs that gathered while a transaction was being committed share the next one: that is the group commit.
/// The callers are resumed after the commit, all at once.
final class Worker: Sendable {
    /// The most jobs that share one transaction: it bounds how long the last waits for the first.
    static let maximumBatch = 512

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    private struct State {
        var jobs: [any Job] = []
        var isAsleep = false
        var isClosed = false
    }

    /// Starts the thread, on which the hands are made and used.
    init(_ name: String, hands: @escaping @Sendable () -> any Hands) {
        let thread = Thread { [self] in
            nameThread(name)
            let hands = hands()
            while waitForJobs() { hands.perform(takeJobs()) }
            hands.close()
            ended.signal()
        }
        thread.start()
    }

    /// Runs the body within the next transaction and answers its value once that is committed; `orders` are those that it
    /// is about, as far as that is known.
    func perform<Value: Sendable>(
        about orders: [Int64] = [],
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(Request(about: orders, body, continuation))
        }
    }

    /// Accepts the order together with others that wait.
    func submit(_ order: NewOrder) async throws -> Submission {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(SubmissionJob(order, continuation))
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
        case .refuse: job.fail(StoreError.unavailable("it is closed"))
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
}

/// What a worker does its jobs with, on its thread alone.
protocol Hands {
    /// Runs the jobs, and tells everyone who waits for one of them.
    func perform(_ jobs: [any Job])
    /// Called last.
    func close()
}

/// What a worker is asked to do, and whom to tell.
protocol Job: AnyObject, Sendable {
    /// The orders that it is about, as far as that is known.
    var orders: [Int64] { get }
    /// Does the work and keeps its value; may be called again after its transaction failed.
    func run(_ connection: Connection) throws
    /// Hands the caller the value of what is committed now.
    func succeed()
    /// Tells the caller that nothing was done.
    func fail(_ error: any Error)
}

/// A job that one task waits for.
private final class Request<Value: Sendable>: Job {
    let orders: [Int64]
    private let body: @Sendable (Connection) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private let value = Mutex<Value?>(nil)

    init(
        about orders: [Int64],
        _ body: @escaping @Sendable (Connection) throws -> Value,
        _ continuation: CheckedContinuation<Value, any Error>
    ) {
        self.orders = orders
        self.body = body
        self.continuation = continuation
    }

    func run(_ connection: Connection) throws {
        let made = try body(connection)
        value.withLock { $0 = made }
    }

    func succeed() {
        guard let value = value.withLock({ $0 }) else {
            preconditionFailure("a job was committed that had not run")
        }
        continuation.resume(returning: value)
    }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }
}

/// An order that waits to be accepted.
final class SubmissionJob: Job {
    let order: NewOrder
    private let continuation: CheckedContinuation<Submission, any Error>
    private let outcome = Mutex<Submission?>(nil)

    init(_ order: NewOrder, _ continuation: CheckedContinuation<Submission, any Error>) {
        self.order = order
        self.continuation = continuation
    }

    var orders: [Int64] { [] }

    /// What the transaction has made of it; nil before that is known.
    var result: Submission? {
        get { outcome.withLock { $0 } }
        set { outcome.withLock { $0 = newValue } }
    }

    func run(_ connection: Connection) throws { try connection.submit([self]) }

    func succeed() {
        guard let result else { preconditionFailure("an order was committed that had not run") }
        continuation.resume(returning: result)
    }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }
}

/// A failure of one job rather than of the transaction around it.
struct JobFault: Error {
    let reason: any Error
}
