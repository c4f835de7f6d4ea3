import AWS
import JSON

/// An e-mail as a person reads it on a terminal, and as it goes out.
struct EmailPreview {
    private let email: Email

    init(_ email: Email) { self.email = email }

    var text: String {
        var lines = [line("From", email.from)]
        for (name, addresses) in [
            ("To", email.to), ("Cc", email.cc), ("Bcc", email.bcc), ("Reply-To", email.replyTo),
        ] where !addresses.isEmpty {
            lines.append(line(name, addresses.joined(separator: ", ")))
        }
        for header in email.headers { lines.append(line(header.name, header.value)) }
        if let set = email.configurationSet { lines.append(line("Set", set)) }
        let tags = email.tags.map { "\($0.name)=\($0.value)" }
        lines.append(line("Tags", tags.joined(separator: ", ")))
        switch email.content {
        case .template(let template): lines += sections(of: template)
        case .message(let message): lines += sections(of: message)
        }
        return lines.joined(separator: "\n")
    }

    /// The same for programs; files are told of and not shown.
    var json: JSONValue {
        func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
        func pairs(_ pairs: [(String, String)]) -> JSONValue {
            .array(pairs.map { ["name": .string($0.0), "value": .string($0.1)] })
        }
        var object: JSONObject = [
            "from": .string(email.from), "to": list(email.to), "cc": list(email.cc),
            "bcc": list(email.bcc), "replyTo": list(email.replyTo),
            "headers": pairs(email.headers.map { ($0.name, $0.value) }),
            "tags": pairs(email.tags.map { ($0.name, $0.value) }),
        ]
        object["configurationSet"] = email.configurationSet.map { .string($0) }
        let attachments: [Email.Attachment]
        switch email.content {
        case .template(let template):
            object["template"] = .string(template.name)
            object["templateData"] = .string(template.data)
            attachments = template.attachments
        case .message(let message):
            object["subject"] = .string(message.subject)
            object["text"] = message.text.map { .string($0) }
            object["html"] = message.html.map { .string($0) }
            attachments = message.attachments
        }
        object["attachments"] = .array(
            attachments.map { file in
                [
                    "fileName": .string(file.fileName), "contentType": .string(file.contentType),
                    "bytes": .number(file.content.count),
                ]
            }
        )
        object["raw"] = email.raw.map { .string(String(decoding: $0, as: UTF8.self)) }
        return .object(object)
    }

    private func sections(of message: Email.Message) -> [String] {
        var lines = [line("Subject", message.subject)] + files(message.attachments)
        if let text = message.text { lines += section("text", text) }
        if let html = message.html { lines += section("HTML", html) }
        let raw = String(decoding: email.raw ?? [], as: UTF8.self).replacing("\r\n", with: "\n")
        return lines + section("raw message, but for what SES adds (Date, Message-ID)", raw)
    }

    private func sections(of template: Email.Template) -> [String] {
        [line("Template", "\(template.name), which lies with SES")] + files(template.attachments)
            + section("what the template is filled in with", template.data)
    }

    private func files(_ attachments: [Email.Attachment]) -> [String] {
        attachments.map { file in
            let place = file.contentID.map { ", shown as cid:\($0)" } ?? ""
            return line(
                "File",
                "\(file.fileName) (\(file.contentType), \(file.content.count) bytes\(place))"
            )
        }
    }

    private func line(_ name: String, _ value: String) -> String {
        let label = "\(name):".padding(to: 10)
        return "\(label)\(TerminalText.harmless(value))"
    }

    /// A title and lines under it, each harmless to a terminal.
    private func section(_ title: String, _ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return ["", "--- \(title)"] + lines.map { TerminalText.harmless(String($0)) }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        count < width ? self + String(repeating: " ", count: width - count) : self + " "
    }
}
