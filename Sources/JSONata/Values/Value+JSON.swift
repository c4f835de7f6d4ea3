import JSON

extension Value {
    /// A value from outside; objects in it are looked into only where the expression does.
    init(_ json: JSONValue) {
        switch json {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number): self.init(number)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(ArrayValue(elements.map { Value($0) }))
        case .object(let members): self = .object(ObjectValue(members))
        }
    }

    private init(_ number: JSONNumber) {
        let double = number.double
        // A double holds fewer than sixteen digits, and texts show no more of it.
        if abs(double) >= 1e15, let exact = number.int {
            self = .long(exact)
        } else {
            self = .number(double)
        }
    }

    init(_ json: JSONValue?) {
        guard let json else {
            self = .undefined
            return
        }
        self.init(json)
    }

    fileprivate func json(
        _ conversion: JSONConversion,
        level: Int = 0
    ) throws(Fault) -> JSONValue? {
        guard level <= conversion.maximumLevel else {
            throw .limit("The result is nested too deeply")
        }
        try conversion.countOne()
        switch self {
        case .undefined, .function: return nil
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .number(let number) where !number.isFinite && conversion.writesNonFinite:
            return .string(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
        case .number(let number): return try .number(JSONNumber(finite: number))
        case .long(let number): return .number(number)
        case .string(let text): return .string(text)
        case .array(let array):
            var elements: [JSONValue] = []
            elements.reserveCapacity(array.count)
            for element in array.elements {
                elements.append(try element.json(conversion, level: level + 1) ?? .null)
            }
            return .array(elements)
        case .object(let object): return try object.json(conversion, level: level)
        case .tuples(let stream):
            return try Value.array(of: stream.tuples.map(\.focus)).json(conversion, level: level)
        }
    }

    /// The value for an error's field: whatever JSON can hold of it.
    var shown: JSONValue? {
        switch self {
        case .undefined: nil
        case .function: .string("")
        case .number(let number) where !number.isFinite: .null
        case .null, .bool, .number, .long, .string, .array, .object, .tuples:
            (try? json(JSONConversion(maximumLevel: 512, maximumValues: 100_000))) ?? JSONValue.null
        }
    }
}

extension Evaluator {
    /// The value as JSON; nil for undefined and, as in JSON.stringify, for functions.
    func json(_ value: Value, writesNonFinite: Bool = false) throws(Fault) -> JSONValue? {
        let conversion = JSONConversion(
            maximumLevel: limits.maximumNesting + 512,
            maximumValues: limits.maximumSteps,
            writesNonFinite: writesNonFinite
        )
        let json = try value.json(conversion)
        try spend(elements: conversion.count)
        return json
    }
}

private final class JSONConversion {
    let maximumLevel: Int
    /// Whether numbers that JSON does not have become texts.
    let writesNonFinite: Bool
    /// How many values may still be made: those that share their parts are made apart, and there can be no end of them.
    private let maximumValues: Int
    /// How many values were made so far.
    private(set) var count = 0

    init(maximumLevel: Int, maximumValues: Int, writesNonFinite: Bool = false) {
        self.maximumLevel = maximumLevel
        self.writesNonFinite = writesNonFinite
        self.maximumValues = maximumValues
    }

    func countOne() throws(Fault) {
        guard count < maximumValues else { throw .limit("The result has too many values") }
        count += 1
    }
}

extension ObjectValue {
    fileprivate func json(_ conversion: JSONConversion, level: Int) throws(Fault) -> JSONValue {
        if let json { return .object(json) }
        var result = JSONObject()
        for (name, value) in members {
            result[name] = try value.json(conversion, level: level + 1)
        }
        return .object(result)
    }
}

extension JSONNumber {
    /// A number as JSON.stringify writes it; JSON has no infinity.
    init(finite number: Double) throws(Fault) {
        if let int = Int(exactly: number), abs(number) <= 0x1p53 {
            self.init(int)
        } else if number.isFinite, let written = JSONNumber(parsing: NumberText.of(number)) {
            self = written
        } else {
            throw Fault("D1001", value: .null)
        }
    }

    private init?(parsing text: String) {
        guard case .number(let number) = try? JSONValue(parsing: text) else { return nil }
        self = number
    }
}
