import AWS
import Integrations
import Orders

/// What is sent for an order, as the settings say it; every part is read by the code that uses it.
extension StartUpFiles.Reader {
    mutating func email(_ settings: Settings.Email) -> EmailComposer.Configuration? {
        let content = content(settings)
        let sender = mailboxes(settings.sender, "email.sender", ifMissing: Self.missingSender)
        if sender.count > 1 {
            fault("email.sender", "names \(sender.count) addresses; one is wanted")
        }
        let replyTo = mailboxes(settings.replyTo, "email.replyTo")
        let cc = mailboxes(settings.cc, "email.cc")
        let bcc = mailboxes(settings.bcc, "email.bcc")
        let headers = headers(settings.headers)
        let attachments = attachments(settings)
        guard let content, let sender = sender.first else { return nil }
        var email = EmailComposer.Configuration(sender: sender, content: content)
        (email.replyTo, email.cc, email.bcc) = (replyTo, cc, bcc)
        email.headers = headers
        email.tags = tags(settings.tags)
        email.configurationSet = configurationSet(settings.configurationSet)
        email.attachments = attachments
        // One is the customer's.
        if cc.count + bcc.count >= Email.Limit.recipients {
            let problem = "with email.bcc names more than \(Email.Limit.recipients - 1) addresses"
            fault("email.cc", problem)
        }
        return email
    }

    mutating func fault(_ place: String, _ problem: String) {
        faults.append(SettingFault(place: place, problem: problem))
    }

    static let hint = "or try everything out with --sandbox"
    private static let missingSender =
        "is not set (also SENDER_EMAIL); name an address that SES lets you use, \(hint)"
}

// What an e-mail is made of.
extension StartUpFiles.Reader {
    private mutating func content(_ settings: Settings.Email) -> EmailComposer.Content? {
        guard settings.sesTemplate.isEmpty else {
            for (key, path) in [
                ("subjectTemplate", settings.subjectTemplate),
                ("textTemplate", settings.textTemplate),
                ("htmlTemplate", settings.htmlTemplate),
            ] where !path.isEmpty {
                fault("email.\(key)", "has no use beside email.sesTemplate; leave one of them out")
            }
            if !Self.isTemplate(settings.sesTemplate) {
                fault(
                    "email.sesTemplate",
                    "\"\(settings.sesTemplate)\" is neither the name of a template (1 to 64 of A-Z a-z 0-9 _ -) nor its ARN"
                )
            }
            return .sesTemplate(settings.sesTemplate)
        }
        let subject = template(settings.subjectTemplate, .emailSubject, "email.subjectTemplate")
        let text = template(settings.textTemplate, .emailText, "email.textTemplate")
        var html: MessageTemplate?
        if !settings.htmlTemplate.isEmpty {
            html = template(settings.htmlTemplate, .emailHTML, "email.htmlTemplate", as: .html)
            guard html != nil else { return nil }
        }
        guard let subject, let text else { return nil }
        return .texts(subject: subject, text: text, html: html)
    }

    private static func isTemplate(_ text: String) -> Bool {
        let arn = ARN(text)
        guard arn == nil else {
            return arn?.service == "ses" && arn?.resource.hasPrefix("template/") == true
        }
        return (1...64).contains(text.utf8.count) && text.allSatisfy(\.isNameCharacter)
    }

    private mutating func mailboxes(
        _ text: String,
        _ key: String,
        ifMissing problem: String? = nil
    ) -> [Mailbox] {
        guard !text.isEmpty else {
            if let problem { fault(key, problem) }
            return []
        }
        do {
            return try Mailbox.list(text)
        } catch {
            fault(key, error.description)
            return []
        }
    }

    private mutating func headers(_ text: String) -> [(name: String, value: MessageTemplate)] {
        let pairs = pairs(text, "email.headers", "X-Shop=Main; X-Order={{orderId}}")
        if pairs.count > Email.Limit.headers {
            fault("email.headers", "has more than \(Email.Limit.headers) headers")
        }
        for (index, pair) in pairs.enumerated()
        where pairs[..<index].contains(where: { $0.name.lowercased() == pair.name.lowercased() }) {
            fault("email.headers", "\(pair.name) stands there twice")
        }
        return pairs.compactMap { name, value in
            // Whether the name can be one is known before there is an order.
            if let problem = Email.fault(ofHeader: Email.Pair(name, "value")) {
                fault("email.headers", problem)
            }
            return template(text: value, "email.headers: \(name)").map { (name, $0) }
        }
    }

    private mutating func tags(_ text: String) -> [Email.Pair] {
        let tags = pairs(text, "email.tags", "shop=main; kind=confirmation").map(Email.Pair.init)
        for problem in tags.compactMap(Email.fault(ofTag:)) { fault("email.tags", problem) }
        for tag in tags where ["orderId", "orderIdEscaped", "orderdVisit"].contains(tag.name) {
            fault("email.tags", "\(tag.name) is the tag by which orderd finds the order again")
        }
        if tags.count >= Email.Limit.tags {
            fault("email.tags", "has more than \(Email.Limit.tags - 1) tags")
        }
        return tags
    }

    private mutating func configurationSet(_ text: String) -> String? {
        guard !text.isEmpty else { return nil }
        let isName =
            text.utf8.count <= 64 && text.allSatisfy(\.isNameCharacter)
        if !isName {
            let problem =
                "is \"\(text)\"; the name of a configuration set has 1 to 64 of A-Z a-z 0-9 _ -"
            fault("email.configurationSet", problem)
        }
        return text
    }

    private mutating func attachments(_ settings: Settings.Email) -> AttachmentRules {
        var rules = AttachmentRules()
        rules.member = settings.attachments.isEmpty ? nil : settings.attachments
        rules.files = settings.attachedFiles.split(separator: ",").map {
            String($0.trimming { $0 == " " })
        }
        guard !settings.attachmentsDirectory.isEmpty else {
            if !rules.files.isEmpty {
                fault(
                    "email.attachedFiles",
                    "names files, and email.attachmentsDirectory is not set"
                )
            }
            return rules
        }
        do {
            let folder = try AttachmentFolder(settings.attachmentsDirectory)
            rules.read = { (name, limit) async throws(AttachmentFault) in
                try await folder.read(name, limit: limit)
            }
            for name in rules.files {
                do throws(AttachmentFault) {
                    _ = try folder.readNow(name)
                } catch {
                    fault("email.attachedFiles", "\(name) \(error.reason)")
                }
            }
        } catch {
            fault("email.attachmentsDirectory", "\(settings.attachmentsDirectory) \(error.reason)")
        }
        return rules
    }
}

// What both are made of.
extension StartUpFiles.Reader {
    mutating func template(text: String, _ place: String) -> MessageTemplate? {
        do {
            return try MessageTemplate(text, at: place)
        } catch {
            fault(place, "\(error)")
            return nil
        }
    }

    /// The parts of `NAME=VALUE; NAME=VALUE` in their order.
    mutating func pairs(
        _ text: String,
        _ key: String,
        _ example: String
    ) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        for part in text.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1).map {
                String($0.trimming { $0 == " " })
            }
            guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
                fault(key, "\"\(part)\" is not written as NAME=VALUE; such as \(example)")
                continue
            }
            guard !pairs.contains(where: { $0.name == sides[0] }) else {
                fault(key, "\(sides[0]) stands there twice")
                continue
            }
            pairs.append((sides[0], sides[1]))
        }
        return pairs
    }
}

extension Substring {
    fileprivate func trimming(_ isEdge: (Character) -> Bool) -> Substring {
        var rest = drop(while: isEdge)
        while let last = rest.last, isEdge(last) { rest.removeLast() }
        return rest
    }
}

extension Character {
    /// What names in SES and SNS are made of.
    var isNameCharacter: Bool {
        isASCII && (isLetter || isNumber || self == "_" || self == "-")
    }
}
