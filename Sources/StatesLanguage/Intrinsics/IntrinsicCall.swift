internal import JSON

/// A call of an intrinsic function: `States.Format('Hello {}', $.name)`.
struct IntrinsicCall: Sendable {
    /// The call as it was written.
    let text: String
    let function: IntrinsicFunction
    let arguments: [Argument]

    enum Argument: Sendable {
        case literal(JSONValue)
        case path(JSONPath)
        indirect case call(IntrinsicCall)
    }

    func value(in scope: Scope, field: String) throws(EvaluationFailure) -> JSONValue {
        var values: [JSONValue] = []
        values.reserveCapacity(arguments.count)
        for argument in arguments {
            switch argument {
            case .literal(let value): values.append(value)
            case .path(let path): values.append(try value(of: path, in: scope))
            case .call(let call): values.append(try call.value(in: scope, field: field))
            }
        }
        do {
            try pay(for: values, in: scope)
            return try function.apply(to: values, in: scope)
        } catch {
            throw .named(ErrorName.intrinsicFailure, message(error.reason))
        }
    }

    /// A state can call very many functions, each with all of a large input.
    private func pay(for values: [JSONValue], in scope: Scope) throws(IntrinsicError) {
        guard function.looks > 0 else { return }
        let budget = scope.surroundings.pathBudget
        guard values.allSatisfy({ budget.spend(walksThrough: $0, times: function.looks) }) else {
            throw IntrinsicError(
                "the functions of the state look at more than \(PathBudget.maximum) values"
            )
        }
    }

    private func value(
        of path: JSONPath,
        in scope: Scope
    ) throws(EvaluationFailure) -> JSONValue {
        let (document, value) = try path.search(in: scope)
        if let value { return value }
        throw .runtime(
            message(
                document.flatMap(path.indexFault)
                    ?? "The JsonPath argument for the field '\(path.text)' could not be found in the input "
                    + "'\((document ?? scope.input).text)'"
            )
        )
    }

    /// AWS's sentence about a call that failed.
    private func message(_ reason: String) -> String {
        "The function '\(text)' had the following error: \(reason)"
    }
}

/// Why an intrinsic function refuses its arguments.
struct IntrinsicError: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
