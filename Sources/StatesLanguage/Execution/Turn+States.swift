internal import FoundationEssentials
internal import JSON

/// What each state does whose work is done at once.
extension Turn {
    mutating func performPass(
        _ state: State,
        _ branch: consuming Branch
    ) throws(EvaluationFailure) {
        if state.flow.isTransparent { return leave(branch, state, unchanged: branch.input) }
        let raw = scope(of: branch)
        let effective = raw.with(input: try state.flow.effectiveInput(in: raw))
        let arguments = try state.flow.arguments(in: effective)
        let result = state.flow.literalResult(in: raw.with(input: arguments))
        leave(branch, state, result: result)
    }

    mutating func performSucceed(
        _ state: State,
        _ branch: consuming Branch
    ) throws(EvaluationFailure) {
        if state.flow.isTransparent { return leave(branch, state, unchanged: branch.input) }
        let raw = scope(of: branch)
        let input = try state.flow.effectiveInput(in: raw)
        leave(branch, state, result: input)
    }

    mutating func performFail(
        _ fail: FailState,
        _ state: State,
        _ branch: consuming Branch
    ) throws(EvaluationFailure) {
        let scope = scope(of: branch)
        let error = ErrorOutput(
            try text(fail.error, "ErrorPath", in: scope),
            cause: try text(fail.cause, "CausePath", in: scope)
        )
        failBranch(branch, error)
    }

    private func text(
        _ template: Template?,
        _ field: String,
        in scope: Scope
    ) throws(EvaluationFailure) -> String? {
        guard let value = try template?.value(in: scope, field: field) else { return nil }
        guard let text = value.string else {
            throw .runtime("The value of \(field) must be a string, but was: \(value.text)")
        }
        return text
    }

    mutating func performChoice(
        _ choice: ChoiceState,
        _ state: State,
        _ branch: consuming Branch
    ) throws(EvaluationFailure) {
        let raw = scope(of: branch)
        let input = raw.with(input: try state.flow.effectiveInput(in: raw))
        var taken: ChoiceRule?
        for rule in choice.rules where try rule.condition.holds(in: input) {
            taken = rule
            break
        }
        guard let next = taken?.next ?? choice.defaultState else {
            // Measured: AWS does not use the documented States.NoChoiceMatched.
            throw .runtime(
                "Failed to transition out of the state. The state does not point to a next state."
            )
        }
        let assignments =
            if let taken { try taken.assign?.value(in: input, field: "Assign").object } else {
                try state.flow.assignments(in: input)
            }
        let departure = try departure(
            from: state,
            output: try output(of: state, given: input.input, branch, in: raw),
            assignments: assignments,
            next: .state(next)
        )
        depart(branch, state, departure)
    }

    /// The output of a state that hands its effective input on.
    private func output(
        of state: State,
        given input: JSONValue,
        _ branch: borrowing Branch,
        in raw: Scope
    ) throws(EvaluationFailure) -> Payload {
        if state.flow.isTransparent { return branch.input }
        return try Payload(try state.flow.output(of: input, in: raw))
    }

    mutating func performWait(
        _ wait: WaitState,
        _ state: State,
        _ branch: inout Branch
    ) throws(EvaluationFailure) {
        let raw = scope(of: branch)
        let input = raw.with(input: try state.flow.effectiveInput(in: raw))
        let until = try wait.end(from: now, in: input)
        let id = nextCommandId(for: branch)
        branch.activity = .waiting(id: id, until: until)
        transition.commands.append(.wait(id: id, until: until))
        execution.branches[branch.id] = branch
    }

    /// A Wait state is over.
    mutating func endWait(_ branch: Branch, _ state: State) {
        if state.flow.isTransparent { return leave(branch, state, unchanged: branch.input) }
        let input: JSONValue
        do {
            input = try state.flow.effectiveInput(in: scope(of: branch))
        } catch {
            let failure = StateFailure(error, in: branch)
            return fail(branch, in: state, failure)
        }
        leave(branch, state, result: input)
    }
}
