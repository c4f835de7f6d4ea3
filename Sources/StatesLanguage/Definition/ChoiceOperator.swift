internal import Formats
internal import FoundationEssentials
internal import JSON

/// How a Choice rule tests a value.
enum ChoiceOperator: Sendable, Hashable {
    case relation(Kind, Relation)
    case booleanEquals
    case stringMatches
    case isBoolean
    case isNull
    case isNumeric
    case isPresent
    case isString
    case isTimestamp

    enum Kind: String, Sendable, CaseIterable {
        case string = "String"
        case numeric = "Numeric"
        case timestamp = "Timestamp"
    }

    enum Relation: String, Sendable, CaseIterable {
        case equals = "Equals"
        case lessThan = "LessThan"
        case greaterThan = "GreaterThan"
        case lessThanEquals = "LessThanEquals"
        case greaterThanEquals = "GreaterThanEquals"
    }

    /// Every operator by the name of its field; those with a `…Path` twin are marked.
    static let byName: [String: (test: ChoiceOperator, hasPath: Bool)] = {
        var names: [String: (ChoiceOperator, Bool)] = [
            "BooleanEquals": (.booleanEquals, true),
            "StringMatches": (.stringMatches, false),
            "IsBoolean": (.isBoolean, false),
            "IsNull": (.isNull, false),
            "IsNumeric": (.isNumeric, false),
            "IsPresent": (.isPresent, false),
            "IsString": (.isString, false),
            "IsTimestamp": (.isTimestamp, false),
        ]
        for kind in Kind.allCases {
            for relation in Relation.allCases {
                names[kind.rawValue + relation.rawValue] = (.relation(kind, relation), true)
            }
        }
        return names
    }()

    /// Whether the test holds; values of another kind than the operator's never pass.
    func holds(_ value: JSONValue, _ operand: JSONValue) -> Bool {
        switch self {
        case .relation(let kind, let relation):
            Self.order(value, operand, as: kind).map(relation.accepts) ?? false
        case .booleanEquals: value.bool != nil && value.bool == operand.bool
        case .stringMatches: Self.matches(value, operand)
        case .isBoolean: (value.bool != nil) == operand.bool
        case .isNull: value.isNull == operand.bool
        case .isNumeric: (value.number != nil) == operand.bool
        case .isPresent: operand.bool == true
        case .isString: (value.string != nil) == operand.bool
        case .isTimestamp: (value.string.flatMap(Timestamp.date) != nil) == operand.bool
        }
    }

    /// How the two values stand to each other: below zero, zero, or above; nil for other kinds.
    private static func order(_ left: JSONValue, _ right: JSONValue, as kind: Kind) -> Int? {
        switch kind {
        case .string:
            guard let left = left.string, let right = right.string else { return nil }
            return order(left.utf16, right.utf16)
        case .numeric:
            guard let left = left.number, let right = right.number else { return nil }
            // Whole numbers are told apart beyond a double's precision.
            if let left = left.int, let right = right.int {
                return left == right ? 0 : left < right ? -1 : 1
            }
            if left == right { return 0 }
            return left.double < right.double ? -1 : 1
        case .timestamp:
            guard let left = left.string.flatMap(Timestamp.date),
                let right = right.string.flatMap(Timestamp.date)
            else { return nil }
            return left == right ? 0 : left < right ? -1 : 1
        }
    }

    /// Java compares UTF-16 code units.
    private static func order(_ left: String.UTF16View, _ right: String.UTF16View) -> Int {
        if left.elementsEqual(right) { return 0 }
        return left.lexicographicallyPrecedes(right) ? -1 : 1
    }

    private static func matches(_ value: JSONValue, _ operand: JSONValue) -> Bool {
        guard let text = value.string, let pattern = operand.string else { return false }
        return WildcardPattern(pattern)?.matches(text) ?? false
    }
}

extension ChoiceOperator.Relation {
    func accepts(_ order: Int) -> Bool {
        switch self {
        case .equals: order == 0
        case .lessThan: order < 0
        case .greaterThan: order > 0
        case .lessThanEquals: order <= 0
        case .greaterThanEquals: order >= 0
        }
    }
}
