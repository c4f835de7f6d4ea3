internal import AWS
internal import Formats
internal import HTTP
internal import HTTPTypes
internal import JSON

/// A request to one of the sandbox's services, before it is decided on.
struct SandboxCall {
    enum Operation {
        /// To take a message with this content.
        case accept(JSONObject)
        /// To say what the account may do.
        case account
        /// To say that an address or a domain is verified; here each is.
        case identity
        /// To say what a topic is like; here each is there.
        case topic(String)
        case refuse(Refusal)
    }

    let service: SandboxMessage.Service
    let form: Refusal.Form
    let operation: Operation
    /// AWS's name for the call, which answers in XML repeat.
    let name: String

    /// Reads a request by its path, or by its `Action`.
    init(_ request: ServerRequest) {
        switch (request.method, request.path) {
        case (.post, "/v2/email/outbound-emails"):
            self.init(.ses, .json, Self.emailV2(request.body))
        case (.get, "/v2/email/account"):
            self.init(.ses, .json, .account)
        case (.post, "/"):
            self.init(form: FormParameters(request.body))
        case (.get, let path) where path.hasPrefix("/v2/email/identities/"):
            self.init(.ses, .json, .identity)
        default:
            self.init(.ses, .json, .refuse(.unknownOperation(.json)))
        }
    }

    private init(form parameters: FormParameters) {
        let name = parameters["Action"] ?? ""
        switch (name, parameters["Version"]) {
        case ("SendEmail", "2010-12-01"), ("SendRawEmail", "2010-12-01"),
            ("SendTemplatedEmail", "2010-12-01"):
            self.init(.ses, .xml, Self.emailV1(parameters), name)
        case ("Publish", "2010-03-31"):
            self.init(.sns, .xml, Self.notice(parameters), name)
        case ("GetTopicAttributes", "2010-03-31"):
            self.init(.sns, .xml, Self.topic(parameters))
        case (_, "2010-03-31"):
            self.init(.sns, .xml, .refuse(.unknownOperation(.xml)))
        default:
            self.init(.ses, .xml, .refuse(.unknownOperation(.xml)))
        }
    }

    private init(
        _ service: SandboxMessage.Service,
        _ form: Refusal.Form,
        _ operation: Operation,
        _ name: String = ""
    ) {
        self.name = name
        self.service = service
        self.form = form
        self.operation = operation
    }
}

extension SandboxCall {
    private static func emailV2(_ body: [UInt8]) -> Operation {
        guard let value = try? JSONValue(parsing: body) else {
            return .refuse(
                Refusal(status: 400, code: "SerializationException", message: "not JSON")
            )
        }
        // Each part is looked for once.
        let (content, destination) = (value["Content"], value["Destination"])
        let simple = content?["Simple"]
        let bodies = simple?["Body"]
        return email(
            SandboxEmail(
                from: value["FromEmailAddress"]?.string,
                to: strings(destination?["ToAddresses"]),
                cc: strings(destination?["CcAddresses"]),
                bcc: strings(destination?["BccAddresses"]),
                replyTo: strings(value["ReplyToAddresses"]),
                subject: simple?["Subject"]?["Data"]?.string,
                text: bodies?["Text"]?["Data"]?.string,
                html: bodies?["Html"]?["Data"]?.string,
                raw: (content?["Raw"]?["Data"]?.string).map(text(inBase64:)),
                template: content?["Template"]?.object,
                headers: pairs(simple?["Headers"]),
                tags: pairs(value["EmailTags"])
            ),
            badRequest: "BadRequestException"
        )
    }

    private static func emailV1(_ parameters: FormParameters) -> Operation {
        var tags: [(String, JSONValue)] = []
        while let name = parameters["Tags.member.\(tags.count + 1).Name"] {
            let value = parameters["Tags.member.\(tags.count + 1).Value"] ?? ""
            tags.append((name, .string(value)))
        }
        return email(
            SandboxEmail(
                from: parameters["Source"],
                to: parameters.members("Destination.ToAddresses")
                    + parameters.members("Destinations"),
                cc: parameters.members("Destination.CcAddresses"),
                bcc: parameters.members("Destination.BccAddresses"),
                replyTo: parameters.members("ReplyToAddresses"),
                subject: parameters["Message.Subject.Data"],
                text: parameters["Message.Body.Text.Data"],
                html: parameters["Message.Body.Html.Data"],
                raw: parameters["RawMessage.Data"].map(text(inBase64:)),
                template: parameters["Template"].map { ["TemplateName": .string($0)] },
                headers: [:],
                tags: JSONObject(tags)
            ),
            badRequest: "InvalidParameterValue"
        )
    }

    private static func email(_ email: SandboxEmail, badRequest code: String) -> Operation {
        if let fault = email.fault {
            return .refuse(Refusal(status: 400, code: code, message: fault))
        }
        return .accept(email.content)
    }

    private static func text(inBase64 text: String) -> String {
        String(decoding: Base64.decode(text) ?? [], as: UTF8.self)
    }

    private static func topic(_ parameters: FormParameters) -> Operation {
        guard let topic = parameters["TopicArn"], ARN(topic)?.service == "sns" else {
            return .refuse(invalid("TopicArn"))
        }
        return .topic(topic)
    }

    private static func notice(_ parameters: FormParameters) -> Operation {
        guard let topic = parameters["TopicArn"] ?? parameters["TargetArn"],
            ARN(topic)?.service == "sns"
        else { return .refuse(invalid("TopicArn")) }
        guard let message = parameters["Message"], !message.isEmpty else {
            return .refuse(invalid("Empty message"))
        }
        guard !topic.hasSuffix(".fifo") || parameters["MessageGroupId"] != nil else {
            return .refuse(invalid("The MessageGroupId parameter is required for FIFO topics"))
        }
        var content: JSONObject = [
            "kind": "notice", "topic": .string(topic), "message": .string(message),
        ]
        content["subject"] = parameters["Subject"].map(JSONValue.string)
        content["structure"] = parameters["MessageStructure"].map(JSONValue.string)
        content["groupId"] = parameters["MessageGroupId"].map(JSONValue.string)
        content["deduplicationId"] = parameters["MessageDeduplicationId"].map(JSONValue.string)
        let attributes = attributes(parameters)
        if !attributes.isEmpty { content["attributes"] = .object(attributes) }
        return .accept(content)
    }

    private static func attributes(_ parameters: FormParameters) -> JSONObject {
        var attributes = JSONObject()
        while let name = parameters["MessageAttributes.entry.\(attributes.count + 1).Name"] {
            let prefix = "MessageAttributes.entry.\(attributes.count + 1).Value"
            let value = parameters["\(prefix).StringValue"] ?? parameters["\(prefix).BinaryValue"]
            guard attributes[name] == nil else { break }
            attributes[name] = [
                "type": .string(parameters["\(prefix).DataType"] ?? ""),
                "value": .string(value ?? ""),
            ]
        }
        return attributes
    }

    private static func invalid(_ what: String) -> Refusal {
        Refusal(status: 400, code: "InvalidParameter", message: "Invalid parameter: \(what)")
    }

    private static func strings(_ value: JSONValue?) -> [String] {
        value?.array?.compactMap(\.string) ?? []
    }

    private static func pairs(_ value: JSONValue?) -> JSONObject {
        JSONObject(
            value?.array?.compactMap { pair in
                pair["Name"]?.string.map { ($0, pair["Value"] ?? .null) }
            } ?? []
        )
    }
}
