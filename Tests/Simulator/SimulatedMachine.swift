import FoundationEssentials
import Orders
import Synchronization
import TestRandomness

/// One thread on which everything runs, in an order that a seed decides, and a clock that goes on to the next thing to do.
///
/// Every task of a simulation prefers this executor, so nothing happens at the same time and nothing by chance: the same
/// seed plays the same run again.
final class SimulatedMachine: TaskExecutor, WallClock {
    private let state: Mutex<State>

    private struct State {
        var ready: [UnownedJob] = []
        var timers: [Int: Timer] = [:]
        var nextTimer = 0
        /// The time that nobody can set.
        var now: Date
        /// By how much the wall clock is ahead of it.
        var offset: TimeInterval = 0
        /// When the wall clock was set forward.
        var jumps: [Date] = []
        var random: SeededRandom
        var steps = 0
    }

    private struct Timer {
        var due: Date
        var continuation: CheckedContinuation<Void, any Error>
    }

    init(seed: UInt64) {
        state = Mutex(State(now: Self.start, random: SeededRandom(seed)))
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.ready.append(job) }
    }

    /// How many jobs have run.
    var steps: Int { state.withLock { $0.steps } }

    /// The time that nobody can set.
    var now: Date { state.withLock { $0.now } }

    /// How long the simulation has run.
    var elapsed: Duration {
        .milliseconds(Int((now.timeIntervalSince(Self.start) * 1000).rounded()))
    }

    /// What the wall clock shows.
    var wall: Date { state.withLock { $0.now.addingTimeInterval($0.offset) } }

    /// Sets the wall clock forward, or back.
    func setClock(by seconds: TimeInterval) {
        state.withLock { state in
            state.offset += seconds
            if seconds > 0 { state.jumps.append(state.now) }
        }
    }

    /// Whether the wall clock was set forward between these instants.
    func jumped(from start: Date, to end: Date) -> Bool {
        state.withLock { $0.jumps.contains { $0 >= start && $0 <= end } }
    }

    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    /// A number that the seed decides.
    func random(in range: ClosedRange<Int>) -> Int {
        state.withLock { .random(in: range, using: &$0.random) }
    }

    /// Whether something happens that does so many times out of a thousand.
    func happens(_ perMille: Int) -> Bool { random(in: 1...1_000) <= perMille }

    func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.nextTimer += 1
            return state.nextTimer
        }
        let seconds =
            Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = Task.isCancelled
                state.withLock { state in
                    guard !isCancelled else { return }
                    let due = state.now.addingTimeInterval(max(0, seconds))
                    state.timers[id] = Timer(due: due, continuation: continuation)
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let timer = state.withLock { $0.timers.removeValue(forKey: id) }
            timer?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Lets others that are ready run before the caller goes on.
    func pause() async { await Task.yield() }

    /// Runs the body and everything that it starts, to its end.
    func run(_ body: @escaping @Sendable () async -> Void) throws {
        let done = Done()
        // The one task without a parent: somebody has to be the first.
        Task(executorPreference: self) {
            await body()
            done.isSet.store(true, ordering: .relaxed)
        }
        while !done.isSet.load(ordering: .relaxed) {
            guard runJob() || fireTimer() else { throw Stuck() }
        }
    }

    /// Nobody is ready and nobody waits for a time, and yet it is not over.
    struct Stuck: Error {}

    private final class Done: Sendable {
        let isSet = Atomic<Bool>(false)
    }

    private func runJob() -> Bool {
        let job = state.withLock { state -> UnownedJob? in
            guard !state.ready.isEmpty else { return nil }
            state.steps += 1
            let index = Int.random(in: 0..<state.ready.count, using: &state.random)
            return state.ready.remove(at: index)
        }
        job?.runSynchronously(on: asUnownedTaskExecutor())
        return job != nil
    }

    private func fireTimer() -> Bool {
        let timer = state.withLock { state -> Timer? in
            let first = state.timers.min { ($0.value.due, $0.key) < ($1.value.due, $1.key) }
            guard let first else { return nil }
            state.now = max(state.now, first.value.due)
            return state.timers.removeValue(forKey: first.key)
        }
        timer?.continuation.resume()
        return timer != nil
    }
}
