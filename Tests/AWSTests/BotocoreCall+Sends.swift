import Foundation
import HTTP
import HTTPTypes
import JSON
import Testing

@testable import AWS

/// What sends: every form that an e-mail and a notice can have.
extension BotocoreCall {
    private static let subject = "Größe = 5 & mehr"
    private static let text = "Zeile 1\nZeile 2 ~*'()"
    private static let sender = "Shop <shop@example.com>"

    private static func email(_ content: Email.Content? = nil) -> Email {
        let message = Email.Content.message(Email.Message(subject: subject, text: text))
        return Email(from: sender, to: ["a+b@example.com"], content: content ?? message)
    }

    /// The same with all that an e-mail can have beside a file.
    private static let full: Email = {
        var full = email(
            .message(Email.Message(subject: subject, text: text, html: "<p>&amp; ä</p>"))
        )
        full.cc = ["c@example.com"]
        full.bcc = ["d@example.com", "e@example.com"]
        full.replyTo = ["r@example.com"]
        full.tags = [Email.Pair("kind", "x_y"), Email.Pair("a", "b")]
        full.configurationSet = "main"
        return full
    }()

    private static let withFile: Email = {
        let file = Email.Attachment(
            fileName: "ä.pdf",
            contentType: "application/pdf",
            content: [0, 255, 10]
        )
        var made = email(
            .message(Email.Message(subject: subject, text: text, attachments: [file]))
        )
        made.bcc = ["d@example.com"]
        return made
    }()

    private static let ofTemplate = email(
        .template(Email.Template(name: "Welcome", data: #"{"name":"Größe"}"#))
    )

    private static func data(_ text: String) -> JSONValue {
        ["Data": .string(text), "Charset": "UTF-8"]
    }

    /// What the script makes bytes of.
    private static func bytes(_ bytes: [UInt8]) -> JSONValue {
        ["$bytes": .string(Data(bytes).base64EncodedString())]
    }

    private static func v2(_ email: Email, _ parameters: JSONObject) -> BotocoreCall {
        var all: JSONObject = ["FromEmailAddress": .string(sender)]
        for (name, value) in parameters { all[name] = value }
        return BotocoreCall(
            service: .sesV2,
            client: "sesv2",
            operation: "send_email",
            parameters: .object(all)
        ) { client in
            _ = try await SESClient(v2: client, v1: client, api: .v2).send(email, deadline: .later)
        }
    }

    private static func v1(
        _ operation: String,
        _ email: Email,
        _ parameters: JSONObject
    ) -> BotocoreCall {
        var all: JSONObject = ["Source": .string(sender)]
        for (name, value) in parameters { all[name] = value }
        return BotocoreCall(
            service: .ses,
            client: "ses",
            operation: operation,
            parameters: .object(all)
        ) { client in
            _ = try await SESClient(v2: client, v1: client, api: .v1).send(email, deadline: .later)
        }
    }

    private static func publish(_ notice: Notice, _ parameters: JSONObject) -> BotocoreCall {
        var all: JSONObject = ["TopicArn": .string(notice.topic)]
        for (name, value) in parameters { all[name] = value }
        return BotocoreCall(
            service: .sns,
            client: "sns",
            operation: "publish",
            parameters: .object(all)
        ) { client in
            _ = try await SNSClient(client).publish(notice, deadline: .later)
        }
    }

    private static let to: JSONValue = ["ToAddresses": ["a+b@example.com"]]
    private static let everybody: JSONValue = [
        "ToAddresses": ["a+b@example.com"], "CcAddresses": ["c@example.com"],
        "BccAddresses": ["d@example.com", "e@example.com"],
    ]
    private static let body: JSONValue = ["Text": data(text), "Html": data("<p>&amp; ä</p>")]
    private static let tags: JSONValue = [
        ["Name": "kind", "Value": "x_y"], ["Name": "a", "Value": "b"],
    ]

    static let sends = [
        v2(
            email(),
            [
                "Destination": to,
                "Content": ["Simple": ["Subject": data(subject), "Body": ["Text": data(text)]]],
            ]
        ),
        v2(
            full,
            [
                "Destination": everybody, "ReplyToAddresses": ["r@example.com"],
                "Content": ["Simple": ["Subject": data(subject), "Body": body]],
                "EmailTags": tags, "ConfigurationSetName": "main",
            ]
        ),
        v2(
            withFile,
            [
                "Destination": [
                    "ToAddresses": ["a+b@example.com"], "BccAddresses": ["d@example.com"],
                ],
                "Content": ["Raw": ["Data": bytes(withFile.raw ?? [])]],
            ]
        ),
        v2(
            ofTemplate,
            [
                "Destination": to,
                "Content": [
                    "Template": ["TemplateName": "Welcome", "TemplateData": #"{"name":"Größe"}"#]
                ],
            ]
        ),
        v1(
            "send_email",
            full,
            [
                "Destination": everybody, "ReplyToAddresses": ["r@example.com"],
                "Message": ["Subject": data(subject), "Body": body], "Tags": tags,
                "ConfigurationSetName": "main",
            ]
        ),
        v1(
            "send_raw_email",
            withFile,
            [
                "Destinations": ["a+b@example.com", "d@example.com"],
                "RawMessage": ["Data": bytes(withFile.raw ?? [])],
            ]
        ),
        v1(
            "send_templated_email",
            ofTemplate,
            [
                "Destination": to, "Template": "Welcome", "TemplateData": #"{"name":"Größe"}"#,
            ]
        ),
        publish(
            Notice(topic: topic, message: "Order 001 für x", subject: "New"),
            ["Message": "Order 001 für x", "Subject": "New"]
        ),
        publish(
            {
                var notice = Notice(topic: topic + ".fifo", message: "all", subject: "New")
                notice.protocolMessages = ["sms": "kurz"]
                notice.attributes = [
                    "a": .string("x y"), "n": .number("1.5"), "z": .binary([0, 255]),
                ]
                notice.groupID = "001"
                notice.deduplicationID = "001-2"
                return notice
            }(),
            [
                "Message": #"{"default":"all","sms":"kurz"}"#, "Subject": "New",
                "MessageStructure": "json", "MessageGroupId": "001",
                "MessageDeduplicationId": "001-2",
                "MessageAttributes": [
                    "a": ["DataType": "String", "StringValue": "x y"],
                    "n": ["DataType": "Number", "StringValue": "1.5"],
                    "z": ["DataType": "Binary", "BinaryValue": bytes([0, 255])],
                ],
            ]
        ),
    ]
}
