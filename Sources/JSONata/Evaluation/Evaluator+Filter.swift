extension Evaluator {
    /// What of the value the predicate lets through: the elements at its numbers, or where it is true.
    func filter(_ predicate: Node, _ input: Value, _ frame: Frame) throws(Fault) -> Value {
        if case .tuples(let stream) = input {
            return .tuples(try filter(predicate, stream, frame))
        }
        let elements = input.elements
        if case .number(let number) = predicate.kind {
            guard let place = Self.place(number, in: elements.count) else {
                return .array(.sequence)
            }
            if case .array = elements[place] { return elements[place] }
            return .sequence(of: elements[place].isUndefined ? [] : [elements[place]])
        }
        var result = ArrayValue.sequence
        for (place, element) in elements.enumerated() {
            let verdict = try evaluate(predicate, element, frame)
            let count = try matches(verdict, place: place, of: elements.count)
            for _ in 0..<count { result.append(element) }
        }
        return .array(result)
    }

    /// The same for the tuples of a path along which variables are bound.
    func filter(
        _ predicate: Node,
        _ stream: TupleStream,
        _ frame: Frame
    ) throws(Fault) -> TupleStream {
        var result = TupleStream()
        result.isPlain = stream.isPlain
        if case .number(let number) = predicate.kind {
            guard let place = Self.place(number, in: stream.tuples.count) else { return result }
            result.append(stream.tuples[place])
            return result
        }
        for (place, tuple) in stream.tuples.enumerated() {
            let verdict =
                stream.isPlain
                ? try evaluate(predicate, tuple.object, frame)
                : try evaluate(predicate, tuple.focus, self.frame(of: tuple, inside: frame))
            let count = try matches(verdict, place: place, of: stream.tuples.count)
            for _ in 0..<count { result.append(tuple) }
        }
        return result
    }

    /// The place that the number means, from the end when it is negative.
    private static func place(_ number: Double, in count: Int) -> Int? {
        let floor = number.rounded(.down)
        let place = floor < 0 ? Double(count) + floor : floor
        guard place >= 0, place < Double(count) else { return nil }
        return Int(place)
    }

    /// How often the element at the place is let through.
    private func matches(
        _ verdict: Value,
        place: Int,
        of count: Int
    ) throws(Fault) -> Int {
        if let number = try verdict.finiteNumber() {
            return Self.place(number, in: count) == place ? 1 : 0
        }
        guard case .array(let array) = verdict, try array.holdsOnlyNumbers() else {
            return try isTrue(verdict) ? 1 : 0
        }
        try spend(looksAt: array.count)
        return array.elements.count { $0.number.flatMap { Self.place($0, in: count) } == place }
    }
}

extension ArrayValue {
    func holdsOnlyNumbers() throws(Fault) -> Bool {
        for element in elements {
            guard try element.finiteNumber() != nil else { return false }
        }
        return true
    }

    var holdsOnlyStrings: Bool { elements.allSatisfy { $0.string != nil } }
}
