import JSON

extension Evaluator {
    /// What `[…]` makes: values one after the other, arrays among them taken apart, nothing left out.
    func array(
        _ items: [Node],
        _ node: Node,
        _ input: Value,
        _ frame: Frame
    ) throws(Fault) -> Value {
        var result = ArrayValue()
        for item in items {
            let value = try evaluate(item, input, frame)
            switch value {
            case .undefined: continue
            case .array(let array) where !item.isArrayConstructor:
                try spend(elements: array.count)
                result.append(contentsOf: array)
            case .null, .bool, .number, .long, .string, .array, .object, .function, .tuples:
                result.append(value)
            }
        }
        if node.isConstructor { result.traits.insert(.constructed) }
        return .array(result)
    }

    /// What `{…}` makes: the input's values by their keys, and then a value for each key's values.
    func group(
        _ group: Node.Group,
        _ input: Value,
        _ frame: Frame
    ) throws(Fault) -> Value {
        var groups = Groups(position: group.position)
        try spend(3 * group.pairs.count)
        if case .tuples(let stream) = input {
            for tuple in stream.tuples {
                let inner = try self.frame(of: tuple, inside: frame)
                for (place, pair) in group.pairs.enumerated() {
                    let key = try evaluate(pair.key, tuple.focus, inner)
                    try spend(walksThrough: key)
                    try groups.add(.tuple(tuple), key: key, pair: place)
                }
            }
        } else {
            let items = input.elements.isEmpty ? [.undefined] : input.elements
            for item in items {
                for (place, pair) in group.pairs.enumerated() {
                    let key = try evaluate(pair.key, item, frame)
                    try spend(walksThrough: key)
                    try groups.add(.value(item), key: key, pair: place)
                }
            }
        }
        return try values(of: groups, group, frame)
    }

    private func values(
        of groups: Groups,
        _ group: Node.Group,
        _ frame: Frame
    ) throws(Fault) -> Value {
        var members = Members()
        for entry in groups.ordered {
            let expression = group.pairs[entry.pair].value
            let value: Value
            switch entry.content {
            case .values(let values): value = try evaluate(expression, values.merged, frame)
            case .tuples(let tuples):
                let tuple = Self.reduce(tuples)
                let inner = try self.frame(of: tuple, inside: frame)
                value = try evaluate(expression, tuple.focus, inner)
            }
            if !value.isUndefined { members[entry.key] = value }
        }
        return .object(ObjectValue(members))
    }

    /// One tuple whose every variable has the values of all.
    private static func reduce(_ tuples: [Tuple]) -> Tuple {
        var result = tuples[0]
        guard tuples.count > 1 else { return result }
        result.focus = tuples.map(\.focus).merged
        for place in result.bindings.indices {
            let name = result.bindings[place].name
            let values = tuples.compactMap { tuple in
                tuple.bindings.first { $0.name == name }?.value
            }
            result.bindings[place].value = values.merged
        }
        return result
    }
}

/// What a group-by has found so far: the values or tuples for each key.
private struct Groups {
    enum Item {
        case value(Value)
        case tuple(Tuple)
    }

    enum Content {
        case values([Value])
        case tuples([Tuple])
    }

    struct Entry {
        let key: String
        let pair: Int
        var content: Content
    }

    let position: Int
    private var entries: [Entry] = []
    private var places: [CodeUnits: Int] = [:]

    init(position: Int) { self.position = position }

    /// The entries as JavaScript lists the keys of an object.
    var ordered: [Entry] {
        guard entries.contains(where: { $0.key.couldBeIndex }) else { return entries }
        let indexed = entries.filter { $0.key.arrayIndex != nil }
        return indexed.sorted { $0.key.arrayIndex ?? 0 < $1.key.arrayIndex ?? 0 }
            + entries.filter { $0.key.arrayIndex == nil }
    }

    mutating func add(_ item: Item, key: Value, pair: Int) throws(Fault) {
        if key.isUndefined { return }
        guard case .string(let key) = key else {
            throw Fault("T1003", at: position, value: key.shown)
        }
        guard let place = places[CodeUnits(key)] else {
            places[CodeUnits(key)] = entries.count
            entries.append(Entry(key: key, pair: pair, content: Content(item)))
            return
        }
        guard entries[place].pair == pair else {
            throw Fault("D1009", at: position, value: .string(key))
        }
        entries[place].content.append(item)
    }
}

extension Groups.Content {
    fileprivate init(_ item: Groups.Item) {
        switch item {
        case .value(let value): self = .values([value])
        case .tuple(let tuple): self = .tuples([tuple])
        }
    }

    fileprivate mutating func append(_ item: Groups.Item) {
        switch (self, item) {
        case (.values(var values), .value(let value)):
            // Emptied first, so that the array is not copied for every value.
            self = .values([])
            values.append(value)
            self = .values(values)
        case (.tuples(var tuples), .tuple(let tuple)):
            self = .tuples([])
            tuples.append(tuple)
            self = .tuples(tuples)
        case (.values, .tuple), (.tuples, .value): return
        }
    }
}

extension [Value] {
    /// The values as `$append` joins them one after the other.
    fileprivate var merged: Value {
        let values = filter { !$0.isUndefined }
        guard values.count > 1 else { return values.first ?? .undefined }
        var result = ArrayValue()
        for value in values {
            if case .array(let array) = value {
                result.append(contentsOf: array)
            } else {
                result.append(value)
            }
        }
        return .array(result)
    }
}

extension Node {
    fileprivate var isArrayConstructor: Bool {
        if case .array = kind { return true }
        return false
    }
}
