/// Which worker of one function gets which event, and when workers start and end; it starts none itself.
///
/// A worker has one event at a time. An event that finds no idle worker is the first of a new one as long as there may
/// be more; else it waits, and the first worker that becomes free takes the one that has waited longest.
struct WorkerPool: Sendable {
    typealias WorkerID = Int
    typealias EventID = Int

    /// The most workers.
    let limit: Int
    /// The most events that wait.
    let waitingLimit: Int

    private(set) var workers: [WorkerID: State] = [:]
    /// Who waits, the oldest first.
    private(set) var waiting: [EventID] = []
    private var isDraining = false

    enum State: Hashable, Sendable {
        /// It starts, or has an event.
        case busy
        /// It has answered, and is about to ask for the next event.
        case returning
        case idle(since: ContinuousClock.Instant)
        /// It was told to end, and counts until it has.
        case ending
    }

    /// What becomes of a new event.
    enum Admission: Hashable {
        case take(WorkerID)
        /// A worker is to be started for it, under this number.
        case start(WorkerID)
        case wait
        case refuse
    }

    init(limit: Int, waitingLimit: Int) {
        self.limit = limit
        self.waitingLimit = waitingLimit
    }

    /// Takes the idle worker that worked last, so that those that are not needed grow old; else one that has just answered:
    /// who calls again at once needs no second worker.
    ///
    /// `next` is a number that no worker has had.
    mutating func admit(_ event: EventID, next: WorkerID) -> Admission {
        guard !isDraining else { return .refuse }
        if let worker = newestIdle {
            workers[worker] = .busy
            return .take(worker)
        }
        if waiting.isEmpty, let worker = workers.first(where: { $0.value == .returning })?.key {
            workers[worker] = .busy
            return .take(worker)
        }
        if workers.count < limit {
            workers[next] = .busy
            return .start(next)
        }
        guard waiting.count < waitingLimit else { return .refuse }
        waiting.append(event)
        return .wait
    }

    /// A worker has answered its event.
    mutating func answered(_ worker: WorkerID) {
        if workers[worker] == .busy { workers[worker] = .returning }
    }

    /// A worker asks for an event: the one that it gets, or nil, and then it is idle.
    mutating func freed(_ worker: WorkerID, at now: ContinuousClock.Instant) -> EventID? {
        guard workers[worker] == .busy || workers[worker] == .returning else { return nil }
        guard !waiting.isEmpty else {
            workers[worker] = .idle(since: now)
            return nil
        }
        workers[worker] = .busy
        return waiting.removeFirst()
    }

    /// A worker was told to end: it gets no event any more.
    mutating func ending(_ worker: WorkerID) {
        if workers[worker] != nil { workers[worker] = .ending }
    }

    /// A worker has ended: the event that a new one is to be started for, under this number.
    mutating func ended(_ worker: WorkerID, next: WorkerID) -> EventID? {
        workers[worker] = nil
        guard !isDraining, !waiting.isEmpty, workers.count < limit else { return nil }
        workers[next] = .busy
        return waiting.removeFirst()
    }

    /// A worker has ended before it took the event that it was given: a new one is to be started for that.
    mutating func replace(_ worker: WorkerID, by next: WorkerID) {
        workers[worker] = nil
        workers[next] = .busy
    }

    /// An event waits no longer; whether it did.
    mutating func abandon(_ event: EventID) -> Bool {
        guard let place = waiting.firstIndex(of: event) else { return false }
        waiting.remove(at: place)
        return true
    }

    /// The workers that have been idle since then or longer, which are told to end by this.
    mutating func takeIdle(since instant: ContinuousClock.Instant) -> [WorkerID] {
        let old = workers.keys.sorted().filter {
            if case .idle(let since) = workers[$0] { since <= instant } else { false }
        }
        for worker in old { workers[worker] = .ending }
        return old
    }

    /// No event is taken any more: the workers that are idle and those who wait.
    mutating func drain() -> (idle: [WorkerID], waiting: [EventID]) {
        isDraining = true
        defer { waiting = [] }
        let idle = workers.keys.sorted().filter {
            if case .idle = workers[$0] { true } else { false }
        }
        for worker in idle { workers[worker] = .ending }
        return (idle, waiting)
    }

    private var newestIdle: WorkerID? {
        var newest: (worker: WorkerID, since: ContinuousClock.Instant)?
        for (worker, state) in workers {
            guard case .idle(let since) = state else { continue }
            if let known = newest, (known.since, known.worker) > (since, worker) { continue }
            newest = (worker, since)
        }
        return newest?.worker
    }
}
