internal import Formats
internal import JSON

/// A notice to publish to a topic.
package struct Notice: Sendable, Hashable {
    /// A value that goes with a notice, for filters.
    package enum Attribute: Sendable, Hashable {
        case string(String)
        /// A number in decimal digits.
        case number(String)
        case binary([UInt8])
    }

    /// The topic's ARN.
    package var topic: String
    package var message: String
    /// Texts for subscribers by their protocol, as SNS names it (`sms`); the others get `message`.
    package var protocolMessages: [String: String] = [:]
    /// The subject of e-mails that SNS makes of it.
    package var subject: String?
    package var attributes: [String: Attribute] = [:]
    /// What it stays in order with; a topic that ends in `.fifo` needs it.
    package var groupID: String?
    /// What SNS recognises a repetition by, for five minutes, in such a topic.
    package var deduplicationID: String?

    package init(topic: String, message: String, subject: String? = nil) {
        self.topic = topic
        self.message = message
        self.subject = subject
    }
}

extension Notice {
    /// SNS's limits.
    package enum Limit {
        /// Bytes of message and attributes.
        package static let size = 262_144
        /// Characters of a subject, and one less is the most that SNS takes.
        package static let subject = 100
        /// Characters of a group's or deduplication's id.
        package static let id = 128
        /// Characters of an attribute's name.
        package static let attributeName = 256
    }

    /// The protocols that may have a text of their own.
    package static let protocols: Set = [
        "application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs",
        "ADM", "APNS", "APNS_SANDBOX", "APNS_VOIP", "APNS_VOIP_SANDBOX", "BAIDU", "GCM", "MACOS",
        "MACOS_SANDBOX", "MPNS", "WNS",
    ]

    private static func isID(_ text: String) -> Bool {
        (1...Limit.id).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126).contains($0) }
    }

    /// What SNS would refuse it for; nil: nothing.
    package var fault: String? {
        if ARN(topic)?.service != "sns" { return "the topic is not the ARN of an SNS topic" }
        if message.isEmpty || protocolMessages.values.contains("") {
            return "a notice needs a text"
        }
        if size > Limit.size { return "larger than \(Limit.size) bytes" }
        if let subject, !Self.isSubject(subject) {
            return "a subject has 1 to \(Limit.subject - 1) characters and no control characters"
        }
        if ![groupID, deduplicationID].compactMap(\.self).allSatisfy(Self.isID) {
            return "a group's or deduplication's id has 1 to \(Limit.id) printable characters"
        }
        if let fault = attributes.keys.lazy.compactMap(Self.fault(ofAttribute:)).first {
            return fault
        }
        return attributes.lazy.compactMap { $0.value.fault(named: $0.key) }.first
    }

    /// What is wrong with an attribute's name; nil: nothing.
    package static func fault(ofAttribute name: String) -> String? {
        let isName =
            (1...Limit.attributeName).contains(name.utf8.count) && !name.hasPrefix(".")
            && !name.hasSuffix(".") && !name.contains("..")
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
        let isReserved = ["aws.", "amazon."].contains { name.lowercased().hasPrefix($0) }
        guard isName, !isReserved else {
            return
                "\"\(name)\" is no name of an attribute: it has A-Z a-z 0-9 _ - and single dots, and "
                + "does not begin with AWS. or Amazon."
        }
        return nil
    }

    private var size: Int {
        attributes.reduce(body.utf8.count) { sum, attribute in
            sum + attribute.key.utf8.count + attribute.value.size
        }
    }

    /// The text, or the texts by protocol as SNS wants them.
    private var body: String {
        guard !protocolMessages.isEmpty else { return message }
        var texts: JSONObject = ["default": .string(message)]
        for (name, text) in protocolMessages.sorted(by: { $0.key < $1.key }) {
            texts[name] = .string(text)
        }
        return JSONValue.object(texts).text
    }

    private static func isSubject(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            && (text.utf8.count < Limit.subject || text.unicodeScalars.count < Limit.subject)
    }

    /// The call of `Publish`; attributes go by their names, so that equal notices make equal requests.
    var request: AWSRequest {
        var parameters = [("TopicArn", topic), ("Message", body)]
        if !protocolMessages.isEmpty { parameters.append(("MessageStructure", "json")) }
        if let subject { parameters.append(("Subject", subject)) }
        if let groupID { parameters.append(("MessageGroupId", groupID)) }
        if let deduplicationID { parameters.append(("MessageDeduplicationId", deduplicationID)) }
        for (index, attribute) in attributes.sorted(by: { $0.key < $1.key }).enumerated() {
            let prefix = "MessageAttributes.entry.\(index + 1)"
            parameters.append(("\(prefix).Name", attribute.key))
            parameters += attribute.value.parameters.map { ("\(prefix).Value.\($0.0)", $0.1) }
        }
        return AWSRequest(query: "Publish", version: "2010-03-31", parameters: parameters)
    }
}

extension Notice.Attribute {
    package func fault(named name: String) -> String? {
        switch self {
        case .string(let text): text.isEmpty ? "the attribute \(name) is empty" : nil
        case .binary(let bytes): bytes.isEmpty ? "the attribute \(name) is empty" : nil
        case .number(let text):
            Double(text)?.isFinite == true
                && (try? JSONValue(parsing: Array(text.utf8)))?.number?.text == text
                ? nil : "the attribute \(name) is \"\(text)\", and a number is wanted"
        }
    }

    fileprivate var size: Int {
        switch self {
        case .string(let text), .number(let text): text.utf8.count
        case .binary(let bytes): bytes.count
        }
    }

    fileprivate var parameters: [(String, String)] {
        switch self {
        case .string(let text): [("DataType", "String"), ("StringValue", text)]
        case .number(let text): [("DataType", "Number"), ("StringValue", text)]
        case .binary(let bytes):
            [("DataType", "Binary"), ("BinaryValue", Base64.encode(bytes))]
        }
    }
}
