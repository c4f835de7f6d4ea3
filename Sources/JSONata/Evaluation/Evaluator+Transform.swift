extension Evaluator {
    /// A copy of the object in which what the pattern finds has been updated.
    func perform(
        _ transform: Transform,
        _ arguments: [Value],
        input: Value
    ) throws(Fault) -> Value {
        let arguments = try Self.transformSignature.validate(arguments, context: input)
        guard let object = arguments.first, !object.isUndefined else { return .undefined }
        let own = transform.frame.lookUp("clone")
        let clone = if let own { own } else { try global("clone") }
        guard clone.isFunction else {
            throw Fault("T2013", at: transform.syntax.pattern.position)
        }
        let result = try apply(clone, [object], input: .null)
        let matches = try evaluate(transform.syntax.pattern, result, transform.frame)
        guard !matches.isUndefined else { return result }
        for match in matches.elements {
            try update(match, transform)
            try delete(from: match, transform)
        }
        return result
    }

    // swift-format-ignore: NeverUseForceTry
    // The text is a valid signature, which every call of a transform shows.
    private static let transformSignature = try! Signature(parsing: "<(oa):o>")

    private func update(_ match: Value, _ transform: Transform) throws(Fault) {
        let expression = transform.syntax.update
        let update = try evaluate(expression, match, transform.frame)
        if update.isUndefined { return }
        guard case .object(let changes) = update else {
            throw Fault("T2011", at: expression.position, value: update.shown)
        }
        guard case .object(let object) = match else { return }
        try spend(object.count / 2 + changes.count)
        object.change { members in
            for (name, value) in changes.members { members[name] = value }
        }
    }

    private func delete(from match: Value, _ transform: Transform) throws(Fault) {
        guard let expression = transform.syntax.delete else { return }
        let deletions = try evaluate(expression, match, transform.frame)
        if deletions.isUndefined { return }
        let names = ArrayValue(deletions, traits: [])
        guard names.holdsOnlyStrings else {
            throw Fault("T2012", at: expression.position, value: deletions.shown)
        }
        guard case .object(let object) = match else { return }
        try spend(elements: object.count + names.count)
        object.change { $0.remove(names.elements.compactMap(\.string)) }
    }
}

extension Evaluator {
    /// A copy of all objects, so that they can be changed without anyone else seeing it.
    ///
    /// jsonata-js copies by way of JSON text, which rounds numbers and empties functions.
    func clone(of value: Value, level: Int = 0) throws(Fault) -> Value {
        guard level < 1024 else { throw .limit("The value is nested too deeply to be copied") }
        switch value {
        case .array(let array):
            try spend(1)
            try spend(elements: array.count)
            var elements: [Value] = []
            elements.reserveCapacity(array.count)
            for element in array.elements {
                elements.append(try clone(of: element, level: level + 1))
            }
            return .array(ArrayValue(elements))
        case .object(let object):
            try spend(1 + 2 * object.count)
            var members = Members()
            for (name, value) in object.members {
                members[name] = try clone(of: value, level: level + 1)
            }
            return .object(ObjectValue(members))
        case .number(let number): return .number(NumberText.rounded(number))
        case .function: return .string("")
        case .undefined, .null, .bool, .long, .string, .tuples: return value
        }
    }
}
