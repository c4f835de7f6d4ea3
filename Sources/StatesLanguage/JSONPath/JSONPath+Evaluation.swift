internal import JSON

extension JSONPath {
    /// What the path is applied to; nil when there is no variable of the name.
    private func document(in scope: Scope) -> JSONValue? {
        switch root {
        case .input: scope.input
        case .context: scope.surroundings.contextObject
        case .variable(let name): scope.variable(name)
        }
    }

    /// What is searched, and what a payload template or a function finds there.
    func search(
        in scope: Scope
    ) throws(EvaluationFailure) -> (document: JSONValue?, value: JSONValue?) {
        let document = document(in: scope)
        guard let document else { return (nil, nil) }
        if let value = try boundedMatch(in: document, scope) { return (document, value) }
        return (document, isPastEnd(in: document) ? .null : nil)
    }

    /// The value in a member `name.$` of a template, or of a field like `ErrorPath`.
    func templateValue(in scope: Scope, field: String) throws(EvaluationFailure) -> JSONValue {
        let (document, value) = try search(in: scope)
        if let value { return value }
        let searched = document ?? scope.input
        throw .runtime(
            "The JSONPath '\(text)' specified for the field '\(field)' could not be found in the "
                + "input '\(searched.text)'"
        )
    }

    /// Whether all but the last step lead to an array that the last step is past the end of.
    ///
    /// Measured: in a payload template that is null and no error.
    private func isPastEnd(in document: JSONValue) -> Bool {
        guard isDefinite, case .index? = segments.last else { return false }
        let parent = JSONPath(text: text, root: root, segments: segments.dropLast())
        return parent.definiteValue(in: document)?.array != nil
    }

    /// The value that a field like `InputPath` names; the fault is told as Jayway tells it.
    func fieldValue(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        let document = document(in: scope)
        if let document, let value = try boundedMatch(in: document, scope) { return value }
        let fault = document.map(fault(in:)) ?? "No results for path: $"
        throw .runtime("Invalid path '\(text)' : \(fault)")
    }

    /// The value, or nil when the path names nothing.
    func optionalValue(in scope: Scope) throws(EvaluationFailure) -> JSONValue? {
        guard let document = document(in: scope) else { return nil }
        return try boundedMatch(in: document, scope)
    }

    private func boundedMatch(
        in document: JSONValue,
        _ scope: Scope
    ) throws(EvaluationFailure) -> JSONValue? {
        if isDefinite { return definiteValue(in: document) }
        let budget = scope.surroundings.pathBudget
        let value = match(in: document, budget)
        guard !budget.isSpent else {
            throw .runtime("The path '\(text)' looks at more than \(PathBudget.maximum) values.")
        }
        return value
    }

    /// What is wrong when a definite path indexes something that is no array; else nil.
    ///
    /// Measured: AWS tells of that in Jayway's words.
    func indexFault(in document: JSONValue) -> String? {
        guard isDefinite else { return nil }
        var value = document
        for segment in segments {
            if case .index(let index) = segment, value.array == nil, value != .null {
                return "Filter: [\(index)] can only be applied to arrays. Current context is: "
                    + (value.string ?? value.text)
            }
            let step = JSONPath(text: text, root: root, segments: [segment])
            guard let next = step.definiteValue(in: value) else { return nil }
            value = next
        }
        return nil
    }

    /// Why a definite path names nothing: its last step, or a step on the way.
    private func fault(in document: JSONValue) -> String {
        if let fault = indexFault(in: document) { return fault }
        var (value, walked) = (document, "$")
        for (position, segment) in segments.enumerated() {
            switch segment {
            case .name(let name): walked += "['\(name)']"
            case .index(let index): walked += "[\(index)]"
            case .names, .indices, .wildcard, .slice, .filter, .call, .descendants: break
            }
            let prefix = JSONPath(text: walked, root: root, segments: [segment])
            guard let next = prefix.definiteValue(in: value) else {
                let isLast = position == segments.count - 1
                return (isLast ? "No results for path: " : "Missing property in path ") + walked
            }
            value = next
        }
        return "No results for path: \(walked)"
    }
}
