internal import Formats
internal import HTTPTypes
internal import JSON

extension Email {
    /// The call of the JSON API of 2019.
    var requestV2: AWSRequest {
        var members = ObjectWriter(reservingCapacity: 1_024)
        members.add("FromEmailAddress", from)
        members.add("Destination", addDestination)
        members.add("Content", addContent)
        // A raw message brings its own.
        if !replyTo.isEmpty, !isRaw { members.add("ReplyToAddresses", strings: replyTo) }
        if !tags.isEmpty { members.add("EmailTags", pairs: tags) }
        members.add("ConfigurationSetName", configurationSet)
        return AWSRequest(
            operation: "SendEmail",
            method: .post,
            path: "/v2/email/outbound-emails",
            contentType: "application/json",
            body: members.finished()
        )
    }

    /// A message with files goes in one piece, which every endpoint takes.
    private var isRaw: Bool {
        guard case .message(let message) = content else { return false }
        return !message.attachments.isEmpty
    }

    private func addDestination(to members: inout ObjectWriter) {
        if !to.isEmpty { members.add("ToAddresses", strings: to) }
        if !cc.isEmpty { members.add("CcAddresses", strings: cc) }
        if !bcc.isEmpty { members.add("BccAddresses", strings: bcc) }
    }

    private func addContent(to members: inout ObjectWriter) {
        switch content {
        case .template(let template):
            members.add("Template") { template.add(headers, to: &$0) }
        case .message where isRaw:
            members.add("Raw") { $0.add("Data", Base64.encode(raw ?? [])) }
        case .message(let message):
            members.add("Simple") { message.add(headers, to: &$0) }
        }
    }
}

extension Email.Message {
    /// Adds the message and headers of our own.
    fileprivate func add(_ headers: [Email.Pair], to members: inout ObjectWriter) {
        members.add("Subject", content: subject)
        members.add("Body") { body in
            if let text { body.add("Text", content: text) }
            if let html { body.add("Html", content: html) }
        }
        if !headers.isEmpty { members.add("Headers", headers: headers) }
    }
}

extension Email.Template {
    /// Adds the template, headers of our own and the files.
    fileprivate func add(_ headers: [Email.Pair], to members: inout ObjectWriter) {
        members.add(name.hasPrefix("arn:") ? "TemplateArn" : "TemplateName", name)
        members.add("TemplateData", data)
        if !headers.isEmpty { members.add("Headers", headers: headers) }
        if !attachments.isEmpty {
            members.add("Attachments", objects: attachments) { $1.add(to: &$0) }
        }
    }
}

extension Email.Attachment {
    fileprivate func add(to members: inout ObjectWriter) {
        members.add("FileName", fileName)
        members.add("RawContent", Base64.encode(content))
        members.add("ContentType", contentType)
        members.add("ContentDisposition", contentID == nil ? "ATTACHMENT" : "INLINE")
        members.add("ContentTransferEncoding", "BASE64")
        members.add("ContentId", contentID)
    }
}

extension ObjectWriter {
    fileprivate mutating func add(_ name: StaticString, content: String) {
        add(name) {
            $0.add("Data", content)
            $0.add("Charset", "UTF-8")
        }
    }

    fileprivate mutating func add(_ name: StaticString, pairs: [Email.Pair]) {
        add(name, objects: pairs) {
            $0.add("Name", $1.name)
            $0.add("Value", $1.value)
        }
    }

    /// Headers as they stand in a message: in ASCII.
    fileprivate mutating func add(_ name: StaticString, headers: [Email.Pair]) {
        add(
            name,
            pairs: headers.map { Email.Pair($0.name, HeaderText.encode($0.value, in: $0.name)) }
        )
    }
}
