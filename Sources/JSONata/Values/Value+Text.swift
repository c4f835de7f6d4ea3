import JSON

extension Evaluator {
    /// What `$string` and `&` make of a value.
    func string(_ value: Value, isPretty: Bool) throws(Fault) -> String {
        switch value {
        case .string(let text): return text
        case .undefined, .function: return ""
        case .number(let number):
            guard number.isFinite else { throw Fault("D3001", value: .null) }
            return NumberText.json(number)
        case .long(let number): return String(number)
        case .array(let array) where array.traits.contains(.outerWrapper):
            return try string(array.elements[0], isPretty: isPretty)
        case .null, .bool, .array, .object, .tuples:
            var writer = TextWriter(isPretty: isPretty, limits: limits)
            try writer.write(value, level: 0)
            try spend(writer.numbers / 2 + writer.members)
            return String(decoding: writer.text, as: UTF8.self)
        }
    }
}

/// Writes values as JSON.stringify does, numbers with 15 significant digits and functions as "".
private struct TextWriter {
    let isPretty: Bool
    let limits: JSONataLimits
    private(set) var text: [UInt8] = []
    /// How many numbers were written, which takes longer than other text.
    private(set) var numbers = 0
    /// How many members, which may have had to be put in order.
    private(set) var members = 0

    init(isPretty: Bool, limits: JSONataLimits) {
        self.isPretty = isPretty
        self.limits = limits
    }

    mutating func write(_ value: Value, level: Int) throws(Fault) {
        guard level <= limits.maximumNesting + 512 else {
            throw .limit("A value is nested too deeply to be written")
        }
        guard text.count <= limits.maximumStringLength else {
            throw Evaluator.outOfMemory
        }
        switch value {
        case .undefined, .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .number(let number):
            guard try value.finiteNumber() != nil else { return append("null") }
            numbers += 1
            append(NumberText.json(number))
        case .long(let number): append(String(number))
        case .string(let string): JSONValue.string(string).write(into: &text)
        case .function: append("\"\"")
        case .array(let array): try writeArray(array.elements, level: level)
        case .tuples(let stream): try writeArray(stream.tuples.map(\.focus), level: level)
        case .object(let object): try writeObject(object, level: level)
        }
    }

    private mutating func writeArray(_ elements: [Value], level: Int) throws(Fault) {
        append("[")
        for (place, element) in elements.enumerated() {
            startLine(isFirst: place == 0, level: level + 1)
            try write(element, level: level + 1)
        }
        end("]", isEmpty: elements.isEmpty, level: level)
    }

    private mutating func writeObject(_ object: ObjectValue, level: Int) throws(Fault) {
        append("{")
        members += object.count
        var isFirst = true
        for (name, value) in object.members where !value.isUndefined {
            startLine(isFirst: isFirst, level: level + 1)
            isFirst = false
            JSONValue.string(name).write(into: &text)
            append(isPretty ? ": " : ":")
            try write(value, level: level + 1)
        }
        end("}", isEmpty: isFirst, level: level)
    }

    private mutating func startLine(isFirst: Bool, level: Int) {
        if !isFirst { append(",") }
        if isPretty { breakLine(level: level) }
    }

    private mutating func end(_ bracket: String, isEmpty: Bool, level: Int) {
        if isPretty, !isEmpty { breakLine(level: level) }
        append(bracket)
    }

    private mutating func breakLine(level: Int) {
        text.append(UInt8(ascii: "\n"))
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    private mutating func append(_ part: String) { text.append(contentsOf: part.utf8) }
}
