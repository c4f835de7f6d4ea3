package import FoundationEssentials
package import JSON

/// Runs workflows: an execution and an event in; its next position, commands and history out.
///
/// It does no I/O, reads no clock and draws no random number of its own.
package struct Interpreter: Sendable {
    package var machine: StateMachine { rules.machine }
    package var limits: InterpreterLimits { rules.limits }

    private let rules: Rules

    /// What it goes by; shared by its turns.
    final class Rules: Sendable {
        let machine: StateMachine
        let limits: InterpreterLimits
        let digests: Digests
        /// What task tokens are hashed with, so that nobody who has one can make another.
        let tokenKey: [UInt8]
        /// Whether transitions tell which parts of the definition were reached.
        let isTracing: Bool

        init(
            machine: StateMachine,
            limits: InterpreterLimits,
            digests: Digests,
            tokenKey: [UInt8],
            isTracing: Bool
        ) {
            self.machine = machine
            self.limits = limits
            self.digests = digests
            self.tokenKey = tokenKey
            self.isTracing = isTracing
        }
    }

    /// An interpreter of that machine; `tokenKey` is random, and secret where task tokens are to be.
    package init(
        machine: StateMachine,
        limits: InterpreterLimits = InterpreterLimits(),
        digests: Digests,
        tokenKey: [UInt8] = []
    ) {
        rules = Rules(
            machine: machine,
            limits: limits,
            digests: digests,
            tokenKey: tokenKey,
            isTracing: false
        )
    }

    private init(rules: Rules) { self.rules = rules }

    /// The same, whose transitions tell which parts of the definition were reached.
    package var tracing: Interpreter {
        Interpreter(
            rules: Rules(
                machine: machine,
                limits: limits,
                digests: rules.digests,
                tokenKey: rules.tokenKey,
                isTracing: true
            )
        )
    }

    /// Begins an execution and goes on until it waits for something outside.
    ///
    /// `inputText` is what the history's first event shows: the caller's own text, when it is at hand.
    package func start(
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
            firstTask: 1,
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
        firstTask: Int,
        now: Date,
        random: inout some RandomNumberGenerator
    ) -> (execution: Execution, transition: Transition) {
        var execution = Execution(context: context, input: Payload(executionInput: input))
        execution.position.nextEventId = lastEvent + 1
        execution.position.nextCommandId = firstTask
        execution.position.deadline = machine.timeoutSeconds.map {
            context.startTime.addingTimeInterval(Double($0))
        }
        var transition = Transition()
        turn(&execution, &transition, now, &random) { turn in turn.start(inputText: inputText) }
        return (execution, transition)
    }

    /// Runs an execution that ended badly again from where it failed.
    ///
    /// States that have succeeded are not run again, also not in the branches of a Parallel or a Map.
    /// Retries count anew. Nothing happens to an execution that runs or has succeeded.
    package func redrive(
        _ execution: inout Execution,
        now: Date,
        random: inout some RandomNumberGenerator
    ) -> Transition {
        guard execution.canBeRedriven else { return Transition() }
        execution.ownPosition().deadline = machine.timeoutSeconds.map {
            now.addingTimeInterval(Double($0))
        }
        var transition = Transition()
        turn(&execution, &transition, now, &random) { turn in turn.redrive() }
        return transition
    }

    /// Moves an execution on by what happened outside, until it waits again.
    package func apply(
        _ event: Event,
        to execution: inout Execution,
        now: Date,
        random: inout some RandomNumberGenerator
    ) -> Transition {
        var transition = Transition()
        apply(event, to: &execution, now: now, random: &random, adding: &transition)
        return transition
    }

    /// The same, which adds to what happened before.
    func apply(
        _ event: Event,
        to execution: inout Execution,
        now: Date,
        random: inout some RandomNumberGenerator,
        adding transition: inout Transition
    ) {
        guard execution.status.isRunning else { return }
        turn(&execution, &transition, now, &random) { turn in turn.apply(event) }
    }

    private func turn(
        _ execution: inout Execution,
        _ transition: inout Transition,
        _ now: Date,
        _ random: inout some RandomNumberGenerator,
        _ body: (inout Turn) -> Void
    ) {
        let position = execution.ownPosition()
        let start = ExecutionStart(position.origin, now: now, random: random, rules: rules)
        var turn = Turn(position, rules: rules, executionStart: start)
        // Moved into the turn and back: its arrays are changed in place.
        swap(&turn.transition, &transition)
        // One turn of most states; a run that adds turn to turn grows as arrays do.
        if turn.transition.history.isEmpty { turn.transition.history.reserveCapacity(16) }
        body(&turn)
        turn.run()
        swap(&turn.transition, &transition)
        if start.hasDrawn { start.putBack(&random) }
    }
}
