extension BuiltIn {
    static let arrays = [
        BuiltIn("append", "<xx:a>", arity: 2, cost: .none) { arguments, evaluator throws(Fault) in
            if arguments[0].isUndefined { return arguments[1] }
            if arguments[1].isUndefined { return arguments[0] }
            var result = ArrayValue(arguments[0].elements)
            for element in arguments[1].elements { result.append(element) }
            try evaluator.spend(elements: result.count / 4)
            return .array(result)
        },
        BuiltIn("sort", "<af?:a>", arity: 2) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            guard array.count > 1 else { return .array(array) }
            return .array(of: try sorted(array, arguments.function(1), evaluator))
        },
        BuiltIn("reverse", "<a:a>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            try evaluator.spend(elements: array.count)
            return array.count > 1 ? .array(of: array.elements.reversed()) : .array(array)
        },
        BuiltIn("shuffle", "<a:a>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            guard array.count > 1 else { return .array(array) }
            try evaluator.spend(elements: array.count)
            return .array(of: shuffled(array.elements, evaluator.environment.random))
        },
        BuiltIn("distinct", "<x:x>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0), array.count > 1 else { return arguments[0] }
            let traits: ArrayValue.Traits = array.isSequence ? .sequence : []
            return .array(ArrayValue(try distinct(array.elements, evaluator), traits: traits))
        },
        BuiltIn("zip", "<a+>", arity: 0) { arguments, evaluator throws(Fault) in
            let arrays = arguments.values.map { value -> [Value] in
                if case .array(let array) = value { array.elements } else { [] }
            }
            let count = arrays.map(\.count).min() ?? 0
            try evaluator.spend(elements: count * arrays.count)
            return .array(of: (0..<count).map { place in .array(of: arrays.map { $0[place] }) })
        },
    ]

    private static func sorted(
        _ array: ArrayValue,
        _ comparator: Function?,
        _ evaluator: Evaluator
    ) throws(Fault) -> [Value] {
        if let comparator {
            return try evaluator.mergeSorted(array.elements) { left, right throws(Fault) in
                try evaluator.apply(.function(comparator), [left, right], input: .undefined)
                    .isTruthy
            }
        }
        if try array.holdsOnlyNumbers() {
            return try evaluator.mergeSorted(array.elements) { left, right throws(Fault) in
                (left.number ?? 0) > (right.number ?? 0)
            }
        }
        guard array.holdsOnlyStrings else { throw Fault("D3070", index: 1) }
        return try evaluator.mergeSorted(array.elements) { left, right throws(Fault) in
            try evaluator.order(left.string ?? "", right.string ?? "") > 0
        }
    }

    /// Fisher and Yates' way, from the inside out.
    private static func shuffled(_ values: [Value], _ random: () -> Double) -> [Value] {
        var result = values
        for place in values.indices {
            let other = min(Int(random() * Double(place + 1)), place)
            result[place] = result[other]
            result[other] = values[place]
        }
        return result
    }

    private static func distinct(
        _ values: [Value],
        _ evaluator: Evaluator
    ) throws(Fault) -> [Value] {
        var known: Set<ValueKey> = []
        var result: [Value] = []
        for value in values {
            try evaluator.spend(1)
            try evaluator.spend(walksThrough: value)
            if known.insert(ValueKey(value: value)).inserted { result.append(value) }
        }
        return result
    }
}

extension Value {
    /// JavaScript's idea of true, by which a comparing function's answer counts.
    fileprivate var isTruthy: Bool {
        switch self {
        case .undefined, .null: false
        case .bool(let value): value
        case .long: true
        case .number(let number): !number.isZero && !number.isNaN
        case .string(let text): !text.isEmpty
        case .array, .object, .function, .tuples: true
        }
    }
}
