internal import JSON

extension MapState {
    /// How many iterations run at one time; 0: no limit of the state's own.
    func concurrency(in scope: Scope) throws(EvaluationFailure) -> Int {
        try maximumConcurrency?.integer("MaxConcurrency", in: scope) ?? 0
    }

    /// Whether failures that are too many have an error of their own, and not the last one's.
    var hasThreshold: Bool {
        isDistributed || toleratedFailureCount != nil || toleratedFailurePercentage != nil
    }

    /// How many items may fail before the state fails: none unless it says so, and the fewer where it says both
    /// (AWS's guide, "Setting failure thresholds").
    func toleratedFailures(of count: Int, in scope: Scope) throws(EvaluationFailure) -> Int {
        let byCount = try toleratedFailureCount?.integer("ToleratedFailureCount", in: scope)
        guard byCount ?? 0 >= 0 else {
            throw toleratedFailureCount.refusal(
                "ToleratedFailureCount cannot be negative.",
                of: "ToleratedFailureCount"
            )
        }
        let percentage =
            try toleratedFailurePercentage?.number("ToleratedFailurePercentage", in: scope)
        guard (0...100).contains(percentage ?? 0) else {
            throw toleratedFailurePercentage.refusal(
                "ToleratedFailurePercentage must be between 0 and 100.",
                of: "ToleratedFailurePercentage"
            )
        }
        let byShare = percentage.map { Int(Double(count) * $0 / 100) }
        return [byCount, byShare].compactMap(\.self).min() ?? 0
    }
}

extension Template {
    func integer(_ field: String, in scope: Scope) throws(EvaluationFailure) -> Int {
        let (value, path) = try limit(field, in: scope)
        if let integer = (path == nil ? value : value.numeral).int { return integer }
        throw path.map { .unfit(value, "integer", field, path: $0) }
            ?? .unfit(value, "integer", field)
    }

    fileprivate func number(_ field: String, in scope: Scope) throws(EvaluationFailure) -> Double {
        let (value, path) = try limit(field, in: scope)
        if let number = (path == nil ? value : value.numeral).number { return number.double }
        throw path.map { .unfit(value, "float", field, path: $0) } ?? .unfit(value, "float", field)
    }

    /// The value, and the path that led to it if one did.
    private func limit(
        _ field: String,
        in scope: Scope
    ) throws(EvaluationFailure) -> (value: JSONValue, path: String?) {
        guard case .path(let path) = self else {
            return (try value(in: scope, expecting: "number"), nil)
        }
        return (try path.fieldValue(in: scope), path.text)
    }
}

extension JSONValue {
    /// The number that a text writes, as a Map's paths take it; else the value itself.
    fileprivate var numeral: JSONValue {
        guard let text = string, let value = try? JSONValue(parsing: text), value.number != nil
        else { return self }
        return value
    }
}

extension EvaluationFailure {
    /// A path leads to something else than a number of that kind.
    fileprivate static func unfit(
        _ value: JSONValue,
        _ kind: String,
        _ field: String,
        path: String
    ) -> EvaluationFailure {
        .runtime(
            "The \(field)Path field refers to value \"\(value.string ?? value.text)\" which is not "
                + "a valid \(kind): \(path)"
        )
    }

    /// The same of an expression.
    fileprivate static func unfit(
        _ value: JSONValue,
        _ kind: String,
        _ field: String
    ) -> EvaluationFailure {
        .query("The \(field) field is not a valid \(kind): \(value.text)", location: field)
    }
}

extension Template? {
    /// The failure of a field whose value is out of bounds, under the name of the field's language.
    func refusal(_ text: String, of field: String) -> EvaluationFailure {
        if case .query? = self { return .query(text, location: field) }
        return .runtime(text)
    }
}
