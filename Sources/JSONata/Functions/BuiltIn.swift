/// A function of the library.
final class BuiltIn: Sendable {
    typealias Body = @Sendable (Arguments, Evaluator) throws(Fault) -> Value

    let name: String
    /// How many arguments a higher-order function passes to it.
    let arity: Int
    let signature: Signature?
    let cost: Cost
    let body: Body

    /// What a call costs besides the steps that the body counts.
    enum Cost {
        /// Steps for all that it is called with, which it looks at from end to end.
        case arguments
        /// None: it looks at little, or has all that it looks at evaluated.
        case none
    }

    init(
        _ name: String,
        _ signature: String,
        arity: Int,
        cost: Cost = .arguments,
        body: @escaping Body
    ) {
        self.name = name
        self.arity = arity
        self.cost = cost
        self.signature = try? Signature(parsing: signature)
        self.body = body
    }

    static let all: [String: BuiltIn] = {
        let groups = [
            strings, patterns, encodings, numbers, numberFormats, aggregates, booleans, arrays,
            objects, higherOrder, dates,
        ]
        return Dictionary(uniqueKeysWithValues: groups.joined().map { ($0.name, $0) })
    }()
}

/// What a function of the library is called with, after its signature has been checked.
struct Arguments {
    let values: [Value]
    /// The context value where it is called.
    let input: Value

    init(_ values: [Value], input: Value) {
        self.values = values
        self.input = input
    }

    subscript(place: Int) -> Value { place < values.count ? values[place] : .undefined }

    func string(_ place: Int) -> String? { self[place].string }

    func number(_ place: Int) -> Double? { self[place].number }

    func array(_ place: Int) -> ArrayValue? {
        guard case .array(let array) = self[place] else { return nil }
        return array
    }

    func function(_ place: Int) -> Function? {
        guard case .function(let function) = self[place] else { return nil }
        return function
    }

    func object(_ place: Int) -> ObjectValue? {
        guard case .object(let object) = self[place] else { return nil }
        return object
    }
}
