internal import Formats

/// Takes a chunked body out of what arrives (RFC 9112 §7.1).
///
/// Extensions and trailer fields are checked, bounded and dropped: nobody here gives them a meaning.
struct ChunkedDecoder {
    /// The longest line with a chunk's size and its extensions.
    static let longestSizeLine = 1_024
    /// The bytes all size lines of a body may spend on extensions.
    static let maximumExtensions = 16_384

    private enum State {
        case size
        case data(left: Int)
        case dataEnd
        case trailer(FieldLines)
        case finished
    }

    private var state = State.size
    private var scanner = LineScanner()
    private var extensions = 0
    private let limits: HeadLimits

    init(limits: HeadLimits) {
        self.limits = limits
    }

    /// Moves what arrived to `body`; true when the body is whole and its trailer has been read.
    mutating func decode(
        _ input: inout InputBuffer,
        into body: inout [UInt8],
        limit: Int
    ) throws(MessageFault) -> Bool {
        while true {
            switch state {
            case .size:
                guard let size = try readSize(&input) else { return false }
                guard size <= limit - body.count else { throw .bodyTooLarge(limit: limit) }
                state = size == 0 ? .trailer(FieldLines()) : .data(left: size)
            case .data(let left):
                guard !input.isEmpty else { return false }
                let count = min(left, input.count)
                input.move(count, to: &body)
                state = count == left ? .dataEnd : .data(left: left - count)
            case .dataEnd:
                guard try readDataEnd(&input) else { return false }
                state = .size
            case .trailer(let fields):
                guard try readTrailer(&input, fields) else { return false }
                state = .finished
            case .finished:
                return true
            }
        }
    }

    private mutating func readSize(_ input: inout InputBuffer) throws(MessageFault) -> Int? {
        var size: Int?
        try input.read { (bytes) throws(MessageFault) in
            guard let line = try nextLine(bytes) else { return }
            let (value, digits) = try Self.parseSize(bytes.extracting(line))
            extensions += line.count - digits
            size = value
        }
        guard extensions <= Self.maximumExtensions else {
            throw .malformed("The chunks carry too many extensions.")
        }
        if size != nil { useLines(&input) }
        return size
    }

    private mutating func nextLine(_ bytes: Span<UInt8>) throws(MessageFault) -> Range<Int>? {
        let room = LineScanner.Room(line: Self.longestSizeLine, total: .max)
        do throws(LineScanner.Fault) {
            return try scanner.next(in: bytes, room: room)
        } catch {
            throw MessageFault(
                error,
                tooLong: .malformed("A chunk's size line is too long.")
            )
        }
    }

    /// The size, and how many digits it was written with.
    private static func parseSize(
        _ line: Span<UInt8>
    ) throws(MessageFault) -> (size: Int, digits: Int) {
        var size = 0
        var index = 0
        while index < line.count, let digit = line[index].hexadecimalValue {
            let (shifted, overflows) = size.multipliedReportingOverflow(by: 16)
            guard !overflows else { throw .malformed("A chunk is larger than any body can be.") }
            size = shifted | Int(digit)
            index += 1
        }
        guard index > 0 else { throw .malformed("A chunk's size is not a hexadecimal number.") }
        try checkExtensions(line.extracting(index..<line.count))
        return (size, index)
    }

    /// Extensions as RFC 9112 §7.1.1 writes them: `;name`, `;name=token`, `;name="text"`, blanks around `;` and `=`.
    private static func checkExtensions(_ text: Span<UInt8>) throws(MessageFault) {
        var index = 0
        while index < text.count {
            skipBlanks(text, &index)
            guard take(UInt8(ascii: ";"), of: text, &index) else {
                throw .malformed("Something other than an extension follows a chunk's size.")
            }
            skipBlanks(text, &index)
            guard takeToken(text, &index) else {
                throw .malformed("A chunk's extension has no name that is a token.")
            }
            let end = index
            skipBlanks(text, &index)
            guard take(UInt8(ascii: "="), of: text, &index) else {
                index = end
                continue
            }
            skipBlanks(text, &index)
            guard takeToken(text, &index) || takeQuoted(text, &index) else {
                throw .malformed("A chunk's extension has no value that is a token or quoted.")
            }
        }
    }

    private static func skipBlanks(_ text: Span<UInt8>, _ index: inout Int) {
        while index < text.count, text[index].isBlank { index += 1 }
    }

    private static func take(_ byte: UInt8, of text: Span<UInt8>, _ index: inout Int) -> Bool {
        guard index < text.count, text[index] == byte else { return false }
        index += 1
        return true
    }

    private static func takeToken(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
        let start = index
        while index < text.count, ByteSet.token.contains(text[index]) { index += 1 }
        return index > start
    }

    /// A quoted string (RFC 9110 §5.6.4).
    private static func takeQuoted(_ text: Span<UInt8>, _ index: inout Int) -> Bool {
        guard take(UInt8(ascii: "\""), of: text, &index) else { return false }
        while index < text.count, text[index].isFieldContent {
            if take(UInt8(ascii: "\""), of: text, &index) { return true }
            if text[index] == UInt8(ascii: "\\") { index += 1 }
            guard index < text.count, text[index].isFieldContent else { return false }
            index += 1
        }
        return false
    }

    private func readDataEnd(_ input: inout InputBuffer) throws(MessageFault) -> Bool {
        let isEnd: Bool? = input.read { bytes in
            if bytes.count > 0, bytes[0] != .carriageReturn { return false }
            if bytes.count > 1, bytes[1] != .lineFeed { return false }
            return bytes.count > 1 ? true : nil
        }
        guard let isEnd else { return false }
        guard isEnd else { throw .malformed("A chunk is not as long as its size says.") }
        input.use(2)
        return true
    }

    private mutating func readTrailer(
        _ input: inout InputBuffer,
        _ fields: FieldLines
    ) throws(MessageFault) -> Bool {
        var fields = fields
        let isWhole = try input.read { (bytes) throws(MessageFault) in
            try fields.read(bytes, &scanner, limits: limits)
        }
        if isWhole { useLines(&input) } else { state = .trailer(fields) }
        return isWhole
    }

    private mutating func useLines(_ input: inout InputBuffer) {
        input.use(scanner.lineStart)
        scanner = LineScanner()
    }
}
