extension JSONValue {
    /// The value as compact JSON text.
    package var text: String {
        var buffer = TextBuffer()
        _ = buffer.put(self, upTo: .max)
        return buffer.text
    }

    /// The value as compact JSON text in UTF-8.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        write(into: &output)
        return output
    }

    /// The value as compact JSON text, or nil when that is longer than so many bytes.
    package func text(upTo maximum: Int) -> String? {
        var buffer = TextBuffer()
        return buffer.put(self, upTo: maximum) ? buffer.text : nil
    }

    /// The value as JSON text for people: two spaces a level, one member a line.
    package var prettyText: String {
        var output: [UInt8] = []
        writePretty(into: &output, level: 0)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the value as compact JSON text in UTF-8.
    package func write(into output: inout [UInt8]) {
        var buffer = TextBuffer()
        _ = buffer.put(self, upTo: .max)
        buffer.append(to: &output)
    }

    /// Appends a string in quotes; escapes what RFC 8259 §7 demands and nothing else.
    package static func write(string: String, into output: inout [UInt8]) {
        let text = string.utf8.span
        let escapes = text.isPlain ? 0 : text.escapesLength
        output.append(text.count + escapes + 2) {
            $0.put(quoted: text, hasEscapes: escapes > 0, at: &$1)
        }
    }

    package static func write(number: Int, into output: inout [UInt8]) {
        // Most are counts of one digit.
        if 0...9 ~= number { return output.append(UInt8(ascii: "0") + UInt8(number)) }
        guard number >= 0 else { return output.append(contentsOf: String(number).utf8) }
        write(number: number / 10, into: &output)
        output.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Appends a member's name and what stands before and after it.
    static func write(name: String, isFirst: Bool, into output: inout [UInt8]) {
        let text = name.utf8.span
        let escapes = text.isPlain ? 0 : text.escapesLength
        output.append(text.count + escapes + (isFirst ? 3 : 4)) {
            if !isFirst { $0.put(UInt8(ascii: ","), at: &$1) }
            $0.put(quoted: text, hasEscapes: escapes > 0, at: &$1)
            $0.put(UInt8(ascii: ":"), at: &$1)
        }
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

extension [UInt8] {
    /// Appends so many bytes, which `write` puts at their places.
    @inline(__always)
    fileprivate mutating func append(
        _ length: Int,
        _ write: (inout MutableRawSpan, inout Int) -> Void
    ) {
        append(addingCapacity: length) { span in
            span.append(repeating: 0, count: length)
            var span = span.mutableSpan
            var bytes = span.mutableBytes
            var place = 0
            write(&bytes, &place)
        }
    }
}
