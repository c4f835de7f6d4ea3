/// A place in a JSON value (RFC 6901): the names and indexes that lead to it.
package struct JSONPointer: Sendable, Hashable {
    /// The reference tokens, unescaped; none mean the whole value.
    package var tokens: [String]

    /// The pointer of those tokens.
    package init(_ tokens: [String] = []) { self.tokens = tokens }

    /// Reads a pointer such as `/items/0/a~1b`; nil for a text that is none.
    package init?(_ text: String) {
        guard !text.isEmpty else {
            self.init()
            return
        }
        guard text.utf8.first == UInt8(ascii: "/") else { return nil }
        var tokens: [String] = []
        for token in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let plain = Self.unescape(token) else { return nil }
            tokens.append(plain)
        }
        self.init(tokens)
    }

    /// The pointer as text.
    package var text: String { tokens.map { "/" + Self.escape($0) }.joined() }

    /// Whether the place lies within what the other one points at, or is that itself.
    func isWithin(_ other: JSONPointer) -> Bool { tokens.starts(with: other.tokens) }

    private static func unescape(_ token: Substring) -> String? {
        var (plain, isEscape) = ("", false)
        for letter in token.unicodeScalars {
            switch (isEscape, letter) {
            case (true, "0"): plain.unicodeScalars.append("~")
            case (true, "1"): plain.unicodeScalars.append("/")
            case (true, _): return nil
            case (false, "~"): break
            case (false, _): plain.unicodeScalars.append(letter)
            }
            isEscape = !isEscape && letter == "~"
        }
        return isEscape ? nil : plain
    }

    /// A name as a part of a pointer's text (RFC 6901 §3).
    package static func escape(_ token: String) -> String {
        var text = ""
        for letter in token.unicodeScalars {
            switch letter {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(letter)
            }
        }
        return text
    }
}

extension JSONValue {
    /// The value at that place, or nil.
    package subscript(pointer: JSONPointer) -> JSONValue? {
        pointer.tokens.reduce(Optional(self)) { value, token in value?.child(token) }
    }

    private func child(_ token: String) -> JSONValue? {
        switch self {
        case .object(let members): return members[token]
        case .array(let elements):
            guard let index = Self.index(token), elements.indices.contains(index) else {
                return nil
            }
            return elements[index]
        case .null, .bool, .number, .string: return nil
        }
    }

    /// The index that a token means; nil for anything but digits without a leading zero (RFC 6901 §4).
    static func index(_ token: String) -> Int? {
        let digits = token.utf8
        guard !digits.isEmpty, digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { return nil }
        return Int(token)
    }
}
