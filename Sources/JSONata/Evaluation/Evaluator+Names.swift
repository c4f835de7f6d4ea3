extension Evaluator {
    /// The member of that name of an object, or of the objects in an array.
    func lookUp(_ name: String, in value: Value) -> Value {
        switch value {
        case .object(let object): return object[name]
        case .array(let array):
            var result = ArrayValue.sequence
            for element in array.elements {
                switch lookUp(name, in: element) {
                case .undefined: continue
                case .array(let found): result.append(contentsOf: found)
                case let found: result.append(found)
                }
            }
            return .array(result)
        case .undefined, .null, .bool, .number, .string, .function, .tuples: return .undefined
        }
    }

    /// The values of all members; arrays among them are flattened.
    func wildcard(_ input: Value) -> Value {
        var value = input
        if case .array(let array) = input, array.traits.contains(.outerWrapper) {
            value = array.elements[0]
        }
        var result = ArrayValue.sequence
        for member in value.memberValues {
            guard case .array = member else {
                result.append(member)
                continue
            }
            // jsonata-js concatenates here, and what it concatenates is no sequence any more.
            result.traits.remove(.sequence)
            member.flatten(into: &result)
        }
        return .array(result)
    }

    /// The value itself and everything in it; arrays are looked into but do not count.
    func descendants(of input: Value) throws(Fault) -> Value {
        guard !input.isUndefined else { return .undefined }
        var result = ArrayValue.sequence
        try addDescendants(of: input, level: 0, to: &result)
        return result.count == 1 ? result.elements[0] : .array(result)
    }

    private func addDescendants(
        of value: Value,
        level: Int,
        to result: inout ArrayValue
    ) throws(Fault) {
        guard level <= limits.maximumNesting + 512 else { throw .limit("The value is too deep") }
        try spend(1)
        if case .array = value {} else { result.append(value) }
        for member in value.memberValues {
            try addDescendants(of: member, level: level + 1, to: &result)
        }
    }
}

extension Value {
    /// The values in an array or an object.
    fileprivate var memberValues: [Value] {
        switch self {
        case .array(let array): array.elements
        case .object(let object): object.members.map(\.value)
        case .undefined, .null, .bool, .number, .string, .function, .tuples: []
        }
    }

    fileprivate func flatten(into result: inout ArrayValue) {
        guard case .array(let array) = self else { return result.append(self) }
        for element in array.elements { element.flatten(into: &result) }
    }
}
