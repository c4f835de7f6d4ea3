internal import Formats

/// Lines of a message's header, folded.
struct MailHeader {
    private(set) var bytes: [UInt8] = []

    /// What lines with encoded words may not be longer than (RFC 2047 §2), and others should not, without CRLF.
    private static let preferredLength = 76

    /// How a field's value may be folded.
    enum Kind {
        /// At every blank.
        case text
        /// At blanks that stand in no quotes: many readers take what is folded there for two things.
        case structured
    }

    /// Adds a field whose value is ASCII.
    mutating func add(_ name: String, _ value: String, _ kind: Kind = .text) {
        var line = "\(name):"
        for word in Self.words(value, kind) {
            if line.utf8.count + word.utf8.count > Self.preferredLength, !line.hasSuffix(":") {
                bytes += Array("\(line)\r\n".utf8)
                line = ""
            }
            line += word
        }
        bytes += Array("\(line)\r\n".utf8)
    }

    /// Adds a field with addresses, as they stand in a header; none when there are none.
    mutating func add(_ name: String, addresses: [String]) {
        guard !addresses.isEmpty else { return }
        add(name, addresses.joined(separator: ", "), .structured)
    }

    /// The words of a value, each with the blanks before it: one at least.
    private static func words(_ value: String, _ kind: Kind) -> [String] {
        var words = [" "]
        var (isQuoted, isEscaped) = (false, false)
        for character in value {
            let isInside = isQuoted && kind == .structured
            if character == " ", !isInside, words.last?.contains(where: { $0 != " " }) == true {
                words.append("")
            }
            words[words.count - 1].append(character)
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && character == "\\" && !isEscaped
        }
        return words
    }
}

/// A parameter of a field in MIME (RFC 2045 §5.1, RFC 2231).
enum MIMEParameter {
    /// `; name="value"`; what is not ASCII, or does not fit a line, in pieces that say their encoding.
    static func text(_ name: String, _ value: String) -> String {
        // Many readers decode what looks like an encoded word, though none may stand here.
        let isPlain = value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !value.contains("=?")
        if isPlain, value.utf8.count <= 60 { return "; \(name)=\(HeaderText.quoted(value))" }
        let pieces = pieces(of: value)
        guard pieces.count > 1 else { return "; \(name)*=UTF-8''\(pieces.joined())" }
        return pieces.enumerated()
            .map { "; \(name)*\($0.offset)*=\($0.offset == 0 ? "UTF-8''" : "")\($0.element)" }
            .joined()
    }

    private static func pieces(of value: String) -> [String] {
        var pieces = [""]
        for scalar in value.unicodeScalars {
            let encoded = PercentEncoding.encode(String(scalar))
            if pieces[pieces.count - 1].utf8.count + encoded.utf8.count > 50 { pieces.append("") }
            pieces[pieces.count - 1] += encoded
        }
        return pieces
    }
}
