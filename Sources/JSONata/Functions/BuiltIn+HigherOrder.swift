extension BuiltIn {
    static let higherOrder = [
        BuiltIn("map", "<af>", arity: 2, cost: .none) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            var result = ArrayValue.sequence
            let visit = Visit(arguments, evaluator)
            for (place, element) in array.elements.enumerated() {
                let value = try visit(element, .number(place))
                if !value.isUndefined { result.append(value) }
            }
            return .array(result)
        },
        BuiltIn("filter", "<af>", arity: 2, cost: .none) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            var result = ArrayValue.sequence
            let visit = Visit(arguments, evaluator)
            for (place, element) in array.elements.enumerated()
            where try evaluator.isTrue(visit(element, .number(place))) {
                result.append(element)
            }
            return .array(result)
        },
        BuiltIn("single", "<af?>", arity: 2, cost: .none) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            return try single(array, arguments, evaluator)
        },
        BuiltIn("reduce", "<afj?:j>", arity: 3, cost: .none) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            return try reduce(array, arguments, evaluator)
        },
        BuiltIn("sift", "<o-f?:o>", arity: 2) { arguments, evaluator throws(Fault) in
            guard let object = arguments.object(0) else { return .undefined }
            try evaluator.spend(2 * object.count)
            var result = Members()
            let visit = Visit(arguments, evaluator)
            for (name, value) in object.members
            where try evaluator.isTrue(visit(value, .string(name))) {
                result[name] = value
            }
            return result.count == 0 ? .undefined : .object(ObjectValue(result))
        },
        BuiltIn("each", "<o-f:a>", arity: 2) { arguments, evaluator throws(Fault) in
            guard let object = arguments.object(0) else { return .array(.sequence) }
            try evaluator.spend(object.count)
            var result = ArrayValue.sequence
            let visit = Visit(arguments, evaluator)
            for (name, value) in object.members {
                let value = try visit(value, .string(name))
                if !value.isUndefined { result.append(value) }
            }
            return .array(result)
        },
    ]

    private static func single(
        _ array: ArrayValue,
        _ arguments: Arguments,
        _ evaluator: Evaluator
    ) throws(Fault) -> Value {
        var found: Value?
        let visit = Visit(arguments, evaluator)
        for (place, element) in array.elements.enumerated() {
            if arguments.function(1) != nil,
                try !evaluator.isTrue(visit(element, .number(place)))
            {
                continue
            }
            guard found == nil else { throw Fault("D3138", index: place) }
            found = element
        }
        guard let found else { throw Fault("D3139") }
        return found
    }

    private static func reduce(
        _ array: ArrayValue,
        _ arguments: Arguments,
        _ evaluator: Evaluator
    ) throws(Fault) -> Value {
        guard let function = arguments.function(1), function.arity >= 2 else {
            throw Fault("D3050", index: 1)
        }
        var result = arguments[2]
        var rest = array.elements.enumerated().dropFirst(0)
        if result.isUndefined, let first = array.elements.first {
            result = first
            rest = rest.dropFirst()
        }
        for (place, element) in rest {
            var values = [result, element]
            if function.arity >= 3 { values.append(.number(place)) }
            if function.arity >= 4 { values.append(.array(array)) }
            result = try evaluator.apply(.function(function), values, input: .null)
        }
        return result
    }
}

/// The call of a function for each element of an array or member of an object: with the element, its
/// place or name, and the whole, as far as the function asks for them.
private struct Visit {
    let whole: Value
    let function: Value
    let evaluator: Evaluator
    private let arity: Int

    init(_ arguments: Arguments, _ evaluator: Evaluator) {
        whole = arguments[0]
        function = arguments[1]
        arity = arguments.function(1)?.arity ?? 0
        self.evaluator = evaluator
    }

    func callAsFunction(_ element: Value, _ place: Value) throws(Fault) -> Value {
        var values = [element]
        if arity >= 2 { values.append(place) }
        if arity >= 3 { values.append(whole) }
        return try evaluator.apply(function, values, input: .null)
    }
}
