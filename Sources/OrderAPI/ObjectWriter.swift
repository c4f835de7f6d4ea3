import Formats
import FoundationEssentials
import JSON
import StatesLanguage

/// Writes a JSON object member by member into bytes, without making values first: answers are made for every
/// order.
struct ObjectWriter {
    private(set) var bytes: [UInt8]
    private var isFirst = true

    init(reservingCapacity capacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(capacity)
        bytes.append(UInt8(ascii: "{"))
    }

    /// The object, closed.
    consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    mutating func add(_ name: StaticString, _ value: String) {
        key(name)
        JSONValue.write(string: value, into: &bytes)
    }

    /// A path; the segment consists of characters that JSON takes as they are, which an order's number does.
    mutating func add(
        _ name: StaticString,
        path start: StaticString,
        _ segment: String,
        _ end: StaticString = ""
    ) {
        key(name)
        bytes.append(UInt8(ascii: "\""))
        start.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: segment.utf8)
        end.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Leaves the member out when there is no value.
    mutating func add(_ name: StaticString, _ value: String?) {
        if let value { add(name, value) }
    }

    mutating func add(_ name: StaticString, _ value: Int) {
        key(name)
        write(value)
    }

    /// An instant as RFC 3339 in UTC with milliseconds; left out when there is none.
    mutating func add(_ name: StaticString, _ value: Date?) {
        guard let value else { return }
        key(name)
        bytes.append(UInt8(ascii: "\""))
        Timestamp.write(value, into: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// An object, written member by member in its place.
    mutating func add(_ name: StaticString, _ members: (inout ObjectWriter) -> Void) {
        key(name)
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        members(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    /// A value that is JSON text already.
    mutating func add(_ name: StaticString, json: StaticString) {
        key(name)
        json.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// A value that is JSON text already; left out when there is none.
    mutating func add(_ name: StaticString, json: [UInt8]?) {
        guard let json else { return }
        key(name)
        bytes.append(contentsOf: json)
    }

    /// An array of values that are JSON texts already.
    mutating func add(_ name: StaticString, array elements: [[UInt8]]) {
        key(name)
        add(array: elements)
    }

    /// The same under a name that only the running program knows.
    mutating func add(name: String, array elements: [[UInt8]]) {
        separate()
        JSONValue.write(string: name, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        add(array: elements)
    }

    private mutating func add(array elements: [[UInt8]]) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ number: Int) {
        // Most are counts of one digit.
        if 0...9 ~= number {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func key(_ name: StaticString) {
        bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { span in
            if !isFirst { span.append(UInt8(ascii: ",")) }
            span.append(UInt8(ascii: "\""))
            name.withUTF8Buffer { name in
                for byte in name { span.append(byte) }
            }
            span.append(UInt8(ascii: "\""))
            span.append(UInt8(ascii: ":"))
        }
        isFirst = false
    }
}
