public import FoundationEssentials
public import JSON

/// Runs workflows: an execution and an event in; its next position, commands and history out.
///
/// It does no I/O, reads no clock and draws no random number of its own.
public struct Interpreter: Sendable {
    /// The definition that it runs.
    public let machine: StateMachine
    /// What an execution may use.
    public let limits: InterpreterLimits

    /// Whether transitions tell which parts of the definition were reached.
    private var isTracing = false

    /// An interpreter of one definition.
    public init(machine: StateMachine, limits: InterpreterLimits = InterpreterLimits()) {
        self.machine = machine
        self.limits = limits
    }

    /// The same, whose transitions tell which parts of the definition were reached.
    public var tracing: Interpreter {
        var interpreter = self
        interpreter.isTracing = true
        return interpreter
    }

    /// Begins an execution and goes on until it waits for something outside.
    ///
    /// `inputText` is what the history's first event shows: the caller's own text, when it is at hand.
    public func start(
        input: JSONValue,
        inputText: String? = nil,
        context: ExecutionContext,
        now: Date,
        random: inout some RandomNumberGenerator
    ) -> (execution: Execution, transition: Transition) {
        start(
            input: input,
            inputText: inputText,
            context: context,
            after: 0,
            now: now,
            random: &random
        )
    }

    /// The same with a history that goes on after an event.
    func start(
        input: JSONValue,
        inputText: String?,
        context: ExecutionContext,
        after lastEvent: Int,
        now: Date,
        random: inout some RandomNumberGenerator
    ) -> (execution: Execution, transition: Transition) {
        var execution = Execution(context: context, input: Payload(executionInput: input))
        execution.nextEventId = lastEvent + 1
        execution.deadline = machine.timeoutSeconds.map {
            context.startTime.addingTimeInterval(Double($0))
        }
        let transition = turn(&execution, now, &random) { turn in turn.start(inputText: inputText) }
        return (execution, transition)
    }

    /// Runs an execution that ended badly again from where it failed.
    ///
    /// States that have succeeded are not run again, also not in the branches of a Parallel or a Map.
    /// Retries count anew. Nothing happens to an execution that runs or has succeeded.
    public func redrive(
        _ execution: inout Execution,
        now: Date,
        random: inout some RandomNumberGenerator
    ) -> Transition {
        guard execution.canBeRedriven else { return Transition() }
        execution.deadline = machine.timeoutSeconds.map { now.addingTimeInterval(Double($0)) }
        return turn(&execution, now, &random) { turn in turn.redrive() }
    }

    /// Moves an execution on by what happened outside, until it waits again.
    public func apply(
        _ event: Event,
        to execution: inout Execution,
        now: Date,
        random: inout some RandomNumberGenerator
    ) -> Transition {
        guard execution.status == .running else { return Transition() }
        return turn(&execution, now, &random) { turn in turn.apply(event) }
    }

    private func turn(
        _ execution: inout Execution,
        _ now: Date,
        _ random: inout some RandomNumberGenerator,
        _ body: (inout Turn) -> Void
    ) -> Transition {
        withoutActuallyEscaping(
            { random.next() },
            do: { draw in
                var turn = Turn(
                    machine: machine,
                    limits: limits,
                    isTracing: isTracing,
                    now: now,
                    executionStart: ExecutionStart(
                        execution,
                        now: now,
                        random: RandomSource(draw: draw),
                        limits: limits
                    )
                )
                turn.transition.history.reserveCapacity(8)
                // The execution is moved into the turn and back: its arrays are changed in place.
                swap(&turn.execution, &execution)
                body(&turn)
                turn.run()
                swap(&turn.execution, &execution)
                return turn.transition
            }
        )
    }
}
