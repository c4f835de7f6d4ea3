internal import Formats

extension JSONValue {
    /// What a parser accepts beyond the grammar.
    package struct ParsingOptions: Sendable {
        /// How many arrays and objects may stand inside one another.
        package var maximumDepth: Int
        /// What a name that occurs twice in an object means.
        package var duplicateNames: DuplicateNames
        /// Which members of the outermost object are made into values; nil: all.
        ///
        /// The text is checked as a whole all the same. What is not wanted is left out, and its names may repeat.
        package var wantedMembers: [StaticString]?

        /// At most 512 levels, the last of equal names counting, all members wanted, unless said otherwise.
        package init(
            maximumDepth: Int = 512,
            duplicateNames: DuplicateNames = .lastWins,
            wantedMembers: [StaticString]? = nil
        ) {
            self.maximumDepth = maximumDepth
            self.duplicateNames = duplicateNames
            self.wantedMembers = wantedMembers
        }
    }

    /// RFC 8259 §4 leaves the meaning of a repeated name open.
    package enum DuplicateNames: Sendable {
        /// An error: two readers could understand the text differently.
        case refused
        /// The last value counts, as in most parsers.
        case lastWins
    }

    /// Parses one JSON text (RFC 8259): UTF-8 without byte order mark, nothing around it but white space.
    package init(
        parsing bytes: [UInt8],
        options: ParsingOptions = ParsingOptions()
    ) throws(JSONError) {
        var parser = Parser(options: options)
        do throws(JSONError) { self = try parser.document(bytes.span) } catch {
            throw ForeignEncoding(beginning: bytes)?.error ?? error
        }
    }

    /// Parses one JSON text held in a string.
    package init(
        parsing text: String,
        options: ParsingOptions = ParsingOptions()
    ) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), options: options)
    }
}

/// A recursive-descent parser over bytes; the depth limit bounds its recursion.
private struct Parser {
    let options: JSONValue.ParsingOptions
    var position = 0
    var depth = 0
    /// Whether what is read is made into values, and not only checked.
    private var isWanted = true

    init(options: JSONValue.ParsingOptions) { self.options = options }

    mutating func document(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        skipWhitespace(bytes)
        let value = try value(bytes)
        skipWhitespace(bytes)
        guard position == bytes.count else { throw error("unexpected text after the value") }
        return value
    }

    private mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        guard position < bytes.count else { throw error("unexpected end of text") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(bytes)
        case UInt8(ascii: "["): return try array(bytes)
        case UInt8(ascii: "\""): return .string(try string(bytes))
        case UInt8(ascii: "t"): return try literal("true", .bool(true), bytes)
        case UInt8(ascii: "f"): return try literal("false", .bool(false), bytes)
        case UInt8(ascii: "n"): return try literal("null", .null, bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try number(bytes))
        default: throw error("expected a value")
        }
    }

    /// Steps over an opening bracket.
    private mutating func enter(_ bytes: Span<UInt8>) throws(JSONError) {
        guard depth < options.maximumDepth else {
            throw error("nested deeper than \(options.maximumDepth) levels")
        }
        depth += 1
        position += 1
        skipWhitespace(bytes)
    }

    private mutating func array(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        try enter(bytes)
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]"), bytes) { return .array(elements) }
        while true {
            let element = try value(bytes)
            if isWanted { elements.append(element) }
            skipWhitespace(bytes)
            if take(UInt8(ascii: "]"), bytes) { return .array(elements) }
            try expect(UInt8(ascii: ","), "expected ',' or ']'", bytes)
        }
    }

    private mutating func object(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
        try enter(bytes)
        defer { depth -= 1 }
        var members = JSONObject()
        if take(UInt8(ascii: "}"), bytes) { return .object(members) }
        while true {
            let start = position
            guard peek(bytes) == UInt8(ascii: "\"") else {
                throw position < bytes.count
                    ? error("expected a name in quotes") : error("unexpected end of text")
            }
            let objectIsWanted = isWanted
            if isWanted, depth == 1 { isWanted = wantsMember(bytes) }
            let name = try string(bytes)
            skipWhitespace(bytes)
            try expect(UInt8(ascii: ":"), "expected ':'", bytes)
            let value = try value(bytes)
            if isWanted { try add(value, named: name, at: start, to: &members) }
            isWanted = objectIsWanted
            skipWhitespace(bytes)
            if take(UInt8(ascii: "}"), bytes) { return .object(members) }
            try expect(UInt8(ascii: ","), "expected ',' or '}'", bytes)
        }
    }

    /// Whether the member whose name is next is wanted; one whose name has an escape is.
    private func wantsMember(_ bytes: Span<UInt8>) -> Bool {
        guard let wanted = options.wantedMembers else { return true }
        let end = bytes.plainPrefix(from: position + 1).end
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return true }
        let name = bytes.extracting((position + 1)..<end)
        for place in wanted.indices where name.equals(wanted[place]) { return true }
        return false
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
        _ value: JSONValue,
        _ bytes: Span<UInt8>
    ) throws(JSONError) -> JSONValue {
        let start = position
        for byte in "\(text)".utf8 {
            guard take(byte, bytes) else {
                throw JSONError(reason: "expected a value", offset: start)
            }
        }
        return value
    }

    private mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> JSONNumber {
        let start = position
        _ = take(UInt8(ascii: "-"), bytes)
        if !take(UInt8(ascii: "0"), bytes) { try digits(bytes) }
        if take(UInt8(ascii: "."), bytes) { try digits(bytes) }
        if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
            if !take(UInt8(ascii: "+"), bytes) { _ = take(UInt8(ascii: "-"), bytes) }
            try digits(bytes)
        }
        return JSONNumber(validated: isWanted ? try text(start..<position, bytes) : "0")
    }

    private mutating func digits(_ bytes: Span<UInt8>) throws(JSONError) {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        guard position > start else { throw error("expected a digit") }
    }

    private mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
        position += 1
        let start = position
        let isASCII = skipPlain(bytes)
        guard peek(bytes) == UInt8(ascii: "\"") else {
            return try escapedString(from: start, bytes)
        }
        defer { position += 1 }
        // ASCII needs no look at whether it is UTF-8.
        if isASCII {
            return isWanted ? String(decodingASCII: bytes.extracting(start..<position)) : ""
        }
        return try text(start..<position, bytes)
    }

    /// Goes to the next byte that ends a string, starts an escape or must not be there; whether all before it are ASCII.
    @discardableResult
    private mutating func skipPlain(_ bytes: Span<UInt8>) -> Bool {
        let (end, isASCII) = bytes.plainPrefix(from: position)
        position = end
        return isASCII
    }

    /// The string that started there and is plain up to `position`.
    private mutating func escapedString(
        from start: Int,
        _ bytes: Span<UInt8>
    ) throws(JSONError) -> String {
        var result = ""
        var plain = start
        while position < bytes.count {
            result += try text(plain..<position, bytes)
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return result
            case UInt8(ascii: "\\"): result.unicodeScalars.append(try escape(bytes))
            default: throw error("control character in a string")
            }
            plain = position
            skipPlain(bytes)
        }
        throw error("unterminated string")
    }

    private mutating func escape(_ bytes: Span<UInt8>) throws(JSONError) -> Unicode.Scalar {
        position += 1
        defer { position += 1 }
        switch peek(bytes) {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(bytes)
        default: throw error("unknown escape in a string")
        }
    }

    /// One `\uXXXX`, or two that form a surrogate pair; ends on the last digit.
    private mutating func unicodeEscape(_ bytes: Span<UInt8>) throws(JSONError) -> Unicode.Scalar {
        let start = position
        let first = try codeUnit(bytes)
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), position + 2 < bytes.count,
            bytes[position + 1] == UInt8(ascii: "\\"), bytes[position + 2] == UInt8(ascii: "u")
        else { throw JSONError(reason: "half of a surrogate pair in a string", offset: start) }
        position += 2
        let second = try codeUnit(bytes)
        guard UTF16.isTrailSurrogate(second) else {
            throw JSONError(reason: "half of a surrogate pair in a string", offset: start)
        }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    /// Four hexadecimal digits after `position`, which moves to the last.
    private mutating func codeUnit(_ bytes: Span<UInt8>) throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for offset in 1...4 {
            guard position + offset < bytes.count,
                let digit = bytes[position + offset].hexadecimalValue
            else { throw error("expected four hexadecimal digits") }
            unit = unit << 4 | UInt16(digit)
        }
        position += 4
        return unit
    }

    private func text(_ range: Range<Int>, _ bytes: Span<UInt8>) throws(JSONError) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes.extracting(range)))
        } catch {
            throw JSONError(reason: "invalid UTF-8 in a string", offset: range.lowerBound)
        }
    }

    private func peek(_ bytes: Span<UInt8>) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(
        _ byte: UInt8,
        _ reason: StaticString,
        _ bytes: Span<UInt8>
    ) throws(JSONError) {
        guard take(byte, bytes) else {
            throw position < bytes.count
                ? error("\(reason)") : error("unexpected end of text")
        }
        skipWhitespace(bytes)
    }

    private mutating func skipWhitespace(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private func error(_ reason: String) -> JSONError {
        JSONError(reason: reason, offset: position)
    }
}

extension String {
    fileprivate init(decodingASCII bytes: Span<UInt8>) {
        self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension Span<UInt8> {
    fileprivate func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { text in
            for place in indices where self[place] != text[place] { return false }
            return true
        }
    }
}
