internal import JSON

/// The five fields of JSONPath, and `Assign`.
///
/// A class because it is looked at in every state and has many parts.
final class JSONPathFlow: Sendable {
    let inputPath: PathField
    let parameters: Template?
    /// A Pass state's `Result`.
    let result: JSONValue?
    let resultSelector: Template?
    let resultPath: ResultPlace
    let outputPath: PathField
    let assign: Template?
    /// Whether the state's output is its input, without computing anything.
    let isTransparent: Bool

    init(
        inputPath: PathField,
        parameters: Template?,
        result: JSONValue?,
        resultSelector: Template?,
        resultPath: ResultPlace,
        outputPath: PathField,
        assign: Template?
    ) {
        self.inputPath = inputPath
        self.parameters = parameters
        self.result = result
        self.resultSelector = resultSelector
        self.resultPath = resultPath
        self.outputPath = outputPath
        self.assign = assign
        let isWhole = inputPath.isWhole && outputPath.isWhole && resultPath.isWhole
        isTransparent =
            isWhole && parameters == nil && result == nil && resultSelector == nil && assign == nil
    }

    func with(assign: Template?) -> JSONPathFlow {
        JSONPathFlow(
            inputPath: inputPath,
            parameters: parameters,
            result: result,
            resultSelector: resultSelector,
            resultPath: resultPath,
            outputPath: outputPath,
            assign: assign
        )
    }

    /// What `InputPath` or `OutputPath` let through.
    enum PathField: Sendable {
        case whole
        /// `null`: an empty object.
        case nothing
        case path(JSONPath)

        var isWhole: Bool {
            guard case .whole = self else { return false }
            return true
        }

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

        fileprivate var isWhole: Bool {
            guard case .replace = self else { return false }
            return true
        }

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

    func output(of result: JSONValue, in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        let selected =
            try resultSelector?.value(in: scope.with(input: result), field: "ResultSelector")
            ?? result
        let combined = try resultPath.combine(selected, with: scope.input)
        return try outputPath.value(in: scope.with(input: combined))
    }
}
