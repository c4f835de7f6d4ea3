internal import JSON

/// A path that names exactly one place, for `ResultPath` to write to.
struct ReferencePath: Sendable, Hashable {
    /// The path as it was written.
    let text: String
    let steps: [Step]

    enum Step: Sendable, Hashable {
        case name(String)
        case index(Int)
    }

    /// Nil when the path could name several places, or none of the input's.
    init?(_ path: JSONPath) {
        guard path.root == .input, let steps = Self.steps(of: path) else { return nil }
        text = path.text
        self.steps = steps
    }

    /// The way to the one place that a path names by its syntax alone; nil when it could name several, or computes.
    fileprivate static func steps(of path: JSONPath) -> [Step]? {
        var steps: [Step] = []
        for segment in path.segments {
            switch segment {
            case .name(let name): steps.append(.name(name))
            case .index(let index) where index >= 0: steps.append(.index(index))
            case .index, .names, .indices, .wildcard, .slice, .filter, .call, .descendants:
                return nil
            }
        }
        return steps
    }

    /// The document with the value at this place; missing objects on the way are made.
    ///
    /// Nil when the way leads through a value that has no members, or past an array's end.
    func insert(_ value: JSONValue, into document: JSONValue) -> JSONValue? {
        Self.insert(value, at: steps[...], into: document)
    }

    private static func insert(
        _ value: JSONValue,
        at steps: ArraySlice<Step>,
        into document: JSONValue?
    ) -> JSONValue? {
        guard let step = steps.first else { return value }
        switch (step, document) {
        case (.name(let name), .object(var members)) where steps.count == 1:
            members[name] = value
            return .object(members)
        case (.name(let name), .object(var members)):
            let inner = insert(value, at: steps.dropFirst(), into: members[name])
            guard let inner else { return nil }
            members[name] = inner
            return .object(members)
        case (.name(let name), nil), (.name(let name), .null):
            let inner = insert(value, at: steps.dropFirst(), into: nil)
            return inner.map { .object([name: $0]) }
        case (.index(let index), .array(var elements)):
            guard elements.indices.contains(index) else { return nil }
            let inner = insert(value, at: steps.dropFirst(), into: elements[index])
            guard let inner else { return nil }
            elements[index] = inner
            return .array(elements)
        case (.name, _), (.index, _): return nil
        }
    }
}

extension JSONPath {
    /// Whether its syntax names one place (States Language, "Reference Paths"), in the input, a variable or the context.
    var isReference: Bool { ReferencePath.steps(of: self) != nil }
}
