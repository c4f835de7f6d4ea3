internal import JSON

/// How an error goes into the state that a catcher names.
///
/// `scope.input` is the raw input of the state that failed.
enum CatchFlow: Sendable {
    case jsonPath(JSONPathFlow.ResultPlace, assign: Template?)
    case jsonata(output: Template?, assign: Template?)

    /// The next state's input.
    func output(of error: JSONValue, in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .jsonPath(let place, _): try place.combine(error, with: scope.input)
        case .jsonata(let output, _):
            try output?.value(in: scope.with(errorOutput: error), field: "Output") ?? error
        }
    }

    /// The new values of variables.
    func assignments(
        of error: JSONValue,
        in scope: Scope
    ) throws(EvaluationFailure) -> JSONObject? {
        switch self {
        case .jsonPath(_, let assign):
            try assign?.value(in: scope.with(input: error), field: "Assign").object
        case .jsonata(_, let assign):
            try assign?.value(in: scope.with(errorOutput: error), field: "Assign").object
        }
    }
}
