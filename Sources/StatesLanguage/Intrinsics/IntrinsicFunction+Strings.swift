internal import Formats
internal import JSON

extension IntrinsicFunction {
    /// AWS's bound of what is hashed, encoded or decoded.
    static let longestText = 10_000

    /// More than any payload may have: a text can be put into another again and again.
    private static let longestResult = 8 * 1024 * 1024

    private static var tooLong: IntrinsicError {
        IntrinsicError("the text has more than \(longestResult) bytes")
    }

    /// Puts the values where the template has `{}`; a backslash takes the next character as it is.
    static func format(
        _ template: String,
        _ values: ArraySlice<JSONValue>
    ) throws(IntrinsicError) -> JSONValue {
        var (result, rest) = ("", values)
        var characters = template.unicodeScalars[...]
        while let character = characters.popFirst() {
            if character == "\\", let escaped = characters.first,
                #"'{}\"#.unicodeScalars.contains(escaped)
            {
                result.unicodeScalars.append(escaped)
                characters.removeFirst()
            } else if character == "{", characters.first == "}" {
                characters.removeFirst()
                guard let value = rest.popFirst() else {
                    throw IntrinsicError("the template has more places than there are arguments")
                }
                guard value.text(upTo: longestResult) != nil else { throw tooLong }
                result += value.javaText
                guard result.utf8.count <= longestResult else { throw tooLong }
            } else {
                result.unicodeScalars.append(character)
            }
        }
        guard rest.isEmpty else {
            throw IntrinsicError("the template has fewer places than there are arguments")
        }
        return .string(result)
    }

    /// Every character of `separators` separates; empty pieces are dropped.
    static func split(
        _ text: String,
        at separators: String
    ) throws(IntrinsicError) -> JSONValue {
        let separators = Set(separators.unicodeScalars)
        let pieces = text.unicodeScalars.split { separators.contains($0) }
        return .array(pieces.map { .string(String($0)) })
    }

    /// White space alone is null; a negative zero loses its sign, for it is an integer in Java.
    static func parse(_ text: String) throws(IntrinsicError) -> JSONValue {
        if text.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) { return .null }
        do {
            let value = try JSONValue(parsing: text)
            return value == .number(0) ? (value.number?.text == "-0" ? 0 : value) : value
        } catch {
            throw IntrinsicError("the text is not JSON: \(error)")
        }
    }

    static func uuid(_ random: some RandomNumberGenerator) -> JSONValue {
        var random = random
        // RFC 9562 §5.4: four bits say the version, two the variant.
        let high = random.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = Array((high.hexadecimal + low.hexadecimal).utf8)
        var text: [UInt8] = []
        for (position, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(position) { text.append(UInt8(ascii: "-")) }
            text.append(digit)
        }
        return .string(String(decoding: text, as: UTF8.self))
    }

    static func base64Encoded(_ text: String) throws(IntrinsicError) -> JSONValue {
        try checkLength(text)
        return .string(Base64.encode(Array(text.utf8)))
    }

    /// The value as JSON text.
    static func written(_ value: JSONValue) throws(IntrinsicError) -> JSONValue {
        guard let text = value.text(upTo: longestResult) else { throw tooLong }
        return .string(text)
    }

    static func base64Decoded(_ text: String) throws(IntrinsicError) -> JSONValue {
        try checkLength(text)
        guard let bytes = Base64.decode(text),
            let decoded = String(validating: bytes, as: UTF8.self)
        else { throw IntrinsicError("the text is not Base64 of UTF-8") }
        return .string(decoded)
    }

    static func hash(
        _ value: JSONValue,
        algorithm name: String,
        _ digest: Digests.Function
    ) throws(IntrinsicError) -> JSONValue {
        guard let algorithm = DigestAlgorithm(rawValue: name) else {
            throw IntrinsicError("there is no hash algorithm \"\(name)\"")
        }
        // A character has four bytes at most.
        guard let text = value.string ?? value.text(upTo: longestText * 4) else { throw tooLong }
        try checkLength(text)
        return .string(digest(algorithm, Array(text.utf8)).hexadecimal)
    }

    private static func checkLength(_ text: String) throws(IntrinsicError) {
        guard text.unicodeScalars.count <= longestText else {
            throw IntrinsicError("the text has more than \(longestText) characters")
        }
    }
}

extension JSONValue {
    /// The value as Java's `toString` shows maps and lists, which is what AWS puts into the text.
    fileprivate var javaText: String {
        switch self {
        case .null, .bool, .number: text
        case .string(let string): string
        case .array(let elements):
            "[" + elements.map(\.javaText).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\($0.key)=\($0.value.javaText)" }.joined(separator: ", ") + "}"
        }
    }
}
