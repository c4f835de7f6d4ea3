internal import Formats
package import FoundationEssentials
package import JSON

/// One message that the sandbox accepted.
package struct SandboxMessage: Sendable, Hashable {
    package enum Service: String, Sendable, Hashable, CaseIterable {
        case ses
        case sns
    }

    /// Its place among all that were accepted, from 1.
    package let number: Int
    /// The number that the sender was answered.
    package let id: String
    package let service: Service
    package let receivedAt: Date
    /// What was sent: addresses, subject and bodies, or topic, subject and message.
    package let content: JSONObject
    /// For which order it was sent, once its sender has said so; it is kept in no file.
    package var orderID: String?
}

extension SandboxMessage {
    /// One object with everything.
    package var document: JSONValue {
        var members: JSONObject = [
            "number": .number(number),
            "id": .string(id),
            "service": .string(service.rawValue),
            "receivedAt": .string(Timestamp.text(receivedAt)),
        ]
        if let orderID { members["orderId"] = .string(orderID) }
        for (key, value) in content { members[key] = value }
        return .object(members)
    }

    /// The same as text: the names of the content are others than these.
    var text: [UInt8] {
        var members = ObjectWriter()
        members.add("number", number)
        members.add("id", id)
        members.add("service", service.rawValue)
        members.add("receivedAt", receivedAt)
        for (key, value) in content { members.addValue(name: key) { value.write(into: &$0) } }
        return members.finished()
    }

    /// What `document` wrote; nil when it is something else.
    init?(document: JSONValue) {
        guard let number = document["number"]?.int, let id = document["id"]?.string,
            let service = document["service"]?.string.flatMap(Service.init),
            let receivedAt = document["receivedAt"]?.string.flatMap(Timestamp.date),
            var content = document.object
        else { return nil }
        for key in ["number", "id", "service", "receivedAt"] { content.removeValue(forKey: key) }
        self.init(
            number: number,
            id: id,
            service: service,
            receivedAt: receivedAt,
            content: content
        )
    }
}
