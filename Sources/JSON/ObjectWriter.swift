internal import Formats
package import FoundationEssentials

/// Writes a JSON object member by member as text, without making values first: answers, snapshots and history events
/// are made for every order.
///
/// A `StaticString` as a name consists of characters that JSON takes as they are; any other name is escaped.
package struct ObjectWriter {
    @usableFromInline var bytes: [UInt8]
    @usableFromInline var isFirst = true

    /// Begins an object.
    package init(reservingCapacity capacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(capacity)
        bytes.append(UInt8(ascii: "{"))
    }

    /// Begins an object behind a text, which is moved here and comes back with the finished object.
    package init(appendingTo text: inout [UInt8]) {
        bytes = []
        swap(&bytes, &text)
        bytes.append(UInt8(ascii: "{"))
    }

    /// The text with the object, closed.
    package consuming func finished() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    @inlinable
    package mutating func add(_ name: StaticString, _ value: String) {
        key(name)
        JSONValue.write(string: value, into: &bytes)
    }

    /// Leaves the member out when there is no value.
    @inlinable
    package mutating func add(_ name: StaticString, _ value: String?) {
        if let value { add(name, value) }
    }

    /// A path; the segment consists of characters that JSON takes as they are, which an order's number does.
    package mutating func add(
        _ name: StaticString,
        path start: StaticString,
        _ segment: String,
        _ end: StaticString = ""
    ) {
        key(name)
        bytes.append(UInt8(ascii: "\""))
        start.withUTF8Buffer { bytes.append(contentsOf: $0) }
        // Twice as fast as appending the UTF-8 view itself.
        segment.utf8.span.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        end.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
    }

    @inlinable
    package mutating func add(_ name: StaticString, _ value: Int) {
        key(name)
        JSONValue.write(number: value, into: &bytes)
    }

    package mutating func add(_ name: StaticString, _ values: [Int]) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        for place in values.indices {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONValue.write(number: values[place], into: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// An array of strings.
    package mutating func add(_ name: StaticString, strings values: [String]) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        for place in values.indices {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONValue.write(string: values[place], into: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    @inlinable
    package mutating func add(_ name: StaticString, _ value: JSONValue) {
        key(name)
        value.write(into: &bytes)
    }

    /// An instant as RFC 3339 in UTC with milliseconds; left out when there is none.
    package mutating func add(_ name: StaticString, _ value: Date?) {
        guard let value else { return }
        key(name)
        bytes.append(UInt8(ascii: "\""))
        Timestamp.write(value, into: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// An object, written member by member in its place.
    @inlinable
    package mutating func add(_ name: StaticString, _ members: (inout ObjectWriter) -> Void) {
        key(name)
        object(members)
    }

    /// The same under a name that only the running program knows.
    @inlinable
    package mutating func add(name: String, _ members: (inout ObjectWriter) -> Void) {
        key(name: name)
        object(members)
    }

    /// An array of objects, each written member by member in its place.
    @inlinable
    package mutating func add<Element>(
        _ name: StaticString,
        objects elements: [Element],
        _ members: (inout ObjectWriter, Element) -> Void
    ) {
        key(name)
        bytes.append(UInt8(ascii: "["))
        for place in elements.indices {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            object { members(&$0, elements[place]) }
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Members, or a part of them, as they are in the text: their names, marks and values, all at once.
    package mutating func write(_ members: StaticString) {
        isFirst = false
        members.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// A part of a string that consists of characters that JSON takes as they are.
    package mutating func write(plain text: String) {
        // Twice as fast as appending the UTF-8 view itself.
        text.utf8.span.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    /// A value that is JSON text already, behind its name.
    package mutating func write(json value: [UInt8]) { bytes.append(contentsOf: value) }

    /// An instant as `add` writes it, without quotes.
    package mutating func write(_ instant: Date) { Timestamp.write(instant, into: &bytes) }

    /// A value that is JSON text already.
    @inlinable
    package mutating func add(_ name: StaticString, json: StaticString) {
        key(name)
        json.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// A value that is JSON text already; left out when there is none.
    @inlinable
    package mutating func add(_ name: StaticString, json: [UInt8]?) {
        guard let json else { return }
        key(name)
        bytes.append(contentsOf: json)
    }

    /// A value that `write` appends as JSON text.
    @inlinable
    package mutating func addValue(_ name: StaticString, _ write: (inout [UInt8]) -> Void) {
        key(name)
        write(&bytes)
    }

    /// The same under a name that only the running program knows.
    @inlinable
    package mutating func addValue(name: String, _ write: (inout [UInt8]) -> Void) {
        key(name: name)
        write(&bytes)
    }

    /// An array of values that are JSON texts already.
    package mutating func add(_ name: StaticString, array elements: [[UInt8]]) {
        key(name)
        write(array: elements)
    }

    /// The same under a name that only the running program knows.
    package mutating func add(name: String, array elements: [[UInt8]]) {
        key(name: name)
        write(array: elements)
    }

    private mutating func write(array elements: [[UInt8]]) {
        bytes.append(UInt8(ascii: "["))
        for place in elements.indices {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: elements[place])
        }
        bytes.append(UInt8(ascii: "]"))
    }

    @inlinable
    mutating func object(_ members: (inout ObjectWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        members(&self)
        bytes.append(UInt8(ascii: "}"))
        isFirst = false
    }

    @inlinable
    mutating func key(_ name: StaticString) {
        let isFirst = isFirst
        bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { span in
            if !isFirst { span.append(UInt8(ascii: ",")) }
            span.append(UInt8(ascii: "\""))
            name.withUTF8Buffer { name in
                for byte in name { span.append(byte) }
            }
            span.append(UInt8(ascii: "\""))
            span.append(UInt8(ascii: ":"))
        }
        self.isFirst = false
    }

    @usableFromInline
    mutating func key(name: String) {
        JSONValue.write(name: name, isFirst: isFirst, into: &bytes)
        isFirst = false
    }
}
