public import HTTPTypes

/// The field lines of one message, kept as the bytes that arrived and read on demand.
///
/// A request is answered after looking at a handful of its fields, so none is made into a `String`
/// before somebody asks: that is most of the price of a head.
public struct FieldTable: Sendable {
    /// Where one field line's name and value are in `bytes`.
    struct Line: Sendable {
        var name: Range<UInt32>
        var value: Range<UInt32>
    }

    /// The bytes `lines` points into: the whole head, start line included.
    var bytes: [UInt8]
    /// The lines in the order of their arrival.
    private(set) var lines: [Line]
    /// Which lengths of names there are, by their remainders of 64: most names that are looked for are on no line.
    private var nameLengths: UInt64 = 0

    init(bytes: [UInt8], lines: [Line]) {
        self.bytes = bytes
        self.lines = lines
        for place in lines.indices { note(lines[place]) }
    }

    private mutating func note(_ line: Line) {
        nameLengths |= 1 << UInt64((line.name.upperBound &- line.name.lowerBound) & 63)
    }

    /// The same fields as a table, for requests that did not arrive over a connection.
    public init(_ fields: HTTPFields = [:]) {
        (bytes, lines) = ([], [])
        bytes.reserveCapacity(fields.isEmpty ? 0 : 512)
        lines.reserveCapacity(fields.count)
        for field in fields {
            let name = field.name.rawName.utf8.span.withUnsafeBufferPointer { append($0) }
            let value = field.withUnsafeBytesOfValue { append($0) }
            lines.append(Line(name: name, value: value))
            note(lines[lines.count - 1])
        }
    }

    public var count: Int { lines.count }

    /// The value of the field with this name; several lines are joined with `, ` (RFC 9110 §5.3).
    public subscript(name: HTTPField.Name) -> String? {
        guard let first = firstLine(name) else { return nil }
        var joined: String?
        for line in lines[first...] where isNamed(name, line) {
            if joined == nil {
                joined = text(line.value)
            } else {
                joined?.append(name == .cookie ? "; " : ", ")
                joined?.append(text(line.value))
            }
        }
        return joined
    }

    /// The values of all lines with this name, in order.
    public func values(for name: HTTPField.Name) -> [String] {
        guard let first = firstLine(name) else { return [] }
        var values: [String] = []
        for line in lines[first...] where isNamed(name, line) { values.append(text(line.value)) }
        return values
    }

    /// Whether there is a line with this name.
    public func contains(_ name: HTTPField.Name) -> Bool {
        firstLine(name) != nil
    }

    /// Whether there is a line with this name and this value, which is given in lower case and compared without.
    public func contains(_ name: HTTPField.Name, _ value: StaticString) -> Bool {
        guard let first = firstLine(name) else { return false }
        for line in lines[first...] where isNamed(name, line) {
            if bytes.span.extracting(range(line.value)).equalsIgnoringCase(value) { return true }
        }
        return false
    }

    /// Whether each line with this name has a value that passes; no text is made of it.
    public func allSatisfy(_ name: HTTPField.Name, _ test: (Span<UInt8>) -> Bool) -> Bool {
        guard let first = firstLine(name) else { return true }
        for line in lines[first...] where isNamed(name, line) {
            guard test(bytes.span.extracting(range(line.value))) else { return false }
        }
        return true
    }

    /// The names of all lines in order, in lower case.
    public var names: [String] {
        lines.map { line in
            let name = bytes.span.extracting(range(line.name))
            return String(unsafeUninitializedCapacity: name.count) { text in
                for place in name.indices { text[place] = name[place].asciiLowercased }
                return name.count
            }
        }
    }

    /// Hands over the value of each line with this name, which is given in lower case; no text is made of it.
    public func forEachValue(of name: String, _ body: (Span<UInt8>) -> Void) {
        let wanted = name.utf8.span
        for line in lines where isNamed(wanted, line) {
            body(bytes.span.extracting(range(line.value)))
        }
    }

    /// All of it in the vocabulary of HTTPTypes.
    public var httpFields: HTTPFields {
        var fields = HTTPFields()
        fields.reserveCapacity(lines.count)
        for line in lines {
            guard let name = HTTPField.Name(text(line.name)) else { continue }
            fields.append(HTTPField(name: name, value: bytes[range(line.value)]))
        }
        return fields
    }

    private func firstLine(_ name: HTTPField.Name) -> Int? {
        let canonical = name.canonicalName
        let wanted = canonical.utf8.span
        guard nameLengths >> UInt64(wanted.count & 63) & 1 == 1 else { return nil }
        for place in lines.indices where isNamed(wanted, lines[place]) { return place }
        return nil
    }

    func isNamed(_ name: HTTPField.Name, _ line: Line) -> Bool {
        let canonical = name.canonicalName
        return isNamed(canonical.utf8.span, line)
    }

    @inline(__always)
    private func isNamed(_ canonical: borrowing Span<UInt8>, _ line: Line) -> Bool {
        guard Int(line.name.upperBound &- line.name.lowerBound) == canonical.count else {
            return false
        }
        let name = bytes.span.extracting(range(line.name))
        for place in canonical.indices
        where name[place] != canonical[place] && name[place].asciiLowercased != canonical[place] {
            return false
        }
        return true
    }

    /// Whether the line has this name, which is lowercase.
    @inline(__always)
    func isNamed(_ name: StaticString, _ line: Line) -> Bool {
        bytes.span.extracting(range(line.name)).equalsIgnoringCase(name)
    }

    func value(of line: Line) -> ArraySlice<UInt8> {
        bytes[range(line.value)]
    }

    private func text(_ part: Range<UInt32>) -> String {
        String(decoding: bytes[range(part)], as: UTF8.self)
    }

    private func range(_ part: Range<UInt32>) -> Range<Int> {
        Int(part.lowerBound)..<Int(part.upperBound)
    }

    private mutating func append(_ part: some Collection<UInt8>) -> Range<UInt32> {
        let start = UInt32(bytes.count)
        bytes.append(contentsOf: part)
        return start..<UInt32(bytes.count)
    }
}
