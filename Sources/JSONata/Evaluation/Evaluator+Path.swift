extension Evaluator {
    /// The value of a path: each step is evaluated for every value that the step before found.
    func path(_ node: Node, _ input: Value, _ frame: Frame) throws(Fault) -> Value {
        let steps = node.steps ?? []
        var walk = PathWalk(input: startingPoints(steps, input), result: .sequence)
        var start = 0
        if walk.input.count == 1, let jump = try plainSteps(steps, walk.input.elements[0], frame) {
            (start, walk.result) = (jump.next, jump.result)
            walk.input = walk.result
        }
        while start < steps.count, start == 0 || walk.isOpen {
            try take(steps[start], place: start, of: steps.count, &walk, frame)
            if steps[start].focus == nil { walk.input = walk.result }
            start += 1
        }
        return try ending(node, walk, frame)
    }

    /// What stands at the beginning: the elements of an array, unless the path begins with a variable.
    private func startingPoints(_ steps: [Node], _ input: Value) -> ArrayValue {
        if case .array(let array) = input {
            if case .variable = steps[0].kind { return ArrayValue([input], traits: .sequence) }
            return array
        }
        return ArrayValue([input], traits: .sequence)
    }

    /// Takes plain names one after the other as long as each leads to one value that is no array.
    ///
    /// The same as taking them step by step, without making sequences of one on the way.
    private func plainSteps(
        _ steps: [Node],
        _ input: Value,
        _ frame: Frame
    ) throws(Fault) -> (next: Int, result: ArrayValue)? {
        var value = input
        var next = 0
        if let first = steps.first, case .variable = first.kind, first.isPlainStep {
            value = try evaluate(first, input, frame)
            next = 1
        }
        while next < steps.count, case .object(let object) = value,
            case .name(let name) = steps[next].kind, steps[next].isPlainStep
        {
            try spend(1)
            value = try member(name, of: object)
            next += 1
        }
        guard next > 0 else { return nil }
        return (next, try flattened([value], isLast: next == steps.count))
    }

    private func take(
        _ step: Node,
        place: Int,
        of count: Int,
        _ walk: inout PathWalk,
        _ frame: Frame
    ) throws(Fault) {
        if step.isTuple { walk.isTupled = true }
        if place == 0, step.isConstructor {
            walk.result = Self.items(of: try evaluate(step, .array(walk.input), frame))
        } else if walk.isTupled {
            walk.stream = try tupleStep(step, walk, frame)
        } else {
            walk.result = try plainStep(step, walk.input, isLast: place == count - 1, frame)
        }
    }

    /// What the next step looks at after an array constructor at the beginning.
    ///
    /// A predicate may have left one value of it, and jsonata-js then indexes that value like an array:
    /// a string has its code units, everything else has nothing.
    private static func items(of value: Value) -> ArrayValue {
        switch value {
        case .array(let array): array
        case .string(let text):
            ArrayValue(
                text.utf16.map { .string(String(decoding: [$0], as: UTF16.self)) },
                traits: .sequence
            )
        case .undefined, .null, .bool, .number, .long, .object, .function, .tuples: .sequence
        }
    }

    private func ending(
        _ node: Node,
        _ walk: PathWalk,
        _ frame: Frame
    ) throws(Fault) -> Value {
        var result = walk.result
        if walk.isTupled, let stream = walk.stream {
            if let group = node.group {
                let input = stream.isPlain ? Value.array(stream.objects) : .tuples(stream)
                return try self.group(group, input, frame)
            }
            guard !node.isTuple else { return .tuples(stream) }
            result = ArrayValue(stream.tuples.map(\.focus), traits: .sequence)
        }
        if node.keepsSingleton {
            // An array that is written out counts as one value that is to stay in an array.
            if result.traits.contains(.constructed), !result.isSequence {
                result = ArrayValue([.array(result)], traits: .sequence)
            }
            result.traits.insert(.keepsSingleton)
        }
        guard let group = node.group else { return .array(result) }
        return try self.group(group, .array(result), frame)
    }

    private func plainStep(
        _ step: Node,
        _ input: ArrayValue,
        isLast: Bool,
        _ frame: Frame
    ) throws(Fault) -> ArrayValue {
        if case .sort(let terms) = step.kind {
            return try sortStep(step, terms, input, frame)
        }
        var values: [Value] = []
        values.reserveCapacity(input.count)
        var count = 0
        for item in input.elements {
            var value = try evaluate(step, item, frame)
            for case .filter(let predicate) in step.stages {
                value = try filter(predicate, value, frame)
            }
            // What is too long as one sequence is not gathered first.
            if case .array(let array) = value, !array.traits.contains(.constructed) {
                count += array.count
                try checkLength(count)
            }
            if !value.isUndefined { values.append(value) }
        }
        return try flattened(values, isLast: isLast)
    }

    private func sortStep(
        _ step: Node,
        _ terms: [Node.SortTerm],
        _ input: ArrayValue,
        _ frame: Frame
    ) throws(Fault) -> ArrayValue {
        var result = try sorted(input, by: terms, at: step.position, frame)
        for case .filter(let predicate) in step.stages {
            result = ArrayValue(try filter(predicate, .array(result), frame), traits: .sequence)
        }
        return result
    }

    /// One sequence of what a step found for its inputs; an array alone at the end stays as it is.
    private func flattened(_ values: [Value], isLast: Bool) throws(Fault) -> ArrayValue {
        if isLast, values.count == 1, case .array(let array) = values[0], !array.isSequence {
            return array
        }
        var result = ArrayValue.sequence
        for value in values {
            switch value {
            case .undefined: continue
            case .array(let array) where !array.traits.contains(.constructed):
                try spend(elements: array.count)
                try checkLength(result.count + array.count)
                result.append(contentsOf: array)
            case .null, .bool, .number, .long, .string, .object, .function, .tuples, .array:
                result.append(value)
            }
        }
        return result
    }
}

/// How far the evaluation of a path has come.
struct PathWalk {
    var input: ArrayValue
    var result: ArrayValue
    /// Whether variables are bound along the path, from the first step on that does so.
    var isTupled = false
    var stream: TupleStream?

    /// Whether there is anything left to take the next step from.
    var isOpen: Bool { isTupled || result.count > 0 }
}

extension ArrayValue {
    /// The array itself, or a sequence of what else there is.
    init(_ value: Value, traits: Traits) {
        switch value {
        case .array(let array): self = array
        case .undefined: self.init([], traits: traits)
        case .null, .bool, .number, .long, .string, .object, .function, .tuples:
            self.init([value], traits: traits)
        }
    }
}

extension Node {
    /// Whether the step does nothing but what its kind says.
    fileprivate var isPlainStep: Bool {
        stages.isEmpty && !isTuple && !keepsArray && group == nil && predicates.isEmpty
    }
}
