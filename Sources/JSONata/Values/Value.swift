import JSON

/// What an expression works on: JSON's values, nothing, functions, and streams of bound variables.
enum Value {
    /// JavaScript's undefined: no value at all.
    case undefined
    case null
    case bool(Bool)
    case number(Double)
    /// A whole number of the input of more digits than a double shows; it is a double as soon as it is calculated with.
    ///
    /// Measured on AWS: an order's number is not rounded on its way.
    case long(Int)
    case string(String)
    case array(ArrayValue)
    case object(ObjectValue)
    case function(Function)
    /// What the steps of a path hand on when variables are bound along it.
    case tuples(TupleStream)
}

extension Value {
    var isUndefined: Bool {
        if case .undefined = self { return true }
        return false
    }

    var isContainer: Bool {
        switch self {
        case .array, .object: true
        case .undefined, .null, .bool, .number, .long, .string, .function, .tuples: false
        }
    }

    var isFunction: Bool {
        if case .function = self { return true }
        return false
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var number: Double? {
        switch self {
        case .number(let number): number
        case .long(let number): Double(number)
        case .undefined, .null, .bool, .string, .array, .object, .function, .tuples: nil
        }
    }

    /// The number, or nil for another kind; infinity is an error wherever a number is needed.
    func finiteNumber() throws(Fault) -> Double? {
        guard let number, !number.isNaN else { return nil }
        guard number.isFinite else { throw Fault("D1001", value: .null) }
        return number
    }

    /// The elements of an array; anything else, also nothing, as one element.
    var elements: [Value] {
        switch self {
        case .array(let array): array.elements
        case .undefined, .null, .bool, .number, .long, .string, .object, .function, .tuples: [self]
        }
    }

    /// A plain array of these elements.
    static func array(of elements: [Value]) -> Value { .array(ArrayValue(elements)) }

    /// A sequence of these elements: one alone stands for itself when the evaluation ends.
    static func sequence(of elements: [Value]) -> Value {
        .array(ArrayValue(elements, traits: .sequence))
    }

    static func number(_ int: Int) -> Value { .number(Double(int)) }

    /// How deep containers stand inside one another here, and whether functions are among them.
    var weight: Weight {
        switch self {
        case .undefined, .null, .bool, .number, .long, .string: Weight()
        case .array(let array): array.weight.raised
        case .object(let object): object.weight.raised
        case .function(let function): function.weight.raised
        case .tuples(let stream): stream.weight.raised
        }
    }
}

/// How deep values stand inside one another, and whether functions are among them.
///
/// Counted while values are built, so that no walk over a value is needed to refuse one that would
/// overflow the stack when it is walked or freed. Input from outside counts as flat.
struct Weight {
    private(set) var depth: UInt32 = 0
    private(set) var hasFunctions = false

    /// One container more.
    var raised: Weight {
        var weight = self
        weight.depth += 1
        return weight
    }

    static var function: Weight {
        var weight = Weight()
        weight.hasFunctions = true
        return weight
    }

    mutating func add(_ other: Weight) {
        if other.depth > depth { depth = other.depth }
        if other.hasFunctions { hasFunctions = true }
    }
}
