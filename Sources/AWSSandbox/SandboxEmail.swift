internal import JSON

/// An e-mail as it came in over either API.
struct SandboxEmail {
    let from: String?
    let to: [String]
    let cc: [String]
    let bcc: [String]
    let replyTo: [String]
    let subject: String?
    let text: String?
    let html: String?
    let headers: JSONObject
    let tags: JSONObject

    /// What SES refuses it for; nil: nothing.
    var fault: String? {
        guard let from, from.contains("@") else { return "Missing final '@domain'" }
        let recipients = to + cc + bcc
        if recipients.isEmpty { return "Must have at least one recipient" }
        if recipients.count > 50 { return "Recipient count exceeds 50." }
        if recipients.contains(where: { !$0.contains("@") }) { return "Missing final '@domain'" }
        if subject == nil { return "Subject is required" }
        if text == nil, html == nil { return "Body is required" }
        return nil
    }

    /// What is kept of it.
    var content: JSONObject {
        var content: JSONObject = ["kind": "email", "from": from.map(JSONValue.string) ?? .null]
        content["to"] = Self.list(to)
        for (key, addresses) in [("cc", cc), ("bcc", bcc), ("replyTo", replyTo)]
        where !addresses.isEmpty {
            content[key] = Self.list(addresses)
        }
        for (key, value) in [("subject", subject), ("text", text), ("html", html)] {
            content[key] = value.map(JSONValue.string)
        }
        for (key, members) in [("headers", headers), ("tags", tags)] where !members.isEmpty {
            content[key] = .object(members)
        }
        return content
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
