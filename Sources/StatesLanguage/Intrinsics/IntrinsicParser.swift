internal import JSON

extension IntrinsicCall {
    /// Parses a call; nil when the text is none, or names no function, or has a wrong count of
    /// arguments.
    init?(_ text: String) {
        var parser = IntrinsicParser(text)
        guard let call = parser.wholeCall() else { return nil }
        self = call
    }
}

/// Reads calls of intrinsic functions from the left.
private struct IntrinsicParser {
    private let characters: [Character]
    private var position = 0
    private var depth = 0

    /// The most calls inside one another; AWS allows ten.
    private static let maximumDepth = 100

    init(_ text: String) { characters = Array(text) }

    mutating func wholeCall() -> IntrinsicCall? {
        skipSpaces()
        guard let call = call() else { return nil }
        skipSpaces()
        return position == characters.count ? call : nil
    }

    private mutating func call() -> IntrinsicCall? {
        guard depth < Self.maximumDepth else { return nil }
        depth += 1
        defer { depth -= 1 }
        let start = position
        while let next = peek, next.isLetter || next.isNumber || next == "." { position += 1 }
        let name = String(characters[start..<position])
        skipSpaces()
        guard let function = IntrinsicFunction(rawValue: name), take("("),
            let arguments = arguments(of: function), function.arity.contains(arguments.count)
        else { return nil }
        let text = String(characters[start..<position])
        return IntrinsicCall(text: text, function: function, arguments: arguments)
    }

    private mutating func arguments(of function: IntrinsicFunction) -> [IntrinsicCall.Argument]? {
        skipSpaces()
        var arguments: [IntrinsicCall.Argument] = []
        if take(")") { return arguments }
        // The template of States.Format keeps its escapes: `\{` is none of its places.
        while let argument = argument(isTemplate: function == .format && arguments.isEmpty) {
            arguments.append(argument)
            skipSpaces()
            if take(")") { return arguments }
            guard take(",") else { return nil }
            skipSpaces()
        }
        return nil
    }

    private mutating func argument(isTemplate: Bool) -> IntrinsicCall.Argument? {
        switch peek {
        case "$": path().map { .path($0) }
        case "'": quoted(keepsEscapes: isTemplate).map { .literal(.string($0)) }
        case "S": call().map { .call($0) }
        default: word()
        }
    }

    /// A path ends at the comma or bracket that is not inside of its own brackets or quotes.
    private mutating func path() -> JSONPath? {
        let start = position
        var (depth, quote): (Int, Character?) = (0, nil)
        while let next = peek {
            if let open = quote {
                if next == open { quote = nil }
            } else if next == "'" || next == "\"" {
                quote = next
            } else if next == "[" || next == "(" {
                depth += 1
            } else if next == "]" || next == ")", depth > 0 {
                depth -= 1
            } else if depth == 0, next == "," || next == ")" || next.isWhitespace {
                break
            }
            position += 1
        }
        return JSONPath(String(characters[start..<position]))
    }

    /// What a backslash can stand before (AWS's guide, "Escaping in intrinsic functions").
    private static let escapable = #"'{}\"#

    /// A string in quotes, in which a backslash takes the next character as it is; nil when that is none that needs it.
    private mutating func quoted(keepsEscapes: Bool) -> String? {
        position += 1
        var result = ""
        while let next = peek {
            position += 1
            if next == "'" { return result }
            if next == "\\" {
                guard let escaped = peek, Self.escapable.contains(escaped) else { return nil }
                if keepsEscapes { result.append("\\") }
                result.append(escaped)
                position += 1
            } else {
                result.append(next)
            }
        }
        return nil
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word() -> IntrinsicCall.Argument? {
        let start = position
        while let next = peek, next != ",", next != ")", !next.isWhitespace { position += 1 }
        let text = String(characters[start..<position])
        switch try? JSONValue(parsing: text) {
        case .null?: return .literal(.null)
        case .bool(let value)?: return .literal(.bool(value))
        case .number(let number)?: return .literal(.number(number))
        case .string?, .array?, .object?, nil: return nil
        }
    }

    private var peek: Character? { position < characters.count ? characters[position] : nil }

    private mutating func take(_ character: Character) -> Bool {
        guard peek == character else { return false }
        position += 1
        return true
    }

    private mutating func skipSpaces() {
        while let next = peek, next.isWhitespace { position += 1 }
    }
}
