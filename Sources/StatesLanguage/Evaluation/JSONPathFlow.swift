internal import JSON

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
