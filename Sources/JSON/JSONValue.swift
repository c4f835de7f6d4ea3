/// A JSON text as a value (RFC 8259): objects keep the order of their keys, numbers keep their text.
///
/// Strings are equal when they are the same code units, as RFC 8259 §8.3 has it for names; Swift's own
/// `==` would take two spellings of a character for one.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue: Hashable {
    /// Whether both are the same value: numbers by what they are, objects whatever their order.
    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameCodeUnits(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
        }
    }

    /// Feeds the kind and the value to the hasher.
    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let elements): hasher.combine(elements)
        case .object(let members): hasher.combine(members)
        }
    }
}

extension JSONValue {
    /// The string, or nil for any other kind.
    package var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    /// The boolean, or nil for any other kind.
    package var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The number, or nil for any other kind.
    package var number: JSONNumber? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// The number when it is a whole one that fits, or nil.
    package var int: Int? { number?.int }

    /// The elements, or nil for any other kind.
    package var array: [JSONValue]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    /// The members, or nil for any other kind.
    package var object: JSONObject? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    package var isNull: Bool {
        guard case .null = self else { return false }
        return true
    }

    /// The word for this kind in messages to people: `object`, `array`, `string`, `number`, `boolean`,
    /// `null`.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    /// The member of that name, or nil when this is no object or has none.
    package subscript(key: String) -> JSONValue? { object?[key] }

    /// The element at that place, or nil when this is no array or has none.
    package subscript(index: Int) -> JSONValue? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByStringInterpolation
{
    package init(nilLiteral: ()) { self = .null }

    package init(booleanLiteral value: Bool) { self = .bool(value) }

    package init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }

    package init(stringLiteral value: String) { self = .string(value) }

    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// A finite number; JSON has no other, and a literal cannot be another.
    package init(floatLiteral value: Double) {
        self = JSONNumber(value).map(JSONValue.number) ?? .null
    }

    /// The members in the order written; of two with one name the later value stays.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
}

extension JSONValue {
    /// Whether more than so many arrays and objects stand inside one another.
    package func isNested(deeperThan depth: Int) -> Bool {
        switch self {
        case .null, .bool, .number, .string: return false
        case .array(let elements):
            guard depth > 0 else { return true }
            return elements.contains { $0.isNested(deeperThan: depth - 1) }
        case .object(let members):
            guard depth > 0 else { return true }
            return members.hasMember(nestedDeeperThan: depth - 1)
        }
    }
}

extension JSONValue {
    package static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
}
