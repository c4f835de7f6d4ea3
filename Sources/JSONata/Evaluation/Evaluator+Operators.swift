import JSON

extension Evaluator {
    func binary(_ node: Node, _ input: Value, _ frame: Frame) throws(Fault) -> Value {
        guard case .binary(let symbol, let left, let right) = node.kind else { return .undefined }
        let first = try evaluate(left, input, frame)
        do throws(Fault) {
            if symbol == .and {
                guard try isTrue(first) else { return .bool(false) }
                return .bool(try isTrue(evaluate(right, input, frame)))
            }
            if symbol == .or {
                guard try !isTrue(first) else { return .bool(true) }
                return .bool(try isTrue(evaluate(right, input, frame)))
            }
        } catch {
            throw error.placed(symbol, at: node.position)
        }
        let second = try evaluate(right, input, frame)
        do throws(Fault) {
            return try combine(symbol, first, second)
        } catch {
            throw error.placed(symbol, at: node.position)
        }
    }

    private func combine(
        _ symbol: Symbol,
        _ left: Value,
        _ right: Value
    ) throws(Fault) -> Value {
        switch symbol {
        case .plus: try Self.calculate(left, right) { $0 + $1 }
        case .minus: try Self.calculate(left, right) { $0 - $1 }
        case .star: try Self.calculate(left, right) { $0 * $1 }
        case .slash: try Self.calculate(left, right) { $0 / $1 }
        case .percent: try Self.calculate(left, right) { $0.truncatingRemainder(dividingBy: $1) }
        case .equal: .bool(try sameness(left, right) == true)
        case .notEqual: .bool(try sameness(left, right) == false)
        case .less: try compare(left, right) { $0 < 0 }
        case .lessOrEqual: try compare(left, right) { $0 <= 0 }
        case .greater: try compare(left, right) { $0 > 0 }
        case .greaterOrEqual: try compare(left, right) { $0 >= 0 }
        case .ampersand: try limited(text(of: left) + text(of: right))
        case .range: try range(left, right)
        case .in: .bool(try isIncluded(left, in: right))
        default: .undefined
        }
    }

    /// Whether both are equal; nil when one of them is nothing, which is neither equal nor unequal.
    private func sameness(_ left: Value, _ right: Value) throws(Fault) -> Bool? {
        left.isUndefined || right.isUndefined ? nil : try isEqual(left, right)
    }

    private static func calculate(
        _ left: Value,
        _ right: Value,
        _ operation: (Double, Double) -> Double
    ) throws(Fault) -> Value {
        let first = try left.finiteNumber()
        if first == nil, !left.isUndefined { throw Fault("T2001", value: left.shown) }
        let second = try right.finiteNumber()
        if second == nil, !right.isUndefined { throw Fault("T2002", value: right.shown) }
        guard let first, let second else { return .undefined }
        return .number(operation(first, second))
    }

    private func compare(
        _ left: Value,
        _ right: Value,
        _ verdict: (Int) -> Bool
    ) throws(Fault) -> Value {
        for side in [left, right] where !side.isUndefined && !side.isComparable {
            throw Fault("T2010", value: side.shown)
        }
        switch (left, right) {
        case (.undefined, _), (_, .undefined): return .undefined
        case (.long(let left), .long(let right)):
            return .bool(verdict(left < right ? -1 : left > right ? 1 : 0))
        case (.number, .number), (.long, .number), (.number, .long):
            let (left, right) = (left.number ?? .nan, right.number ?? .nan)
            guard !left.isNaN, !right.isNaN else { return .bool(false) }
            return .bool(verdict(left < right ? -1 : left > right ? 1 : 0))
        case (.string(let left), .string(let right)): return .bool(verdict(try order(left, right)))
        default: throw Fault("T2009", value: left.shown, value2: right.shown)
        }
    }

    private func text(of value: Value) throws(Fault) -> String {
        value.isUndefined ? "" : try string(value, isPretty: false)
    }

    private func range(_ left: Value, _ right: Value) throws(Fault) -> Value {
        let first = left.wholeNumber
        if first == nil, !left.isUndefined { throw Fault("T2003", value: left.shown) }
        let last = right.wholeNumber
        if last == nil, !right.isUndefined { throw Fault("T2004", value: right.shown) }
        guard let first, let last, first <= last else { return .undefined }
        let count = last - first + 1
        guard count <= 10_000_000 else {
            throw Fault("D2014", value: Value.number(count).shown)
        }
        try checkLength(Int(count))
        try spend(elements: Int(count))
        return .sequence(of: (0..<Int(count)).map { .number(first + Double($0)) })
    }

    private func isIncluded(_ value: Value, in list: Value) throws(Fault) -> Bool {
        guard !value.isUndefined, !list.isUndefined else { return false }
        let elements = list.elements
        try spend(elements.count / 32)
        for element in elements where try isIdentical(element, value) { return true }
        return false
    }

    func negation(
        _ operand: Node,
        _ node: Node,
        _ input: Value,
        _ frame: Frame
    ) throws(Fault) -> Value {
        let value = try evaluate(operand, input, frame)
        if value.isUndefined { return .undefined }
        guard let number = try value.finiteNumber() else {
            throw Fault("D1002", at: node.position, token: "-", value: value.shown)
        }
        return .number(-number)
    }
}

extension Fault {
    /// The error as one of the operator's.
    fileprivate func placed(_ symbol: Symbol, at position: Int) -> Fault {
        var fault = self
        fault.position = position
        fault.token = .string(symbol.rawValue)
        return fault
    }
}

extension Value {
    var isComparable: Bool {
        switch self {
        case .string, .number, .long: true
        case .undefined, .null, .bool, .array, .object, .function, .tuples: false
        }
    }

    fileprivate var wholeNumber: Double? {
        guard let number, number.isFinite, number == number.rounded() else { return nil }
        return number
    }
}
