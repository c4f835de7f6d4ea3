package import AWS
package import JSON
package import Orders

/// Writes the confirmation for an order.
package struct EmailComposer: Sendable {
    private let configuration: Configuration

    package struct Configuration: Sendable {
        package var sender: Mailbox
        package var content: Content
        package var replyTo: [Mailbox] = []
        package var cc: [Mailbox] = []
        /// Who gets a copy that the customer does not see.
        package var bcc: [Mailbox] = []
        package var headers: [(name: String, value: MessageTemplate)] = []
        /// Tags beside the one that leads back to the order.
        package var tags: [Email.Pair] = []
        package var configurationSet: String?
        package var attachments = AttachmentRules()

        package init(sender: Mailbox, content: Content) {
            self.sender = sender
            self.content = content
        }
    }

    /// Where the words come from.
    package enum Content: Sendable {
        /// Our own templates.
        case texts(subject: MessageTemplate, text: MessageTemplate, html: MessageTemplate? = nil)
        /// A template that lies with SES, by its name or ARN; it is filled in with the order.
        case sesTemplate(String)
    }

    /// Who is in every e-mail, as headers have them.
    private let addresses: Addresses

    private struct Addresses {
        let sender: String
        let replyTo: [String]
        let cc: [String]
        let bcc: [String]
    }

    package init(_ configuration: Configuration) {
        self.configuration = configuration
        addresses = Addresses(
            sender: configuration.sender.header,
            replyTo: configuration.replyTo.map(\.header),
            cc: configuration.cc.map(\.header),
            bcc: configuration.bcc.map(\.header)
        )
    }

    /// The sender's address, as SES knows its identity.
    package var sender: String { configuration.sender.address.mailbox }

    /// Our own templates.
    package var templates: [MessageTemplate] {
        let headers = configuration.headers.map(\.value)
        guard case .texts(let subject, let text, let html) = configuration.content else {
            return headers
        }
        return [subject, text] + [html].compactMap(\.self) + headers
    }

    /// The e-mail to that address; a fault when SES would refuse it whoever it goes to.
    package func email(
        to recipient: String,
        for order: JSONValue,
        as id: OrderID,
        visit: Int
    ) async throws(CompositionFault) -> Composition<PreparedEmail> {
        var texts = OrderTexts(order)
        let attachments = try await configuration.attachments.attachments(of: order)
        var email = Email(
            from: addresses.sender,
            to: [recipient],
            content: content(order, attachments, &texts)
        )
        (email.cc, email.bcc) = (addresses.cc, addresses.bcc)
        email.replyTo = addresses.replyTo
        // A header without a value says nothing: an order that has nothing for it has no such header.
        email.headers = configuration.headers.map { Email.Pair($0.name, texts.line($0.value)) }
            .filter { !$0.value.isEmpty }
        email.tags = [Self.tag(of: id), Self.tag(ofVisit: visit)] + configuration.tags
        email.configurationSet = configuration.configurationSet
        do throws(AWSError) {
            return Composition(message: try PreparedEmail(email), gaps: texts.gaps)
        } catch {
            throw CompositionFault("the e-mail cannot be sent: \(error)")
        }
    }

    private func content(
        _ order: JSONValue,
        _ attachments: [Email.Attachment],
        _ texts: inout OrderTexts
    ) -> Email.Content {
        switch configuration.content {
        case .sesTemplate(let name):
            let data = order.object == nil ? "{}" : order.text
            return .template(Email.Template(name: name, data: data, attachments: attachments))
        case .texts(let subject, let text, let html):
            return .message(
                Email.Message(
                    subject: texts.line(subject),
                    text: texts.text(text),
                    html: html.map { texts.text($0) },
                    attachments: attachments
                )
            )
        }
    }

    /// By which an event of SES is known to be about this e-mail although nobody knows its number.
    static func tag(ofVisit visit: Int) -> Email.Pair { Email.Pair("orderdVisit", "\(visit)") }

    /// The order that an e-mail's tags lead to, as its full id; nil when they lead to none.
    static func order(of tags: [String: String]) -> String? {
        guard let escaped = tags["orderIdEscaped"] else { return tags["orderId"] }
        return escaped.replacing("_2E", with: ".").replacing("_3A", with: ":")
            .replacing("_5F", with: "_")
    }

    /// What leads from SES's events back to the order.
    ///
    /// A tag has no dots or colons and an id may: then the tag has another name, and `_2E` stands for a dot in it, `_3A` for a
    /// colon and `_5F` for `_`.
    static func tag(of order: OrderID) -> Email.Pair {
        guard order.text.contains(where: { $0 == "." || $0 == ":" }) else {
            return Email.Pair("orderId", order.text)
        }
        let escaped = order.text.map { character in
            switch character {
            case ".": "_2E"
            case ":": "_3A"
            case "_": "_5F"
            default: String(character)
            }
        }
        return Email.Pair("orderIdEscaped", escaped.joined())
    }
}
