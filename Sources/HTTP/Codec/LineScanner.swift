/// Finds the lines of a message, one after the other, looking at each byte once.
///
/// Offsets count from where the scanner began. A line ends with CR LF and nothing else (RFC 9112 §2.2
/// allows a lone LF; we refuse it, because peers that disagree about line ends can be played off against
/// each other).
struct LineScanner {
    /// Where the next line begins.
    private(set) var lineStart = 0
    private var scanned = 0

    /// What a line may use.
    struct Room {
        /// The longest line, without its CR LF.
        var line: Int
        /// The largest sum of all lines with their ends.
        var total: Int
    }

    enum Fault: Error {
        case lineTooLong
        case totalTooLarge
        case bareLineFeed
    }

    /// The next line without its CR LF; nil until it has arrived.
    ///
    /// The answer depends on the bytes alone, never on how they were cut into reads.
    mutating func next(
        in bytes: Span<UInt8>,
        room: Room
    ) throws(Fault) -> Range<Int>? {
        let left = room.total - lineStart - 2
        let (longest, fault) =
            room.line <= left ? (room.line, Fault.lineTooLong) : (left, Fault.totalTooLarge)
        guard let lineFeed = bytes.firstIndex(of: .lineFeed, from: scanned) else {
            scanned = bytes.count
            let endsWithReturn = scanned > lineStart && bytes[scanned - 1] == .carriageReturn
            let length = scanned - lineStart - (endsWithReturn ? 1 : 0)
            if length > longest { throw fault }
            return nil
        }
        let isProper = lineFeed > lineStart && bytes[lineFeed - 1] == .carriageReturn
        let end = isProper ? lineFeed - 1 : lineFeed
        if end - lineStart > longest { throw fault }
        guard isProper else { throw .bareLineFeed }
        defer {
            lineStart = lineFeed + 1
            scanned = lineStart
        }
        return lineStart..<end
    }
}
