internal import JSON

/// A JSONPath as the language uses it (Jayway's dialect): where it starts and how it goes down.
struct JSONPath: Sendable, Hashable {
    /// The path as it was written.
    let text: String
    let root: Root
    let segments: [Segment]

    /// What `$` at the beginning stands for.
    enum Root: Sendable, Hashable {
        /// `$`: the input.
        case input
        /// `$$`: the context object.
        case context
        /// `$name`.
        case variable(String)
    }

    /// One step down.
    indirect enum Segment: Sendable, Hashable {
        /// `.name` or `['name']`.
        case name(String)
        /// `['a','b']`.
        case names([String])
        /// `[2]`, from the end when negative.
        case index(Int)
        /// `[0,2]`.
        case indices([Int])
        /// `[*]` or `.*`.
        case wildcard
        /// `[from:to:step]`.
        case slice(from: Int?, to: Int?, step: Int)
        /// `[?(…)]`.
        case filter(PathFilter)
        /// `.length()` at the end; nil for a function that there is none of.
        case call(PathFunction?)
        /// `..` and what is looked for at every depth.
        case descendants(Segment)
    }

    /// Whether it is `$`.
    var isWholeInput: Bool { root == .input && segments.isEmpty }

    /// Whether it can name one value at most.
    var isDefinite: Bool {
        segments.allSatisfy { segment in
            switch segment {
            case .name, .index, .call: true
            case .names, .indices, .wildcard, .slice, .filter, .descendants: false
            }
        }
    }
}

/// How much looking the paths of one state may do: scans inside of scans could go on for ever.
final class PathBudget {
    /// Values looked at; about a tenth of a second.
    static let maximum = 1_000_000

    private var remaining = maximum

    var isSpent: Bool { remaining < 0 }

    /// Whether there is more to spend.
    func spend(_ count: Int = 1) -> Bool {
        remaining -= count
        return remaining >= 0
    }

    /// Whether there is more to spend after all of the value has been looked at so many times.
    func spend(walksThrough value: JSONValue, times: Int = 1) -> Bool {
        switch value {
        case .null, .bool, .number: spend(times)
        case .string(let text): spend(times * (1 + text.utf8.count / Self.bytesPerLook))
        case .array(let elements):
            spend(times) && elements.allSatisfy { spend(walksThrough: $0, times: times) }
        case .object(let members):
            spend(times) && members.allSatisfy { spend(walksThrough: $0.value, times: times) }
        }
    }

    /// How many bytes of text are read in the time that a value takes.
    static let bytesPerLook = 32
}

extension JSONPath {
    /// Every value that the path names, in document order; too few when the budget is spent.
    func values(in document: JSONValue, _ budget: PathBudget) -> [JSONValue] {
        var values = [document]
        for segment in segments {
            var next: [JSONValue] = []
            for value in values where budget.spend() {
                segment.add(to: &next, from: value, document: document, budget)
            }
            values = next
            if values.isEmpty { return [] }
        }
        return values
    }

    /// The value that a path names which can name one only.
    func definiteValue(in document: JSONValue) -> JSONValue? {
        var value = document
        for segment in segments {
            guard let next = segment.step(from: value) else { return nil }
            value = next
        }
        return value
    }

    /// The value, or the array of the values when there may be several; nil when it names nothing.
    func match(in document: JSONValue, _ budget: PathBudget) -> JSONValue? {
        isDefinite ? definiteValue(in: document) : .array(values(in: document, budget))
    }
}

extension JSONPath.Segment {
    /// The one value that a name or an index leads to.
    fileprivate func step(from value: JSONValue) -> JSONValue? {
        switch self {
        case .name(let name):
            guard case .object(let members) = value else { return nil }
            return members[name]
        case .index(let index):
            guard case .array(let elements) = value else { return nil }
            return value[index < 0 ? elements.count + index : index]
        case .call(let function): return function?.value(of: value)
        case .names, .indices, .wildcard, .slice, .filter, .descendants: return nil
        }
    }

    /// Adds what the step leads to from a value.
    fileprivate func add(
        to values: inout [JSONValue],
        from value: JSONValue,
        document: JSONValue,
        _ budget: PathBudget
    ) {
        switch self {
        case .name, .call: if let next = step(from: value) { values.append(next) }
        case .index:
            // Measured: behind a step that may lead to several values, what an array lacks is null.
            if case .array = value { values.append(step(from: value) ?? .null) }
        case .names(let names):
            guard budget.spend(names.count) else { return }
            values += names.compactMap { value[$0] }
        case .indices(let indices):
            guard case .array = value, budget.spend(indices.count) else { return }
            values += indices.map { Self.index($0).step(from: value) ?? .null }
        case .wildcard:
            let children = value.children
            guard budget.spend(children.count) else { return }
            values += children
        case .slice(let from, let to, let step):
            let slice = value.slice(from: from, to: to, step: step)
            guard budget.spend(slice.count) else { return }
            values += slice
        case .filter(let filter):
            for element in value.filtered
            where budget.spend() && filter.accepts(element, document: document, budget) {
                values.append(element)
            }
        case .descendants(let segment):
            value.visitDescendants(budget) { value in
                // Every value is one of the descendants itself: a filter asks it, not its array again.
                if case .filter(let filter) = segment {
                    if filter.accepts(value, document: document, budget) { values.append(value) }
                } else {
                    segment.add(to: &values, from: value, document: document, budget)
                }
            }
        }
    }
}

extension JSONValue {
    fileprivate var children: [JSONValue] {
        switch self {
        case .array(let elements): elements
        case .object(let members): members.values
        case .null, .bool, .number, .string: []
        }
    }

    /// What a filter chooses from: the elements of an array, or the object itself.
    fileprivate var filtered: [JSONValue] {
        switch self {
        case .array(let elements): elements
        case .object: [self]
        case .null, .bool, .number, .string: []
        }
    }

    /// The value and everything in it, outermost first.
    fileprivate func visitDescendants(_ budget: PathBudget, _ visit: (JSONValue) -> Void) {
        guard budget.spend() else { return }
        visit(self)
        for child in children { child.visitDescendants(budget, visit) }
    }

    fileprivate func slice(from: Int?, to: Int?, step: Int) -> [JSONValue] {
        guard case .array(let elements) = self, step > 0 else { return [] }
        let count = elements.count
        func bound(_ index: Int?, default value: Int) -> Int {
            guard let index else { return value }
            return max(0, min(count, index < 0 ? count + index : index))
        }
        let (start, end) = (bound(from, default: 0), bound(to, default: count))
        return stride(from: start, to: end, by: step).map { elements[$0] }
    }
}
