/// Cuts what a worker writes into lines of bounded length.
struct OutputLines: Sendable {
    private var rest: [UInt8] = []
    /// Whether what comes next goes on with a line that was cut.
    private var isCut = false

    /// In bytes; what is longer goes on in the next line.
    static let longest = 16_384

    /// The lines that these bytes complete.
    mutating func add(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        var left = bytes[...]
        while !left.isEmpty {
            let piece = left.prefix(Self.longest - rest.count)
            if let end = piece.firstIndex(of: UInt8(ascii: "\n")) {
                rest += piece[..<end]
                left = left[(end + 1)...]
                // The end of a line that was cut where it ended anyway is no line of its own.
                if !(rest.isEmpty && isCut) { lines.append(takeRest()) }
                isCut = false
            } else {
                rest += piece
                left = left.dropFirst(piece.count)
                isCut = rest.count == Self.longest
                if isCut { lines.append(takeRest()) }
            }
        }
        return lines
    }

    /// What was written without the end of a line, when nothing more is expected.
    mutating func finish() -> String? { rest.isEmpty ? nil : takeRest() }

    private mutating func takeRest() -> String {
        defer { rest.removeAll(keepingCapacity: true) }
        if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
        // AWS's runtime clients join the lines of one message by these.
        let text = String(decoding: rest, as: UTF8.self)
        return rest.contains(UInt8(ascii: "\r")) ? text.replacing("\r", with: "\n") : text
    }
}

/// The last of an event's log, as `X-Amz-Log-Result` has it.
struct LogTail: Sendable {
    private var kept: [UInt8] = []

    /// In bytes.
    static let size = 4_096

    mutating func add(_ line: String) {
        kept.append(contentsOf: line.utf8)
        kept.append(UInt8(ascii: "\n"))
        // Cut rarely, so that a line costs what it is long.
        if kept.count > 4 * Self.size { kept.removeFirst(kept.count - Self.size) }
    }

    var bytes: [UInt8] { Array(kept.suffix(Self.size)) }
}
