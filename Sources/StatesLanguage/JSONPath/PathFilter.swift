internal import JSON

/// The condition of a `[?(…)]`.
indirect enum PathFilter: Sendable, Hashable {
    case and(PathFilter, PathFilter)
    case or(PathFilter, PathFilter)
    case not(PathFilter)
    /// `@.a`: the path names something.
    case exists(Operand)
    case compare(Operand, Comparison, Operand)

    /// One side of a comparison.
    enum Operand: Sendable, Hashable {
        case literal(JSONValue)
        /// `@…`: from the element at hand.
        case element(JSONPath)
        /// `$…`: from the whole document.
        case document(JSONPath)
    }

    enum Comparison: String, Sendable, Hashable, CaseIterable {
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
        case matches = "=~"
        case isIn = "in"
        case isNotIn = "nin"
        case isSubsetOf = "subsetof"
        case hasAnyOf = "anyof"
        case hasNoneOf = "noneof"
        case contains = "contains"
        case hasSize = "size"
        case isEmpty = "empty"
    }

    /// Whether the condition holds for this element.
    func accepts(_ element: JSONValue, document: JSONValue, _ budget: PathBudget) -> Bool {
        switch self {
        case .and(let left, let right):
            left.accepts(element, document: document, budget)
                && right.accepts(element, document: document, budget)
        case .or(let left, let right):
            left.accepts(element, document: document, budget)
                || right.accepts(element, document: document, budget)
        case .not(let inner): !inner.accepts(element, document: document, budget)
        case .exists(let operand): operand.value(element, document, budget) != nil
        case .compare(let left, let comparison, let right):
            comparison.holds(
                left.value(element, document, budget),
                right.value(element, document, budget),
                budget
            )
        }
    }
}

extension PathFilter.Operand {
    fileprivate func value(
        _ element: JSONValue,
        _ document: JSONValue,
        _ budget: PathBudget
    ) -> JSONValue? {
        switch self {
        case .literal(let value): value
        case .element(let path): path.match(in: element, budget)
        case .document(let path): path.match(in: document, budget)
        }
    }
}

extension PathFilter.Comparison {
    /// A side that names nothing is equal to nothing and neither less nor greater.
    fileprivate func holds(
        _ left: JSONValue?,
        _ right: JSONValue?,
        _ budget: PathBudget
    ) -> Bool {
        guard budget.spend(cost(left, right)) else { return false }
        return switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: Self.ascends(left, right)
        case .greater: Self.ascends(right, left)
        case .lessOrEqual: left == right || Self.ascends(left, right)
        case .greaterOrEqual: left == right || Self.ascends(right, left)
        case .isIn: Self.contains(right, left)
        case .isNotIn: !Self.contains(right, left)
        case .matches: Self.matches(left, right, budget)
        case .isSubsetOf: left?.array?.allSatisfy { Self.contains(right, $0) } ?? false
        case .hasAnyOf: left?.array?.contains { Self.contains(right, $0) } ?? false
        case .hasNoneOf: left?.array.map { !$0.contains { Self.contains(right, $0) } } ?? false
        case .contains: Self.contains(left, right) || Self.holdsText(left, right)
        case .hasSize: left?.length != nil && left?.length == right?.int
        case .isEmpty: left?.length.map { ($0 == 0) == (right?.bool ?? true) } ?? false
        }
    }

    /// The whole text must match, as in Java; a pattern that is none matches nothing, and neither does
    /// one that takes for ever.
    private static func matches(
        _ text: JSONValue?,
        _ pattern: JSONValue?,
        _ budget: PathBudget
    ) -> Bool {
        guard let text = text?.string, let pattern = pattern?.string,
            let expression = PathPattern(pattern)
        else { return false }
        return expression.matches(text, budget)
    }

    /// About how many values are looked at when both sides are compared.
    private func cost(_ left: JSONValue?, _ right: JSONValue?) -> Int {
        let (left, right) = (left?.array?.count ?? 0, right?.array?.count ?? 0)
        return switch self {
        case .equal, .notEqual: min(left, right)
        case .less, .greater, .lessOrEqual, .greaterOrEqual, .hasSize, .isEmpty: 0
        case .matches: 100
        case .isIn, .isNotIn: right
        case .contains: left
        case .isSubsetOf, .hasAnyOf, .hasNoneOf:
            left * right
        }
    }

    private static func holdsText(_ text: JSONValue?, _ part: JSONValue?) -> Bool {
        guard let text = text?.string, let part = part?.string else { return false }
        return text.contains(part)
    }

    /// Whether both are numbers or both are strings, and the first comes first.
    private static func ascends(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
        switch (left, right) {
        case (.number(let left)?, .number(let right)?): left.double < right.double
        case (.string(let left)?, .string(let right)?):
            left.utf8.lexicographicallyPrecedes(right.utf8)
        default: false
        }
    }

    private static func contains(_ list: JSONValue?, _ value: JSONValue?) -> Bool {
        guard case .array(let elements)? = list, let value else { return false }
        return elements.contains(value)
    }
}

extension JSONValue {
    /// The number of elements or characters.
    fileprivate var length: Int? { array?.count ?? string?.unicodeScalars.count }
}
