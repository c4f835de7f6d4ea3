/// Compact JSON text while it is written.
///
/// Its bytes reach beyond the text, so that what comes is put there by words and without asking for room byte by byte.
struct TextBuffer {
    /// Where a text is while it is short, as most are: on the stack.
    private var near = InlineArray<256, UInt8>(repeating: 0)
    /// Where it is when it is longer.
    private var far: [UInt8] = []
    /// How many of the bytes are text.
    private var count = 0

    /// The text.
    var text: String {
        guard far.isEmpty else { return String(decoding: far[..<count], as: UTF8.self) }
        return near.span.extracting(..<count).withUnsafeBufferPointer {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Appends the text in UTF-8 to another.
    func append(to output: inout [UInt8]) {
        guard far.isEmpty else { return output.append(contentsOf: far[..<count]) }
        near.span.extracting(..<count).withUnsafeBufferPointer { output.append(contentsOf: $0) }
    }

    /// Puts a value until there are more bytes than so many, and says whether there are not.
    ///
    /// Values that share their parts can be far longer as text than they are in memory.
    mutating func put(_ value: JSONValue, upTo maximum: Int) -> Bool {
        switch value {
        case .null: put(plain: "null")
        case .bool(let value): put(plain: value ? "true" : "false")
        case .number(let value): put(plain: value.text)
        case .string(let value): put(quoted: value)
        case .array(let elements):
            put(UInt8(ascii: "["))
            for index in elements.indices {
                if index > 0 { put(UInt8(ascii: ",")) }
                guard put(elements[index], upTo: maximum) else { return false }
            }
            put(UInt8(ascii: "]"))
        case .object(let members):
            guard members.put(into: &self, upTo: maximum) else { return false }
        }
        return count <= maximum
    }

    /// Puts a byte that stands for itself.
    mutating func put(_ byte: UInt8) {
        write(1) { output, place in output.put(byte, at: &place) }
    }

    /// Puts a member's name and what stands before and after it.
    mutating func put(name: String, isFirst: Bool) {
        let text = name.utf8.span
        let escapes = text.isPlain ? 0 : text.escapesLength
        write(text.count + escapes + 4) { output, place in
            if !isFirst { output.put(UInt8(ascii: ","), at: &place) }
            output.put(quoted: text, hasEscapes: escapes > 0, at: &place)
            output.put(UInt8(ascii: ":"), at: &place)
        }
    }

    private mutating func put(plain string: String) {
        let text = string.utf8.span
        write(text.count) { output, place in output.put(text, at: &place) }
    }

    private mutating func put(quoted string: String) {
        let text = string.utf8.span
        let escapes = text.isPlain ? 0 : text.escapesLength
        write(text.count + escapes + 2) { output, place in
            output.put(quoted: text, hasEscapes: escapes > 0, at: &place)
        }
    }

    /// Has so many bytes at most put at the text's end.
    @inline(__always)
    private mutating func write(
        _ length: Int,
        _ body: (inout MutableRawSpan, inout Int) -> Void
    ) {
        var place = count
        if far.isEmpty {
            if length <= near.count &- place {
                var bytes = near.mutableSpan
                var output = bytes.mutableBytes
                body(&output, &place)
                count = place
                return
            }
            grow(length)
        } else if length > far.count &- place {
            grow(length)
        }
        var bytes = far.mutableSpan
        var output = bytes.mutableBytes
        body(&output, &place)
        count = place
    }

    /// Makes room for so many bytes more, and at least as much again.
    @inline(never)
    private mutating func grow(_ needed: Int) {
        let isNear = far.isEmpty
        let more = max(needed, count)
        far.reserveCapacity(count + more)
        if isNear { for place in 0..<count { far.append(near[place]) } }
        far.append(contentsOf: repeatElement(0, count: more))
    }
}
