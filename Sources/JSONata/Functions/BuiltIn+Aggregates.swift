extension BuiltIn {
    static let aggregates = [
        BuiltIn("sum", "<a<n>:n>", arity: 1) { arguments, _ throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            return .number(array.numbers.reduce(0, +))
        },
        BuiltIn("count", "<a:n>", arity: 1, cost: .none) { arguments, _ throws(Fault) in
            .number(arguments.array(0)?.count ?? 0)
        },
        BuiltIn("max", "<a<n>:n>", arity: 1) { arguments, _ throws(Fault) in
            arguments.array(0)?.numbers.max().map { .number($0) } ?? .undefined
        },
        BuiltIn("min", "<a<n>:n>", arity: 1) { arguments, _ throws(Fault) in
            arguments.array(0)?.numbers.min().map { .number($0) } ?? .undefined
        },
        BuiltIn("average", "<a<n>:n>", arity: 1) { arguments, _ throws(Fault) in
            guard let array = arguments.array(0), array.count > 0 else { return .undefined }
            return .number(array.numbers.reduce(0, +) / Double(array.count))
        },
    ]

    static let booleans = [
        BuiltIn("boolean", "<x-:b>", arity: 1) { arguments, evaluator throws(Fault) in
            try truth(of: arguments[0], evaluator).map { .bool($0) } ?? .undefined
        },
        BuiltIn("not", "<x-:b>", arity: 1) { arguments, evaluator throws(Fault) in
            try truth(of: arguments[0], evaluator).map { .bool(!$0) } ?? .undefined
        },
        BuiltIn("exists", "<x:b>", arity: 1, cost: .none) { arguments, _ throws(Fault) in
            .bool(!arguments[0].isUndefined)
        },
    ]

    /// Nil for nothing; functions are false here, as jsonata-js passes them on in another form.
    private static func truth(
        of value: Value,
        _ evaluator: Evaluator
    ) throws(Fault) -> Bool? {
        switch value {
        case .undefined: nil
        case .function: false
        case .null, .bool, .number, .long, .string, .array, .object, .tuples:
            try evaluator.isTrue(value)
        }
    }
}

extension ArrayValue {
    fileprivate var numbers: [Double] { elements.map { $0.number ?? .nan } }
}
