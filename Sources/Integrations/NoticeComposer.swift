package import AWS
package import JSON
package import Orders

/// Writes the notice about an order.
package struct NoticeComposer: Sendable {
    private let configuration: Configuration

    package struct Configuration: Sendable {
        /// The topic's ARN.
        package var topic: String
        package var subject: MessageTemplate
        /// What subscribers get whose protocol has no text of its own.
        package var message: MessageTemplate
        /// Texts by SNS's names of protocols: `sms`, `email`, `lambda`.
        package var protocols: [String: MessageTemplate] = [:]
        /// What subscriptions can filter by.
        package var attributes: [Attribute] = []

        package init(topic: String, subject: MessageTemplate, message: MessageTemplate) {
            self.topic = topic
            self.subject = subject
            self.message = message
        }
    }

    /// A value that goes with every notice.
    package struct Attribute: Sendable {
        package var name: String
        package var isNumber: Bool
        package var value: MessageTemplate

        package init(name: String, isNumber: Bool, value: MessageTemplate) {
            self.name = name
            self.isNumber = isNumber
            self.value = value
        }
    }

    package init(_ configuration: Configuration) { self.configuration = configuration }

    /// Our own templates.
    package var templates: [MessageTemplate] {
        [configuration.subject, configuration.message]
            + configuration.protocols.sorted { $0.key < $1.key }.map(\.value)
            + configuration.attributes.map(\.value)
    }

    /// The notice of that visit of a state; a fault when SNS would refuse it.
    package func notice(
        for order: JSONValue,
        as id: OrderID,
        visit: Int
    ) throws(CompositionFault) -> Composition<PreparedNotice> {
        var texts = OrderTexts(order)
        var notice = Notice(
            topic: configuration.topic,
            message: texts.text(configuration.message),
            subject: Self.shortened(texts.line(configuration.subject))
        )
        for (name, template) in configuration.protocols {
            notice.protocolMessages[name] = texts.text(template)
        }
        for attribute in configuration.attributes {
            let value = texts.line(attribute.value)
            // SNS takes no empty values: an order that has nothing to say has no such attribute.
            guard !value.isEmpty else { continue }
            notice.attributes[attribute.name] = attribute.isNumber ? .number(value) : .string(value)
        }
        if configuration.topic.hasSuffix(".fifo") {
            // One order is one group and one visit one notice, so SNS drops what is published twice.
            notice.groupID = id.text
            notice.deduplicationID = "\(id)-\(visit)"
        }
        do throws(AWSError) {
            return Composition(message: try PreparedNotice(notice), gaps: texts.gaps)
        } catch {
            throw CompositionFault("the notice cannot be sent: \(error)")
        }
    }

    /// A subject that SNS takes: a customer's long name is no reason to fail an order.
    private static func shortened(_ subject: String) -> String? {
        guard !subject.isEmpty else { return nil }
        let longest = Notice.Limit.subject - 1
        guard subject.unicodeScalars.count > longest else { return subject }
        var short = ""
        for character in subject {
            guard short.unicodeScalars.count + character.unicodeScalars.count < longest else {
                break
            }
            short.append(character)
        }
        return short + "…"
    }
}
