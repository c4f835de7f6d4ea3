/// One item of a path along which variables are bound: the context value and the variables.
struct Tuple {
    /// The context value, `@` in jsonata-js.
    var focus: Value
    /// The variables, also the labels of ancestors.
    var bindings: [(name: String, value: Value)] = []

    mutating func bind(_ name: String, _ value: Value) {
        if let place = bindings.firstIndex(where: { $0.name == name }) {
            bindings[place].value = value
        } else {
            bindings.append((name, value))
        }
    }

    /// Takes over what the other tuple has.
    mutating func merge(_ other: Tuple) {
        focus = other.focus
        for (name, value) in other.bindings { bind(name, value) }
    }

    var weight: Weight {
        var weight = focus.weight
        for (_, value) in bindings { weight.add(value.weight) }
        return weight
    }
}

/// The items of such a path.
struct TupleStream {
    private(set) var tuples: [Tuple] = []
    private(set) var weight = Weight()
    /// Whether jsonata-js has lost track, by sorting, of what the stream is: predicates and groups then
    /// see its tuples as objects and do not see its variables.
    var isPlain = false

    init(_ tuples: [Tuple] = []) {
        self.tuples = tuples
        for tuple in tuples { weight.add(tuple.weight) }
    }

    mutating func append(_ tuple: Tuple) {
        weight.add(tuple.weight)
        tuples.append(tuple)
    }

    /// Binds the variable to each tuple's place in the stream.
    mutating func number(_ name: String) {
        for place in tuples.indices { tuples[place].bind(name, .number(place)) }
    }
}
