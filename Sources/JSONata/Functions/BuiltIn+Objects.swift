import JSON

extension BuiltIn {
    static let objects = [
        BuiltIn("keys", "<x-:a<s>>", arity: 1, cost: .none) { arguments, evaluator throws(Fault) in
            .sequence(of: try keys(arguments[0], evaluator).map { .string($0) })
        },
        BuiltIn("lookup", "<x-s:x>", arity: 2, cost: .none) { arguments, evaluator throws(Fault) in
            try evaluator.lookUp(arguments.string(1) ?? "", in: arguments[0])
        },
        BuiltIn("spread", "<x-:a<o>>", arity: 1, cost: .none) {
            arguments,
            evaluator throws(Fault) in
            try spread(arguments[0], evaluator)
        },
        BuiltIn("merge", "<a<o>:o>", arity: 1, cost: .none) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            var result = Members()
            for case .object(let object) in array.elements {
                try evaluator.spend(1 + 3 * object.count)
                for (name, value) in object.members { result[name] = value }
            }
            return .object(ObjectValue(result))
        },
        BuiltIn("clone", "<(oa)-:o>", arity: 1, cost: .none) { arguments, evaluator throws(Fault) in
            try evaluator.clone(of: arguments[0])
        },
        BuiltIn("type", "<x:s>", arity: 1, cost: .none) { arguments, _ throws(Fault) in
            arguments[0].typeName.map { .string($0) } ?? .undefined
        },
        BuiltIn("error", "<s?:x>", arity: 1) { arguments, _ throws(Fault) in
            let text = arguments.string(0) ?? ""
            throw Fault("D3137", detail: text.isEmpty ? "$error() function evaluated" : text)
        },
        BuiltIn("assert", "<bs?:x>", arity: 2) { arguments, evaluator throws(Fault) in
            if try evaluator.isTrue(arguments[0]) { return .undefined }
            let text = arguments.string(1) ?? ""
            throw Fault("D3141", detail: text.isEmpty ? "$assert() statement failed" : text)
        },
    ]

    /// The names of an object's members, or of all objects in an array.
    private static func keys(
        _ value: Value,
        _ evaluator: Evaluator
    ) throws(Fault) -> [String] {
        switch value {
        case .object(let object):
            try evaluator.spend(elements: object.count)
            return object.members.map(\.name)
        case .array(let array):
            try evaluator.spend(looksAt: array.count)
            var merged = Members()
            for element in array.elements {
                let keys = try keys(element, evaluator)
                try evaluator.spend(2 * keys.count)
                for key in keys { merged[key] = .null }
            }
            return ObjectValue(merged).members.map(\.name)
        case .undefined, .null, .bool, .number, .long, .string, .function, .tuples: return []
        }
    }

    /// An object for each member.
    private static func spread(
        _ value: Value,
        _ evaluator: Evaluator
    ) throws(Fault) -> Value {
        switch value {
        case .object(let object):
            try evaluator.spend(object.count)
            return .sequence(
                of: object.members.map { name, value in
                    var single = Members()
                    single[name] = value
                    return .object(ObjectValue(single))
                }
            )
        case .array(let array):
            var result = ArrayValue([], traits: array.count == 0 ? .sequence : [])
            try evaluator.spend(2 + array.count / 4)
            for element in array.elements {
                let part = try spread(element, evaluator)
                if part.isUndefined { continue }
                for member in part.elements { result.append(member) }
            }
            return .array(result)
        case .undefined, .null, .bool, .number, .long, .string, .function, .tuples: return value
        }
    }
}

extension Value {
    /// What `$type` answers.
    fileprivate var typeName: String? {
        switch self {
        case .undefined: nil
        case .null: "null"
        case .bool: "boolean"
        case .number, .long: "number"
        case .string: "string"
        case .array, .tuples: "array"
        case .object: "object"
        case .function: "function"
        }
    }
}
