import AWS
import Integrations

extension StartUpFiles.Reader {
    mutating func notice(_ settings: Settings.Notice) -> NoticeComposer.Configuration? {
        let subject = template(settings.subjectTemplate, .noticeSubject, "notice.subjectTemplate")
        let message = template(settings.messageTemplate, .noticeMessage, "notice.messageTemplate")
        let protocols = protocols(settings.protocolTemplates)
        let attributes = attributes(settings.attributes)
        checkTopic(settings.topicARN)
        guard let subject, let message else { return nil }
        var notice = NoticeComposer.Configuration(
            topic: settings.topicARN,
            subject: subject,
            message: message
        )
        notice.protocols = protocols
        notice.attributes = attributes
        return notice
    }
}

// What a notice is made of.
extension StartUpFiles.Reader {
    private mutating func protocols(_ text: String) -> [String: MessageTemplate] {
        var templates: [String: MessageTemplate] = [:]
        let example = "sms=config/templates/notice-sms.mustache"
        for (name, path) in pairs(text, "notice.protocolTemplates", example) {
            guard Notice.protocols.contains(name) else {
                let known = Notice.protocols.sorted().joined(separator: ", ")
                fault("notice.protocolTemplates", "\(name) is none of SNS's protocols: \(known)")
                continue
            }
            templates[name] = template(path, .noticeMessage, "notice.protocolTemplates")
        }
        return templates
    }

    private mutating func attributes(_ text: String) -> [NoticeComposer.Attribute] {
        pairs(text, "notice.attributes", "shop=main; total:Number={{total}}").compactMap {
            name,
            value in
            let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
            let isNumber = parts.count == 2 && parts[1] == "Number"
            if parts.count == 2, !isNumber {
                fault("notice.attributes", "\(name): the only type that is said is :Number")
            }
            let name = parts[0]
            if let problem = Notice.fault(ofAttribute: name) { fault("notice.attributes", problem) }
            // What is the same for every order is known already.
            if isNumber, !value.contains("{{"),
                let problem = Notice.Attribute.number(value).fault(named: name)
            {
                fault("notice.attributes", problem)
            }
            return template(text: value, "notice.attributes: \(name)").map {
                NoticeComposer.Attribute(name: name, isNumber: isNumber, value: $0)
            }
        }
    }

    private mutating func checkTopic(_ text: String) {
        let example = "arn:aws:sns:eu-central-1:123456789012:orders"
        guard !text.isEmpty else {
            let problem =
                "is not set (also SNS_TOPIC_ARN); name the topic of the notices, \(Self.hint)"
            return fault("notice.topicArn", problem)
        }
        guard let arn = ARN(text), arn.service == "sns", arn.isTopic else {
            let what =
                ARN(text).map {
                    $0.service == "sns"
                        ? "is the ARN of no topic" : "is the ARN of something in \($0.service)"
                } ?? "is no ARN"
            return fault("notice.topicArn", "\"\(text)\" \(what); a topic's is like \(example)")
        }
    }
}

extension ARN {
    /// Whether account and name are those of a topic.
    var isTopic: Bool {
        let name = resource.hasSuffix(".fifo") ? resource.dropLast(".fifo".count) : resource[...]
        return account.utf8.count == 12 && account.allSatisfy(\.isWholeNumber) && !region.isEmpty
            && (1...256).contains(name.utf8.count)
            && name.allSatisfy(\.isNameCharacter)
    }
}
