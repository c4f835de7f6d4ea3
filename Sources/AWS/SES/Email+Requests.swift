internal import Formats
internal import HTTPTypes
internal import JSON

extension Email {
    /// The call of the JSON API of 2019.
    var requestV2: AWSRequest {
        var members: JSONObject = [
            "FromEmailAddress": .string(from),
            "Destination": .object(destination),
            "Content": contentV2,
        ]
        // A raw message brings its own.
        if !replyTo.isEmpty, !isRaw { members["ReplyToAddresses"] = Self.list(replyTo) }
        if !tags.isEmpty { members["EmailTags"] = Self.pairs(tags) }
        if let configurationSet { members["ConfigurationSetName"] = .string(configurationSet) }
        return AWSRequest(
            operation: "SendEmail",
            method: .post,
            path: "/v2/email/outbound-emails",
            contentType: "application/json",
            body: JSONValue.object(members).bytes
        )
    }

    /// A message with files goes in one piece, which every endpoint takes.
    private var isRaw: Bool {
        guard case .message(let message) = content else { return false }
        return !message.attachments.isEmpty
    }

    private var destination: JSONObject {
        var members = JSONObject()
        for (name, addresses) in [("To", to), ("Cc", cc), ("Bcc", bcc)] where !addresses.isEmpty {
            members["\(name)Addresses"] = Self.list(addresses)
        }
        return members
    }

    private var contentV2: JSONValue {
        switch content {
        case .template(let template): ["Template": .object(template.members(headers))]
        case .message where isRaw: ["Raw": ["Data": .string(Base64.encode(raw ?? []))]]
        case .message(let message): ["Simple": .object(message.members(headers))]
        }
    }

    static func content(_ text: String) -> JSONValue {
        ["Data": .string(text), "Charset": "UTF-8"]
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    static func pairs(_ pairs: [Pair]) -> JSONValue {
        .array(pairs.map { ["Name": .string($0.name), "Value": .string($0.value)] })
    }

    /// Headers as they stand in a message: in ASCII.
    static func headerPairs(_ headers: [Pair]) -> JSONValue {
        pairs(headers.map { Pair($0.name, HeaderText.encode($0.value, in: $0.name)) })
    }
}

extension Email.Message {
    fileprivate func members(_ headers: [Email.Pair]) -> JSONObject {
        var body = JSONObject()
        if let text { body["Text"] = Email.content(text) }
        if let html { body["Html"] = Email.content(html) }
        var members: JSONObject = ["Subject": Email.content(subject), "Body": .object(body)]
        if !headers.isEmpty { members["Headers"] = Email.headerPairs(headers) }
        return members
    }
}

extension Email.Template {
    fileprivate func members(_ headers: [Email.Pair]) -> JSONObject {
        let key = name.hasPrefix("arn:") ? "TemplateArn" : "TemplateName"
        var members: JSONObject = [key: .string(name), "TemplateData": .string(data)]
        if !headers.isEmpty { members["Headers"] = Email.headerPairs(headers) }
        if !attachments.isEmpty {
            members["Attachments"] = .array(attachments.map { .object($0.members) })
        }
        return members
    }
}

extension Email.Attachment {
    fileprivate var members: JSONObject {
        var members: JSONObject = [
            "FileName": .string(fileName),
            "RawContent": .string(Base64.encode(content)),
            "ContentType": .string(contentType),
            "ContentDisposition": contentID == nil ? "ATTACHMENT" : "INLINE",
            "ContentTransferEncoding": "BASE64",
        ]
        if let contentID { members["ContentId"] = .string(contentID) }
        return members
    }
}
