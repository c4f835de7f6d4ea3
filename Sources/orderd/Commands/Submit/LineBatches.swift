import JSON

/// Cuts a file with an order on each line into what `POST /orders` takes at once.
struct LineBatches {
    struct Batch: Equatable {
        /// Where it begins in the file; the first line is 1.
        let firstLine: Int
        var text: [UInt8] = []
        /// How many lines are not empty.
        var orders = 0
        /// The bytes of the file up to its end.
        var end = 0
    }

    /// A line that no service takes.
    struct LineTooLong: Error, CustomStringConvertible {
        let line: Int
        var description: String { "line \(line) is longer than \(maximumLine >> 20) MiB" }
    }

    /// The most orders in one batch: half of what the service takes.
    static let maximumOrders = 500
    /// A batch is sent when it is longer.
    static let maximumSize = 2 << 20
    /// The longest line, so that a batch of it and others is not too large for the service.
    static let maximumLine = 4 << 20

    private var batch = Batch(firstLine: 1)
    private var line: [UInt8] = []
    private var number = 1
    private var count = 0

    /// Answers the batches that are whole with this piece of the file.
    mutating func add(_ piece: some Sequence<UInt8>) throws(LineTooLong) -> [Batch] {
        var batches: [Batch] = []
        for byte in piece {
            count += 1
            line.append(byte)
            guard line.count <= Self.maximumLine else { throw LineTooLong(line: number) }
            guard byte == UInt8(ascii: "\n") else { continue }
            endLine()
            if batch.orders >= Self.maximumOrders || batch.text.count >= Self.maximumSize {
                batches += take()
            }
        }
        return batches
    }

    /// Answers what is left at the file's end.
    mutating func end() -> [Batch] {
        endLine()
        return take()
    }

    private mutating func endLine() {
        batch.text += line
        if !line.allSatisfy({ [0x20, 0x09, 0x0D, 0x0A].contains($0) }) { batch.orders += 1 }
        line.removeAll(keepingCapacity: true)
        number += 1
    }

    /// The batch, unless there is nothing in it.
    private mutating func take() -> [Batch] {
        batch.end = count
        defer { batch = Batch(firstLine: number) }
        return batch.orders > 0 ? [batch] : []
    }
}

extension LineBatches {
    /// Whether a file has an order on each line, and not one order: it has lines that are objects, or says so by its name.
    static func areIn(_ text: [UInt8], named name: String) -> Bool {
        let lowered = name.lowercased()
        if [".ndjson", ".jsonl"].contains(where: lowered.hasSuffix) { return true }
        if (try? JSONValue(parsing: text)) != nil { return false }
        let lines = text.split(separator: UInt8(ascii: "\n"), maxSplits: 16)
            .filter { !$0.allSatisfy { [0x20, 0x09, 0x0D].contains($0) } }
        // The first may be broken, and the second is told from the middle of an object.
        return lines.count > 1
            && lines.prefix(2).contains { (try? JSONValue(parsing: Array($0)))?.object != nil }
    }
}
