import FoundationEssentials
import JSON
import Logging
import StatesLanguage

/// Carries one claimed order on until it ends, waits, is held or is handed back.
struct OrderRunner: Sendable {
    let store: any OrderStore
    let clock: any WallClock
    let workflows: WorkflowCatalog
    let integrations: any IntegrationCatalog
    let configuration: EngineConfiguration
    let gates: ProviderGates
    /// By which it can be stopped from outside.
    let handle: RunningOrder
    let tasks: TaskSignals
    let meter: EngineMeter
    let logger: Logger
    /// The trace of the order; nil: it has none.
    let trace: OrderTrace?
    /// Whether the service is stopping: then no task is begun any more.
    let isStopping: @Sendable () -> Bool

    /// The whole life of a claim.
    func run(_ claim: Claim) async -> Result {
        let writer = StepWriter(store: store, lease: claim.lease, clock: clock)
        do {
            let workflow = try await workflows.workflow(claim.workflow)
            let result = try await carry(
                claim,
                workflow,
                configuration.interpreter(of: workflow.machine),
                writer
            )
            await writer.settleOutcomes()
            return result
        } catch {
            // Before anybody else may take the order up: its next run would find the delivery uncertain.
            await writer.settleOutcomes()
            return await giveUp(claim, after: error)
        }
    }

    private func giveUp(_ claim: Claim, after error: any Error) async -> Result {
        switch error {
        case StoreError.leaseLost: return .leaseLost
        case is CancellationError: return await handBack(claim.lease, after: .zero)
        default:
            // What keeps failing must not keep the store and the log busy: it waits longer each time, an hour at most.
            let shift = min(claim.attempts.handedBack, 12)
            let result = await handBack(claim.lease, after: .seconds(min(1 << shift, 3_600)))
            switch result {
            // Stopped in the midst of a task, or damaged and held by the store: that is no fault of the run.
            case .leaseLost, .held: return result
            default: return .faulty(reason: "\(error)")
            }
        }
    }

    private func carry(
        _ claim: Claim,
        _ workflow: Workflow,
        _ interpreter: Interpreter,
        _ writer: StepWriter
    ) async throws -> Result {
        var random = JitterGenerator(seed: configuration.seed())
        var journey = try begin(claim, interpreter, &random)
        var spans = begin(claim, journey, workflow)
        journey.receive(try await read(claim.answers, journey))
        // As it was before a task ended by itself, until that is recorded.
        var beforeEnd: Journey?
        return try await withThrowingDiscardingTaskGroup { group in
            // A send that is cut off here leaves its delivery uncertain in the ledger, as it is.
            defer { group.cancelAll() }
            while true {
                try Task.checkCancellation()
                let plan = journey.plan(at: clock.now)
                let next = journey.next(after: plan)
                let starts = plan.begin.map { task in
                    TaskStart(task: task, performer: integrations.performer(of: task.resource))
                }
                // Asked once a round: between two answers nothing might be begun and nothing handed back.
                var isStopping = isStopping()
                if !isStopping, mayWait(next, plan, starts, journey) {
                    keep(next, &journey, &spans, writer)
                } else {
                    do {
                        if let result = try await record(next, &journey, &spans, writer, workflow) {
                            return result
                        }
                        beforeEnd = nil
                    } catch StoreError.answered {
                        // Its sender was told that an answer counts that is kept.
                        journey = beforeEnd ?? journey
                        let answers = try await store.answers(under: claim.lease)
                        journey.receive(try await read(answers, journey))
                        continue
                    }
                    isStopping = self.isStopping()
                }
                if isStopping, journey.running.isEmpty {
                    await writer.settleOutcomes()
                    return await handBack(claim.lease, after: .zero)
                }
                if !isStopping {
                    begin(starts, &journey, spans, workflow, writer, in: &group)
                }
                arrangeWake(at: plan.wakeAt, &journey, in: &group)
                if plan.due != nil {
                    if plan.ownEnd != nil { beforeEnd = journey }
                    journey.apply(plan, interpreter, at: clock.now, random: &random)
                    continue
                }
                switch try await handle.next(heedsAnswers: journey.isAwaiting) {
                case .task(let report):
                    journey.didEnd(report.task)
                    if report.outcome.isBad { beforeEnd = journey }
                    if let event = journey.absorb(report, at: clock.now) {
                        journey.apply(event, interpreter, at: clock.now, random: &random)
                    }
                case .failed(let error): throw error
                case .answered:
                    let answers = try await store.answers(under: claim.lease)
                    journey.receive(try await read(answers, journey))
                case .awake: journey.didWake()
                case .stopped: return .leaseLost
                }
            }
        }
    }

    /// Whether what is new can be written with the first intent of the one task that follows from it: until then nothing is
    /// done outside, and what led here would only be made again.
    private func mayWait(
        _ next: Move.Next,
        _ plan: Journey.Plan,
        _ starts: [TaskStart],
        _ journey: Journey
    ) -> Bool {
        guard case .proceed = next, journey.running.isEmpty, journey.isRepeatable, plan.due == nil,
            starts.count == 1, let start = starts.first
        else { return false }
        return start.performer?.integration.sends(start.task) == true
    }

    /// A task that is to begin, and what performs it; nil: nothing does.
    private struct TaskStart {
        let task: TaskRequest
        let performer: Performer?
    }

    /// The execution as it was recorded, or a new one.
    private func begin(
        _ claim: Claim,
        _ interpreter: Interpreter,
        _ random: inout some RandomNumberGenerator
    ) throws -> Journey {
        if let snapshot = claim.snapshot { return Journey(try Execution(snapshot: snapshot)) }
        let (execution, transition) = interpreter.start(
            input: try JSONValue(parsing: claim.input),
            context: configuration.context(for: claim.lease.id, at: clock.now),
            now: clock.now,
            random: &random
        )
        var journey = Journey(execution, history: transition.history)
        journey.warnings = transition.warnings
        return journey
    }

    /// The spans of the run; nil when none are recorded.
    private func begin(
        _ claim: Claim,
        _ journey: borrowing Journey,
        _ workflow: Workflow
    ) -> OrderSpans? {
        guard trace != nil,
            var spans = OrderSpans(
                trace,
                journey.execution,
                createdAt: claim.createdAt,
                of: workflow
            )
        else { return nil }
        if claim.snapshot != nil {
            spans.resume(journey.execution)
        } else if claim.isFirst {
            spans.noteTakenUp(due: max(claim.due, claim.createdAt), at: clock.now)
        }
        return spans
    }

    /// The answers as the execution is to be told: what became of a child stands in its own order.
    private func read(_ answers: [TaskAnswer], _ journey: Journey) async throws -> [TaskAnswer] {
        var answers = answers
        for index in answers.indices {
            guard case .childEnded(let id) = answers[index].content,
                let resource = journey.resource(of: answers[index].task),
                let child = try await store.order(id)
            else { continue }
            let execution = ChildExecution(
                child,
                configuration.context(for: id, at: child.createdAt)
            )
            answers[index].content = execution.end(of: resource.pattern)
        }
        return answers
    }

    /// Writes what is new and what comes next; answers the result when the lease ends with it.
    private func record(
        _ next: Move.Next,
        _ journey: inout Journey,
        _ spans: inout OrderSpans?,
        _ writer: StepWriter,
        _ workflow: Workflow
    ) async throws -> Result? {
        let result = Result(next, of: journey, on: workflow)
        guard journey.hasNews || result != nil || writer.isBehind else { return nil }
        let events = spans == nil ? [] : journey.history
        let move = journey.takeMove(next, of: writer.lease.id, configuration.digests, at: clock.now)
        try await writer.record(move)
        if let openTasks = move.openTasks { tasks.note(openTasks) }
        // What is not on disk has not happened: it would be told again by the next run.
        spans?.note(events)
        if case .end(let ending) = next { spans?.end(ending, at: move.at) }
        tellWarnings(&journey, writer.lease.id)
        return result
    }

    /// Leaves what is new to the next step.
    private func keep(
        _ next: Move.Next,
        _ journey: inout Journey,
        _ spans: inout OrderSpans?,
        _ writer: StepWriter
    ) {
        guard journey.hasNews else { return }
        spans?.keep(journey.history)
        writer.keep(
            journey.takeMove(next, of: writer.lease.id, configuration.digests, at: clock.now)
        )
        tellWarnings(&journey, writer.lease.id)
    }

    private func tellWarnings(_ journey: inout Journey, _ order: OrderID) {
        for warning in journey.takeWarnings() {
            logger.warning(
                "quota of Step Functions passed",
                metadata: Logger.Metadata(of: order, trace).merging(["quota": "\(warning)"]) {
                    $1
                }
            )
        }
    }

    /// Begins the tasks, each as a child.
    private func begin(
        _ starts: [TaskStart],
        _ journey: inout Journey,
        _ spans: OrderSpans?,
        _ workflow: Workflow,
        _ writer: StepWriter,
        in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) {
        for start in starts {
            let task = start.task
            journey.didBegin(task)
            let call =
                spans?.call(task, journey.execution)
                ?? trace.map { CallTrace($0, state: task.state, task: task.id) }
            group.addTask {
                do {
                    handle.report(.task(try await perform(start, call, writer, workflow)))
                } catch {
                    handle.report(.failed(error))
                }
            }
        }
    }

    /// Arranges a wake-up for the next timer.
    private func arrangeWake(
        at wakeAt: Date?,
        _ journey: inout Journey,
        in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) {
        guard let wakeAt, journey.needsAlarm(at: wakeAt) else { return }
        let delay = Self.delay(until: wakeAt, from: clock.now)
        group.addTask {
            if (try? await clock.sleep(for: delay)) != nil { handle.wake() }
        }
    }

    /// Performs a task within its time.
    private func perform(
        _ start: TaskStart,
        _ trace: CallTrace?,
        _ writer: StepWriter,
        _ workflow: Workflow
    ) async throws -> TaskReport {
        guard let seconds = start.task.timeoutSeconds else {
            return try await attempt(start, trace, writer, workflow)
        }
        // From now and not from the first attempt's begin: waiting for a person or for a provider is no work.
        let delay = Duration.seconds(min(Double(seconds), Self.maximumDelay))
        return try await withThrowingTaskGroup(of: TaskReport.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await attempt(start, trace, writer, workflow) }
            group.addTask {
                try await clock.sleep(for: delay)
                noteTimeout(of: start)
                return TaskReport(task: start.task.id, outcome: .timedOut)
            }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    /// The time until an instant, within what a clock can sleep: an instant may be thousands of years ahead.
    private static func delay(until instant: Date, from now: Date) -> Duration {
        .seconds(min(max(0, instant.timeIntervalSince(now)), maximumDelay))
    }

    private static let maximumDelay: TimeInterval = 100_000_000

    private func attempt(
        _ start: TaskStart,
        _ trace: CallTrace?,
        _ writer: StepWriter,
        _ workflow: Workflow
    ) async throws -> TaskReport {
        let task = start.task
        guard let performer = start.performer else {
            return TaskReport(
                task: task.id,
                outcome: .failed(
                    error: "Lambda.ResourceNotFoundException",
                    cause: "Function not found: \(task.resource)"
                )
            )
        }
        var visit = TaskCall.Visit(
            order: writer.lease.id,
            state: task.state,
            id: task.visit,
            task: task.id,
            deliveries: Deliveries(
                writer: writer,
                combines: performer.integration.sends(task),
                clock: clock,
                policies: configuration.policies(for: writer.lease.id.workflow ?? workflow.name),
                gates: gates,
                run: handle,
                mode: configuration.deliveryMode,
                meter: meter,
                exemplar: trace?.exemplar,
                noteSent: configuration.noteSent
            )
        )
        visit.trace = trace
        let call = TaskCall(
            origin: .order(visit),
            resource: task.resource,
            input: task.input,
            credentials: task.credentials
        )
        let outcome = try await throughGate(of: performer, call, writer, retries: task.retryCount)
        return TaskReport(task: task.id, outcome: try outcome.reported())
    }

    /// Calls what performs the task within its limits, if it has any.
    private func throughGate(
        of performer: Performer,
        _ call: TaskCall,
        _ writer: StepWriter,
        retries: Int
    ) async throws -> TaskOutcome {
        let name = performer.name(of: call)
        guard let gate = gates.calls[name] else {
            return await measured(performer, call, retries)
        }
        if !gate.tryEnter() {
            // What has happened is not kept back for a limit's sake.
            try await writer.settle()
            guard try await gate.enter() else {
                return .postponed(for: .zero, reason: nil, gate: name)
            }
        }
        // What its providers make of the call, their own gates heed.
        defer { gate.leave(.answered) }
        return await measured(performer, call, retries)
    }

    /// Counted under the name that the definition gives: a call's arguments are anybody's.
    private func measured(
        _ performer: Performer,
        _ call: TaskCall,
        _ retries: Int
    ) async -> TaskOutcome {
        let began = clock.now
        let outcome = await performer.integration.perform(call)
        // What was cut off for its time is counted as that.
        guard !Task.isCancelled else { return outcome }
        let seconds = clock.now.timeIntervalSince(began)
        meter.note(
            performer.name,
            TaskEnd(outcome),
            retries: retries,
            after: seconds,
            in: trace?.exemplar,
            at: began
        )
        return outcome
    }

    private func noteTimeout(of start: TaskStart) {
        guard let performer = start.performer else { return }
        meter.note(performer.name, .timedOut, retries: start.task.retryCount)
    }

    /// Gives the order back; while the store does not answer, tries again until the process ends.
    private func handBack(_ lease: Lease, after delay: Duration) async -> Result {
        let due = clock.now.addingTimeInterval(delay.seconds)
        while true {
            do {
                try await store.handBack(lease, due: due)
                return .handedBack
            } catch StoreError.leaseLost {
                return .leaseLost
            } catch StoreError.damaged(let what) {
                return .held(reason: what)
            } catch {
                // The next start takes back what is still leased, so ending here loses nothing.
                guard (try? await clock.sleep(for: .seconds(1))) != nil else { return .handedBack }
            }
        }
    }
}

extension TaskOutcome {
    /// The outcome as a report; throws when nothing can be written about the order now.
    fileprivate func reported() throws -> TaskReport.Outcome {
        switch self {
        case .succeeded(let output): .succeeded(output: output)
        case .failed(let error, let cause): .failed(error: error, cause: cause)
        case .postponed(let duration, let reason, let gate):
            .postponed(for: duration, reason: reason, gate: gate)
        case .held(let reason): .held(reason: reason)
        case .abandoned(let reason): throw StoreError.unavailable(reason)
        }
    }
}
