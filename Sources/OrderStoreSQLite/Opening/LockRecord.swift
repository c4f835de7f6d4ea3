/// What the lock file remembers of the store beside it, so that a store that is missing or older than it was is not taken
/// for a new one.
struct LockRecord: Equatable, Sendable {
    /// The store's own id.
    var store: [UInt8]
    /// The number of the start that wrote it.
    var boot: Int64
    /// How many transactions were committed by then.
    var commits: Int64
    /// Whether the store was closed in order after them.
    var isClosed: Bool

    /// How many bytes it is written in: less than a disk's sector, so that it is written whole or not at all.
    static let size = 56

    private static let magic: [UInt8] = Array("orderd\u{0}\u{1}".utf8)

    var bytes: [UInt8] {
        var bytes = Self.magic + store
        for value in [boot, commits, isClosed ? 1 : 0] { bytes += value.littleEndianBytes }
        return bytes + Self.sum(bytes).littleEndianBytes
    }

    /// nil when the bytes are no record, as in the empty lock file of an earlier version.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.size, Array(bytes.prefix(8)) == Self.magic else { return nil }
        let values = (0..<4).map { index in
            let word = bytes[(24 + 8 * index)..<(32 + 8 * index)]
            return word.reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
        }
        guard values[3] == Self.sum(Array(bytes.prefix(Self.size - 8))) else { return nil }
        store = Array(bytes[8..<24])
        (boot, commits, isClosed) = (values[0], values[1], values[2] == 1)
    }

    init(store: [UInt8], boot: Int64, commits: Int64, isClosed: Bool) {
        precondition(store.count == 16, "a store's id has 16 bytes")
        self.store = store
        self.boot = boot
        self.commits = commits
        self.isClosed = isClosed
    }

    private static func sum(_ bytes: [UInt8]) -> Int64 {
        var values = SipHash(key: Array(repeating: 0, count: 16)).values
        values.add(bytes)
        return values.finish()
    }
}

extension Int64 {
    fileprivate var littleEndianBytes: [UInt8] {
        withUnsafeBytes(of: littleEndian) { Array($0) }
    }
}
