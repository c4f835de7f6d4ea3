internal import JSON
internal import JSONata

/// JSONata in a definition: expressions stand in strings, `{% … %}`.
extension DefinitionReader {
    /// A template in which every string can be an expression.
    mutating func queryTemplate(_ value: JSONValue, at place: Place) -> Template {
        switch value {
        case .null, .bool, .number: return .literal(value)
        case .string(let text):
            guard Self.isQuery(text) else { return .literal(value) }
            return query(text, at: place).map { .query($0) } ?? .literal(.null)
        case .array(let elements):
            var templates: [Template] = []
            for (index, element) in elements.enumerated() {
                templates.append(queryTemplate(element, at: place[index]))
            }
            return templates.allSatisfy { $0.literal != nil } ? .literal(value) : .array(templates)
        case .object(let members):
            var templates: [Template.Member] = []
            for (name, value) in members {
                let template = queryTemplate(value, at: place / name)
                templates.append(Template.Member(name: name, field: name, value: template))
            }
            let isLiteral = templates.allSatisfy { $0.value.literal != nil }
            return isLiteral ? .literal(value) : .object(templates)
        }
    }

    /// The expression that a field of a JSONata state holds; nil when it holds something else.
    ///
    /// One that does not parse is reported and stands for null: the definition is refused.
    mutating func query(_ name: String, in fields: Fields) -> Template? {
        guard language == .jsonata, let text = fields[name]?.string, Self.isQuery(text) else {
            return nil
        }
        return queryTemplate(.string(text), at: fields / name)
    }

    private static func isQuery(_ text: String) -> Bool {
        text.hasPrefix("{%") || text.hasSuffix("%}")
    }

    /// Parses an expression in its marks; nil after a report.
    private mutating func query(_ text: String, at place: Place) -> Query? {
        guard text.hasPrefix("{%"), text.hasSuffix("%}"), text.utf8.count >= 4 else {
            report(
                "A JSONata expression must begin with {% and end with %}, with nothing around them",
                at: place,
                code: .invalidJSONata
            )
            return nil
        }
        let inner = text.dropFirst(2).dropLast(2).trimmingSpaces
        do {
            let expression = try JSONataExpression(parsing: inner)
            checkReferences(of: expression, at: place)
            warnOfLaterOperators(in: expression, at: place)
            return Query(expression: expression, field: place.field)
        } catch {
            report(error.message, at: place, code: .invalidJSONata)
            return nil
        }
    }

    /// Refuses what would be looked for in an input document, which there is not.
    private mutating func checkReferences(of expression: JSONataExpression, at place: Place) {
        for name in expression.contextNames {
            report(
                // Measured: both texts are AWS's.
                name == "$$"
                    ? "Reference to '$$' is not supported."
                    : "Reference to '\(name)' at the top level is not supported.",
                at: place,
                code: .unsupportedJSONata
            )
        }
        let members = expression.references.filter { $0.name == "states" }.map(\.member)
        for member in OutcomeMember.allCases
        where member != outcome && members.contains(member.rawValue) {
            report(
                "'$states.\(member.rawValue)' does not exist here: \(member.whereabouts)",
                at: place,
                code: .unsupportedJSONata
            )
        }
    }

    /// The members of `$states` that only some fields can speak of (AWS's guide, "Transforming data with JSONata").
    enum OutcomeMember: String, CaseIterable {
        case result
        case errorOutput

        fileprivate var whereabouts: String {
            switch self {
            case .result:
                "only Output and Assign of a Task, Parallel or Map state have it, and not those of their Catch"
            case .errorOutput: "only Output and Assign of a Catch have it"
            }
        }
    }

    /// Reads fields that can speak of what the state's work came to.
    mutating func speaking<Value>(
        of member: OutcomeMember?,
        _ read: (inout DefinitionReader) -> Value
    ) -> Value {
        let outer = outcome
        outcome = member
        defer { outcome = outer }
        return read(&self)
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        let isSpace = { (character: Character) in character.isWhitespace }
        let start = drop(while: isSpace)
        guard let end = start.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(start[...end])
    }
}
