import JSON
import Mustache

/// A Mustache template that is filled in with an order.
///
/// Values are inserted as they are: write `{{{name}}}`, since `{{name}}` escapes for HTML.
package struct MessageTemplate: Sendable {
    private let template: MustacheTemplate

    /// Parses a template; throws the parser's error, which says where it is broken.
    package init(_ text: String) throws { template = try MustacheTemplate(string: text) }

    /// The text for an order; a name that the order does not have leaves nothing.
    func text(for order: JSONValue) -> String { template.render(order.mustacheValue) }

    /// The same on one line without control characters, as a subject has to be.
    func line(for order: JSONValue) -> String {
        let scalars = text(for: order).unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension JSONValue {
    /// The value as Mustache looks into it: by dictionaries, arrays and things that print.
    fileprivate var mustacheValue: Any {
        switch self {
        case .null: return ""
        case .bool(let value): return value
        case .number(let value): return value.text
        case .string(let value): return value
        case .array(let elements): return elements.map(\.mustacheValue)
        case .object(let members):
            var values: [String: Any] = [:]
            for (key, value) in members { values[key] = value.mustacheValue }
            return values
        }
    }
}
