import Formats
import FoundationEssentials
import JSON
import Orders

extension Order {
    /// The order as the API shows it; a list shows it without what is large.
    func document(in context: DocumentContext = .full) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 512 + input.count)
        object.add("orderId", id.text)
        object.add("status", status.rawValue)
        object.add("createdAt", createdAt)
        object.add("startedAt", startedAt)
        object.add("finishedAt", finishedAt)
        if !status.isFinal { object.add("dueAt", due) }
        object.add("waitingFor", gate)
        object.add("state", state)
        // What is true of every order when it is accepted is written without counting it out.
        if attempts == Attempts() {
            object.add("attempts", json: Attempts.none)
        } else {
            object.add("attempts") { attempts.write(into: &$0) }
        }
        if context == .full {
            // Erased or damaged, it is not there.
            object.add("input", json: erasedAt == nil && !input.isEmpty ? input : nil)
            object.add("origin", json: origin)
            object.add("output", json: output)
            object.add("error", error)
            object.add("cause", cause)
            object.add("damage", damage)
            object.add("deliveries", array: deliveries.map { $0.document() })
            if redrives > 0 { object.add("redrives", redrives) }
            if !crashes.isEmpty { object.add("crashes", array: crashes.map { $0.document() }) }
            if !audit.isEmpty { object.add("audit", array: audit.map { $0.document() }) }
        }
        object.add("erasedAt", erasedAt)
        object.add("workflow", workflow)
        if let parent = parents.first { object.add("parent", parent.order.text) }
        if !children.isEmpty {
            object.add("children", array: children.map { JSONValue.string($0.text).bytes })
        }
        object.add("links") { links in
            links.add("self", path: "/orders/", id.text)
            links.add("history", path: "/orders/", id.text, "/history")
            if let parent = parents.first {
                links.add("parent", path: "/orders/", parent.order.text)
            }
        }
        return object.finished()
    }

    enum DocumentContext {
        case full
        case list
    }

    var location: String { id.location }
}

extension OrderID {
    fileprivate var location: String { "/orders/" + text }
}

extension NewOrder {
    var location: String { id.location }

    /// What `Order.document` writes of the order when it has just been accepted.
    ///
    /// All but a few members are the same for every order then, and every order is answered so: that is why it is put
    /// together by hand and by no `ObjectWriter`.
    func acceptedDocument() -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(384 + input.count + 3 * id.text.utf8.count)
        text.append(#"{"orderId":""#)
        text.append(id.text)
        text.append(#"","status":"QUEUED","createdAt":""#)
        Timestamp.write(createdAt, into: &text)
        text.append(#"","dueAt":""#)
        Timestamp.write(due, into: &text)
        text.append(#"","attempts":"#)
        text.append(Attempts.none)
        text.append(#","input":"#)
        text.append(contentsOf: input)
        text.append(#","deliveries":[],"workflow":""#)
        text.append(workflow)
        text.append(#"","links":{"self":"/orders/"#)
        text.append(id.text)
        text.append(#"","history":"/orders/"#)
        text.append(id.text)
        text.append(#"/history"}}"#)
        return text
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    @_disfavoredOverload
    fileprivate mutating func append(_ text: String) {
        text.utf8.span.withUnsafeBufferPointer { append(contentsOf: $0) }
    }
}

extension Attempts {
    /// As `write` writes it.
    fileprivate static let none: StaticString =
        #"{"started":0,"failed":0,"crashed":0,"handedBack":0}"#

    fileprivate func write(into object: inout ObjectWriter) {
        object.add("started", started)
        object.add("failed", failed)
        object.add("crashed", crashed)
        object.add("handedBack", handedBack)
    }
}

extension Crash {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 128)
        object.add("boot", Int(boot))
        object.add("foundAt", foundAt)
        object.add("state", state)
        object.add("run", run)
        return object.finished()
    }
}

extension AuditEntry {
    /// The entry as the API shows it.
    func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("at", at)
        object.add("action", action.rawValue)
        object.add("by", by.name)
        object.add("reason", by.reason)
        object.add("detail", detail)
        return object.finished()
    }
}

extension Delivery {
    /// The ledger entry as the API shows it.
    func document() -> [UInt8] {
        var object = ObjectWriter()
        object.add("id", Int(id))
        object.add("orderId", order.text)
        object.add("kind", kind.rawValue)
        object.add("name", key.name)
        object.add("state", key.state)
        object.add("status", status.rawValue)
        object.add("messageId", messageID)
        object.add("reason", reason)
        object.add("attempts", attempts)
        object.add("intendedAt", intendedAt)
        object.add("concludedAt", concludedAt)
        object.add("contentSha256", contentHash)
        return object.finished()
    }
}
