import Formats
import JSON

/// Cuts an expression's text into tokens.
///
/// It works on UTF-16 code units, as JavaScript does, so that positions and half surrogate pairs mean
/// the same here.
struct Tokenizer {
    let text: [UInt16]
    private(set) var position = 0

    init(_ text: String) { self.text = Array(text.utf16) }

    /// The next token; after a value a slash divides, elsewhere it starts a regular expression.
    mutating func next(afterValue: Bool) throws(Fault) -> Token {
        try skipBlanks()
        guard position < text.count else { return Token(kind: .end, position: text.count) }
        let kind = try kind(afterValue: afterValue)
        return Token(kind: kind, position: position)
    }

    private mutating func kind(afterValue: Bool) throws(Fault) -> Token.Kind {
        if !afterValue, take("/") { return .regex(try regex()) }
        if let symbol = try symbol() { return .symbol(symbol) }
        let unit = text[position]
        if unit == .doubleQuote || unit == .singleQuote { return .string(try string(unit)) }
        if let number = try number() { return .number(number) }
        if take("`") { return .name(try quotedName()) }
        return word()
    }

    private mutating func skipBlanks() throws(Fault) {
        while position < text.count {
            if text[position].isBlank {
                position += 1
            } else if text[position] == .slash, peek(1) == .star {
                try skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(Fault) {
        let start = position
        position += 2
        while !(peek() == .star && peek(1) == .slash) {
            position += 1
            guard position < text.count else { throw Fault("S0106", at: start) }
        }
        position += 2
    }

    private mutating func symbol() throws(Fault) -> Symbol? {
        if let next = peek(1),
            let symbol = Symbol(
                rawValue: String(decoding: [text[position], next], as: UTF16.self)
            ),
            !text[position].isLetter
        {
            position += 2
            return symbol
        }
        guard text[position].isSymbol,
            let symbol = Symbol(rawValue: String(decoding: [text[position]], as: UTF16.self))
        else { return nil }
        position += 1
        guard symbol != .exclamation, symbol != .tilde else {
            throw Fault("S0204", at: position, token: .string(symbol.rawValue))
        }
        return symbol
    }

    private mutating func string(_ quote: UInt16) throws(Fault) -> String {
        position += 1
        var units: [UInt16] = []
        while let unit = peek() {
            switch unit {
            case quote:
                position += 1
                return String(decoding: units, as: UTF16.self)
            case .backslash:
                position += 1
                units.append(try escape())
            default: units.append(unit)
            }
            position += 1
        }
        throw Fault("S0101", at: position)
    }

    /// What the escape at the position means; the position moves to its last code unit.
    private mutating func escape() throws(Fault) -> UInt16 {
        let unit = peek() ?? 0
        switch unit {
        case .doubleQuote, .backslash, .slash: return unit
        case 0x62: return 8
        case 0x66: return 12
        case 0x6E: return 10
        case 0x72: return 13
        case 0x74: return 9
        case 0x75:
            let digits = text[(position + 1)...].prefix(4)
            // JavaScript's test looks at what is there, also when the text ends before four digits.
            guard !digits.isEmpty, let unit = UInt16(hexadecimal: digits) else {
                throw Fault("S0104", at: position)
            }
            position += 4
            return unit
        default:
            let token = peek().map { String(decoding: [$0], as: UTF16.self) } ?? ""
            throw Fault("S0103", at: position, token: .string(token))
        }
    }

    /// A number in JSON's grammar without its sign, or nil when none starts here.
    private mutating func number() throws(Fault) -> Double? {
        guard text[position].isDigit else { return nil }
        var end = position + 1
        if text[position] != .zero { skipDigits(&end) }
        if unit(at: end) == .dot, unit(at: end + 1)?.isDigit == true {
            end += 2
            skipDigits(&end)
        }
        if unit(at: end) == 0x45 || unit(at: end) == 0x65 {
            var exponent = end + 1
            if unit(at: exponent) == .plus || unit(at: exponent) == .minus { exponent += 1 }
            if unit(at: exponent)?.isDigit == true {
                skipDigits(&exponent)
                end = exponent
            }
        }
        let written = String(decoding: text[position..<end], as: UTF16.self)
        guard let number = Double(written), number.isFinite else {
            throw Fault("S0102", at: position, token: .string(written))
        }
        position = end
        return number
    }

    private func skipDigits(_ end: inout Int) {
        while unit(at: end)?.isDigit == true { end += 1 }
    }

    private mutating func quotedName() throws(Fault) -> String {
        guard let end = text[position...].firstIndex(of: .backquote) else {
            position = text.count
            throw Fault("S0105", at: position)
        }
        defer { position = end + 1 }
        return String(decoding: text[position..<end], as: UTF16.self)
    }

    private mutating func word() -> Token.Kind {
        let start = position
        while let unit = peek(), !unit.isBlank, !unit.isSymbol { position += 1 }
        if text[start] == .dollar {
            return .variable(String(decoding: text[(start + 1)..<position], as: UTF16.self))
        }
        let word = String(decoding: text[start..<position], as: UTF16.self)
        switch word {
        case "and": return .symbol(.and)
        case "or": return .symbol(.or)
        case "in": return .symbol(.in)
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        default: return .name(word)
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek() == UInt16(character.value) else { return false }
        position += 1
        return true
    }

    private func peek(_ distance: Int = 0) -> UInt16? { unit(at: position + distance) }

    private func unit(at place: Int) -> UInt16? { place < text.count ? text[place] : nil }
}

extension Tokenizer {
    /// A regular expression's pattern and flags; the slash before it has been taken.
    private mutating func regex() throws(Fault) -> Regex {
        let start = position
        // Slashes inside of brackets do not end the pattern, whatever the brackets are.
        var depth = 0
        while let unit = peek() {
            if unit == .slash, depth == 0, !isEscaped(position) {
                guard position > start else { throw Fault("S0301", at: position) }
                return try regex(pattern: text[start..<position])
            }
            if text[position - 1] != .backslash {
                if unit == 0x28 || unit == 0x5B || unit == 0x7B { depth += 1 }
                if unit == 0x29 || unit == 0x5D || unit == 0x7D { depth -= 1 }
            }
            position += 1
        }
        throw Fault("S0302", at: position)
    }

    private func isEscaped(_ place: Int) -> Bool {
        !text[..<place].reversed().prefix { $0 == .backslash }.count.isMultiple(of: 2)
    }

    private mutating func regex(pattern: ArraySlice<UInt16>) throws(Fault) -> Regex {
        position += 1
        let start = position
        while peek() == 0x69 || peek() == 0x6D { position += 1 }
        let flags = text[start..<position]
        do throws(RegexError) {
            return try Regex(
                pattern: Array(pattern),
                ignoresCase: flags.contains(0x69),
                isMultiline: flags.contains(0x6D)
            )
        } catch {
            throw Fault("S0303", at: position, detail: error.reason)
        }
    }
}

extension UInt16 {
    static let doubleQuote: UInt16 = 0x22
    static let dollar: UInt16 = 0x24
    static let singleQuote: UInt16 = 0x27
    static let star: UInt16 = 0x2A
    static let plus: UInt16 = 0x2B
    static let minus: UInt16 = 0x2D
    static let dot: UInt16 = 0x2E
    static let slash: UInt16 = 0x2F
    static let zero: UInt16 = 0x30
    static let backslash: UInt16 = 0x5C
    static let backquote: UInt16 = 0x60

    var isDigit: Bool { self &- .zero < 10 }

    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self) }

    fileprivate var isBlank: Bool {
        self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D || self == 0x0B
    }

    /// Whether the code unit alone is an operator or a bracket, and so ends a name.
    fileprivate var isSymbol: Bool {
        switch self {
        case 0x21, 0x23, 0x25, 0x26, 0x28...0x2F, 0x3A...0x40, 0x5B, 0x5D, 0x5E, 0x7B...0x7E: true
        default: false
        }
    }

    /// The code unit that up to four hexadecimal digits name; nil when others are among them.
    init?(hexadecimal digits: some Sequence<UInt16>) {
        var value: UInt16 = 0
        for digit in digits {
            guard let digit = UInt8(exactly: digit)?.hexadecimalValue else { return nil }
            value = value << 4 | UInt16(digit)
        }
        self = value
    }
}
