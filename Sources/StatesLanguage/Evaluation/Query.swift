internal import FoundationEssentials
internal import JSON
internal import JSONata

/// A JSONata expression that stands in a field: `{% … %}`.
struct Query: Sendable {
    let expression: JSONataExpression
    /// The field as messages name it, relative to its state: `Output/values[0]`.
    let field: String

    /// What the expression comes to; nothing and functions are errors.
    func value(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        let result: JSONataExpression.Result
        do {
            result = try expression.result(
                nil,
                in: environment(of: scope),
                stepsLeft: &scope.surroundings.queryStepsLeft
            )
        } catch {
            throw thrown(error)
        }
        switch result {
        case .value(let value): return value
        case .nothing: throw failure("returned nothing (undefined).")
        case .function: throw failure("returned an unsupported result type.")
        }
    }

    /// The same, for a field that takes one kind of value.
    func value(in scope: Scope, expecting kind: String) throws(EvaluationFailure) -> JSONValue {
        let value = try value(in: scope)
        guard value.kind == kind else {
            throw failure(
                "returned an unexpected result type. Expected '\(kind)', but was '\(value.kind)' "
                    + "for value: \(value.text)"
            )
        }
        return value
    }

    private func thrown(_ error: JSONataError) -> EvaluationFailure {
        // A limit has no code that AWS would show.
        let reason = error.isLimit ? ": \(error.message)" : ". \(error)"
        return failure("threw an error during evaluation\(reason)")
    }

    /// AWS's sentence about an expression that failed.
    private func failure(_ what: String) -> EvaluationFailure {
        .query(
            "The JSONata expression '\(expression.text)' specified for the field '\(field)' \(what)",
            location: field
        )
    }
}

extension JSONataError {
    fileprivate var isLimit: Bool { code.isEmpty || code.hasPrefix("U") }
}

extension Query {
    /// What the expression sees: `$states`, the variables that it names, and AWS's functions.
    private func environment(of scope: Scope) -> JSONataEnvironment {
        var environment = JSONataEnvironment(
            now: Int((scope.now.timeIntervalSince1970 * 1000).rounded(.down)),
            random: { 0 }
        )
        let limits = scope.surroundings.start.limits
        environment.limits.maximumSteps = limits.maximumQuerySteps
        environment.limits.maximumRegexSteps = limits.maximumQuerySteps / 2
        environment.limits.maximumDepth = limits.maximumQueryDepth
        environment.limits.maximumSequenceLength = limits.maximumQueryElements
        environment.limits.maximumStringLength = limits.maximumQueryText
        // Measured on AWS, in arrays and objects too.
        environment.writesNonFiniteNumbers = true
        environment.hiddenFunctions = Self.hiddenFunctions
        environment.functions = scope.surroundings.start.queryFunctions
        // A number is drawn only for an expression that can ask for one.
        if expression.references.contains(where: { Self.drawingFunctions.contains($0.name) }) {
            let random = QueryRandom(scope.random)
            environment.random = { random.fraction() }
            environment.functions = QueryFunctions.all(environment.functions, random)
        }
        for reference in expression.references where reference.name != "states" {
            environment.variables[reference.name] = scope.variable(reference.name)
        }
        environment.variables["states"] = scope.states(members: members(of: "states"))
        return environment
    }

    private static let hiddenFunctions: Set<String> = ["eval"]
    private static let drawingFunctions: Set<String> = ["random", "shuffle", "uuid"]

    /// The members of the variable that the expression reads; nil when it could read any.
    private func members(of variable: String) -> [String]? {
        var members: [String] = []
        for reference in expression.references where reference.name == variable {
            guard let member = reference.member else { return nil }
            members.append(member)
        }
        return members
    }
}

extension Scope {
    /// The variable `$states`; the context object takes long to build and is left out where nobody reads it.
    fileprivate func states(members: [String]?) -> JSONValue {
        var states: JSONObject = ["input": input]
        if members?.contains("context") ?? true { states["context"] = surroundings.contextObject }
        switch outcome {
        case .result(let result)?: states["result"] = result
        case .errorOutput(let error)?: states["errorOutput"] = error
        case nil: break
        }
        return .object(states)
    }
}
