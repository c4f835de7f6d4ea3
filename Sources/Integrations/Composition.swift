import JSON

/// A message that is written for an order, and the gaps that are left in it.
package struct Composition<Message: Sendable>: Sendable {
    package var message: Message
    package var gaps: [TemplateGap]

    package init(message: Message, gaps: [TemplateGap]) {
        self.message = message
        self.gaps = gaps
    }
}

/// Names that a template looked for and the order does not have.
package struct TemplateGap: Sendable, Equatable {
    /// The template's place.
    package var template: String
    package var names: [String]

    package init(template: String, names: [String]) {
        self.template = template
        self.names = names
    }
}

/// Why no message can be written for an order.
package struct CompositionFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The error's name, as a state's Retry and Catch see it.
    package var error: String
    package var description: String

    init(_ description: String, error: String = "ParamValidationError") {
        self.error = error
        self.description = description
    }
}

/// Fills templates in with one order and notes what it lacks.
struct OrderTexts {
    private let order: JSONValue
    private(set) var gaps: [TemplateGap] = []

    init(_ order: JSONValue) { self.order = order }

    mutating func text(_ template: MessageTemplate) -> String { fill(template).text }

    /// On one line, as a header needs it.
    mutating func line(_ template: MessageTemplate) -> String { fill(template).line }

    private mutating func fill(_ template: MessageTemplate) -> MessageTemplate.Message {
        let message = template.message(for: order)
        if !message.missing.isEmpty {
            gaps.append(TemplateGap(template: template.place, names: message.missing))
        }
        return message
    }
}
