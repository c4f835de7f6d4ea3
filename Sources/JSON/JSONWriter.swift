extension JSONValue {
    /// The value as compact JSON text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value as compact JSON text in UTF-8.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        write(into: &output)
        return output
    }

    /// The value as JSON text for people: two spaces a level, one member a line.
    public var prettyText: String {
        var output: [UInt8] = []
        writePretty(into: &output, level: 0)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the value as compact JSON text in UTF-8.
    public func write(into output: inout [UInt8]) {
        switch self {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let value): output.append(contentsOf: value.text.utf8)
        case .string(let value): Self.write(string: value, into: &output)
        case .array(let elements): Self.write(array: elements, into: &output)
        case .object(let members): members.write(into: &output)
        }
    }

    private static func write(array elements: [JSONValue], into output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            element.write(into: &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    /// Appends a string in quotes; escapes what RFC 8259 §7 demands and nothing else.
    public static func write(string: String, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        let utf8 = string.utf8
        if utf8.hasEscapes {
            output.reserveCapacity(output.count + utf8.count + utf8.count / 4)
            for byte in utf8 { write(byte, into: &output) }
        } else {
            output.append(contentsOf: utf8)
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func write(_ byte: UInt8, into output: inout [UInt8]) {
        if !byte.needsEscape { return output.append(byte) }
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        default:
            let digits = Array("0123456789abcdef".utf8)
            output.append(contentsOf: "u00".utf8)
            output.append(digits[Int(byte >> 4)])
            output.append(digits[Int(byte & 15)])
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

extension JSONObject {
    /// Appends the object as compact JSON text in UTF-8.
    public func write(into output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        var isFirst = true
        for (key, value) in self {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            JSONValue.write(string: key, into: &output)
            output.append(UInt8(ascii: ":"))
            value.write(into: &output)
        }
        output.append(UInt8(ascii: "}"))
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON text.
    public var description: String { text }
}

extension String.UTF8View {
    fileprivate var hasEscapes: Bool {
        let bytes = span
        for place in bytes.indices where bytes[place].needsEscape { return true }
        return false
    }
}

extension UInt8 {
    fileprivate var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}
