/// How a text begins that is not plain UTF-8, which alone is exchanged as JSON (RFC 8259 §8.1).
enum ForeignEncoding {
    case markedUTF8
    case utf16
    case utf32

    /// Looks at a byte order mark; without one a first character of ASCII shows by the zeros around it.
    init?(beginning bytes: [UInt8]) {
        // What is missing is nothing that any of them has there.
        let first = Array(bytes.prefix(4)) + [0x80, 0x80, 0x80, 0x80]
        switch (first[0], first[1], first[2], first[3]) {
        case (0xEF, 0xBB, 0xBF, _): self = .markedUTF8
        case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (0, 0, 0, 1...0x7F), (1...0x7F, 0, 0, 0):
            self = .utf32
        case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _), (0, 1...0x7F, 0, _), (1...0x7F, 0, _, 0):
            self = .utf16
        default: return nil
        }
    }

    /// What would be right and what is wrong, which the place follows.
    var error: JSONError {
        let finding =
            switch self {
            case .markedUTF8: "there is one (EF BB BF)"
            case .utf16: "UTF-16 begins"
            case .utf32: "UTF-32 begins"
            }
        return JSONError(
            reason: "write UTF-8 without a byte order mark: \(finding)",
            offset: 0
        )
    }
}
