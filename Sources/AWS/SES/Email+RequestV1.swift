internal import Formats

extension Email {
    /// The call of the query API of 2010: the plain one where it can say everything, else the raw message.
    ///
    /// nil when neither can: a template with headers of our own or attachments.
    var requestV1: AWSRequest? {
        switch content {
        case .message(let message) where message.attachments.isEmpty && headers.isEmpty:
            return call(
                "SendEmail",
                [("Source", from)] + destinations + message.parametersV1 + answers
            )
        case .message:
            let raw = raw ?? []
            let recipients = Self.members("Destinations", to + cc + bcc)
            let data = ("RawMessage.Data", Base64.encode(raw))
            return call("SendRawEmail", [("Source", from), data] + recipients)
        case .template(let template) where template.attachments.isEmpty && headers.isEmpty:
            let name = template.name.hasPrefix("arn:") ? "TemplateArn" : "Template"
            let parameters = [(name, template.name), ("TemplateData", template.data)]
            return call(
                "SendTemplatedEmail",
                [("Source", from)] + destinations + parameters + answers
            )
        case .template: return nil
        }
    }

    private func call(_ operation: String, _ parameters: [(String, String)]) -> AWSRequest {
        AWSRequest(
            query: operation,
            version: "2010-12-01",
            parameters: parameters + tagsV1
                + (configurationSet.map { [("ConfigurationSetName", $0)] } ?? [])
        )
    }

    private var destinations: [(String, String)] {
        [("To", to), ("Cc", cc), ("Bcc", bcc)].flatMap {
            Self.members("Destination.\($0.0)Addresses", $0.1)
        }
    }

    private var answers: [(String, String)] { Self.members("ReplyToAddresses", replyTo) }

    private var tagsV1: [(String, String)] {
        tags.enumerated().flatMap { index, tag in
            [
                ("Tags.member.\(index + 1).Name", tag.name),
                ("Tags.member.\(index + 1).Value", tag.value),
            ]
        }
    }

    private static func members(_ name: String, _ values: [String]) -> [(String, String)] {
        values.enumerated().map { ("\(name).member.\($0.offset + 1)", $0.element) }
    }
}

extension Email.Message {
    fileprivate var parametersV1: [(String, String)] {
        var parameters = Self.content("Message.Subject", subject)
        if let text { parameters += Self.content("Message.Body.Text", text) }
        if let html { parameters += Self.content("Message.Body.Html", html) }
        return parameters
    }

    private static func content(_ name: String, _ text: String) -> [(String, String)] {
        [("\(name).Data", text), ("\(name).Charset", "UTF-8")]
    }
}
