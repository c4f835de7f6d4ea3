internal import FoundationEssentials
internal import JSON

/// What each state does whose work is done at once.
extension Turn {
    mutating func performPass(
        _ state: State,
        _ branch: borrowing Branch
    ) throws(EvaluationFailure) -> Departure {
        if state.flow.isTransparent { return try departure(from: state, unchanged: branch.input) }
        let raw = scope(of: branch)
        let effective = try state.flow.effective(raw)
        let arguments = try state.flow.arguments(in: effective)
        let result = state.flow.literalResult(of: arguments)
        return try departure(from: state, result: result, in: raw)
    }

    mutating func performSucceed(
        _ state: State,
        _ branch: borrowing Branch
    ) throws(EvaluationFailure) -> Departure {
        if state.flow.isTransparent { return try departure(from: state, unchanged: branch.input) }
        let raw = scope(of: branch)
        return try departure(from: state, result: try state.flow.effectiveInput(in: raw), in: raw)
    }

    func performFail(
        _ fail: FailState,
        _ branch: borrowing Branch
    ) throws(EvaluationFailure) -> ErrorOutput {
        let scope = scope(of: branch)
        return ErrorOutput(
            try text(fail.error, "ErrorPath", in: scope),
            cause: try text(fail.cause, "CausePath", in: scope)
        )
    }

    private func text(
        _ template: Template?,
        _ field: String,
        in scope: Scope
    ) throws(EvaluationFailure) -> String? {
        if case .query? = template {
            return try template?.value(in: scope, expecting: "string").string
        }
        guard let value = try template?.value(in: scope, field: field) else { return nil }
        guard let text = value.string else {
            throw .runtime("The value of \(field) must be a string, but was: \(value.text)")
        }
        return text
    }

    mutating func performChoice(
        _ choice: ChoiceState,
        _ state: State,
        _ branch: borrowing Branch
    ) throws(EvaluationFailure) -> Departure {
        let raw = scope(of: branch)
        let input = try state.flow.effective(raw)
        var index: Int?
        for place in choice.rules.indices
        where try choice.rules[place].condition.holds(in: input) {
            index = place
            break
        }
        guard let next = index.map({ choice.rules[$0].next }) ?? choice.defaultState else {
            // Measured: AWS does not use the documented States.NoChoiceMatched.
            throw .runtime(
                "Failed to transition out of the state. The state does not point to a next state."
            )
        }
        let flow = index.map { state.ruleFlows[$0] } ?? state.flow
        let departure = try departure(
            from: state,
            output: flow.isTransparent
                ? branch.input : try payload(try flow.output(of: input.input, in: raw), of: state),
            assignments: try flow.assignments(of: input.input, in: raw),
            next: .state(next)
        )
        trace(
            index.map { .rule(state: state.name, index: $0, to: next.name) }
                ?? .fallback(state: state.name, to: next.name)
        )
        return departure
    }

    mutating func performWait(
        _ wait: WaitState,
        _ state: State,
        _ branch: inout Branch
    ) throws(EvaluationFailure) -> Outcome {
        let raw = scope(of: branch)
        let input = try state.flow.effective(raw)
        let until = try wait.end(from: now, in: input)
        let id = nextCommandId(for: branch)
        branch.activity = .waiting(id: id, until: until)
        transition.commands.append(.wait(id: id, until: until))
        return .waits
    }

    mutating func endWait(_ branch: consuming Branch, _ state: State) {
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
