internal import Glibc
internal import Synchronization

/// A thread that waits for sockets and timers and runs the tasks that live on it.
///
/// It is a `TaskExecutor`: what runs under `withTaskExecutorPreference(loop)` is straight-line code
/// that never leaves the thread. An actor may live on it through a `LoopSerialExecutor`.
///
/// What belongs to a loop (its streams and timers) is touched only on its thread, and needs no lock for
/// that. The inbox is the one door for other threads.
public final class EventLoop: TaskExecutor, @unchecked Sendable {
    // Proof of Sendable: `inbox` is a Mutex, `thread` is atomic, `name` and `poller` never change and the poller's `wake` may
    // be called from anywhere; every other property is touched only on the loop's own thread.

    /// The thread's name, for people.
    public let name: String

    private let poller: Poller
    private let inbox = Mutex(Inbox())
    /// The number of the loop's thread while that turns; 0 before and after.
    private let thread = Atomic<UInt>(0)
    private var jobs: [UnownedJob] = []
    private var actions: [@Sendable () -> Void] = []
    /// An emptied array that keeps its memory for the next round of jobs.
    private var spareJobs: [UnownedJob] = []
    private var timers = TimerHeap()
    private var channels = ChannelTable()
    private var cachedNow = ContinuousClock.now
    /// Whether waits end because the loop does, and not because their time has come.
    private(set) var isEnding = false
    /// Where received bytes land first, so that a connection that waits holds no buffer.
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)

    /// What other threads hand in.
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var actions: [@Sendable () -> Void] = []
        /// Whether the thread waits, or is about to, and nobody has woken it since.
        var isAsleep = false
        var hasEnded = false

        var isEmpty: Bool { jobs.isEmpty && actions.isEmpty }
    }

    init(name: String) throws(SocketError) {
        self.name = name
        poller = try Poller()
    }

    deinit { scratch.deallocate() }
}

extension EventLoop {
    /// The loop on whose thread this is, if any.
    public static var current: EventLoop? { LoopThread.currentLoop }

    /// Whether this is the loop's own thread.
    public var isCurrent: Bool { thread.load(ordering: .relaxed) == LoopThread.number }

    /// The time at the start of this turn; elsewhere the time.
    public var now: ContinuousClock.Instant { isCurrent ? cachedNow : .now }

    /// Runs `action` on the loop's thread, after what is running there now.
    ///
    /// From any thread; a hundred calls wake a sleeping loop once. To resume many continuations at
    /// once, resume them inside one action.
    public func execute(_ action: @escaping @Sendable () -> Void) {
        if isCurrent {
            actions.append(action)
        } else {
            // A loop that has ended has no sockets and no waits left that the action could be about.
            deliver { if !$0.hasEnded { $0.actions.append(action) } }
        }
    }

    /// Lets the loop's thread have less of a busy processor than others, and give it up soon when they want it.
    ///
    /// A thread that is merely nice keeps the processor until its slice ends, some milliseconds, while those wait who
    /// answer clients (Linux from 6.6 on). One that runs only when nobody else wants to keeps the locks that it holds
    /// for half a second beside other busy processes (Tests/ServiceBenchmark/README.md).
    /// Threads that it starts are like it.
    public func makeWay() {
        execute { LoopThread.makeWay() }
    }

    /// Waits until the instant.
    ///
    /// Cancellation of the task ends the wait.
    public func sleep(until instant: ContinuousClock.Instant) async throws(CancellationError) {
        let wait = Suspension<Void>(on: self)
        if case .cancelled = await wait.outcome(until: instant) { throw CancellationError() }
    }
}

extension EventLoop {
    /// Runs the job on the loop's thread.
    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if isCurrent {
            jobs.append(job)
        } else {
            deliver { inbox in
                precondition(!inbox.hasEnded, "a task came back to \(name), which has shut down")
                inbox.jobs.append(job)
            }
        }
    }

    private func deliver(_ change: (inout Inbox) -> Void) {
        let mustWake = inbox.withLock { inbox in
            change(&inbox)
            defer { inbox.isAsleep = false }
            return inbox.isAsleep
        }
        if mustWake { poller.wake() }
    }
}

// The thread's side.
extension EventLoop {
    /// Turns until `stop`, then ends every wait and runs what that sets free.
    func run() {
        LoopThread.adopt(self)
        // Only this thread can find its own number here, so no order with other memory is needed.
        thread.store(LoopThread.number, ordering: .relaxed)
        defer { thread.store(0, ordering: .relaxed) }
        while !hasFinished() { turn() }
    }

    /// Asks the thread to end.
    ///
    /// From any thread.
    func stop() {
        execute { [self] in endAllWaits() }
    }

    private func turn() {
        poller.wait(milliseconds: prepareToWait()) { event in
            channels[event.token]?.handle(event.flags)
        }
        cachedNow = .now
        while let timer = timers.popDue(at: cachedNow) { timer.fire() }
        emptyInbox()
        // Jobs make jobs; after some rounds the sockets and timers have their turn all the same.
        for _ in 0..<Self.roundsPerTurn where hasWork { runRound() }
    }

    private static let roundsPerTurn = 16

    private var hasWork: Bool { !jobs.isEmpty || !actions.isEmpty }

    /// Runs what is waiting now.
    ///
    /// What that adds waits for the next round.
    private func runRound() {
        let round = actions
        actions.removeAll()
        for action in round { action() }

        var batch = spareJobs
        spareJobs = []
        swap(&batch, &jobs)
        let executor = asUnownedTaskExecutor()
        for job in batch { job.runSynchronously(on: executor) }
        batch.removeAll(keepingCapacity: true)
        spareJobs = batch
    }

    /// How long the thread may wait; says so in the inbox, so that the next delivery wakes it.
    private func prepareToWait() -> Int32 {
        let timeout = hasWork ? 0 : millisecondsToNextTimer()
        guard timeout != 0 else { return 0 }
        let maySleep = inbox.withLock { inbox in
            inbox.isAsleep = inbox.isEmpty
            return inbox.isAsleep
        }
        return maySleep ? timeout : 0
    }

    private func millisecondsToNextTimer() -> Int32 {
        guard let due = timers.earliest else { return -1 }
        // Not the turn's time: its jobs may have taken long.
        let left = ContinuousClock.now.duration(to: due)
        guard left > .zero else { return 0 }
        // Rounded up, so that the timer is due when the thread wakes; an hour at most is asked for.
        let milliseconds = (left + .nanoseconds(999_999)) / .milliseconds(1)
        return Int32(min(milliseconds, 3_600_000))
    }

    private func emptyInbox() {
        inbox.withLock { inbox in
            inbox.isAsleep = false
            guard !inbox.isEmpty else { return }
            jobs.append(contentsOf: inbox.jobs)
            inbox.jobs.removeAll(keepingCapacity: true)
            actions.append(contentsOf: inbox.actions)
            inbox.actions.removeAll(keepingCapacity: true)
        }
    }

    private func hasFinished() -> Bool {
        guard isEnding, !hasWork else { return false }
        return inbox.withLock { inbox in
            inbox.hasEnded = inbox.isEmpty
            return inbox.hasEnded
        }
    }

    private func endAllWaits() {
        isEnding = true
        for channel in channels.all { channel.close() }
        while let timer = timers.popAny() { timer.fire() }
    }
}

// What streams and waits use, on the loop's thread.
extension EventLoop {
    /// Traps unless this is the loop's thread: two threads in one stream would be a data race.
    @inline(__always)
    func preconditionIsCurrent() {
        precondition(isCurrent, "a socket of a loop was used on another thread")
    }

    func schedule(_ timer: LoopTimer, at instant: ContinuousClock.Instant) {
        timers.schedule(timer, at: instant)
    }

    func cancel(_ timer: LoopTimer) { timers.cancel(timer) }

    /// Makes epoll report the channel's descriptor.
    func register(_ channel: Channel) throws(SocketError) {
        let token = channels.insert(channel)
        do {
            try poller.register(channel.descriptor, token: token)
        } catch {
            channels.remove(channel)
            throw error
        }
    }

    /// Forgets the channel.
    ///
    /// Closing its descriptor takes it out of the epoll set.
    func unregister(_ channel: Channel) { channels.remove(channel) }
}
