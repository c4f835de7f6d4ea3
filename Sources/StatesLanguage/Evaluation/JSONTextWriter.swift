internal import FoundationEssentials
internal import JSON

/// Writes objects as JSON text without building values first: snapshots and history events are written
/// at every move of an order.
struct JSONTextWriter {
    var output: [UInt8]
    private var isFirst = true

    init(output: consuming [UInt8]) { self.output = output }

    /// An object of the members that `body` writes.
    mutating func object(_ body: (inout JSONTextWriter) -> Void) {
        output.append(UInt8(ascii: "{"))
        isFirst = true
        body(&self)
        output.append(UInt8(ascii: "}"))
        isFirst = false
    }

    /// An array whose elements `body` writes one by one.
    mutating func array<Element>(
        _ elements: [Element],
        _ body: (inout JSONTextWriter, Element) -> Void
    ) {
        output.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            body(&self, element)
        }
        output.append(UInt8(ascii: "]"))
    }

    /// JSON text as it is.
    mutating func raw(_ text: String) { output.append(contentsOf: text.utf8) }

    /// A whole number.
    mutating func number(_ value: Int) {
        guard value >= 0 else { return raw(String(value)) }
        var divisor = 1
        while value / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
            divisor /= 10
        }
    }

    /// A member whose value `body` writes; the name must need no escapes, as our own do not.
    mutating func member(_ name: String, _ body: (inout JSONTextWriter) -> Void) {
        let (bytes, isFirst) = (name.utf8.span, isFirst)
        output.append(addingCapacity: bytes.count + 4) { span in
            if !isFirst { span.append(UInt8(ascii: ",")) }
            span.append(UInt8(ascii: "\""))
            for place in bytes.indices { span.append(bytes[place]) }
            span.append(UInt8(ascii: "\""))
            span.append(UInt8(ascii: ":"))
        }
        body(&self)
        self.isFirst = false
    }

    /// A member of any name.
    mutating func member(escaping name: String, _ body: (inout JSONTextWriter) -> Void) {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        JSONValue.write(string: name, into: &output)
        output.append(UInt8(ascii: ":"))
        body(&self)
        isFirst = false
    }

    mutating func member(_ name: String, _ value: Int) {
        member(name) { $0.number(value) }
    }

    mutating func member(_ name: String, _ values: [Int]) {
        member(name) { writer in writer.array(values) { $0.number($1) } }
    }

    mutating func member(_ name: String, _ value: String) {
        member(name) { JSONValue.write(string: value, into: &$0.output) }
    }

    mutating func member(_ name: String, _ value: JSONValue) {
        member(name) { value.write(into: &$0.output) }
    }

    mutating func member(_ name: String, _ value: Payload) {
        member(name) { $0.raw(value.text) }
    }

    /// Error and cause as an array of two; null where there is none.
    mutating func member(_ name: String, _ error: ErrorOutput) {
        member(name) { writer in
            writer.array([error.error, error.cause]) { writer, text in
                (text.map { .string($0) } ?? JSONValue.null).write(into: &writer.output)
            }
        }
    }

    /// Seconds since 2001, in the shortest text that gives the same double again.
    mutating func member(_ name: String, _ date: Date?) {
        guard let date else { return }
        member(name) { $0.raw(date.timeIntervalSinceReferenceDate.description) }
    }
}
