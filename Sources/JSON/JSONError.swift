/// Why a text is not JSON, and where.
package struct JSONError: Error, Hashable, CustomStringConvertible {
    /// What was wrong, as a phrase: `expected a value`.
    package let reason: String
    /// How many bytes of the text precede the fault.
    package let offset: Int

    /// `expected a value at byte 12`; JSON is UTF-8, and the reason says so where a text begins in another encoding.
    package var description: String { "\(reason) at byte \(offset)" }

    /// The fault's line and column in that text, both from 1; columns count bytes.
    package func position(in text: some Collection<UInt8>) -> (line: Int, column: Int) {
        var (line, column) = (1, 1)
        for byte in text.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return (line, column)
    }
}
