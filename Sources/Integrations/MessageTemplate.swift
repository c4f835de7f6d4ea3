package import JSON
import Mustache

/// A Mustache template that is filled in with an order.
///
/// `{{name}}` is escaped as the text's kind needs it, which for plain text is not at all; `{{{name}}}` never is.
package struct MessageTemplate: Sendable {
    /// Where the text stands, for messages: the file's path.
    package let place: String
    private let template: MustacheTemplate
    /// The same where it needs no more than to have names replaced.
    private let plain: PlainTemplate?
    /// The names that the template asks about with a section: it knows that an order may not have them.
    private let optional: Set<String>

    /// What kind of text it makes.
    package enum ContentType: String, Sendable {
        case text = "TEXT"
        case html = "HTML"
    }

    /// A text for an order.
    package struct Message: Sendable {
        package var text: String
        /// The names for which the order has nothing, where the text has a gap: `address.city`.
        package var missing: [String]
    }

    /// Parses a template.
    package init(
        _ text: String,
        at place: String = "template",
        as contentType: ContentType = .text
    ) throws(TemplateFault) {
        self.place = place
        if let fault = TemplateFault.beforeParsing(text) { throw fault }
        do {
            // A line of its own, which leaves nothing; a template can begin with another one.
            let pragma = "{{% CONTENT_TYPE:\(contentType.rawValue)}}\n"
            template = try MustacheTemplate(string: pragma + text)
        } catch {
            throw TemplateFault(error, in: text, linesBefore: 1)
        }
        plain = PlainTemplate(text, as: contentType)
        optional = Set(text.matches(of: /\{\{\s*[#^]\s*([^\s{}]+)/).map { String($0.1) })
    }

    /// The text for an order; a name that the order does not have leaves a gap.
    package func message(for order: JSONValue) -> Message {
        plain?.message(for: order) ?? searchedMessage(for: order)
    }

    /// The same by Mustache.
    func searchedMessage(for order: JSONValue) -> Message {
        let search = OrderSearch()
        let text = template.render(search.value(order))
        return Message(text: text, missing: search.missing.filter { !optional.contains($0) })
    }
}

extension MessageTemplate.Message {
    /// The same on one line without control characters and without blanks at its ends, as a subject has to be: most editors
    /// end a file with a line break.
    var line: String {
        let bytes = text.utf8
        let isOne =
            bytes.first != 0x20 && bytes.last != 0x20
            && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        if isOne { return text }
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar
        }
        let line = scalars.drop { $0 == " " }
        let end = line.lastIndex { $0 != " " }
        return String(String.UnicodeScalarView(end.map { line[...$0] } ?? []))
    }
}
