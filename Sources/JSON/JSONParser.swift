extension JSONValue {
    /// What a parser accepts beyond the grammar.
    public struct ParsingOptions: Sendable {
        /// How many arrays and objects may stand inside one another.
        public var maximumDepth: Int
        /// What a name that occurs twice in an object means.
        public var duplicateNames: DuplicateNames

        public init(maximumDepth: Int = 512, duplicateNames: DuplicateNames = .lastWins) {
            self.maximumDepth = maximumDepth
            self.duplicateNames = duplicateNames
        }
    }

    /// RFC 8259 §4 leaves the meaning of a repeated name open.
    public enum DuplicateNames: Sendable {
        /// An error: two readers could understand the text differently.
        case refused
        /// The last value counts, as in most parsers.
        case lastWins
    }

    /// Parses one JSON text (RFC 8259): UTF-8 without byte order mark, nothing before or after but white space.
    public init(
        parsing bytes: [UInt8],
        options: ParsingOptions = ParsingOptions()
    ) throws(JSONError) {
        var parser = Parser(bytes: bytes, options: options)
        self = try parser.document()
    }

    /// Parses one JSON text held in a string.
    public init(
        parsing text: String,
        options: ParsingOptions = ParsingOptions()
    ) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), options: options)
    }
}

/// A recursive-descent parser over bytes; the depth limit bounds its recursion.
private struct Parser {
    let bytes: [UInt8]
    let options: JSONValue.ParsingOptions
    var position = 0
    var depth = 0

    init(bytes: [UInt8], options: JSONValue.ParsingOptions) {
        self.bytes = bytes
        self.options = options
    }

    mutating func document() throws(JSONError) -> JSONValue {
        skipWhitespace()
        let value = try value()
        skipWhitespace()
        guard position == bytes.count else { throw error("unexpected text after the value") }
        return value
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        guard let byte = peek else { throw error("unexpected end of text") }
        switch byte {
        case UInt8(ascii: "{"):
            return try nested { parser throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw error("expected a value")
        }
    }

    private mutating func nested(
        _ body: (inout Parser) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> JSONValue {
        guard depth < options.maximumDepth else {
            throw error("nested deeper than \(options.maximumDepth) levels")
        }
        depth += 1
        defer { depth -= 1 }
        position += 1
        skipWhitespace()
        return try body(&self)
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value())
            skipWhitespace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            try expect(UInt8(ascii: ","), "expected ',' or ']'")
        }
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        var members = JSONObject()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            let start = position
            guard peek == UInt8(ascii: "\"") else { throw error("expected a name in quotes") }
            let name = try string()
            skipWhitespace()
            try expect(UInt8(ascii: ":"), "expected ':'")
            try add(value(), named: name, at: start, to: &members)
            skipWhitespace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            try expect(UInt8(ascii: ","), "expected ',' or '}'")
        }
    }

    private func add(
        _ value: JSONValue,
        named name: String,
        at start: Int,
        to members: inout JSONObject
    ) throws(JSONError) {
        if members.insert(value, forKey: name) { return }
        guard options.duplicateNames == .lastWins else {
            throw JSONError(
                reason: "the name \"\(name)\" occurs twice in one object",
                offset: start
            )
        }
        members[name] = value
    }

    private mutating func literal(
        _ text: StaticString,
        _ value: JSONValue
    ) throws(JSONError) -> JSONValue {
        let end = position + text.utf8CodeUnitCount
        guard end <= bytes.count, bytes[position..<end].elementsEqual("\(text)".utf8) else {
            throw error("expected a value")
        }
        position = end
        return value
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return JSONNumber(validated: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            position += 1
        }
        guard position > start else { throw error("expected a digit") }
    }

    private mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return try text(start..<position)
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw error("control character in a string")
            default: position += 1
            }
        }
        throw error("unterminated string")
    }

    /// The rest of a string whose first escape is at `position`.
    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var result = try text(start..<position)
        var plain = position
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                result += try text(plain..<position)
                position += 1
                return result
            case UInt8(ascii: "\\"):
                result += try text(plain..<position)
                result.unicodeScalars.append(try escape())
                plain = position
            case 0..<0x20: throw error("control character in a string")
            default: position += 1
            }
        }
        throw error("unterminated string")
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        position += 1
        defer { position += 1 }
        switch peek {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw error("unknown escape in a string")
        }
    }

    /// One `\uXXXX`, or two that form a surrogate pair; ends on the last digit.
    private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let start = position
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), position + 2 < bytes.count,
            bytes[position + 1] == UInt8(ascii: "\\"), bytes[position + 2] == UInt8(ascii: "u")
        else { throw JSONError(reason: "half of a surrogate pair in a string", offset: start) }
        position += 2
        let second = try codeUnit()
        guard UTF16.isTrailSurrogate(second) else {
            throw JSONError(reason: "half of a surrogate pair in a string", offset: start)
        }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private mutating func codeUnit() throws(JSONError) -> UInt16 {
        let digits = bytes[(position + 1)...].prefix(4)
        guard digits.count == 4, digits.allSatisfy(\.isHexDigit),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw error("expected four hexadecimal digits") }
        position += 4
        return unit
    }

    private func text(_ range: Range<Int>) throws(JSONError) -> String {
        guard let text = String(validating: bytes[range], as: UTF8.self) else {
            throw JSONError(reason: "invalid UTF-8 in a string", offset: range.lowerBound)
        }
        return text
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8, _ reason: String) throws(JSONError) {
        guard take(byte) else {
            throw peek == nil ? error("unexpected end of text") : error(reason)
        }
        skipWhitespace()
    }

    private mutating func skipWhitespace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private func error(_ reason: String) -> JSONError {
        JSONError(reason: reason, offset: min(position, bytes.count))
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
