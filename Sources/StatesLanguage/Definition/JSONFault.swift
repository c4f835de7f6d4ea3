internal import JSON

/// What AWS says of a text that is no JSON: the words of Jackson, the parser it uses.
struct JSONFault {
    private let error: JSONError
    private let text: [UInt8]

    init(_ error: JSONError, in text: [UInt8]) {
        self.error = error
        self.text = text
    }

    /// The fault under AWS's code, with our own words as the hint.
    var diagnostic: Diagnostic {
        let (line, column) = error.position(in: text)
        let source = source(line: line, column: column + readAhead)
        var diagnostic = Diagnostic(
            "\(message)\n at \(source)",
            code: .invalidJSON,
            location: source,
            position: Diagnostic.Position(line: line, column: column)
        )
        diagnostic.hint =
            isComment ? "JSON has no comments: use the field Comment" : "no JSON: \(error.reason)"
        return diagnostic
    }

    private var byte: UInt8? { error.offset < text.count ? text[error.offset] : nil }

    private var isComment: Bool {
        let rest = text[min(error.offset, text.count)...]
        return rest.starts(with: "//".utf8) || rest.starts(with: "/*".utf8)
    }

    /// Jackson tells where it has read to: past the unexpected character or the unknown word.
    private var readAhead: Int { word.isEmpty ? (byte == nil ? 0 : 1) : word.utf8.count }

    /// The unknown word where a value is expected.
    private var word: String {
        guard error.reason == "expected a value" else { return "" }
        let letters = text[min(error.offset, text.count)...].prefix { byte in
            byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
                || Unicode.Scalar(byte).properties.isAlphabetic
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private var message: String {
        let values = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
        guard let byte else { return "Unexpected end-of-input" }
        if !word.isEmpty { return "Unrecognized token '\(word)': was expecting \(values)" }
        if isComment {
            return unexpected(byte)
                + "maybe a (non-standard) comment? (not recognized as one since Feature "
                + "'ALLOW_COMMENTS' not enabled for parser)"
        }
        switch error.reason {
        case "expected a value": return unexpected(byte) + "expected a valid value \(values)"
        case "expected a name in quotes":
            return unexpected(byte) + "was expecting double-quote to start field name"
        case "expected ':'":
            return unexpected(byte) + "was expecting a colon to separate field name and value"
        case "expected ',' or ']'":
            return unexpected(byte) + "was expecting comma to separate Array entries"
        case "expected ',' or '}'":
            return unexpected(byte) + "was expecting comma to separate Object entries"
        default: return error.reason
        }
    }

    private func unexpected(_ byte: UInt8) -> String {
        let character = String(decoding: text[error.offset...].prefix(4), as: UTF8.self).first
        let code = character?.unicodeScalars.first?.value ?? UInt32(byte)
        return "Unexpected character ('\(character.map(String.init) ?? "")' (code \(code))): "
    }

    /// The beginning of the text, and where the parser stands.
    private func source(line: Int, column: Int) -> String {
        let characters = String(decoding: text, as: UTF8.self).utf16
        let shown = String(decoding: characters.prefix(Self.longestSource), as: UTF16.self)
        let rest = characters.count - Self.longestSource
        let truncated = rest > 0 ? "[truncated \(rest) chars]" : ""
        return "[Source: (String)\"\(shown)\"\(truncated); line: \(line), column: \(column)]"
    }

    private static let longestSource = 500
}
