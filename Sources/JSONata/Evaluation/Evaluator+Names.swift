extension Evaluator {
    /// The member of that name of an object, or of the objects in an array.
    func lookUp(_ name: String, in value: Value) throws(Fault) -> Value {
        switch value {
        case .object(let object): return try member(name, of: object)
        case .array(let array):
            try spend(1 + array.count / 4)
            var result = ArrayValue.sequence
            for element in array.elements {
                switch try lookUp(name, in: element) {
                case .undefined: continue
                case .array(let found): result.append(contentsOf: found)
                case let found: result.append(found)
                }
            }
            return .array(result)
        case .undefined, .null, .bool, .number, .long, .string, .function, .tuples:
            return .undefined
        }
    }

    /// The member of that name; an array that is taken over from JSON costs steps.
    func member(_ name: String, of object: ObjectValue) throws(Fault) -> Value {
        let (value, isNew) = object.read(name)
        if isNew, case .array(let array) = value { try spend(array.count) }
        return value
    }

    /// The values of all members; arrays among them are flattened.
    func wildcard(_ input: Value) throws(Fault) -> Value {
        var value = input
        if case .array(let array) = input, array.traits.contains(.outerWrapper) {
            value = array.elements[0]
        }
        var result = ArrayValue.sequence
        for member in try memberValues(of: value) {
            guard case .array = member else {
                result.append(member)
                continue
            }
            // jsonata-js concatenates here, and what it concatenates is no sequence any more.
            result.traits.remove(.sequence)
            try flatten(member, into: &result)
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
        for member in try memberValues(of: value) {
            try addDescendants(of: member, level: level + 1, to: &result)
        }
    }

    /// The values in an array or an object.
    private func memberValues(of value: Value) throws(Fault) -> [Value] {
        switch value {
        case .array(let array): return array.elements
        case .object(let object):
            try spend(elements: object.count)
            return object.members.map(\.value)
        case .undefined, .null, .bool, .number, .long, .string, .function, .tuples: return []
        }
    }

    private func flatten(_ value: Value, into result: inout ArrayValue) throws(Fault) {
        guard case .array(let array) = value else { return result.append(value) }
        try spend(1)
        try spend(elements: array.count)
        for element in array.elements { try flatten(element, into: &result) }
    }
}
