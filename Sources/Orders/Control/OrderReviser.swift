import FoundationEssentials
import JSON
import StatesLanguage

/// Decides what stopping and redriving make of an order, from values alone.
struct OrderReviser: Sendable {
    let configuration: EngineConfiguration
    /// The definition that a redriven order goes on with; stopping asks none.
    let machine: StateMachine
    /// What the random numbers of the states that run at once are made of: another for every order.
    let seed: UInt64

    func stop(
        _ standing: Standing,
        _ error: ErrorOutput,
        by operator: Operator,
        at now: Date
    ) -> Verdict {
        let order = standing.order
        guard !order.status.isFinal else { return .refuse(.ended) }
        let (snapshot, history) = stopped(standing, error, at: now)
        var revision = Revision(
            to: .aborted,
            due: nil,
            history: history.map(RecordedEvent.init),
            snapshot: snapshot,
            audit: AuditEntry(
                .stop,
                by: `operator`,
                at: now,
                detail: "was \(order.status.rawValue)"
            )
        )
        revision.openTasks = []
        revision.ending = Ending(
            status: .aborted,
            output: nil,
            error: error.error,
            cause: error.cause
        )
        return .revise(revision)
    }

    /// The position and the history of an order that is stopped.
    ///
    /// An order must be stoppable even when its position cannot be read any more.
    private func stopped(
        _ standing: Standing,
        _ error: ErrorOutput,
        at now: Date
    ) -> (snapshot: [UInt8]?, history: [HistoryEvent]) {
        if let snapshot = standing.snapshot, var execution = try? Execution(snapshot: snapshot),
            execution.status == .running
        {
            var random = JitterGenerator(seed: seed)
            let transition = configuration.interpreter(of: machine)
                .apply(.aborted(error), to: &execution, now: now, random: &random)
            return (execution.snapshot, transition.history)
        }
        let isNew = standing.lastEvent == 0
        let history = HistoryEvent.stopped(
            input: isNew ? String(decoding: standing.order.input, as: UTF8.self) : nil,
            roleArn: configuration.context(for: standing.order.id, at: now).roleArn,
            error,
            after: standing.lastEvent,
            at: now
        )
        return (nil, history)
    }

    func redrive(
        _ standing: Standing,
        _ request: Redrive,
        on workflow: Workflow.ID,
        under rules: OrderRules,
        by operator: Operator,
        at now: Date
    ) -> Verdict {
        let order = standing.order
        switch order.status {
        case .succeeded: return .refuse(.succeeded)
        case .queued, .running: return .refuse(.notEnded)
        case .held where order.damage == nil:
            // What cannot be done must not be passed over in silence.
            guard case .failedState = request.start, workflow == order.workflow else {
                return .refuse(
                    .unfit("it is held and goes on where it is; stop it to run it from the start")
                )
            }
            return release(standing, by: `operator`, at: now)
        case .held, .failed, .timedOut, .aborted: break
        }
        guard order.erasedAt == nil else { return .refuse(.erased) }
        guard order.damage == nil || request.start.hasInput else { return .refuse(.damaged) }
        let run: Run
        switch request.start {
        case .beginning(let input): run = restart(standing, input, at: now)
        case .patched(let patch):
            switch PatchedOrder(patch, of: order, rules).input {
            case .success(let input): run = restart(standing, input, at: now)
            case .failure(let faults): return .refuse(.unfit(faults.reason))
            }
        case .failedState:
            switch resume(standing, at: now) {
            case .success(let resumed): run = resumed
            case .failure(let fault): return .refuse(.unfit(fault.reason))
            }
        }
        return .revise(revision(standing, run, on: workflow, by: `operator`, at: now))
    }

    /// An execution that begins again, and what is said about it.
    private struct Run {
        var execution: Execution
        var history: [HistoryEvent]
        var input: [UInt8]?
        var what: String
    }

    private func revision(
        _ standing: Standing,
        _ run: Run,
        on workflow: Workflow.ID,
        by operator: Operator,
        at now: Date
    ) -> Revision {
        let order = standing.order
        let isOther = workflow != order.workflow
        let definition = isOther ? ", on definition \(workflow) instead of \(order.workflow)" : ""
        let attempts = order.attempts
        let detail =
            "\(run.what)\(definition); was \(order.status.rawValue) \(order.error ?? "") after \(attempts.started) runs, "
            + "\(attempts.failed) failed, \(attempts.crashed) crashed, \(attempts.handedBack) handed back"
        var revision = Revision(
            to: .running,
            due: now,
            history: run.history.map(RecordedEvent.init),
            snapshot: run.execution.snapshot,
            audit: AuditEntry(.redrive, by: `operator`, at: now, detail: detail)
        )
        revision.input = run.input
        revision.workflow = isOther ? workflow : nil
        revision.openTasks = run.execution.awaitedTasks.compactMap {
            TaskOpening($0, of: order.id, configuration.digests)
        }
        revision.isRedrive = true
        return revision
    }

    /// At once, but for an order that was never taken up and whose client wants it later.
    private func due(_ standing: Standing, at now: Date) -> Date {
        guard standing.order.startedAt == nil else { return now }
        return max(now, NotBefore.date(inOrder: standing.order.input) ?? now)
    }

    /// A quarantined order goes on where it is; one that waits for a decision is decided about, unless nothing is left
    /// to be decided.
    private func release(_ standing: Standing, by operator: Operator, at now: Date) -> Verdict {
        let awaitsDecision = standing.order.deliveries.contains { $0.status == .uncertain }
        guard standing.isQuarantined || !awaitsDecision else { return .refuse(.awaitsDecision) }
        let detail = standing.order.cause
        return .revise(
            Revision(
                to: .running,
                due: due(standing, at: now),
                history: [],
                snapshot: nil,
                audit: AuditEntry(.release, by: `operator`, at: now, detail: detail)
            )
        )
    }

    /// The execution from where it failed; an order that was stopped before its first state begins there.
    private func resume(_ standing: Standing, at now: Date) -> Result<Run, Unfit> {
        guard let snapshot = standing.snapshot else {
            return .success(restart(standing, nil, at: now))
        }
        var execution: Execution
        do { execution = try Execution(snapshot: snapshot) } catch {
            return .failure(Unfit("its position cannot be read: \(error); run it from the start"))
        }
        let state = execution.currentState ?? "nowhere"
        let interpreter = configuration.interpreter(of: machine)
        guard interpreter.knowsStates(of: execution) else {
            return .failure(Unfit("it failed in \(state), which the definition does not have"))
        }
        guard execution.canBeRedriven else {
            return .failure(Unfit("its execution did not end badly; run it from the start"))
        }
        var random = JitterGenerator(seed: seed)
        let transition = interpreter.redrive(&execution, now: now, random: &random)
        return .success(
            Run(execution: execution, history: transition.history, what: "from state \(state)")
        )
    }

    private struct Unfit: Error {
        let reason: String

        init(_ reason: String) { self.reason = reason }
    }

    private func restart(_ standing: Standing, _ replacement: JSONValue?, at now: Date) -> Run {
        let order = standing.order
        var context = configuration.context(for: order.id, at: now)
        context.redriveCount = order.redrives + 1
        context.redriveTime = now
        let edited = replacement
        let text = edited?.bytes ?? order.input
        // What was accepted was JSON; only a damaged file could hold anything else.
        let input = edited ?? (try? JSONValue(parsing: text)) ?? .object(JSONObject())
        var random = JitterGenerator(seed: seed)
        let earlier = standing.snapshot.flatMap { try? Execution(snapshot: $0) }
        let (execution, transition) = configuration.interpreter(of: machine)
            .restart(
                input: input,
                inputText: String(decoding: text, as: UTF8.self),
                context: context,
                after: standing.lastEvent,
                // Every task has an event, but for those within a distributed Map.
                firstTask: earlier?.nextCommandId ?? standing.lastEvent + 1,
                now: now,
                random: &random
            )
        return Run(
            execution: execution,
            history: transition.history,
            input: edited?.bytes,
            what: edited == nil ? "from the start" : "from the start with an edited input"
        )
    }
}

extension RecordedEvent {
    init(_ event: HistoryEvent) { self.init(id: event.id, json: event.bytes) }
}
