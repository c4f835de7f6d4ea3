internal import JSON

/// A value in a definition, parsed once: what is literal, and what is computed when the state runs.
///
/// This is the seam between the query languages: a language adds cases here and nothing else in the
/// interpreter knows which one a state speaks.
indirect enum Template: Sendable {
    case literal(JSONValue)
    /// A JSONPath over the input, the context object or a variable.
    case path(JSONPath)
    case intrinsic(IntrinsicCall)
    /// A JSONata expression.
    case query(Query)
    case object([Member])
    case array([Template])

    /// A computed member of an object, or a literal one.
    struct Member: Sendable {
        var name: String
        /// The name as it was written: with `.$` when it is computed.
        var field: String
        var value: Template
    }

    /// Whether evaluating it gives the same value always.
    var literal: JSONValue? {
        guard case .literal(let value) = self else { return nil }
        return value
    }
}

extension Template {
    /// The value at this moment.
    ///
    /// `field` is the member's name for messages.
    func value(in scope: Scope, field: String) throws(EvaluationFailure) -> JSONValue {
        switch self {
        case .literal(let value): return value
        case .path(let path): return try path.templateValue(in: scope, field: field)
        case .intrinsic(let call): return try call.value(in: scope, field: field)
        case .query(let query): return try query.value(in: scope)
        case .object(let members):
            var object = JSONObject()
            for member in members {
                object[member.name] = try member.value.value(in: scope, field: member.field)
            }
            return .object(object)
        case .array(let elements):
            var values: [JSONValue] = []
            values.reserveCapacity(elements.count)
            for element in elements { values.append(try element.value(in: scope, field: field)) }
            return .array(values)
        }
    }
}

extension Template {
    /// What an expression comes to in a field that takes one kind of value; a literal as it is.
    func value(in scope: Scope, expecting kind: String) throws(EvaluationFailure) -> JSONValue {
        guard case .query(let query) = self else { return try value(in: scope, field: "") }
        return try query.value(in: scope, expecting: kind)
    }
}
