internal import HTTPTypes
internal import JSON

extension Email {
    /// The call of the JSON API of 2019.
    var requestV2: AWSRequest {
        var simple: JSONObject = ["Subject": Self.content(subject)]
        var body = JSONObject()
        if let text { body["Text"] = Self.content(text) }
        if let html { body["Html"] = Self.content(html) }
        simple["Body"] = .object(body)
        if !headers.isEmpty { simple["Headers"] = Self.pairs(headers) }
        var members: JSONObject = [
            "FromEmailAddress": .string(from),
            "Destination": .object(destination),
            "Content": ["Simple": .object(simple)],
        ]
        if !replyTo.isEmpty { members["ReplyToAddresses"] = Self.list(replyTo) }
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

    private var destination: JSONObject {
        var members: JSONObject = ["ToAddresses": Self.list(to)]
        if !cc.isEmpty { members["CcAddresses"] = Self.list(cc) }
        if !bcc.isEmpty { members["BccAddresses"] = Self.list(bcc) }
        return members
    }

    private static func content(_ text: String) -> JSONValue {
        ["Data": .string(text), "Charset": "UTF-8"]
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    private static func pairs(_ pairs: [Pair]) -> JSONValue {
        .array(pairs.map { ["Name": .string($0.name), "Value": .string($0.value)] })
    }

    /// The call of the query API of 2010, which has no headers of our own.
    var requestV1: AWSRequest {
        var parameters = [("Source", from)]
        for (name, addresses) in [("To", to), ("Cc", cc), ("Bcc", bcc)] {
            parameters += Self.members("Destination.\(name)Addresses", addresses)
        }
        parameters += Self.content("Message.Subject", subject)
        if let text { parameters += Self.content("Message.Body.Text", text) }
        if let html { parameters += Self.content("Message.Body.Html", html) }
        parameters += Self.members("ReplyToAddresses", replyTo)
        for (index, tag) in tags.enumerated() {
            parameters.append(("Tags.member.\(index + 1).Name", tag.name))
            parameters.append(("Tags.member.\(index + 1).Value", tag.value))
        }
        if let configurationSet { parameters.append(("ConfigurationSetName", configurationSet)) }
        return AWSRequest(query: "SendEmail", version: "2010-12-01", parameters: parameters)
    }

    private static func content(_ name: String, _ text: String) -> [(String, String)] {
        [("\(name).Data", text), ("\(name).Charset", "UTF-8")]
    }

    private static func members(_ name: String, _ values: [String]) -> [(String, String)] {
        values.enumerated().map { ("\(name).member.\($0.offset + 1)", $0.element) }
    }
}
