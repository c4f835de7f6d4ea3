extension Evaluator {
    /// One step of a path along which variables are bound.
    func tupleStep(
        _ step: Node,
        _ walk: PathWalk,
        _ frame: Frame
    ) throws(Fault) -> TupleStream {
        if case .sort(let terms) = step.kind {
            return try staged(step, sortedTuples(step, terms, walk, frame), frame)
        }
        var result = TupleStream()
        let tuples = walk.stream?.tuples ?? walk.input.elements.map { Tuple(focus: $0) }
        for tuple in tuples {
            let inner = try self.frame(of: tuple, inside: frame)
            let value = try evaluate(step, tuple.focus, inner)
            try extend(tuple, with: value, at: step, &result)
        }
        return try staged(step, result, frame)
    }

    /// A frame with the tuple's variables, which costs steps when they are many.
    func frame(of tuple: Tuple, inside frame: Frame) throws(Fault) -> Frame {
        try spend(elements: tuple.bindings.count)
        return Frame(tuple, inside: frame)
    }

    private func sortedTuples(
        _ step: Node,
        _ terms: [Node.SortTerm],
        _ walk: PathWalk,
        _ frame: Frame
    ) throws(Fault) -> TupleStream {
        if let stream = walk.stream {
            return try sorted(stream, by: terms, at: step.position, frame)
        }
        let values = try sorted(walk.input, by: terms, at: step.position, frame)
        var stream = TupleStream(values.elements.map { Tuple(focus: $0) })
        if let index = step.index { stream.number(index) }
        return stream
    }

    /// A tuple for every value that a step found, with the variables that the step binds.
    private func extend(
        _ tuple: Tuple,
        with value: Value,
        at step: Node,
        _ result: inout TupleStream
    ) throws(Fault) {
        switch value {
        case .undefined: return
        case .tuples(let stream):
            for inner in stream.tuples {
                var extended = tuple
                try spend(1 + tuple.bindings.count * inner.bindings.count / 8)
                extended.merge(inner)
                result.append(extended)
            }
        case .null, .bool, .number, .long, .string, .array, .object, .function:
            let elements = value.elements
            try spend(elements.count * (1 + tuple.bindings.count / 2))
            for (place, element) in elements.enumerated() {
                var extended = tuple
                if let focus = step.focus {
                    extended.bind(focus, element)
                } else {
                    extended.focus = element
                }
                if let index = step.index { extended.bind(index, .number(place)) }
                if let ancestor = step.ancestor { extended.bind(ancestor.label, tuple.focus) }
                result.append(extended)
            }
        }
    }

    private func staged(
        _ step: Node,
        _ stream: TupleStream,
        _ frame: Frame
    ) throws(Fault) -> TupleStream {
        var stream = stream
        for stage in step.stages {
            switch stage {
            case .filter(let predicate): stream = try filter(predicate, stream, frame)
            case .index(let name): stream.number(name)
            }
        }
        return stream
    }
}

extension Tuple {
    /// The tuple as jsonata-js holds it, which shows where a sorted stream is filtered or grouped.
    var object: Value {
        var members = Members()
        members["@"] = focus
        for (name, value) in bindings { members[name] = value }
        return .object(ObjectValue(members))
    }
}

extension TupleStream {
    var objects: ArrayValue { ArrayValue(tuples.map(\.object)) }
}
