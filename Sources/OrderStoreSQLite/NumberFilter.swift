/// Which digests `order_numbers` may hold, so that most new numbers need not be looked for there.
///
/// One bit stands for all digests that begin alike. At a million orders a new number's bit is set by another's in one
/// of nine cases, at ten millions in two of three; then the table is asked. It is the writer's, who alone adds to the
/// table: a reader may look at an older table than the writer has filled this from.
struct NumberFilter {
    /// A megabyte of bits.
    private static let bitCount = 1 << 23
    /// Neighbouring digests are read from the table together, when one of them is first asked for: at a million orders
    /// some thousand, which is a tenth of a millisecond.
    private static let sectionCount = 1 << 10

    private var words: [UInt64] = []
    private var isRead: [Bool] = []

    /// False when the table does not hold the digest for certain.
    mutating func mayHold(_ digest: Int64, _ connection: Connection) throws -> Bool {
        if isRead.isEmpty {
            words = Array(repeating: 0, count: Self.bitCount / UInt64.bitWidth)
            isRead = Array(repeating: false, count: Self.sectionCount)
        }
        let section = Self.place(of: digest, among: Self.sectionCount)
        if !isRead[section] {
            try read(digest, connection)
            isRead[section] = true
        }
        let bit = Self.place(of: digest, among: Self.bitCount)
        return words[bit / UInt64.bitWidth] & 1 << UInt64(bit % UInt64.bitWidth) != 0
    }

    /// Takes in a digest that is added to the table.
    ///
    /// Whether the transaction is committed does not matter, nor that a row is deleted later: a bit too many costs a look
    /// at the table.
    mutating func insert(_ digest: Int64) {
        guard !words.isEmpty else { return }
        let bit = Self.place(of: digest, among: Self.bitCount)
        words[bit / UInt64.bitWidth] |= 1 << UInt64(bit % UInt64.bitWidth)
    }

    /// Reads the section that the digest is in.
    private mutating func read(_ digest: Int64, _ connection: Connection) throws {
        let rest = Int64.max >> (Self.sectionCount.trailingZeroBitCount - 1)
        let digests = try connection.besideArrivals {
            try connection.all(
                "select digest from order_numbers where digest between ? and ?",
                digest & ~rest,
                digest | rest
            ) { $0.int(0) }
        }
        for digest in digests { insert(digest) }
    }

    /// Where its first bits place it among so many, a power of two.
    private static func place(of digest: Int64, among count: Int) -> Int {
        Int(UInt64(bitPattern: digest) >> UInt64(Int64.bitWidth - count.trailingZeroBitCount))
    }
}
