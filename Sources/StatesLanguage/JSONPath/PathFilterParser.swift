internal import JSON

/// Reads the condition of a `[?(…)]`: `||` binds weakest, then `&&`, then `!`.
struct PathFilterParser {
    var path: JSONPathParser

    init(_ path: JSONPathParser) { self.path = path }

    /// A condition up to the bracket that closes it.
    mutating func disjunction() -> PathFilter? {
        guard var result = conjunction() else { return nil }
        while take("||") {
            guard let right = conjunction() else { return nil }
            result = .or(result, right)
        }
        return result
    }

    private mutating func conjunction() -> PathFilter? {
        guard var result = condition() else { return nil }
        while take("&&") {
            guard let right = condition() else { return nil }
            result = .and(result, right)
        }
        return result
    }

    private mutating func condition() -> PathFilter? {
        guard path.countTerm() else { return nil }
        path.skipSpaces()
        if take("!") { return condition().map { .not($0) } }
        if take("(") {
            let inner = disjunction()
            return take(")") ? inner : nil
        }
        guard let left = operand() else { return nil }
        guard let comparison = comparison() else {
            // Only a path can lead to something or to nothing.
            if case .literal = left { return nil }
            return .exists(left)
        }
        path.skipSpaces()
        return operand().map { .compare(left, comparison, $0) }
    }

    private mutating func comparison() -> PathFilter.Comparison? {
        // Longer signs come first in the enumeration: `<=` is not `<`.
        PathFilter.Comparison.allCases.first { take($0.rawValue) }
    }

    private mutating func operand() -> PathFilter.Operand? {
        switch path.peek {
        case "@", "$":
            let isElement = path.take("@")
            if !isElement { path.position += 1 }
            let start = path.position
            guard let segments = path.segments() else { return nil }
            let text = String(path.characters[start..<path.position])
            let inner = JSONPath(text: text, root: .input, segments: segments)
            return isElement ? .element(inner) : .document(inner)
        case "'", "\"": return path.quoted().map { .literal(.string($0)) }
        case "/": return pattern()
        case "[": return list()
        default: return word()
        }
    }

    /// A regular expression between slashes; `i` after it is for letters of either case.
    private mutating func pattern() -> PathFilter.Operand? {
        path.position += 1
        var text = ""
        while let next = path.peek, next != "/" {
            path.position += 1
            text.append(next)
            guard next == "\\", let escaped = path.peek else { continue }
            path.position += 1
            text.append(escaped)
        }
        guard path.take("/") else { return nil }
        if path.take("i") { text = "(?i)" + text }
        return PathPattern(text).map { _ in .literal(.string(text)) }
    }

    private mutating func list() -> PathFilter.Operand? {
        path.position += 1
        guard path.countTerm() else { return nil }
        var elements: [JSONValue] = []
        while !take("]") {
            path.skipSpaces()
            guard case .literal(let value)? = operand() else { return nil }
            elements.append(value)
            _ = take(",")
        }
        return .literal(.array(elements))
    }

    /// A number, `true`, `false` or `null`; AWS takes any other word for a string without its quotes.
    private mutating func word() -> PathFilter.Operand? {
        let start = path.position
        while let next = path.peek, next.isLetter || next.isNumber || "+-._:".contains(next) {
            path.position += 1
        }
        guard path.position > start else { return nil }
        let text = String(path.characters[start..<path.position])
        return .literal((try? JSONValue(parsing: text)) ?? .string(text))
    }

    private mutating func take(_ sign: String) -> Bool {
        path.skipSpaces()
        guard path.characters[path.position...].starts(with: sign) else { return false }
        path.position += sign.count
        return true
    }
}
