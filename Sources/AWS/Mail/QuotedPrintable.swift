internal import Formats

/// Text in lines of at most 76 characters of ASCII (RFC 2045 §6.7).
enum QuotedPrintable {
    private static let lineLength = 76

    /// The bytes of a text whose lines end in CRLF.
    static func encode(_ text: [UInt8]) -> [UInt8] {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.count + text.count / 4)
        var column = 0
        for (index, byte) in text.enumerated() {
            if byte == 0x0D || byte == 0x0A {
                encoded.append(byte)
                column = 0
                continue
            }
            let isLast = index + 1 == text.count || text[index + 1] == 0x0D
            let piece = piece(byte, isFirst: column == 0, isLast: isLast)
            // A line that goes on ends in "=", which needs a place of its own.
            if column + piece.count > (isLast ? lineLength : lineLength - 1) {
                encoded += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
            }
            encoded += piece
            column += piece.count
        }
        return encoded
    }

    private static func piece(_ byte: UInt8, isFirst: Bool, isLast: Bool) -> [UInt8] {
        let isBlank = byte == 0x20 || byte == 0x09
        let isPrintable = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
        // Blanks at a line's end are lost on the way, and a dot at its begin may be.
        let mayStand = isBlank ? !isLast : isPrintable && !(isFirst && byte == UInt8(ascii: "."))
        if mayStand { return [byte] }
        return Array("=\(Hexadecimal.uppercase(byte))".utf8)
    }
}
