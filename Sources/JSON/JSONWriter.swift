extension JSONValue {
    /// The value as compact JSON text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value as compact JSON text in UTF-8.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(256)
        write(into: &output)
        return output
    }

    /// The value as compact JSON text, or nil when that is longer than so many bytes.
    ///
    /// Values that share their parts can be far longer as text than they are in memory.
    package func text(upTo maximum: Int) -> String? {
        var output: [UInt8] = []
        output.reserveCapacity(256)
        guard write(into: &output, upTo: maximum) else { return nil }
        return String(decoding: output, as: UTF8.self)
    }

    /// The value as JSON text for people: two spaces a level, one member a line.
    package var prettyText: String {
        var output: [UInt8] = []
        writePretty(into: &output, level: 0)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the value as compact JSON text in UTF-8.
    package func write(into output: inout [UInt8]) { _ = write(into: &output, upTo: .max) }

    /// The same until there are more bytes than so many, and says whether there are not.
    func write(into output: inout [UInt8], upTo maximum: Int) -> Bool {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let value): output.append(contentsOf: value.text.utf8)
        case .string(let value): Self.write(string: value, into: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for index in elements.indices {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                guard elements[index].write(into: &output, upTo: maximum) else { return false }
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            guard members.write(into: &output, upTo: maximum) else { return false }
        }
        return output.count <= maximum
    }

    /// Appends a string in quotes; escapes what RFC 8259 §7 demands and nothing else.
    package static func write(string: String, into output: inout [UInt8]) {
        let bytes = string.utf8.span
        let isPlain = bytes.plainPrefix(from: 0).end == bytes.count
        if isPlain, bytes.count >= longString {
            output.append(UInt8(ascii: "\""))
            // Twice as fast as appending the UTF-8 view itself.
            bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) }
            return output.append(UInt8(ascii: "\""))
        }
        let escapes = isPlain ? 0 : bytes.escapesLength
        output.append(addingCapacity: bytes.count + escapes + 2) { span in
            write(bytes, hasEscapes: escapes > 0, into: &span)
        }
    }

    package static func write(number: Int, into output: inout [UInt8]) {
        // Most are counts of one digit.
        if 0...9 ~= number { return output.append(UInt8(ascii: "0") + UInt8(number)) }
        guard number >= 0 else { return output.append(contentsOf: String(number).utf8) }
        write(number: number / 10, into: &output)
        output.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// From so many bytes on it pays to have them copied by the standard library.
    private static let longString = 16

    /// Appends a member's name and what stands before and after it.
    static func write(name: String, isFirst: Bool, into output: inout [UInt8]) {
        let bytes = name.utf8.span
        let isPlain = bytes.plainPrefix(from: 0).end == bytes.count
        let escapes = isPlain ? 0 : bytes.escapesLength
        output.append(addingCapacity: bytes.count + escapes + 4) { span in
            if !isFirst { span.append(UInt8(ascii: ",")) }
            write(bytes, hasEscapes: escapes > 0, into: &span)
            span.append(UInt8(ascii: ":"))
        }
    }

    private static func write(
        _ bytes: borrowing Span<UInt8>,
        hasEscapes: Bool,
        into span: inout OutputSpan<UInt8>
    ) {
        span.append(UInt8(ascii: "\""))
        if hasEscapes {
            for place in bytes.indices { write(bytes[place], into: &span) }
        } else {
            for place in bytes.indices { span.append(bytes[place]) }
        }
        span.append(UInt8(ascii: "\""))
    }

    private static func write(_ byte: UInt8, into span: inout OutputSpan<UInt8>) {
        let length = byte.escapeLength
        guard length > 0 else { return span.append(byte) }
        span.append(UInt8(ascii: "\\"))
        guard length > 1 else { return span.append(byte.escapeLetter) }
        span.append(UInt8(ascii: "u"))
        span.append(UInt8(ascii: "0"))
        span.append(UInt8(ascii: "0"))
        span.append(UInt8(ascii: "0") + byte >> 4)
        let digit = byte & 15
        span.append(digit + UInt8(ascii: digit < 10 ? "0" : "W"))
    }

    private func writePretty(into output: inout [UInt8], level: Int) {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            Self.writeLines("[", "]", count: elements.count, level, into: &output) {
                index,
                output in
                elements[index].writePretty(into: &output, level: level + 1)
            }
        case .object(let members) where !members.isEmpty:
            let (keys, values) = (members.keys, members.values)
            Self.writeLines("{", "}", count: members.count, level, into: &output) { index, output in
                Self.write(string: keys[index], into: &output)
                output.append(contentsOf: ": ".utf8)
                values[index].writePretty(into: &output, level: level + 1)
            }
        case .null, .bool, .number, .string, .array, .object: write(into: &output)
        }
    }

    private static func writeLines(
        _ open: String,
        _ close: String,
        count: Int,
        _ level: Int,
        into output: inout [UInt8],
        line: (Int, inout [UInt8]) -> Void
    ) {
        output.append(contentsOf: open.utf8)
        for index in 0..<count {
            output.append(contentsOf: (index > 0 ? ",\n" : "\n").utf8)
            output.append(contentsOf: repeatElement(0x20, count: 2 * (level + 1)))
            line(index, &output)
        }
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: 2 * level))
        output.append(contentsOf: close.utf8)
    }
}

extension JSONValue: CustomStringConvertible {
    package var description: String { text }
}

extension Span<UInt8> {
    /// How many bytes more than these the escaped text has.
    fileprivate var escapesLength: Int {
        var length = 0
        for place in indices { length &+= self[place].escapeLength }
        return length
    }
}

extension UInt8 {
    /// How many bytes more than one the escaped byte has: `\n` one, `\u0001` five.
    fileprivate var escapeLength: Int {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: 1
        case 0..<0x20: 5
        default: 0
        }
    }

    /// What follows the backslash when one byte does.
    fileprivate var escapeLetter: UInt8 {
        switch self {
        case 0x08: UInt8(ascii: "b")
        case 0x09: UInt8(ascii: "t")
        case 0x0A: UInt8(ascii: "n")
        case 0x0C: UInt8(ascii: "f")
        case 0x0D: UInt8(ascii: "r")
        default: self
        }
    }
}
