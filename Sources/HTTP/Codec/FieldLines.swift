internal import Formats

/// Reads the field lines of a head, or of a trailer, up to the empty line.
struct FieldLines {
    private(set) var lines: [FieldTable.Line] = []

    /// Reads on; true when the empty line has been read and the scanner stands behind it.
    mutating func read(
        _ bytes: Span<UInt8>,
        _ scanner: inout LineScanner,
        limits: HeadLimits
    ) throws(MessageFault) -> Bool {
        while let line = try nextLine(bytes, &scanner, limits) {
            if line.isEmpty { return true }
            if lines.isEmpty { lines.reserveCapacity(12) }
            let parts = try Self.parse(line, of: bytes)
            guard lines.count < limits.fieldLines else {
                throw .fieldsTooLarge("There are more than \(limits.fieldLines) field lines.")
            }
            lines.append(parts)
        }
        return false
    }

    private func nextLine(
        _ bytes: Span<UInt8>,
        _ scanner: inout LineScanner,
        _ limits: HeadLimits
    ) throws(MessageFault) -> Range<Int>? {
        let room = LineScanner.Room(line: limits.fieldLine, total: limits.total)
        do throws(LineScanner.Fault) {
            return try scanner.next(in: bytes, room: room)
        } catch {
            switch error {
            case .lineTooLong:
                throw .fieldsTooLarge("A field line is longer than \(limits.fieldLine) bytes.")
            case .totalTooLarge:
                throw .fieldsTooLarge("The fields are larger than \(limits.total) bytes.")
            case .bareLineFeed:
                throw MessageFault(error, tooLong: .startLineTooLong)
            }
        }
    }

    /// Cuts `name: value` (RFC 9112 §5).
    private static func parse(
        _ line: Range<Int>,
        of bytes: Span<UInt8>
    ) throws(MessageFault) -> FieldTable.Line {
        let colon = try nameEnd(line, of: bytes)
        var start = colon + 1
        var end = line.upperBound
        while start < end, bytes[start].isBlank { start += 1 }
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        guard bytes.extracting(start..<end).isFieldContent else {
            throw .malformed("A field value contains a control character.")
        }
        return FieldTable.Line(
            name: UInt32(line.lowerBound)..<UInt32(colon),
            value: UInt32(start)..<UInt32(end)
        )
    }

    private static func nameEnd(
        _ line: Range<Int>,
        of bytes: Span<UInt8>
    ) throws(MessageFault) -> Int {
        let token = ByteSet.token
        var index = line.lowerBound
        while index < line.upperBound, token.contains(bytes[index]) { index += 1 }
        guard index < line.upperBound else { throw .malformed("A field line has no colon.") }
        switch bytes[index] {
        case UInt8(ascii: ":") where index > line.lowerBound:
            return index
        case UInt8(ascii: ":"):
            throw .malformed("A field has no name.")
        case let byte where byte.isBlank && index == line.lowerBound:
            throw .malformed("A field line begins with white space; folded lines are refused.")
        case let byte where byte.isBlank:
            throw .malformed("White space follows a field's name.")
        default:
            throw .malformed("A field's name contains a character that is not allowed.")
        }
    }
}
