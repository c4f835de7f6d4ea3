internal import Synchronization

/// Work that goes on whoever waits for its end, until it ends or everybody has been cancelled who waited.
///
/// It is a task of its own, since the call that began it may have less time than the others that need it. What it does has
/// limits of time of its own.
final class SharedWork: Sendable {
    /// How a wait ended.
    enum Outcome: Sendable, Hashable {
        case over
        /// The deadline came first; the work goes on.
        case late
        case cancelled
    }

    private struct State {
        var task: Task<Void, Never>?
        var isOver = false
        var waiting: [Int: CheckedContinuation<Outcome, Never>] = [:]
        /// Those whose wait ended before it had begun.
        var early: [Int: Outcome] = [:]
        var nextTicket = 0
    }

    private let state = Mutex(State())

    /// Begins the work.
    init(_ body: @escaping @Sendable () async -> Void) {
        state.withLock { state in
            state.task = Task {
                await body()
                end()
            }
        }
    }

    /// How many wait at this moment.
    var waiters: Int { state.withLock { $0.waiting.count } }

    /// Waits for the end of the work; without a deadline as long as it takes.
    func wait(until deadline: ContinuousClock.Instant?) async -> Outcome {
        let ticket = state.withLock { state in
            state.nextTicket += 1
            return state.nextTicket
        }
        return await withTaskGroup(of: Void.self) { group in
            if let deadline {
                group.addTask {
                    // A sleep that is cancelled: the wait is over, or its task is cancelled, which is said below.
                    guard (try? await Task.sleep(until: deadline)) != nil else { return }
                    self.leave(ticket, .late)
                }
            }
            defer { group.cancelAll() }
            return await withTaskCancellationHandler {
                await withCheckedContinuation { enter(ticket, $0) }
            } onCancel: {
                leave(ticket, .cancelled)
            }
        }
    }

    private func enter(_ ticket: Int, _ continuation: CheckedContinuation<Outcome, Never>) {
        let outcome: Outcome? = state.withLock { state in
            if state.isOver { return .over }
            if let early = state.early.removeValue(forKey: ticket) { return early }
            state.waiting[ticket] = continuation
            return nil
        }
        if let outcome { continuation.resume(returning: outcome) }
    }

    private func leave(_ ticket: Int, _ outcome: Outcome) {
        let (continuation, abandoned) = state.withLock { state in
            guard !state.isOver else {
                return (nil as CheckedContinuation<Outcome, Never>?, nil as Task<Void, Never>?)
            }
            let continuation = state.waiting.removeValue(forKey: ticket)
            if continuation == nil { state.early[ticket] = outcome }
            let isAbandoned = outcome == .cancelled && state.waiting.isEmpty
            return (continuation, isAbandoned ? state.task : nil)
        }
        abandoned?.cancel()
        continuation?.resume(returning: outcome)
    }

    private func end() {
        let waiting = state.withLock { state in
            defer { (state.isOver, state.task, state.waiting) = (true, nil, [:]) }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume(returning: .over) }
    }
}
