internal import JSON

extension JSONPath {
    /// Parses a path, with blanks around it or not; nil when the text is none.
    init?(_ text: String) {
        var parser = JSONPathParser(text.trimmingBlanks)
        guard let path = parser.wholePath() else { return nil }
        self = path
    }
}

/// Reads JSONPaths from the left.
struct JSONPathParser {
    let text: String
    let characters: [Character]
    var position = 0
    private var terms = 0

    /// The most conditions and lists in the filters of one path, which also bounds their nesting.
    private static let maximumTerms = 256

    init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    /// The path that the whole text is.
    mutating func wholePath() -> JSONPath? {
        guard take("$") else { return nil }
        let root: JSONPath.Root =
            if take("$") { .context } else { variableName().map { .variable($0) } ?? .input }
        guard let segments = segments(), position == characters.count else { return nil }
        return JSONPath(text: text, root: root, segments: segments)
    }

    /// The steps from here to the first character that starts none; nil when one is malformed.
    mutating func segments() -> [JSONPath.Segment]? {
        var segments: [JSONPath.Segment] = []
        while let next = peek, next == "." || next == "[" {
            guard let segment = segment() else { return nil }
            segments.append(segment)
        }
        return segments
    }

    private mutating func segment() -> JSONPath.Segment? {
        guard take(".") else { return bracket() }
        let isDeep = take(".")
        // A dot may stand before a bracket too: AWS's own guide writes `$.a.['b c']`.
        let step = peek == "[" ? bracket() : dotted()
        return isDeep ? step.map { .descendants($0) } : step
    }

    private mutating func dotted() -> JSONPath.Segment? {
        if take("*") { return .wildcard }
        let start = position
        while let next = peek, !".[]()'\"*,? \t\n=<>!&|".contains(next) { position += 1 }
        guard position > start else { return nil }
        let name = String(characters[start..<position])
        guard take("(") else { return .name(name) }
        // A function stands at the end of its path, or of the path in a filter.
        guard take(")"), peek != ".", peek != "[" else { return nil }
        return .call(PathFunction(rawValue: name))
    }

    private mutating func bracket() -> JSONPath.Segment? {
        guard take("[") else { return nil }
        skipSpaces()
        let segment: JSONPath.Segment? =
            switch peek {
            case "*": advance(to: .wildcard)
            case "'", "\"": names()
            case "?": filter()
            default: indices()
            }
        skipSpaces()
        return take("]") ? segment : nil
    }

    private mutating func advance(to segment: JSONPath.Segment) -> JSONPath.Segment {
        position += 1
        return segment
    }

    private mutating func names() -> JSONPath.Segment? {
        var names: [String] = []
        repeat {
            skipSpaces()
            guard let name = quoted(keepsBackslashes: true) else { return nil }
            names.append(name)
            skipSpaces()
        } while take(",")
        return names.count == 1 ? .name(names[0]) : .names(names)
    }

    private mutating func indices() -> JSONPath.Segment? {
        let first = integer()
        skipSpaces()
        if take(":") { return slice(from: first) }
        guard let first else { return nil }
        var indices = [first]
        while take(",") {
            skipSpaces()
            guard let index = integer() else { return nil }
            indices.append(index)
            skipSpaces()
        }
        return indices.count == 1 ? .index(first) : .indices(indices)
    }

    private mutating func slice(from: Int?) -> JSONPath.Segment? {
        skipSpaces()
        let to = integer()
        skipSpaces()
        guard take(":") else { return .slice(from: from, to: to, step: 1) }
        skipSpaces()
        return .slice(from: from, to: to, step: integer() ?? 1)
    }

    private mutating func filter() -> JSONPath.Segment? {
        position += 1
        skipSpaces()
        guard take("(") else { return nil }
        var parser = PathFilterParser(self)
        guard let filter = parser.disjunction() else { return nil }
        self = parser.path
        skipSpaces()
        return take(")") ? .filter(filter) : nil
    }

    /// A variable's name after the `$`: an identifier, or nil when none follows.
    private mutating func variableName() -> String? {
        let start = position
        while let next = peek, next == "_" || next.isLetter || (next.isNumber && position > start) {
            position += 1
        }
        return position > start ? String(characters[start..<position]) : nil
    }

    /// A string in single or double quotes; a backslash takes the next character as it is.
    ///
    /// Recorded: in a member's name that character is taken too, and the backslash belongs to the name.
    mutating func quoted(keepsBackslashes: Bool = false) -> String? {
        guard let quote = peek, quote == "'" || quote == "\"" else { return nil }
        position += 1
        var result = ""
        while let next = peek {
            position += 1
            if next == quote { return result }
            guard next == "\\" else {
                result.append(next)
                continue
            }
            guard let escaped = peek else { return nil }
            if keepsBackslashes { result.append(next) }
            result.append(escaped)
            position += 1
        }
        return nil
    }

    mutating func integer() -> Int? {
        let start = position
        _ = take("-")
        while let next = peek, next.isASCII, next.isNumber { position += 1 }
        guard let integer = Int(String(characters[start..<position])) else {
            position = start
            return nil
        }
        return integer
    }

    /// Counts a part of a filter; false when there are too many.
    mutating func countTerm() -> Bool {
        terms += 1
        return terms <= Self.maximumTerms
    }

    var peek: Character? { position < characters.count ? characters[position] : nil }

    mutating func take(_ character: Character) -> Bool {
        guard peek == character else { return false }
        position += 1
        return true
    }

    mutating func skipSpaces() {
        while let next = peek, next.isWhitespace { position += 1 }
    }
}

extension String {
    /// Without the blanks around it: spaces, tabs and ends of lines.
    var trimmingBlanks: String {
        let isBlank = { (character: Character) in " \t\r\n\r\n".contains(character) }
        guard let start = firstIndex(where: { !isBlank($0) }),
            let end = lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(self[start...end])
    }
}
