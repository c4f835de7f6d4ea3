import FoundationEssentials
import JSON
import Orders

extension Order {
    /// The order as the API shows it; a list shows it without what is large.
    func document(in context: DocumentContext = .full) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 512 + input.count)
        // What every order has is written with its name and marks at once: each is answered so when it is accepted.
        object.write(#""orderId":""#)
        object.write(plain: id.text)
        object.write(#"","status":""#)
        object.write(plain: status.rawValue)
        object.write(#"","createdAt":""#)
        object.write(createdAt)
        object.write("\"")
        object.add("startedAt", startedAt)
        object.add("finishedAt", finishedAt)
        if !status.isFinal, let due {
            object.write(#","dueAt":""#)
            object.write(due)
            object.write("\"")
        }
        object.add("waitingFor", gate)
        object.add("state", state)
        if attempts == Attempts() {
            object.write(Attempts.none)
        } else {
            object.add("attempts") { attempts.write(into: &$0) }
        }
        if context == .list {
            object.add("error", error)
            object.add("cause", cause.map { String($0.prefix(FailureGroup.maximumCause)) })
        }
        if context == .full {
            // Erased or damaged, it is not there.
            if erasedAt == nil, !input.isEmpty {
                object.write(#","input":"#)
                object.write(json: input)
            }
            object.add("origin", json: origin)
            object.add("output", json: output)
            object.add("error", error)
            object.add("cause", cause)
            object.add("damage", damage)
            if deliveries.isEmpty {
                object.write(#","deliveries":[]"#)
            } else {
                object.add("deliveries", array: deliveries.map { $0.document() })
            }
            if redrives > 0 { object.add("redrives", redrives) }
            if !crashes.isEmpty { object.add("crashes", array: crashes.map { $0.document() }) }
            if !audit.isEmpty { object.add("audit", array: audit.map { $0.document() }) }
        }
        object.add("erasedAt", erasedAt)
        object.write(#","workflow":""#)
        object.write(plain: workflow)
        object.write("\"")
        if let parent = parents.first { object.add("parent", parent.order.text) }
        if !children.isEmpty {
            object.add("children", array: children.map { JSONValue.string($0.text).bytes })
        }
        object.write(#","links":{"self":"/orders/"#)
        object.write(plain: id.text)
        object.write(#"","history":"/orders/"#)
        object.write(plain: id.text)
        object.write(#"/history""#)
        if let parent = parents.first {
            object.add("parent", path: "/orders/", parent.order.text)
        }
        object.write("}")
        return object.finished()
    }

    enum DocumentContext {
        case full
        case list
    }

    var location: String { "/orders/" + id.text }
}

extension Attempts {
    /// The member as `write` writes it.
    fileprivate static let none: StaticString =
        #","attempts":{"started":0,"failed":0,"crashed":0,"handedBack":0}"#

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
