internal import FoundationEssentials
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
    private(set) var isStopping = false
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

// The way of an event.
extension FunctionHost {
    /// Finds a worker for the event, after a wait if there must be one.
    private func place(_ event: Event, _ limit: Duration?) async throws(LambdaRefusal) {
        switch pools[event.function.name]?.admit(event.id, next: nextNumber()) {
        case .take(let id): give(event, to: workers[id])
        case .start(let id): start(id, for: event)
        case .wait: try await wait(event, limit)
        case .refuse, nil: throw isStopping ? .stopping : .throttled
        }
    }

    private func wait(_ event: Event, _ limit: Duration?) async throws(LambdaRefusal) {
        waiting[event.id] = event
        defer { waiting[event.id] = nil }
        switch await event.assigned.outcome(until: limit.map { loop.now + $0 }) {
        case .finished(true): return
        case .finished(false): throw .stopping
        case .timedOut, .cancelled:
            // It may have got one at the last moment.
            guard pools[event.function.name]?.abandon(event.id) == true else { return }
            throw isStopping ? .stopping : .throttled
        }
    }

    func start(_ id: Int, for event: Event) {
        let worker = Worker(id, for: event, at: loop.now)
        workers[id] = worker
        event.worker = worker
        workToDo.yield(.worker(id))
    }

    func give(_ event: Event, to worker: Worker?) {
        event.worker = worker
        worker?.pending = event
        worker?.call?.finish(())
    }

    /// Waits for the end of an event that has a worker, or makes one, and tells of it in the log.
    private func follow(_ event: Event) async -> Answer {
        let end = await end(of: event)
        let duration = event.beganAt.map { loop.now - $0 } ?? .zero
        var report = InvocationReport(
            requestID: event.requestID,
            duration: duration,
            initDuration: event.initDuration,
            memoryMB: event.function.memoryMB,
            usedMB: event.usedMB
        )
        var answer = Answer(payload: [], log: [])
        switch end {
        case .answer(let payload): answer.payload = payload
        case .error(let error):
            (answer.payload, answer.error) = (
                error.document, error.isHandled ? "Handled" : "Unhandled"
            )
            report.status = .error(error.type)
        case .fault(let fault):
            (answer.payload, answer.error) = (fault.document(event.requestID), "Unhandled")
            tell(event, fault.message(event.requestID))
            if case .timedOut = fault {
                report.status = .timeout
            } else {
                report.status = .error(fault.type)
            }
        }
        tell(event, InvocationReport.end(event.requestID))
        tell(event, report.line)
        answer.log = event.tail.bytes
        return answer
    }

    private func end(of event: Event) async -> EventEnd {
        let startLimit = max(configuration.startLimit, event.function.timeout)
        switch await event.begun.outcome(until: loop.now + startLimit) {
        case .finished: break
        case .timedOut: return giveUp(event, .neverReady(startLimit))
        case .cancelled: return giveUp(event, .killed(signal: 9))
        }
        switch await event.ended.outcome(until: event.deadline) {
        case .finished(let end): return end
        case .timedOut: return giveUp(event, .timedOut(event.function.timeout))
        case .cancelled: return giveUp(event, .killed(signal: 9))
        }
    }

    private func giveUp(_ event: Event, _ fault: FunctionFault) -> EventEnd {
        if let worker = event.worker {
            readOutput(of: worker)
            event.usedMB = lookAtMemory(of: worker)
            (worker.pending, worker.current) = (nil, nil)
            end(worker)
        }
        return .fault(fault)
    }
}

// What workers ask for.
extension FunctionHost {
    /// The next event of a worker, when there is one; nil when it is to end.
    func next(_ id: Int) async -> RuntimeEvent? {
        guard let worker = workers[id] else { return nil }
        if let event = worker.current {
            readOutput(of: worker)
            worker.current = nil
            event.ended.finish(.fault(.unanswered))
        }
        if !worker.isReady {
            worker.isReady = true
            worker.pending?.initDuration = loop.now - worker.bornAt
        }
        worker.returnDeadline = nil
        if worker.pending == nil { await waitForEvent(worker) }
        guard !worker.isEnding, let event = worker.pending else { return nil }
        return begin(event, worker)
    }

    private func waitForEvent(_ worker: Worker) async {
        // Of two calls the later counts: its connection is the one that is open for sure.
        worker.call?.finish(())
        let pool = worker.function.name
        if let id = pools[pool]?.freed(worker.id, at: loop.now), let event = waiting[id] {
            event.assigned.finish(true)
            give(event, to: worker)
            return
        }
        let call = Suspension<Void>(on: loop)
        worker.call = call
        _ = await call.outcome(until: nil)
        if worker.call === call { worker.call = nil }
    }

    private func begin(_ event: Event, _ worker: Worker) -> RuntimeEvent {
        (worker.pending, worker.current) = (nil, event)
        _ = lookAtMemory(of: worker)
        event.beganAt = loop.now
        tell(event, InvocationReport.start(event.requestID))
        event.begun.finish(())
        let now = configuration.now().timeIntervalSince1970
        let limit = event.function.timeout / .milliseconds(1)
        let id = event.requestID.filter { $0 != "-" }.prefix(24)
        return RuntimeEvent(
            call: event.call,
            requestID: event.requestID,
            arn: event.call.function.arn(region: configuration.region),
            deadlineMilliseconds: Int(now * 1_000 + limit),
            traceID: event.call.traceID
                ?? "Root=1-\(String(Int(now), radix: 16))-\(id);Sampled=0"
        )
    }

    /// The most memory that the worker has held so far, in MiB; of one that has ended as it was when it was last asked.
    private func lookAtMemory(of worker: Worker) -> Int {
        let peak = worker.process.flatMap { ProcessTable.peakMB(of: $0.id) }
        worker.peakMB = max(worker.peakMB, peak ?? 0)
        return worker.peakMB
    }

    /// The end of an event as its worker tells it; whether the worker has this event.
    func answer(_ id: Int, _ requestID: String, _ end: EventEnd) -> Bool {
        guard let worker = workers[id], let event = worker.current, event.requestID == requestID
        else { return false }
        readOutput(of: worker)
        event.usedMB = lookAtMemory(of: worker)
        worker.current = nil
        worker.returnDeadline = event.deadline
        pools[worker.function.name]?.answered(worker.id)
        event.ended.finish(end)
        return true
    }

    /// A worker cannot begin: its event ends with that, and so does it.
    func initError(_ id: Int, _ error: ReportedError) {
        guard let worker = workers[id], !worker.isReady else { return }
        readOutput(of: worker)
        if let event = worker.pending {
            event.usedMB = lookAtMemory(of: worker)
            worker.pending = nil
            event.ended.finish(.error(error))
            event.begun.finish(())
        }
        end(worker)
    }
}

// The end of all.
extension FunctionHost {
    /// Takes no event any more; those that have a worker go on.
    func beginStopping() {
        guard !isStopping else { return }
        isStopping = true
        for name in pools.keys {
            guard let (idle, waiting) = pools[name]?.drain() else { continue }
            for id in idle { if let worker = workers[id] { end(worker) } }
            for id in waiting { self.waiting[id]?.assigned.finish(false) }
        }
        for rest in resting.values { rest.finish(()) }
    }

    /// Lets open events end for so long, then ends every worker.
    func stop(within limit: Duration) async {
        beginStopping()
        if openEvents > 0 {
            let quiet = Suspension<Void>(on: loop)
            self.quiet = quiet
            _ = await quiet.outcome(until: loop.now + limit)
        }
        hasStopped = true
        for worker in workers.values { end(worker) }
        nextLook?.finish(())
        workToDo.finish()
    }
}
