import FoundationEssentials
import JSON
import StatesLanguage

/// An execution on its way, and what its runner has in hand: decides what comes next from values alone.
struct Journey {
    private(set) var execution: Execution
    /// History events that are not on disk yet.
    private(set) var history: [HistoryEvent]
    /// Quotas of AWS's that were passed and not told of yet.
    var warnings: [QuotaWarning] = []
    /// Whether the end of a task that was performed is not on disk yet: it must not be performed again.
    private var hasTaskEnd = false
    /// Task attempts that failed and are not on disk yet.
    private(set) var failures = 0
    /// The tasks that are being performed.
    private(set) var running: Set<Int> = []
    /// The next instant at which the runner is woken, once that was arranged.
    private var alarm: Date?
    /// The tasks that are put off, by their ids.
    private var postponed: [Int: Postponement] = [:]
    /// Answers from outside that are not taken in yet, in the order in which they came.
    private var answers: [TaskAnswer] = []
    /// Answers that are taken in, which the next step says.
    private var taken: [Int64] = []
    /// The awaited task that has ended by itself since the last step was written.
    private var ended: Move.OwnEnd?
    /// The tasks that are open in the store.
    private var open: [Int]
    /// Which fault from outside put a task off last; nil when none did.
    private(set) var postponement: String?
    /// Why a person has to decide.
    private var heldReason: String?
    /// The state that the workflow is in or was last in.
    private(set) var state: String?

    /// An execution that was taken up with those events.
    init(_ execution: Execution, history: [HistoryEvent] = []) {
        self.execution = execution
        self.history = history
        open = history.isEmpty ? execution.awaitedTasks.map(\.id) : []
        noteState(history)
    }

    /// Takes answers from outside along; the plan says when each has its turn.
    mutating func receive(_ answers: [TaskAnswer]) {
        let known = Set(self.answers.map(\.number)).union(taken)
        self.answers += answers.filter { !known.contains($0.number) }
    }

    /// Whether there is a task whose end somebody outside tells.
    var isAwaiting: Bool { !execution.awaitedTasks.isEmpty }

    /// What a task calls that is not over.
    func resource(of task: Int) -> TaskResource? {
        execution.awaitedTasks.first { $0.id == task }?.resource
    }

    private struct Postponement {
        /// When its order is due at the gate, which then says when it goes on.
        var due: Date
        /// When it is tried again if the order is kept for another branch of its.
        var until: Date
        var gate: String?
    }

    /// How long a task rests that its gate alone puts off, while its order is kept for another branch of its.
    private static let pause: TimeInterval = 1

    /// What is to be done now.
    struct Plan {
        /// The first event whose time has come; it is told before anything else is done.
        var due: Event?
        /// The answer that the event comes from.
        var answer: Int64?
        var begin: [TaskRequest] = []
        /// For each task that is put off, the gate that it waits for.
        var gates: [String?] = []
        /// The next time of the workflow's own that something waits for.
        var timer: Date?
        /// Until when the task is put off that may go on first.
        var postponedUntil: Date?
        /// When the first of them is due at its gate.
        var dueAtGate: Date?
        /// Whether a task is being performed or to begin, so that the runner has to stay.
        var isBusy = false
    }

    func plan(at now: Date) -> Plan {
        var plan = Plan()
        if execution.status == .running, let deadline = execution.deadline {
            plan.note(.executionTimedOut, at: deadline, now)
            // What would be begun now would be cut off at once.
            if plan.due != nil { return plan }
        }
        for command in execution.commands {
            switch command {
            case .runTask(let task) where task.isAwaited: noteAwaited(task, in: &plan, now)
            case .runTask(let task): note(task, in: &plan, now)
            case .wait(let id, let until): plan.note(.timerFired(id: id), at: until, now)
            case .proceed: plan.note(.proceed, at: now, now)
            case .cancel: break
            }
        }
        return plan
    }

    /// A task whose end comes from outside is called once, if at all, and then waited for.
    private func noteAwaited(_ task: TaskRequest, in plan: inout Plan, _ now: Date) {
        guard task.isActivity || task.awaitedSince != nil else {
            // Who tells the end of a task proves that its call was taken, whatever became of the call's own answer.
            guard !running.contains(task.id), hasEnd(of: task.id) else {
                return note(task, in: &plan, now)
            }
            plan.noteNow(.taskSubmitted(id: task.id, output: .object(JSONObject())))
            return
        }
        if let answer = answers.first(where: { $0.task == task.id }) {
            // An answer that is kept counts, though its time would be over: its sender was told so.
            plan.note(answer)
        } else {
            if let silent = task.heartbeatDeadline, silent < task.deadline {
                plan.note(.taskHeartbeatTimedOut(id: task.id), at: silent, now)
            }
            plan.note(.taskTimedOut(id: task.id), at: task.deadline, now)
        }
    }

    private func hasEnd(of task: Int) -> Bool {
        answers.contains { $0.task == task && $0.content.isEnd }
    }

    private func note(_ task: TaskRequest, in plan: inout Plan, _ now: Date) {
        if running.contains(task.id) {
            plan.isBusy = true
        } else if let postponed = postponed[task.id], postponed.until > now {
            plan.postponedUntil = min(plan.postponedUntil ?? postponed.until, postponed.until)
            plan.dueAtGate = min(plan.dueAtGate ?? postponed.due, postponed.due)
            plan.gates.append(postponed.gate)
        } else if heldReason == nil {
            plan.isBusy = true
            plan.begin.append(task)
        }
    }

    /// What to write as coming next.
    func next(after plan: Plan) -> Move.Next {
        if let ending = execution.ending { return .end(ending) }
        if plan.due != nil || plan.isBusy { return .proceed }
        if let heldReason { return running.isEmpty ? .hold(reason: heldReason) : .proceed }
        guard let wakeAt = plan.wakeAt else { return .end(.stuck) }
        guard let gate = plan.gate, let due = plan.dueAtGate else { return .sleep(until: wakeAt) }
        return .sleep(until: due, gate: gate, timer: plan.timer)
    }

    /// Whether there is something that is not on disk.
    ///
    /// An iteration of a distributed Map leaves no history, but the token that its call hands out must be known before.
    var hasNews: Bool { !history.isEmpty || execution.awaitedTasks.map(\.id) != open }

    /// Whether what is not on disk could be made again: no task has ended in it, and none waits for somebody outside.
    var isRepeatable: Bool {
        !hasTaskEnd && ended == nil && execution.awaitedTasks.map(\.id) == open
    }

    /// Takes what is to be written now, of that order.
    mutating func takeMove(
        _ next: Move.Next,
        of order: OrderID,
        _ digests: Digests,
        at now: Date
    ) -> Move {
        defer { (history, failures, taken, ended, hasTaskEnd) = ([], 0, [], nil, false) }
        var move = Move(
            // An end that leaves no position behind needs none made.
            snapshot: next.dropsPosition ? [] : execution.snapshot,
            state: state,
            history: history.map { RecordedEvent(id: $0.id, json: $0.bytes) },
            failures: failures,
            next: next,
            at: now
        )
        move.answers = taken
        move.ended = ended
        let awaited = execution.awaitedTasks
        if awaited.map(\.id) != open {
            open = awaited.map(\.id)
            move.openTasks = awaited.compactMap { TaskOpening($0, of: order, digests) }
        }
        return move
    }

    /// Whether a wake-up at that instant has to be arranged: one that comes earlier does as well.
    mutating func needsAlarm(at instant: Date) -> Bool {
        if let alarm, alarm <= instant { return false }
        alarm = instant
        return true
    }

    /// Notes that a wake-up has come, perhaps an earlier plan's: the next plan arranges one anew.
    mutating func didWake() { alarm = nil }

    /// The warnings, once.
    mutating func takeWarnings() -> [QuotaWarning] {
        defer { warnings = [] }
        return warnings
    }

    mutating func didBegin(_ task: TaskRequest) {
        running.insert(task.id)
        postponed[task.id] = nil
    }

    /// Notes that a task is not being performed any more.
    mutating func didEnd(_ task: Int) { running.remove(task) }

    /// Takes up what a task came to that has ended; an event it leads to is to be applied.
    mutating func absorb(_ report: TaskReport, at now: Date) -> Event? {
        let isAwaited = resource(of: report.task) != nil
        if isAwaited, report.outcome.isBad {
            // Its end was told already, which counts whatever became of the call.
            if hasEnd(of: report.task) { return nil }
            ended = Move.OwnEnd(task: report.task)
        }
        switch report.outcome {
        case .succeeded, .failed, .timedOut: hasTaskEnd = true
        case .postponed, .held: break
        }
        switch report.outcome {
        case .succeeded(let output):
            // What a call answers whose task is awaited is only that it was taken.
            return isAwaited
                ? .taskSubmitted(id: report.task, output: output)
                : .taskSucceeded(id: report.task, output: output)
        case .failed(let error, let cause):
            failures += 1
            return .taskFailed(id: report.task, ErrorOutput(error, cause: cause))
        case .timedOut:
            failures += 1
            return .taskTimedOut(id: report.task)
        case .postponed(let duration, let reason, let gate):
            let due = now.addingTimeInterval(duration.seconds)
            let until = duration > .zero ? due : now.addingTimeInterval(Self.pause)
            postponed[report.task] = Postponement(due: due, until: until, gate: gate)
            if let reason { postponement = reason }
            return nil
        case .held(let reason):
            heldReason = reason
            return nil
        }
    }

    /// Applies what is due by the plan.
    mutating func apply(
        _ plan: Plan,
        _ interpreter: Interpreter,
        at now: Date,
        random: inout some RandomNumberGenerator
    ) {
        if let event = plan.due { apply(event, interpreter, at: now, random: &random) }
        ended = plan.ownEnd
        guard let answer = plan.answer else { return }
        answers.removeAll { $0.number == answer }
        taken.append(answer)
    }

    mutating func apply(
        _ event: Event,
        _ interpreter: Interpreter,
        at now: Date,
        random: inout some RandomNumberGenerator
    ) {
        let transition = interpreter.apply(event, to: &execution, now: now, random: &random)
        history += transition.history
        warnings += transition.warnings
        noteState(transition.history)
    }

    /// After the end the execution is in no state, so the history tells which was the last.
    private mutating func noteState(_ events: [HistoryEvent]) {
        state =
            execution.currentState ?? events.reversed().lazy.compactMap(\.enteredState).first
            ?? state
    }
}

extension Execution {
    /// How the workflow ended; nil while it runs.
    fileprivate var ending: Ending? {
        switch status {
        case .running: nil
        case .succeeded(let output):
            Ending(status: .succeeded, output: output.bytes, error: nil, cause: nil)
        case .failed(let error):
            Ending(status: .failed, output: nil, error: error.error, cause: error.cause)
        case .timedOut:
            Ending(status: .timedOut, output: nil, error: "States.Timeout", cause: nil)
        case .aborted(let error):
            Ending(status: .aborted, output: nil, error: error.error, cause: error.cause)
        }
    }
}

extension Ending {
    /// An execution that runs has something outstanding; one that has not would wait for ever in silence.
    static let stuck = Ending(
        status: .failed,
        output: nil,
        error: "States.Runtime",
        cause: "the workflow waits for nothing; this is a fault of orderd"
    )
}

extension TaskAnswer {
    /// What it tells the execution.
    fileprivate var event: Event {
        switch content {
        case .success(let output):
            // What is kept was read before; a result that cannot be is none.
            .taskSucceeded(id: task, output: (try? JSONValue(parsing: output)) ?? .null)
        case .failure(let error, let cause):
            .taskFailed(id: task, ErrorOutput(error, cause: cause))
        case .heartbeat: .taskHeartbeat(id: task, at: at)
        case .started(let worker): .activityStarted(id: task, worker: worker, at: at)
        case .childEnded: .taskFailed(id: task, .lostChild)
        }
    }
}

extension ErrorOutput {
    /// A child's end is read where it is kept before it is told; this one's is not there any more.
    fileprivate static let lostChild = ErrorOutput(
        "States.TaskFailed",
        cause: "the order that it started is kept no longer"
    )
}

extension HistoryEvent {
    /// The state whose entry this event records; nil for other events.
    fileprivate var enteredState: String? {
        guard case .stateEntered(let name, _) = details else { return nil }
        return name
    }
}

extension Journey.Plan {
    fileprivate mutating func noteNow(_ event: Event) { due = due ?? event }

    /// That the event which is due ends a task for its time.
    var ownEnd: Move.OwnEnd? {
        switch due {
        case .taskTimedOut(let id): Move.OwnEnd(task: id)
        case .taskHeartbeatTimedOut(let id): Move.OwnEnd(task: id, isForSilence: true)
        default: nil
        }
    }

    /// What came from outside is due when it is there.
    fileprivate mutating func note(_ answer: TaskAnswer) {
        guard due == nil else { return }
        (due, self.answer) = (answer.event, answer.number)
    }

    /// An event that is due or wakes the runner when it will be.
    fileprivate mutating func note(_ event: Event, at instant: Date, _ now: Date) {
        if instant <= now {
            due = due ?? event
        } else {
            timer = min(timer ?? instant, instant)
        }
    }

    /// The gate that all tasks to be done wait for; nil when one waits for another, or for none.
    fileprivate var gate: String? {
        guard let first = gates.first, gates.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// When to look again although no task has ended.
    var wakeAt: Date? {
        guard let timer, let postponedUntil else { return timer ?? postponedUntil }
        return min(timer, postponedUntil)
    }
}

/// What a task came to.
struct TaskReport: Sendable {
    /// The task's id.
    var task: Int
    var outcome: Outcome

    enum Outcome: Sendable {
        case succeeded(output: JSONValue)
        case failed(error: String, cause: String)
        case timedOut
        case postponed(for: Duration, reason: String?, gate: String?)
        case held(reason: String)

        /// Whether it ends the task, and not well.
        var isBad: Bool {
            switch self {
            case .failed, .timedOut: true
            case .succeeded, .postponed, .held: false
            }
        }
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
