internal import JSON

/// How data goes into a state and out of it, in the state's query language.
///
/// The interpreter calls these methods and knows no language's fields; JSONata will be a second case.
enum DataFlow: Sendable {
    case jsonPath(JSONPathFlow)

    /// What of the raw input the state sees: `scope.input` is the raw input.
    func effectiveInput(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .jsonPath(let flow): try flow.inputPath.value(in: scope)
        }
    }

    /// What the state works with: `scope.input` is the effective input.
    func arguments(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .jsonPath(let flow):
            try flow.parameters?.value(in: scope, field: "Parameters") ?? scope.input
        }
    }

    /// The result of a state that does no work: `scope.input` is what its arguments came to.
    func literalResult(in scope: Scope) -> JSONValue {
        switch self {
        case .jsonPath(let flow): flow.result ?? scope.input
        }
    }

    /// What the state hands on, given its result: `scope.input` is the raw input.
    func output(of result: JSONValue, in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .jsonPath(let flow): try flow.output(of: result, in: scope)
        }
    }

    /// The new values of variables; `scope.input` is what `$` stands for in `Assign`.
    func assignments(in scope: Scope) throws(EvaluationFailure) -> JSONObject? {
        switch self {
        case .jsonPath(let flow):
            try flow.assign?.value(in: scope, field: "Assign").object
        }
    }

    /// Whether a state's output is its input, without computing anything.
    var isTransparent: Bool {
        switch self {
        case .jsonPath(let flow): flow.isTransparent
        }
    }
}

/// The five fields of JSONPath, and `Assign`.
struct JSONPathFlow: Sendable {
    var inputPath = PathField.whole
    var parameters: Template?
    /// A Pass state's `Result`.
    var result: JSONValue?
    var resultSelector: Template?
    var resultPath = ResultPlace.replace
    var outputPath = PathField.whole
    var assign: Template?

    /// What `InputPath` or `OutputPath` let through.
    enum PathField: Sendable {
        case whole
        /// `null`: an empty object.
        case nothing
        case path(JSONPath)

        func value(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
            switch self {
            case .whole: scope.input
            case .nothing: .object(JSONObject())
            case .path(let path): try path.fieldValue(in: scope)
            }
        }
    }

    /// Where `ResultPath` puts the result.
    enum ResultPlace: Sendable {
        /// `$`: the result is the output.
        case replace
        /// `null`: the raw input is the output.
        case discard
        case insert(ReferencePath)

        func combine(
            _ result: JSONValue,
            with input: JSONValue
        ) throws(EvaluationFailure) -> JSONValue {
            switch self {
            case .replace: return result
            case .discard: return input
            case .insert(let path):
                if let combined = path.insert(result, into: input) { return combined }
                throw .named(
                    ErrorName.resultPathMatchFailure,
                    "Unable to apply step \"\(path.text)\" to input \(input.text)"
                )
            }
        }
    }

    var isTransparent: Bool {
        guard case .whole = inputPath, case .whole = outputPath, case .replace = resultPath else {
            return false
        }
        return parameters == nil && result == nil && resultSelector == nil && assign == nil
    }

    func output(of result: JSONValue, in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        let selected =
            try resultSelector?.value(in: scope.with(input: result), field: "ResultSelector")
            ?? result
        let combined = try resultPath.combine(selected, with: scope.input)
        return try outputPath.value(in: scope.with(input: combined))
    }
}

/// How an error goes into the state that a catcher names.
enum CatchFlow: Sendable {
    case jsonPath(JSONPathFlow.ResultPlace, assign: Template?)

    /// The next state's input: `scope.input` is the raw input of the state that failed.
    func output(of error: JSONValue, in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .jsonPath(let place, _): try place.combine(error, with: scope.input)
        }
    }

    /// The new values of variables; `scope.input` is the error output.
    func assignments(in scope: Scope) throws(EvaluationFailure) -> JSONObject? {
        switch self {
        case .jsonPath(_, let assign): try assign?.value(in: scope, field: "Assign").object
        }
    }
}
