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

    /// The sender: an address, or a name with an address in angle brackets.
    package var from: String
    package var to: [String]
    package var cc: [String] = []
    /// Who gets a copy that the others do not see.
    package var bcc: [String] = []
    /// Where answers go; the sender when empty.
    package var replyTo: [String] = []
    package var subject: String
    package var text: String?
    package var html: String?
    /// Headers of our own.
    package var headers: [Pair] = []
    /// Tags for SES's events and statistics.
    package var tags: [Pair] = []
    package var configurationSet: String?

    /// An e-mail from one to one, with at least one of the two bodies.
    package init(
        from: String,
        to: [String],
        subject: String,
        text: String? = nil,
        html: String? = nil
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
    }
}

extension Email {
    /// SES's limits.
    package enum Limit {
        /// Recipients of one e-mail.
        package static let recipients = 50
        /// Headers of our own.
        package static let headers = 15
        /// Bytes of a header's name.
        package static let headerName = 126
        /// Bytes of a header's value.
        package static let headerValue = 995
        /// Bytes of a tag's name or value.
        package static let tag = 256
    }

    /// What SES would refuse it for, or what would let a customer's text become a header; nil: nothing.
    var fault: String? {
        let recipients = to + cc + bcc
        if recipients.isEmpty { return "an e-mail needs a recipient" }
        if recipients.count > Limit.recipients { return "more than \(Limit.recipients) recipients" }
        if text == nil, html == nil { return "an e-mail needs a body" }
        if ([from, subject] + recipients + replyTo).contains(where: Self.hasControl) {
            return "a line break or control character in an address or the subject"
        }
        if headers.count > Limit.headers { return "more than \(Limit.headers) headers" }
        if !headers.allSatisfy(Self.isHeader) { return "a header that SES does not take" }
        if !tags.allSatisfy(Self.isTag) { return "a tag that SES does not take" }
        return nil
    }

    private static func hasControl(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }

    private static func isHeader(_ header: Pair) -> Bool {
        let name = header.name.utf8
        return (1...Limit.headerName).contains(name.count)
            && name.allSatisfy { (33...126).contains($0) && $0 != UInt8(ascii: ":") }
            && (1...Limit.headerValue).contains(header.value.utf8.count)
            && name.count + header.value.utf8.count <= Limit.headerValue + 1
            && !hasControl(header.value)
    }

    private static func isTag(_ tag: Pair) -> Bool {
        [tag.name, tag.value].allSatisfy { text in
            (1...Limit.tag).contains(text.utf8.count) && text.utf8.allSatisfy(isTagByte)
        }
    }

    private static func isTagByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
