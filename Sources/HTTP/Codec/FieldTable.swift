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
    var lines: [Line]

    init(bytes: [UInt8], lines: [Line]) {
        self.bytes = bytes
        self.lines = lines
    }

    /// The same fields as a table, for requests that did not arrive over a connection.
    public init(_ fields: HTTPFields = [:]) {
        (bytes, lines) = ([], [])
        for field in fields {
            let name = append(field.name.rawName.utf8)
            let value = field.withUnsafeBytesOfValue { append($0) }
            lines.append(Line(name: name, value: value))
        }
    }

    /// How many field lines there are.
    public var count: Int { lines.count }

    /// The value of the field with this name; several lines are joined with `, ` (RFC 9110 §5.3).
    public subscript(name: HTTPField.Name) -> String? {
        var joined: String?
        for line in lines where isNamed(name, line) {
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
        lines.filter { isNamed(name, $0) }.map { text($0.value) }
    }

    /// Whether there is a line with this name.
    public func contains(_ name: HTTPField.Name) -> Bool {
        lines.contains { isNamed(name, $0) }
    }

    /// Whether there is a line with this name and this value, which is given in lower case and compared without.
    public func contains(_ name: HTTPField.Name, _ value: StaticString) -> Bool {
        lines.contains { line in
            isNamed(name, line)
                && bytes.span.extracting(range(line.value)).equalsIgnoringCase(value)
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

    func isNamed(_ name: HTTPField.Name, _ line: Line) -> Bool {
        let canonical = name.canonicalName.utf8
        guard line.name.count == canonical.count else { return false }
        var position = Int(line.name.lowerBound)
        for byte in canonical {
            guard bytes[position].asciiLowercased == byte else { return false }
            position += 1
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
