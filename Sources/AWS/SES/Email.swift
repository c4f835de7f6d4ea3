package struct Email: Sendable, Hashable {
    /// A header of our own, or a tag for SES's events.
    package struct Pair: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A file that goes with an e-mail.
    package struct Attachment: Sendable, Hashable {
        package var fileName: String
        /// `application/pdf`.
        package var contentType: String
        package var content: [UInt8]
        /// What the HTML text shows it by (`cid:logo`); nil: it stands beside the text.
        package var contentID: String?

        package init(
            fileName: String,
            contentType: String,
            content: [UInt8],
            contentID: String? = nil
        ) {
            self.fileName = fileName
            self.contentType = contentType
            self.content = content
            self.contentID = contentID
        }
    }

    /// What is written by us.
    package struct Message: Sendable, Hashable {
        package var subject: String
        /// At least one of the two bodies.
        package var text: String?
        package var html: String?
        package var attachments: [Attachment]

        package init(
            subject: String,
            text: String? = nil,
            html: String? = nil,
            attachments: [Attachment] = []
        ) {
            self.subject = subject
            self.text = text
            self.html = html
            self.attachments = attachments
        }
    }

    /// A template that lies with SES, which fills it in.
    package struct Template: Sendable, Hashable {
        /// Its name or its ARN.
        package var name: String
        /// What it is filled in with: a JSON object.
        package var data: String
        package var attachments: [Attachment]

        package init(name: String, data: String, attachments: [Attachment] = []) {
            self.name = name
            self.data = data
            self.attachments = attachments
        }
    }

    package enum Content: Sendable, Hashable {
        case message(Message)
        case template(Template)
    }

    /// The sender as it stands in a header: an address, or a name with an address in angle brackets; ASCII.
    package var from: String
    package var to: [String]
    package var cc: [String] = []
    /// Who gets a copy that the others do not see.
    package var bcc: [String] = []
    /// Where answers go; the sender when empty.
    package var replyTo: [String] = []
    package var content: Content
    /// Headers of our own.
    package var headers: [Pair] = []
    /// Tags for SES's events and statistics.
    package var tags: [Pair] = []
    package var configurationSet: String?

    package init(from: String, to: [String], content: Content) {
        self.from = from
        self.to = to
        self.content = content
    }

    /// An e-mail with at least one of the two bodies.
    package init(
        from: String,
        to: [String],
        subject: String,
        text: String? = nil,
        html: String? = nil
    ) {
        let message = Message(subject: subject, text: text, html: html)
        self.init(from: from, to: to, content: .message(message))
    }

    /// How many get it: what SES counts.
    package var recipients: Int { to.count + cc.count + bcc.count }
}
