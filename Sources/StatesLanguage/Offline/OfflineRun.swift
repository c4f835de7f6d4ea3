package import FoundationEssentials
package import JSON

/// Runs an execution to its end without the world: time jumps to the next timer, and tasks are
/// answered by the caller.
///
/// It is what `orderd workflow run` and tests run workflows with.
package struct OfflineRun {
    /// Answers one attempt of a task; nil: nobody knows how it ends, and the execution waits.
    package typealias TaskAnswer = (TaskRequest) -> TaskOutcome?

    package struct Outcome: Sendable, Equatable {
        /// The execution where it ended, or where nothing moved any more.
        package let execution: Execution
        /// The tasks that the execution waits for and that were not answered.
        package let unanswered: [TaskRequest]
        package let history: [HistoryEvent]
        /// Quotas of AWS's that were passed.
        package let warnings: [QuotaWarning]
        /// The parts of the definition that were reached, when the interpreter traces them.
        package let trace: [MachinePart]
        /// The virtual instant of the end.
        package let endedAt: Date
        /// Which bound ended the run before the execution ended; nil: none did.
        package let stop: Stop?
    }

    private let interpreter: Interpreter
    private let answer: TaskAnswer
    private let bounds: Bounds

    /// A run of this machine with these answers.
    package init(
        _ interpreter: Interpreter,
        within bounds: Bounds = Bounds(),
        answer: @escaping TaskAnswer
    ) {
        self.interpreter = interpreter
        self.bounds = bounds
        self.answer = answer
    }

    /// Runs an execution to its end.
    ///
    /// `between` sees the execution between two moves and may put another in its place: a test stores it
    /// there and takes it up again.
    package func run(
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
    package func redrive(
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
        _ execution: consuming Execution,
        _ transition: consuming Transition,
        _ start: Date,
        _ random: inout some RandomNumberGenerator,
        _ between: (inout Execution) -> Void
    ) -> Outcome {
        var now = start
        var agenda = Agenda(deadline: execution.deadline)
        agenda.add(transition.commands, at: now, answer: answer)
        var tally = Tally(of: bounds)
        var stop: Stop?
        while execution.status.isRunning {
            stop = tally.stop(after: transition.history)
            guard stop == nil, let (event, instant) = agenda.next() else { break }
            between(&execution)
            now = max(now, instant)
            transition.commands.removeAll(keepingCapacity: true)
            interpreter.apply(event, to: &execution, now: now, random: &random, adding: &transition)
            agenda.add(transition.commands, at: now, answer: answer)
        }
        return Outcome(
            execution: execution,
            unanswered: execution.status.isRunning ? agenda.unanswered : [],
            history: transition.history,
            warnings: transition.warnings,
            trace: transition.trace,
            endedAt: now,
            stop: stop
        )
    }
}
