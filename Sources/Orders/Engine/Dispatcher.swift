package import FoundationEssentials
package import Logging
import ServiceLifecycle
import Synchronization

/// Claims orders that are due and lets a runner carry each of them on, as many at a time as is allowed.
package final class Dispatcher: Service {
    /// Raised by the intake and by whatever else makes an order due: a hint, polling alone would do.
    package let wake: WakeSignal
    /// Where the calls of each provider pass.
    package let gates: ProviderGates
    /// What it works on, so that a run can be stopped.
    package let runs = RunningOrders()
    /// By which who waits for tasks is told of them.
    package let tasks: TaskSignals
    /// What has ended, here or by a stop from outside.
    package let endedOrders = EndedOrders()
    /// How long everything takes.
    package let meter = EngineMeter()
    private let store: any OrderStore
    private let clock: any WallClock
    private let workflows: WorkflowCatalog
    private let integrations: any IntegrationCatalog
    private let configuration: EngineConfiguration
    private let logger: Logger
    private let state = Mutex(State())
    private let stopping = Atomic<Bool>(false)
    private let paused = Atomic<Bool>(false)
    private let ended = Atomic<Int>(0)
    private let stopped = WakeSignal()
    /// Raised when an order leaves its place; `wake` is not heeded while there is none.
    private let freed = WakeSignal()

    private struct State {
        var leases: Set<Lease> = []
        var lastClaim: Date?
        var fault: String?
        var postponement: Postponement?
        /// Whether orders were taken up last that had waited for a gate, or there was one without room: there may be more.
        var hasWaiting = false
        var wasCutOff = false
    }

    package struct Status: Sendable {
        /// How many orders it works on.
        package var inFlight: Int
        /// When the store last answered a claim; nil before the first time.
        package var lastClaim: Date?
        /// Why the last claim failed; nil when it did not.
        package var fault: String?
        /// The last fault outside that an order waits for.
        package var postponement: Postponement?
        /// Orders that could not be carried on at their last run, at most `RunningOrders.maximumFaulty`, and why.
        package var faulty: [OrderID: String]
        /// How many orders have ended since the start.
        package var ended: Int
        /// Whether it takes up no order because an operator wants it so.
        package var isPaused: Bool
        /// Whether a stop had to cut off what was running at the end of the grace period.
        package var wasCutOff: Bool
    }

    /// A fault outside that orders wait for.
    package struct Postponement: Sendable {
        package var reason: String
        /// When it was last seen.
        package var at: Date
    }

    /// A dispatcher that is not running yet.
    package init(
        store: any OrderStore,
        clock: any WallClock,
        workflows: WorkflowCatalog,
        integrations: any IntegrationCatalog,
        configuration: EngineConfiguration,
        gates: ProviderGates? = nil,
        wake: WakeSignal,
        tasks: TaskSignals = TaskSignals(),
        logger: Logger
    ) {
        self.store = store
        self.clock = clock
        self.workflows = workflows
        self.integrations = integrations
        self.configuration = configuration
        self.gates = gates ?? ProviderGates(clock: clock)
        self.wake = wake
        self.tasks = tasks
        self.logger = logger
        self.gates.announceRoom(to: wake)
    }

    package var status: Status {
        state.withLock {
            Status(
                inFlight: $0.leases.count,
                lastClaim: $0.lastClaim,
                fault: $0.fault,
                postponement: $0.postponement,
                faulty: runs.faulty,
                ended: ended.load(ordering: .relaxed),
                isPaused: paused.load(ordering: .relaxed),
                wasCutOff: $0.wasCutOff
            )
        }
    }

    /// Takes up no order any more until `resume`; those in work go on.
    package func pause() { paused.store(true, ordering: .relaxed) }

    package func resume() {
        paused.store(false, ordering: .relaxed)
        wake.raise()
    }

    /// Takes up no order any more and begins the grace period of those in work.
    ///
    /// To be called as soon as a stop is asked for: other services may need their time before this one's turn comes.
    package func stop() {
        stopping.store(true, ordering: .relaxed)
        wake.raise()
        freed.raise()
        stopped.raise()
        tasks.end()
    }

    /// Works until a graceful shutdown; running steps then have the grace period to end.
    ///
    /// What has not ended by then is cancelled and handed back without counting as a failed attempt.
    package func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup { group in
                group.addTask { await self.claimUntilStopped() }
                group.addTask { await self.waitForEndOfGrace() }
                group.addTask { await self.prolongLeases() }
                await group.next()
                group.cancelAll()
            }
            // `stop` may come before this service's turn; to end before it would count as a failure.
            if isStopping { try? await gracefulShutdown() }
        } onGracefulShutdown: {
            self.stop()
        }
    }

    var isStopping: Bool { stopping.load(ordering: .relaxed) }

    /// Returns when it was stopped and every order that it had claimed is given up.
    private func claimUntilStopped() async {
        await withDiscardingTaskGroup { group in
            while !isStopping, !Task.isCancelled {
                let free = freePlaces
                let claims = await claim(atMost: free)
                for claim in claims { group.addTask { await self.carry(claim) } }
                // Fewer than there is room for: no other was due.
                if claims.count < max(1, free) { await rest() }
            }
        }
    }

    private func waitForEndOfGrace() async {
        await stopped.wait()
        // Cancelled when everything has ended before; then there is nothing to wait for.
        guard (try? await clock.sleep(for: configuration.gracePeriod)) != nil else { return }
        state.withLock { $0.wasCutOff = true }
    }

    /// How many orders may be taken up now.
    private var freePlaces: Int {
        max(0, configuration.concurrency - state.withLock { $0.leases.count })
    }

    private func claim(atMost limit: Int) async -> [Claim] {
        guard limit > 0, !paused.load(ordering: .relaxed), !isStopping else { return [] }
        let now = clock.now
        let until = now.addingTimeInterval(configuration.leaseDuration.seconds)
        do {
            let rooms = gates.rooms
            let request = ClaimRequest(limit: limit, now: now, until: until, rooms: rooms)
            let claims = try await store.claim(request)
            state.withLock { state in
                state.lastClaim = now
                state.fault = nil
                state.leases.formUnion(claims.map(\.lease))
                state.hasWaiting =
                    claims.contains { $0.gate != nil } || rooms.values.contains { $0 <= 0 }
            }
            return claims
        } catch {
            note(fault: "\(error)")
            return []
        }
    }

    /// Logs a fault of the store once, not at every attempt.
    private func note(fault: String) {
        let isNew = state.withLock { state in
            defer { state.fault = fault }
            return state.fault != fault
        }
        guard isNew else { return }
        logger.error("orders cannot be claimed", metadata: ["error": "\(fault)"])
    }

    /// Waits until an order may be due or a place is free.
    private func rest() async {
        let longest = configuration.pollInterval
        guard freePlaces > 0 else { return await freed.wait(for: longest, clock: clock) }
        // Asking the store when the next is due is in vain when one is known to be.
        if wake.lower() { return }
        let hasFault = state.withLock { $0.fault != nil }
        guard !hasFault, !paused.load(ordering: .relaxed),
            let due = Self.earlier(try? await store.nextDue(), gates.opensAt)
        else {
            return await wake.wait(for: longest, clock: clock)
        }
        let untilDue = due.timeIntervalSince(clock.now)
        guard untilDue < longest.seconds else { return await wake.wait(for: longest, clock: clock) }
        await wake.wait(for: .seconds(max(0, untilDue)), clock: clock)
    }

    private static func earlier(_ one: Date?, _ other: Date?) -> Date? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }

    private func carry(_ claim: Claim) async {
        let trace = configuration.trace(of: claim)
        meter.noteTakenUp(claim, in: trace?.exemplar, at: clock.now)
        let handle = runs.begin(claim.lease.id)
        let runner = OrderRunner(
            store: store,
            clock: clock,
            workflows: workflows,
            integrations: integrations,
            configuration: configuration,
            gates: gates,
            handle: handle,
            tasks: tasks,
            meter: meter,
            logger: logger,
            trace: trace,
            isStopping: { [self] in isStopping }
        )
        let result = await runner.run(claim)
        let isNews = runs.end(claim.lease.id, handle, fault: result.fault)
        let hasWaiting = state.withLock { state in
            state.leases.remove(claim.lease)
            return state.hasWaiting
        }
        if case .ended(let report) = result {
            ended.wrappingAdd(1, ordering: .relaxed)
            let now = clock.now
            endedOrders.note(
                report.status,
                order: claim.lease.id,
                error: report.error,
                at: now
            )
            meter.noteEnd(
                report.status,
                after: now.timeIntervalSince(claim.createdAt),
                in: trace?.exemplar,
                at: now
            )
            tellParents(of: claim.lease.id)
        }
        freed.raise()
        // Who waits for a gate may find room in it now, and of the suspects of a crash the next has its turn.
        if result.leavesItDue || hasWaiting || claim.attempts.crashed > 0 { wake.raise() }
        // What cannot be carried on is tried again and again, and says the same each time.
        if result.fault == nil || isNews { log(result, claim, trace) }
    }

    /// Hints at the end of an order to those that wait for it: they are due, or look for it in their runs.
    func tellParents(of child: OrderID) {
        let parents = tasks.takeAwaited(child)
        guard !parents.isEmpty else { return }
        for parent in parents { runs.noteAnswer(to: parent) }
        wake.raise()
    }

    /// One line an order at its end, and one whenever it needs a person.
    private func log(_ result: OrderRunner.Result, _ claim: Claim, _ trace: OrderTrace?) {
        var metadata = Logger.Metadata(of: claim.lease.id, trace, redrives: claim.redrives)
        switch result {
        case .ended(let report):
            metadata["order.status"] = "\(report.status.rawValue)"
            let seconds = clock.now.timeIntervalSince(claim.createdAt)
            metadata["order.seconds"] = .stringConvertible((seconds * 1000).rounded() / 1000)
            if let state = report.state { metadata["order.state"] = "\(state)" }
            if let error = report.error { metadata["error"] = "\(error)" }
            if let cause = report.cause { metadata["cause"] = "\(cause)" }
            logger.info("order ended", metadata: metadata)
        case .held(let reason):
            metadata["reason"] = "\(reason)"
            logger.warning("order held: a decision is needed", metadata: metadata)
        case .faulty(let reason):
            metadata["error"] = "\(reason)"
            logger.error("order given back after a fault", metadata: metadata)
        case .sleeping(let fault?):
            note(postponement: fault, metadata)
        case .sleeping(nil), .handedBack, .leaseLost:
            metadata["result"] = "\(result)"
            logger.debug("order released", metadata: metadata)
        }
    }

    /// Says once a minute at most what orders wait for outside; every order would say the same.
    private func note(postponement reason: String, _ metadata: Logger.Metadata) {
        let now = clock.now
        let isNews = state.withLock { state in
            defer { state.postponement = Postponement(reason: reason, at: now) }
            guard let last = state.postponement else { return true }
            return last.reason != reason || now.timeIntervalSince(last.at) > 60
        }
        var metadata = metadata
        metadata["reason"] = "\(reason)"
        logger.log(level: isNews ? .warning : .debug, "order waits", metadata: metadata)
    }

    /// Prolongs what is being worked on, well before it would end.
    private func prolongLeases() async {
        while (try? await clock.sleep(for: configuration.leaseDuration / 3)) != nil {
            let leases = state.withLock { Array($0.leases) }
            guard !leases.isEmpty else { continue }
            let until = clock.now.addingTimeInterval(configuration.leaseDuration.seconds)
            // A lease that is lost shows when its runner records the next step; a store fault shows in `claim`.
            _ = try? await store.prolong(leases, until: until)
        }
    }
}
