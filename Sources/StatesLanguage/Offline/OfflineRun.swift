public import FoundationEssentials
public import JSON

/// Runs an execution to its end without the world: time jumps to the next timer, and tasks are
/// answered from a script.
///
/// It is what `orderd workflow run` and tests run workflows with.
public struct OfflineRun: Sendable {
    /// Answers one attempt of a task.
    public typealias TaskAnswer = @Sendable (TaskRequest) -> TaskOutcome

    /// How an attempt of a task ends.
    public enum TaskOutcome: Sendable, Hashable {
        /// With this result, at once.
        case succeeded(JSONValue)
        /// With this error, at once.
        case failed(ErrorOutput)
        /// Never: its timeout ends it, or else the execution's.
        case silent
    }

    /// The end of a run.
    public struct Outcome: Sendable, Equatable {
        /// The execution where it ended, or where nothing moved any more.
        public let execution: Execution
        /// Everything that happened.
        public let history: [HistoryEvent]
        /// The virtual instant of the end.
        public let endedAt: Date
    }

    private let interpreter: Interpreter
    private let answer: TaskAnswer
    /// The most events that are applied: a workflow may be endless.
    private let maximumMoves: Int

    /// A run of this machine with these answers.
    public init(
        _ interpreter: Interpreter,
        maximumMoves: Int = 1_000_000,
        answer: @escaping TaskAnswer
    ) {
        self.interpreter = interpreter
        self.maximumMoves = maximumMoves
        self.answer = answer
    }

    /// Runs an execution to its end.
    ///
    /// `between` sees the execution between two moves and may put another in its place: a test stores it
    /// there and takes it up again.
    public func run(
        input: JSONValue,
        inputText: String? = nil,
        context: ExecutionContext,
        random: inout some RandomNumberGenerator,
        between: (inout Execution) -> Void = { _ in }
    ) -> Outcome {
        let (execution, transition) = interpreter.start(
            input: input,
            inputText: inputText,
            context: context,
            now: context.startTime,
            random: &random
        )
        return finish(execution, transition, context.startTime, &random, between)
    }

    /// Runs an execution that ended badly again from where it failed; the history is the new part.
    public func redrive(
        _ ended: Execution,
        at now: Date,
        random: inout some RandomNumberGenerator,
        between: (inout Execution) -> Void = { _ in }
    ) -> Outcome {
        var execution = ended
        let transition = interpreter.redrive(&execution, now: now, random: &random)
        return finish(execution, transition, now, &random, between)
    }

    private func finish(
        _ started: Execution,
        _ first: Transition,
        _ start: Date,
        _ random: inout some RandomNumberGenerator,
        _ between: (inout Execution) -> Void
    ) -> Outcome {
        var (execution, now, history) = (started, start, first.history)
        var agenda = Agenda(deadline: execution.deadline)
        agenda.add(first.commands, at: now, answer: answer)
        for _ in 0..<maximumMoves {
            guard execution.status == .running, let (event, instant) = agenda.next() else { break }
            between(&execution)
            now = max(now, instant)
            let next = interpreter.apply(event, to: &execution, now: now, random: &random)
            history += next.history
            agenda.add(next.commands, at: now, answer: answer)
        }
        return Outcome(execution: execution, history: history, endedAt: now)
    }
}

/// What is going to happen and when.
private struct Agenda {
    private struct Entry {
        var id: Int
        var instant: Date
        var event: Event
    }

    /// Sorted by instant, latest first; those of one instant in the order of their ids.
    private var entries: [Entry] = []
    private let deadline: Date?

    init(deadline: Date?) { self.deadline = deadline }

    mutating func add(_ commands: [Command], at now: Date, answer: OfflineRun.TaskAnswer) {
        for command in commands {
            switch command {
            case .runTask(let task): add(task, at: now, answer: answer)
            case .wait(let id, let until):
                insert(Entry(id: id, instant: until, event: .timerFired(id: id)))
            case .cancel(let id): entries.removeAll { $0.id == id }
            case .proceed: insert(Entry(id: 0, instant: now, event: .proceed))
            }
        }
    }

    private mutating func add(_ task: TaskRequest, at now: Date, answer: OfflineRun.TaskAnswer) {
        let id = task.id
        switch answer(task) {
        case .succeeded(let output):
            insert(Entry(id: id, instant: now, event: .taskSucceeded(id: id, output: output)))
        case .failed(let error):
            insert(Entry(id: id, instant: now, event: .taskFailed(id: id, error)))
        case .silent:
            let seconds = [task.timeoutSeconds, task.heartbeatSeconds].compactMap(\.self).min()
            guard let seconds else { return }
            let isTimeout = task.timeoutSeconds == seconds
            let event: Event =
                isTimeout ? .taskTimedOut(id: id) : .taskHeartbeatTimedOut(id: id)
            insert(Entry(id: id, instant: now.addingTimeInterval(Double(seconds)), event: event))
        }
    }

    private mutating func insert(_ entry: Entry) {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].instant > entry.instant { low = middle + 1 } else { high = middle }
        }
        entries.insert(entry, at: low)
    }

    /// The next event; the execution's timeout when that comes first.
    mutating func next() -> (Event, Date)? {
        if let deadline, entries.last.map({ $0.instant > deadline }) ?? true {
            return (.executionTimedOut, deadline)
        }
        return entries.popLast().map { ($0.event, $0.instant) }
    }
}
