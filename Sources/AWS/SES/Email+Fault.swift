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
        /// Tags of one e-mail.
        package static let tags = 50
        /// Bytes of all attachments together: 40 MB in Base64, with room for the texts.
        package static let attachments = 28_000_000
        /// Bytes of what a template is filled in with.
        package static let templateData = 262_144
        /// Bytes of a file's name.
        package static let fileName = 255
    }

    /// What SES would refuse it for, or what would let a customer's text become a header; nil: nothing.
    package var fault: String? {
        let recipients = to + cc + bcc
        if recipients.isEmpty { return "an e-mail needs a recipient" }
        if recipients.count > Limit.recipients { return "more than \(Limit.recipients) recipients" }
        if ([from] + recipients + replyTo).contains(where: { !Self.isAddress($0) }) {
            return "a line break, control character or letter outside ASCII in an address"
        }
        if headers.count > Limit.headers { return "more than \(Limit.headers) headers" }
        if let fault = headers.lazy.compactMap(Self.fault(ofHeader:)).first { return fault }
        if tags.count > Limit.tags { return "more than \(Limit.tags) tags" }
        if let fault = tags.lazy.compactMap(Self.fault(ofTag:)).first { return fault }
        return content.fault
    }

    private static func isAddress(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }

    /// What is wrong with a header of our own; nil: nothing.
    package static func fault(ofHeader header: Pair) -> String? {
        let name = header.name.utf8
        guard (1...Limit.headerName).contains(name.count),
            name.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: ":") })
        else { return "\"\(header.name)\" is no header's name" }
        let lowercased = header.name.lowercased()
        if ownHeaders.contains(lowercased)
            || ["x-ses-", "resent-"].contains(where: lowercased.hasPrefix)
        {
            return "the header \(header.name) is written by orderd or has a meaning for SES"
        }
        if header.value.hasControl { return "the header \(header.name) has a line break" }
        let size = HeaderText.encode(header.value, in: header.name).utf8.count
        if size == 0 { return "the header \(header.name) has no value" }
        if size > Limit.headerValue || name.count + size > Limit.headerValue + 1 {
            return
                "the header \(header.name) has \(size) bytes, and at most \(Limit.headerValue) are taken"
        }
        return nil
    }

    /// What an e-mail has anyway, or what SES sets.
    private static let ownHeaders: Set = [
        "bcc", "cc", "content-disposition", "content-id", "content-transfer-encoding",
        "content-type",
        "date", "dkim-signature", "from", "message-id", "mime-version", "received", "reply-to",
        "return-path", "sender", "subject", "to",
    ]

    /// What is wrong with a tag; nil: nothing.
    package static func fault(ofTag tag: Pair) -> String? {
        let isTag = [tag.name, tag.value].allSatisfy { text in
            (1...Limit.tag).contains(text.utf8.count) && text.utf8.allSatisfy(isTagByte)
        }
        return isTag
            ? nil
            : "the tag \(tag.name)=\(tag.value) has another character than A-Z a-z 0-9 - _, or more "
                + "than \(Limit.tag)"
    }

    private static func isTagByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}

extension Email.Content {
    fileprivate var fault: String? {
        switch self {
        case .message(let message):
            if message.text == nil, message.html == nil { return "an e-mail needs a body" }
            if message.subject.hasControl {
                return "a line break or control character in the subject"
            }
            return Email.Attachment.fault(of: message.attachments)
        case .template(let template):
            if template.data.utf8.count > Email.Limit.templateData {
                return "more than \(Email.Limit.templateData) bytes for SES's template"
            }
            return Email.Attachment.fault(of: template.attachments)
        }
    }
}

extension Email.Attachment {
    fileprivate static func fault(of attachments: [Email.Attachment]) -> String? {
        let size = attachments.reduce(0) { $0 + $1.content.count }
        if size > Email.Limit.attachments {
            return "attachments of more than \(Email.Limit.attachments) bytes"
        }
        return attachments.lazy.compactMap(\.fault).first
    }

    private var fault: String? {
        if let fault = nameFault { return fault }
        guard Self.isContentType(contentType) else {
            return
                "the attachment \(fileName) has the content type \"\(contentType)\"; a type and a subtype are "
                + "wanted, such as application/pdf, and neither message/… nor multipart/…"
        }
        guard contentID.map(Self.isContentID) ?? true else {
            return "the attachment \(fileName) has a contentId with other characters than A-Z a-z "
                + "0-9 . _ @ -"
        }
        return nil
    }

    private var nameFault: String? {
        let count = fileName.utf8.count
        if count == 0 { return "an attachment has no fileName" }
        if count > Email.Limit.fileName {
            return
                "an attachment's fileName has \(count) bytes, and at most \(Email.Limit.fileName) are taken"
        }
        if fileName.hasControl { return "an attachment's fileName has a control character" }
        if fileName.contains("/") || fileName.contains("\\") || [".", ".."].contains(fileName) {
            return "the attachment's fileName \"\(fileName)\" is a path; the name alone is wanted"
        }
        return nil
    }

    /// A type and a subtype, which a part in Base64 may have (RFC 2045 §6.4).
    private static func isContentType(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && text.utf8.count <= 127
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isTokenByte) }
            && !["multipart", "message"].contains(parts[0].lowercased())
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"()<>@,;:\\\"/[]?=".utf8.contains(byte)
    }

    private static func isContentID(_ text: String) -> Bool {
        (1...127).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._@-".contains($0)) }
    }
}

extension String {
    /// Whether a line break or another control character is in it.
    fileprivate var hasControl: Bool {
        utf8.contains { $0 < 0x20 || $0 == 0x7F }
    }
}
