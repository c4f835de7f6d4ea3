import JSON

/// A picture of `$formatInteger` and of a number in a date (XPath F&O 3.1 §4.6.1).
struct IntegerPicture {
    var style = Style.decimal
    var letterCase = LetterCase.lower
    var isOrdinal = false
    /// The zero of the family of digits.
    private(set) var zero: UInt32 = 0x30
    var mandatoryDigits = 0
    private(set) var optionalDigits = 0
    private(set) var separators = Separators.none
    /// How many digits are read, when another number follows at once.
    var parseWidth: Int?

    enum Style: Equatable {
        case decimal
        case letters
        case roman
        case words
        /// A numbering that is not known here, by its first characters.
        case sequence(String)
    }

    enum LetterCase {
        case upper
        case lower
        case title
    }

    /// What stands between the digits; positions count digits from the right.
    enum Separators {
        case none
        case regular(position: Int, Unicode.Scalar)
        case irregular([(position: Int, character: Unicode.Scalar)])
    }

    init(_ text: String) throws(Fault) {
        var primary = Substring(text)
        if let semicolon = text.lastIndex(of: ";") {
            primary = text[..<semicolon]
            isOrdinal = text[text.index(after: semicolon)...].first == "o"
        }
        switch primary {
        case "A": (style, letterCase) = (.letters, .upper)
        case "a": style = .letters
        case "I": (style, letterCase) = (.roman, .upper)
        case "i": style = .roman
        case "W": (style, letterCase) = (.words, .upper)
        case "Ww": (style, letterCase) = (.words, .title)
        case "w": style = .words
        default: try readDigits(primary)
        }
    }

    private mutating func readDigits(_ text: Substring) throws(Fault) {
        var found: [(position: Int, character: Unicode.Scalar)] = []
        var zero: UInt32?
        var position = 0
        for scalar in text.unicodeScalars.reversed() {
            if let family = scalar.digitFamily {
                guard zero == nil || zero == family else { throw Fault("D3131") }
                zero = family
                mandatoryDigits += 1
                position += 1
            } else if scalar == "#" {
                optionalDigits += 1
                position += 1
            } else {
                found.append((position, scalar))
            }
        }
        guard let zero else {
            style = .sequence(String(text))
            return
        }
        self.zero = zero
        let size = Grouping.regularSize(found.map(\.position))
        if let first = found.first {
            let isOneKind = found.allSatisfy { $0.character == first.character }
            separators =
                isOneKind && size > 0
                ? .regular(position: size, first.character) : .irregular(found)
        }
    }
}

extension IntegerPicture {
    /// The whole number as the picture shows it.
    func format(_ value: Double, maximumLength: Int) throws(Fault) -> String {
        let magnitude = abs(value)
        guard magnitude.isFinite else { throw Fault("D1001", value: .null) }
        let text: String
        switch style {
        case .letters: text = Letters.text(magnitude, isUpper: letterCase == .upper)
        case .roman:
            guard magnitude / 1000 <= Double(maximumLength) else {
                throw Evaluator.outOfMemory
            }
            let numeral = Roman.text(magnitude)
            text = letterCase == .upper ? numeral.uppercased() : numeral
        case .words:
            let words = NumberWords.text(magnitude, isOrdinal: isOrdinal)
            switch letterCase {
            case .upper: text = words.uppercased()
            case .lower: text = words.lowercased()
            case .title: text = words
            }
        case .decimal: text = decimal(magnitude)
        case .sequence(let token): throw Fault("D3130", value: .string(token))
        }
        return value < 0 ? "-" + text : text
    }

    private func decimal(_ magnitude: Double) -> String {
        var digits = Array(NumberText.of(magnitude).unicodeScalars)
        let missing = max(0, mandatoryDigits - digits.count)
        digits = [Unicode.Scalar](repeating: "0", count: missing) + digits
        let suffix = isOrdinal ? Self.ordinalSuffix(digits) : ""
        digits = digits.map { Unicode.Scalar($0.value + zero - 0x30) ?? $0 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: separated(digits))
        return String(text) + suffix
    }

    private func separated(_ digits: [Unicode.Scalar]) -> [Unicode.Scalar] {
        switch separators {
        case .none: return digits
        case .regular(let position, let character):
            var result: [Unicode.Scalar] = []
            for (place, digit) in digits.enumerated() {
                if place > 0, (digits.count - place).isMultiple(of: position) {
                    result.append(character)
                }
                result.append(digit)
            }
            return result
        case .irregular(let all):
            let characters = Dictionary(grouping: all, by: \.position)
            var result: [Unicode.Scalar] = []
            for (place, digit) in digits.enumerated() {
                let found = place > 0 ? characters[digits.count - place] : nil
                result += (found ?? []).map(\.character)
                result.append(digit)
            }
            // What a picture has after its last digit stands there too, as in jsonata-js.
            return result + (characters[0] ?? []).reversed().map(\.character)
        }
    }

    private static func ordinalSuffix(_ digits: [Unicode.Scalar]) -> String {
        if digits.count > 1, digits[digits.count - 2] == "1" { return "th" }
        switch digits.last {
        case "1": return "st"
        case "2": return "nd"
        case "3": return "rd"
        default: return "th"
        }
    }
}

extension IntegerPicture {
    /// What the picture matches, as a regular expression.
    func pattern() throws(Fault) -> String {
        switch style {
        case .letters: return letterCase == .upper ? "[A-Z]+" : "[a-z]+"
        case .roman: return letterCase == .upper ? "[MDCLXVI]+" : "[mdclxvi]+"
        case .words: return NumberWords.pattern
        case .decimal:
            return "[0-9]" + (parseWidth.map { "{\($0)}" } ?? "+")
                + (isOrdinal ? "(?:th|st|nd|rd)" : "")
        case .sequence(let token): throw Fault("D3130", value: .string(token))
        }
    }

    /// The number that the text shows; nil when it shows none.
    func parse(_ text: String) throws(Fault) -> Double? {
        switch style {
        case .letters: return Letters.number(text, isUpper: letterCase == .upper)
        case .roman: return Roman.number(letterCase == .upper ? text : text.uppercased())
        case .words: return text.isEmpty ? nil : NumberWords.number(text.lowercased())
        case .decimal: return parseDecimal(text)
        case .sequence(let token): throw Fault("D3130", value: .string(token))
        }
    }

    private func parseDecimal(_ text: String) -> Double? {
        var scalars = Array(text.unicodeScalars)
        if isOrdinal { scalars.removeLast(min(2, scalars.count)) }
        switch separators {
        case .none: break
        case .regular(_, let character): scalars.removeAll { $0 == character || $0 == "," }
        case .irregular(let all):
            let characters = Set(all.map(\.character))
            scalars.removeAll(where: characters.contains)
        }
        var view = String.UnicodeScalarView()
        for scalar in scalars {
            let isOwn = zero != 0x30 && scalar.value >= zero
            view.append(isOwn ? Unicode.Scalar(scalar.value - zero + 0x30) ?? scalar : scalar)
        }
        return String(view).leadingWholeNumber
    }
}

extension String {
    /// What JavaScript's `parseInt` reads: a sign and the digits at the beginning.
    var leadingWholeNumber: Double? {
        var rest = utf8.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        var sign = 1.0
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
            sign = rest.first == UInt8(ascii: "-") ? -1 : 1
            rest = rest.dropFirst()
        }
        let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }
        return Double(Substring(digits)).map { sign * $0 }
    }
}

extension Unicode.Scalar {
    /// The zero of the decimal digits that it belongs to.
    fileprivate var digitFamily: UInt32? {
        Self.digitFamilies.first { ($0..<($0 + 10)).contains(value) }
    }

    /// The zeros of the families that jsonata-js knows.
    private static let digitFamilies: [UInt32] = [
        0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66,
        0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946,
        0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0,
        0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ]
}
