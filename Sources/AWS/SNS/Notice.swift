internal import Formats
internal import FoundationEssentials

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
    }

    /// What SNS would refuse it for; nil: nothing.
    var fault: String? {
        if ARN(topic)?.service != "sns" { return "the topic is not the ARN of an SNS topic" }
        if message.isEmpty { return "a notice needs a text" }
        if size > Limit.size { return "larger than \(Limit.size) bytes" }
        if let subject, !Self.isSubject(subject) {
            return "a subject has 1 to \(Limit.subject - 1) characters and no control characters"
        }
        for id in [groupID, deduplicationID].compactMap({ $0 })
        where !(1...Limit.id).contains(id.utf8.count)
            || !id.utf8.allSatisfy({ (33...126).contains($0) })
        {
            return "a group's or deduplication's id has 1 to \(Limit.id) printable characters"
        }
        return nil
    }

    private var size: Int {
        attributes.reduce(message.utf8.count) { sum, attribute in
            sum + attribute.key.utf8.count + attribute.value.size
        }
    }

    private static func isSubject(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.count < Limit.subject
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    /// The call of `Publish`; attributes go by their names, so that equal notices make equal requests.
    var request: AWSRequest {
        var parameters = [("TopicArn", topic), ("Message", message)]
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
