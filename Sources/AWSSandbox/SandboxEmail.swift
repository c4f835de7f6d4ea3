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
    /// The whole message, when it came in one piece.
    var raw: String?
    /// The template that SES would fill in, with what it is filled in with.
    var template: JSONObject?
    let headers: JSONObject
    let tags: JSONObject

    /// What SES refuses it for; nil: nothing.
    var fault: String? {
        guard let from, from.contains("@") else { return "Missing final '@domain'" }
        let recipients = to + cc + bcc
        if recipients.isEmpty { return "Must have at least one recipient" }
        if recipients.count > 50 { return "Recipient count exceeds 50." }
        if recipients.contains(where: { !$0.contains("@") }) { return "Missing final '@domain'" }
        if let raw { return Self.fault(ofRaw: raw) }
        if template != nil { return nil }
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
        for (key, value) in [("subject", subject), ("text", text), ("html", html), ("raw", raw)] {
            content[key] = value.map(JSONValue.string)
        }
        content["template"] = template.map(JSONValue.object)
        for (key, members) in [("headers", headers), ("tags", tags)] where !members.isEmpty {
            content[key] = .object(members)
        }
        return content
    }

    /// SES takes lines of 998 bytes of ASCII, and a sender in the header.
    private static func fault(ofRaw raw: String) -> String? {
        let lines = raw.split(separator: "\r\n", omittingEmptySubsequences: false)
        if raw.utf8.contains(where: { $0 >= 0x80 }) { return "8-bit data is not allowed" }
        if lines.contains(where: { $0.utf8.count > 998 }) { return "Line too long" }
        let header = lines.prefix { !$0.isEmpty }
        return header.contains { $0.lowercased().hasPrefix("from:") } ? nil : "Missing From header"
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
