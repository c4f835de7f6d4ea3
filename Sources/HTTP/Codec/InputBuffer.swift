/// Bytes that arrived and were not used yet.
///
/// Using bytes moves a mark and copies nothing; the used ones go when room is made for the next read.
struct InputBuffer {
    /// What a connection keeps between two messages, at most.
    static let keptCapacity = 4_096

    /// What arrived, used or not; a read appends to it after `makeRoom`.
    var bytes: [UInt8] = []
    private var start = 0

    /// How many bytes wait.
    var count: Int { bytes.count - start }
    var isEmpty: Bool { bytes.count == start }

    init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// Calls `body` with the bytes that wait.
    @inline(__always)
    func read<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(bytes.span.extracting(start..<bytes.count))
    }

    /// A copy of the first bytes that wait.
    func prefix(_ count: Int) -> [UInt8] {
        Array(bytes[start..<start + count])
    }

    /// Appends the first bytes that wait to `other` and uses them up.
    mutating func move(_ count: Int, to other: inout [UInt8]) {
        // A slice of an array would be appended byte by byte.
        bytes.span.extracting(start..<start + count).withUnsafeBufferPointer {
            other.append(contentsOf: $0)
        }
        use(count)
    }

    /// Uses up the first bytes that wait.
    mutating func use(_ count: Int) {
        start += count
        precondition(start <= bytes.count, "More was used than had arrived.")
        guard isEmpty else { return }
        bytes.removeAll(keepingCapacity: bytes.capacity <= Self.keptCapacity)
        start = 0
    }

    mutating func append(_ more: some Collection<UInt8>) {
        makeRoom()
        bytes.append(contentsOf: more)
    }

    /// Drops what was used once that is at least half, so that each byte is moved once on average.
    mutating func makeRoom() {
        guard start > 0, start >= bytes.count - start else { return }
        bytes.removeSubrange(..<start)
        start = 0
    }
}
