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

    /// The value in a member `name.$` of a template, or of a field like `ErrorPath`.
    func templateValue(in scope: Scope, field: String) throws(EvaluationFailure) -> JSONValue {
        let document = document(in: scope)
        if let value = document.flatMap(match(in:)) { return value }
        let searched = document ?? scope.input
        throw .runtime(
            "The JSONPath '\(text)' specified for the field '\(field)' could not be found in the "
                + "input '\(searched.text)'"
        )
    }

    /// The value that a field like `InputPath` names; the fault is told as Jayway tells it.
    func fieldValue(in scope: Scope) throws(EvaluationFailure) -> JSONValue {
        let document = document(in: scope)
        if let value = document.flatMap(match(in:)) { return value }
        let fault = document.map(fault(in:)) ?? "No results for path: $"
        throw .runtime("Invalid path '\(text)' : \(fault)")
    }

    /// The value, or nil when the path names nothing.
    func optionalValue(in scope: Scope) -> JSONValue? {
        document(in: scope).flatMap(match(in:))
    }

    /// Why a definite path names nothing: its last step, or a step on the way.
    private func fault(in document: JSONValue) -> String {
        var (value, walked) = (document, "$")
        for (position, segment) in segments.enumerated() {
            switch segment {
            case .name(let name): walked += "['\(name)']"
            case .index(let index): walked += "[\(index)]"
            case .names, .indices, .wildcard, .slice, .filter, .descendants: break
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
