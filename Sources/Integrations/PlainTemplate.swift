import JSON

/// A template of texts and plain names alone, as most are: `{{name}}` and `{{{name}}}`.
///
/// It makes the text that Mustache makes of it, without searching for each name through casts and reflection.
struct PlainTemplate: Sendable {
    private enum Part: Sendable {
        case text(String)
        case name(String, isEscaped: Bool)
    }

    private let parts: [Part]

    /// nil when a tag is another, which Mustache knows.
    init?(_ text: String, as contentType: MessageTemplate.ContentType) {
        var parts: [Part] = []
        var end = text.startIndex
        // A tag over several lines is left to Mustache.
        let tags =
            /\{\{(?:\{[ \t]*([A-Za-z0-9_]+)[ \t]*\}|[ \t]*([A-Za-z0-9_]+)[ \t]*)\}\}/
        for tag in text.matches(of: tags) {
            parts.append(.text(String(text[end..<tag.range.lowerBound])))
            let isEscaped = tag.1 == nil && contentType == .html
            guard let name = tag.1 ?? tag.2 else { return nil }
            parts.append(.name(String(name), isEscaped: isEscaped))
            end = tag.range.upperBound
        }
        parts.append(.text(String(text[end...])))
        let hasOthers = parts.contains { part in
            if case .text(let text) = part { text.contains("{{") } else { false }
        }
        if hasOthers { return nil }
        self.parts = parts
    }

    /// The text for an order; a name that the order does not have leaves a gap.
    func message(for order: JSONValue) -> MessageTemplate.Message {
        var text: [UInt8] = []
        var missing: [String] = []
        text.reserveCapacity(1_024)
        for part in parts {
            switch part {
            case .text(let words): text.append(contentsOf: words.utf8)
            case .name(let name, let isEscaped):
                if let value = order[name]?.printed {
                    if isEscaped {
                        text.append(html: value)
                    } else {
                        text.append(contentsOf: value.utf8)
                    }
                } else if !missing.contains(name) {
                    missing.append(name)
                }
            }
        }
        return MessageTemplate.Message(
            text: String(decoding: text, as: UTF8.self),
            missing: missing
        )
    }
}

extension JSONValue {
    /// As a template shows it; nil for null, which leaves a gap.
    fileprivate var printed: String? {
        switch self {
        case .null: nil
        case .bool(let value): "\(value)"
        case .number(let value): value.text
        case .string(let value): value
        case .array, .object: text
        }
    }
}

extension [UInt8] {
    /// The text with references in place of what has a meaning in HTML.
    fileprivate mutating func append(html text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
            default: append(byte)
            }
        }
    }
}
