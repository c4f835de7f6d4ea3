internal import Logging
internal import Sockets

/// Gives events to workers and follows them to their ends; starts and ends workers as the pools decide.
///
/// It lives on a loop: the calls of both APIs are answered there, and what it shares with them needs no lock.
actor FunctionHost {
    let configuration: LocalFunctionsConfiguration
    let loop: EventLoop
    let logger: Logger
    private let executor: LoopSerialExecutor

    /// Nil while the host does not run.
    var keeper: WorkerKeeper?
    let functions: [String: LocalFunction]
    var pools: [String: WorkerPool]
    var workers: [Int: Worker] = [:]
    /// Those that wait for a worker.
    var waiting: [Int: Event] = [:]
    /// Events in a pool's hands, those that wait as well.
    private var openEvents = 0
    /// Events that nobody waits for, with those that will be tried again.
    private var heldEvents = 0
    /// Held events that rest.
    private var resting: [Int: Suspension<Void>] = [:]
    private var lastNumber = 0
    /// Nil while events are taken.
    private var stoppingSince: ContinuousClock.Instant?
    /// Whoever waits until no event is open.
    private var quiet: Suspension<Void>?
    /// The wait of `look`.
    var nextLook: Suspension<Void>?
    var hasStopped = false

    let work: AsyncStream<Work>
    let workToDo: AsyncStream<Work>.Continuation

    /// What has a task of its own.
    enum Work: Sendable {
        case worker(Int)
        case event(InvokeCall, requestID: String)
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ configuration: LocalFunctionsConfiguration, on loop: EventLoop, logger: Logger) {
        self.configuration = configuration
        self.loop = loop
        self.logger = logger
        executor = LoopSerialExecutor(on: loop)
        functions = Dictionary(uniqueKeysWithValues: configuration.functions.map { ($0.name, $0) })
        pools = functions.mapValues {
            WorkerPool(limit: $0.concurrency, waitingLimit: configuration.waitingLimit)
        }
        (work, workToDo) = AsyncStream.makeStream()
    }

    var isStopping: Bool { stoppingSince != nil }

    /// A number that nothing here has had.
    func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }
}

// What the Invoke API asks for.
extension FunctionHost {
    /// What a caller gets.
    struct Answer: Sendable {
        var payload: [UInt8]
        /// `Handled` or `Unhandled`; nil when the function succeeded.
        var error: String?
        /// The last of its log.
        var log: [UInt8]
    }

    /// Runs a function to its end.
    func invoke(_ call: InvokeCall, _ requestID: String) async throws(LambdaRefusal) -> Answer {
        try await invoke(call, requestID, waiting: configuration.waitLimit)
    }

    /// Takes an event that nobody waits for; it is run later.
    func accept(_ call: InvokeCall, _ requestID: String) throws(LambdaRefusal) {
        _ = try function(of: call)
        guard !isStopping else { throw .stopping }
        guard heldEvents < configuration.eventLimit else { throw .tooManyEvents }
        heldEvents += 1
        workToDo.yield(.event(call, requestID: requestID))
    }

    /// Runs an event that nobody waits for, again after a while when it fails.
    func run(_ call: InvokeCall, _ requestID: String) async {
        defer { heldEvents -= 1 }
        var pauses = configuration.eventPauses[...]
        let id: Logger.Metadata = [
            "lambda.function": "\(call.function.name)", "lambda.requestId": "\(requestID)",
        ]
        while let failure = await failure(call, requestID) {
            var metadata = id
            metadata["error"] = "\(failure)"
            guard let pause = pauses.popFirst() else {
                return logger.error("an event is lost: it failed for good", metadata: metadata)
            }
            metadata["retry.after"] = "\(pause)"
            logger.warning("an event failed and is tried again", metadata: metadata)
            await rest(pause)
            guard !isStopping else {
                return logger.error("an event is lost: the service ends", metadata: metadata)
            }
        }
    }

    /// Why the event failed; nil when it did not.
    private func failure(_ call: InvokeCall, _ requestID: String) async -> String? {
        do throws(LambdaRefusal) {
            let answer = try await invoke(call, requestID, waiting: nil)
            return answer.error
        } catch {
            return error.type
        }
    }

    private func rest(_ pause: Duration) async {
        let number = nextNumber()
        let rest = Suspension<Void>(on: loop)
        resting[number] = rest
        if !isStopping { _ = await rest.outcome(until: loop.now + pause) }
        resting[number] = nil
    }

    private func function(of call: InvokeCall) throws(LambdaRefusal) -> LocalFunction {
        guard let function = functions[call.function.name] else {
            throw .unknownFunction(call.function, region: configuration.region)
        }
        return function
    }

    private func invoke(
        _ call: InvokeCall,
        _ requestID: String,
        waiting limit: Duration?
    ) async throws(LambdaRefusal) -> Answer {
        let function = try function(of: call)
        let event = Event(nextNumber(), call, requestID, function, on: loop)
        openEvents += 1
        defer {
            openEvents -= 1
            if openEvents == 0 { quiet?.finish(()) }
        }
        try await place(event, limit)
        return await follow(event)
    }
}

// The end of all.
extension FunctionHost {
    /// Takes no event any more; those that have a worker go on.
    func beginStopping() {
        guard !isStopping else { return }
        stoppingSince = loop.now
        for name in pools.keys {
            guard let (idle, waiting) = pools[name]?.drain() else { continue }
            for id in idle { if let worker = workers[id] { end(worker) } }
            for id in waiting { self.waiting[id]?.assigned.finish(false) }
        }
        for rest in resting.values { rest.finish(()) }
    }

    /// Lets open events end for so long since it began to stop, then ends every worker.
    func stop(within limit: Duration) async {
        beginStopping()
        if openEvents > 0, let stoppingSince {
            let quiet = Suspension<Void>(on: loop)
            self.quiet = quiet
            _ = await quiet.outcome(until: stoppingSince + limit)
        }
        hasStopped = true
        for worker in workers.values { end(worker) }
        nextLook?.finish(())
        workToDo.finish()
    }
}
