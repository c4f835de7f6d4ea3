/// An array with what JSONata notes about it.
struct ArrayValue {
    private(set) var elements: [Value]
    var traits: Traits
    private(set) var weight = Weight()

    /// What jsonata-js notes on its arrays.
    struct Traits: OptionSet {
        let rawValue: UInt8

        /// The outcome of a query: one element alone stands for itself, none is nothing.
        static let sequence = Traits(rawValue: 1)
        /// A sequence that stays an array though it has one element.
        static let keepsSingleton = Traits(rawValue: 2)
        /// Made by an array constructor in a path, and so not flattened into what is around it.
        static let constructed = Traits(rawValue: 4)
        /// The input array, wrapped so that it counts as one value.
        static let outerWrapper = Traits(rawValue: 8)
    }

    init(_ elements: [Value] = [], traits: Traits = []) {
        self.elements = elements
        self.traits = traits
        for element in elements { weight.add(element.weight) }
    }

    /// An empty sequence, to be filled.
    static var sequence: ArrayValue { ArrayValue([], traits: .sequence) }

    var isSequence: Bool { traits.contains(.sequence) }

    var count: Int { elements.count }

    mutating func append(_ value: Value) {
        weight.add(value.weight)
        elements.append(value)
    }

    mutating func append(contentsOf other: ArrayValue) {
        weight.add(other.weight)
        elements.append(contentsOf: other.elements)
    }
}
