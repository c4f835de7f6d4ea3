internal import JSON

extension MapState {
    /// How many iterations run at one time; 0: no limit of the state's own.
    func concurrency(in scope: Scope) throws(EvaluationFailure) -> Int {
        try maximumConcurrency?.integer("MaxConcurrency", in: scope) ?? 0
    }

    /// How many iterations may fail before the state fails.
    func toleratedFailures(of count: Int, in scope: Scope) throws(EvaluationFailure) -> Int {
        let byCount = try toleratedFailureCount?.integer("ToleratedFailureCount", in: scope) ?? 0
        guard byCount >= 0 else { throw .runtime("ToleratedFailureCount cannot be negative.") }
        let percentage =
            try toleratedFailurePercentage?.number("ToleratedFailurePercentage", in: scope) ?? 0
        guard (0...100).contains(percentage) else {
            throw .runtime("ToleratedFailurePercentage must be between 0 and 100.")
        }
        return max(byCount, Int(Double(count) * percentage / 100))
    }
}

extension Template {
    fileprivate func integer(_ field: String, in scope: Scope) throws(EvaluationFailure) -> Int {
        let (value, path) = try limit(field, in: scope)
        if let integer = value.int { return integer }
        throw .runtime(
            "The \(field)Path field refers to value \"\(value.string ?? value.text)\" which is not "
                + "a valid integer: \(path)"
        )
    }

    fileprivate func number(_ field: String, in scope: Scope) throws(EvaluationFailure) -> Double {
        let (value, path) = try limit(field, in: scope)
        if let number = value.number { return number.double }
        throw .runtime(
            "The \(field)Path field refers to value \"\(value.string ?? value.text)\" which is not "
                + "a valid float: \(path)"
        )
    }

    private func limit(
        _ field: String,
        in scope: Scope
    ) throws(EvaluationFailure) -> (value: JSONValue, path: String) {
        guard case .path(let path) = self else {
            return (try value(in: scope, field: field), field)
        }
        return (try path.fieldValue(in: scope), path.text)
    }
}
