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
        var course = start(input, inputText, context, &random)
        while course.move(&random, between) {}
        return course.outcome
    }

    /// The same for whoever shares his thread: between two moves others have their turn.
    package func run(
        yieldingOn input: JSONValue,
        context: ExecutionContext,
        random: inout some RandomNumberGenerator
    ) async -> Outcome {
        var course = start(input, nil, context, &random)
        while course.move(&random, { _ in }) { await Task.yield() }
        return course.outcome
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
        var course = Course(self, execution, transition, at: now)
        while course.move(&random, between) {}
        return course.outcome
    }

    private func start(
        _ input: JSONValue,
        _ inputText: String?,
        _ context: ExecutionContext,
        _ random: inout some RandomNumberGenerator
    ) -> Course {
        let (execution, transition) = interpreter.start(
            input: input,
            inputText: inputText,
            context: context,
            now: context.startTime,
            random: &random
        )
        return Course(self, execution, transition, at: context.startTime)
    }
}

extension OfflineRun {
    /// A run that is under way.
    private struct Course {
        private let run: OfflineRun
        private var execution: Execution
        private var transition: Transition
        private var now: Date
        private var agenda: Agenda
        private var tally: Tally
        private var stop: Stop?

        init(
            _ run: OfflineRun,
            _ execution: consuming Execution,
            _ transition: consuming Transition,
            at start: Date
        ) {
            self.run = run
            now = start
            agenda = Agenda(deadline: execution.deadline)
            agenda.add(transition.commands, at: start, answer: run.answer)
            tally = Tally(of: run.bounds)
            self.execution = execution
            self.transition = transition
        }

        /// Lets happen what is next; false when nothing is, or a bound is reached.
        mutating func move(
            _ random: inout some RandomNumberGenerator,
            _ between: (inout Execution) -> Void
        ) -> Bool {
            guard execution.status.isRunning else { return false }
            stop = tally.stop(after: transition.history)
            guard stop == nil, let (event, instant) = agenda.next() else { return false }
            between(&execution)
            now = max(now, instant)
            transition.commands.removeAll(keepingCapacity: true)
            run.interpreter.apply(
                event,
                to: &execution,
                now: now,
                random: &random,
                adding: &transition
            )
            agenda.add(transition.commands, at: now, answer: run.answer)
            return true
        }

        var outcome: Outcome {
            Outcome(
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
}
