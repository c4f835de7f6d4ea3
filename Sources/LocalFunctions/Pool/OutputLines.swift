/// Cuts what a worker writes into lines of bounded length.
struct OutputLines: Sendable {
    private var rest: [UInt8] = []

    /// In bytes; what is longer goes on in the next line.
    static let longest = 16_384

    /// The lines that these bytes complete.
    mutating func add(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lines.append(takeRest())
            } else {
                rest.append(byte)
                if rest.count >= Self.longest { lines.append(takeRest()) }
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
        let text = rest.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : $0 }
        return String(decoding: text, as: UTF8.self)
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
