import AWS
import Formats
package import JSON
package import Orders

/// How a call of a service goes through the ledger.
package struct DeliveryForm: Sendable {
    package let kind: Delivery.Kind
    /// Where the recipients stand of whom the provider counts each.
    let recipients: Recipients
    /// What of a result the ledger keeps, so that a result that is lost can be told again.
    let keeps: Kept

    enum Recipients: Sendable {
        case one
        /// In the members of that name, and beside them perhaps in a raw message.
        case destinations([String])
        /// In each of a list's elements.
        case entries(String)
    }

    enum Kept: Sendable {
        /// The message's id, which is all that the result has.
        case messageID
        /// The id, to which the digests of what was sent belong.
        case messageIDAndDigests
        /// Only the number of the call: the result has more.
        case requestID
    }

    private init(_ kind: Delivery.Kind, _ recipients: Recipients = .one, _ keeps: Kept = .messageID)
    {
        self.kind = kind
        self.recipients = recipients
        self.keeps = keeps
    }

    private static let mail = Recipients.destinations(["Destination", "Destinations"])

    /// By the names of the actions that send.
    static let all: [String: DeliveryForm] = [
        "sesv2:sendEmail": DeliveryForm(.email, mail),
        "sesv2:sendBulkEmail": DeliveryForm(.email, .entries("BulkEmailEntries"), .requestID),
        "ses:sendEmail": DeliveryForm(.email, mail),
        "ses:sendRawEmail": DeliveryForm(.email, mail),
        "ses:sendTemplatedEmail": DeliveryForm(.email, mail),
        "ses:sendBulkTemplatedEmail": DeliveryForm(.email, .entries("Destinations"), .requestID),
        "sns:publish": DeliveryForm(.notice),
        "sns:publishBatch": DeliveryForm(
            .notice,
            .entries("PublishBatchRequestEntries"),
            .requestID
        ),
        "sqs:sendMessage": DeliveryForm(.message, .one, .messageIDAndDigests),
        "sqs:sendMessageBatch": DeliveryForm(.message, .entries("Entries"), .requestID),
    ]
}

extension DeliveryForm {
    /// How many the provider counts.
    package func weight(_ arguments: JSONValue) -> Int {
        switch recipients {
        case .one: return 1
        case .destinations: return max(1, addresses(arguments).count)
        case .entries(let name):
            guard kind == .email else { return max(1, arguments[name]?.array?.count ?? 1) }
            return max(1, addresses(arguments).count)
        }
    }

    /// The addresses that an e-mail goes to, as they are written; none of a notice or a message.
    package func addresses(_ arguments: JSONValue) -> [String] {
        switch recipients {
        case .one: return []
        case .destinations(let names):
            let named = names.compactMap { arguments[$0] }.flatMap(Self.addresses)
            return named.isEmpty ? Self.rawAddresses(arguments) : named
        case .entries(let name):
            guard kind == .email else { return [] }
            return (arguments[name]?.array ?? []).flatMap { entry in
                entry["Destination"].map(Self.addresses) ?? []
            }
        }
    }

    private static func addresses(_ destination: JSONValue) -> [String] {
        if let list = destination.array { return list.compactMap(\.string) }
        return ["ToAddresses", "CcAddresses", "BccAddresses"].flatMap { name in
            destination[name]?.array?.compactMap(\.string) ?? []
        }
    }

    /// Those in the header of a raw message, which is all that names them where no destination does.
    private static func rawAddresses(_ arguments: JSONValue) -> [String] {
        let raw = arguments["Content"]?["Raw"]?["Data"] ?? arguments["RawMessage"]?["Data"]
        guard let text = raw?.string else { return [] }
        return RawHeader(text).recipients
    }

    /// What the ledger keeps of an answer; nil when the answer has no number to know it by.
    func kept(_ result: JSONValue, _ requestID: String?) -> String? {
        switch keeps {
        case .messageID, .messageIDAndDigests:
            guard let id = result["MessageId"]?.string, !id.isEmpty else { return nil }
            return id
        case .requestID: return requestID ?? ""
        }
    }

    /// The result of a call that an earlier attempt made, from what the ledger keeps; nil when that does not tell it.
    package func rebuilt(_ messageID: String?, _ arguments: JSONValue) -> JSONValue? {
        switch keeps {
        case .requestID: return nil
        case .messageID: return ["MessageId": messageID.map(JSONValue.string) ?? .null]
        case .messageIDAndDigests:
            var result: JSONObject = ["MessageId": messageID.map(JSONValue.string) ?? .null]
            guard let message = QueueMessage(arguments: arguments) else { return .object(result) }
            result["MD5OfMessageBody"] = .string(message.bodyDigest)
            if let digest = message.attributesDigest {
                result["MD5OfMessageAttributes"] = .string(digest)
            }
            return .object(result)
        }
    }
}

extension QueueMessage {
    /// The message that arguments of `SendMessage` make; nil when they make none.
    init?(arguments: JSONValue) {
        guard let body = arguments["MessageBody"]?.string else { return nil }
        self.init(body)
        for (name, value) in arguments["MessageAttributes"]?.object ?? [:] {
            guard let type = value["DataType"]?.string else { return nil }
            if let text = value["StringValue"]?.string {
                attributes[name] = Attribute(type: type, value: .text(text))
            } else if let binary = value["BinaryValue"]?.string {
                attributes[name] = Attribute(type: type, value: .binary(Array(binary.utf8)))
            } else {
                return nil
            }
        }
    }
}

/// The header of a raw message (RFC 5322 §2.2), of which only the recipients are looked at.
struct RawHeader {
    private let lines: [Substring]

    /// A header of more lines than this is not looked at further.
    private static let maximumLines = 1_000

    init(_ text: String) {
        var lines: [Substring] = []
        let unix = text.replacing("\r\n", with: "\n")
        for line in unix.split(separator: "\n", omittingEmptySubsequences: false) {
            guard !line.isEmpty, lines.count < Self.maximumLines else { break }
            if line.first == " " || line.first == "\t", let last = lines.popLast() {
                lines.append(last + line)
            } else {
                lines.append(line)
            }
        }
        self.lines = lines
    }

    /// Of To, Cc and Bcc; what cannot be read is left out.
    var recipients: [String] {
        lines.flatMap { line -> [String] in
            let name = line.prefix { $0 != ":" }.lowercased()
            guard ["to", "cc", "bcc"].contains(name) else { return [] }
            let value = String(line.dropFirst(name.count + 1))
            return ((try? Mailbox.list(value)) ?? []).map(\.address.mailbox)
        }
    }
}
