internal import JSON

/// How data goes into a state and out of it, in the state's query language.
///
/// The interpreter calls these methods and knows no language's fields. In all of them `scope.input` is
/// the raw input unless they say otherwise.
enum DataFlow: Sendable {
    case jsonPath(JSONPathFlow)
    case jsonata(JSONataFlow)

    /// What of the raw input the state sees.
    func effectiveInput(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .jsonPath(let flow): try flow.inputPath.value(in: scope)
        case .jsonata: scope.input
        }
    }

    /// The raw scope with what of the input the state sees.
    func effective(_ raw: Scope) throws(EvaluationFailure) -> Scope {
        switch self {
        case .jsonPath(let flow) where !flow.inputPath.isWhole:
            raw.with(input: try flow.inputPath.value(in: raw))
        case .jsonPath, .jsonata: raw
        }
    }

    /// What the state works with: `scope.input` is the effective input.
    func arguments(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .jsonPath(let flow):
            try flow.parameters?.value(in: scope, field: "Parameters") ?? scope.input
        case .jsonata(let flow):
            try flow.arguments?.value(in: scope, field: "Arguments") ?? scope.input
        }
    }

    /// The result of a state that does no work, given what its arguments came to.
    func literalResult(of arguments: JSONValue) -> JSONValue {
        switch self {
        case .jsonPath(let flow): flow.result ?? arguments
        case .jsonata: arguments
        }
    }

    /// What the state hands on, given its result.
    func output(of result: JSONValue, in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .jsonPath(let flow): try flow.output(of: result, in: scope)
        case .jsonata(let flow):
            try flow.output?.value(in: flow.scope(scope, with: result), field: "Output") ?? result
        }
    }

    /// The new values of variables, given the state's result.
    func assignments(
        of result: JSONValue,
        in scope: Scope
    ) throws(EvaluationFailure) -> JSONObject? {
        switch self {
        case .jsonPath(let flow):
            try flow.assign?.value(in: scope.with(input: result), field: "Assign").object
        case .jsonata(let flow):
            try flow.assign?.value(in: flow.scope(scope, with: result), field: "Assign").object
        }
    }

    /// Whether a state's output is its input, without computing anything.
    var isTransparent: Bool {
        switch self {
        case .jsonPath(let flow): flow.isTransparent
        case .jsonata(let flow): flow.isTransparent
        }
    }

    /// Whether the state works with its raw input as it is.
    var takesInputUnchanged: Bool {
        switch self {
        case .jsonPath(let flow): flow.inputPath.isWhole && flow.parameters == nil
        case .jsonata(let flow): flow.arguments == nil
        }
    }

    /// The flow when a Choice state's rule is taken, whose own fields then count.
    func taking(_ rule: ChoiceRule) -> DataFlow {
        switch self {
        case .jsonPath(let flow): .jsonPath(flow.with(assign: rule.assign))
        case .jsonata:
            .jsonata(
                JSONataFlow(
                    arguments: nil,
                    output: rule.output,
                    assign: rule.assign,
                    hasResult: false
                )
            )
        }
    }
}

/// JSONata's fields.
final class JSONataFlow: Sendable {
    let arguments: Template?
    let output: Template?
    let assign: Template?
    /// Whether the state does work whose result `$states.result` is.
    let hasResult: Bool

    init(arguments: Template?, output: Template?, assign: Template?, hasResult: Bool) {
        self.arguments = arguments
        self.output = output
        self.assign = assign
        self.hasResult = hasResult
    }

    var isTransparent: Bool { arguments == nil && output == nil && assign == nil }

    /// What `Output` and `Assign` see.
    fileprivate func scope(_ scope: Scope, with result: JSONValue) -> Scope {
        hasResult ? scope.with(result: result) : scope
    }
}
