/// What a write-ahead log holds, as SQLite itself would recover it, and whether something is wrong with the rest.
///
/// The format is the one of <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>: a header, then frames of a page
/// each, in a chain of checksums. SQLite takes the frames up to the last commit before the chain breaks, and passes over the
/// rest without a word. After a power cut that is right: the last transaction may be torn. But a transaction begins only
/// after the one before it has been synced; so a frame of a later one proves that what breaks the chain is damage, and
/// that what follows was acknowledged.
struct WALScan: Equatable, Sendable {
    /// How many transactions can be recovered.
    var transactions = 0
    /// How many frames they have.
    var frames = 0
    /// What is wrong; nil when all is as it should be or as a power cut leaves it.
    var damage: Damage?

    /// What is wrong with a log.
    enum Damage: Equatable, Sendable {
        /// Its header is none, so that SQLite would take it for empty.
        case header
        /// A frame does not match its checksum, and so many whole transactions follow it, as far as can be told.
        case frame(number: Int, following: Int)
    }

    static let headerSize = 32
    static let frameHeaderSize = 24

    /// Looks at a log; an empty one is in order.
    init(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        guard let header = Header(bytes) else {
            // The header is synced before the first frame is written: one that was never finished holds nothing.
            damage = bytes.allSatisfy { $0 == 0 } || bytes.count < Self.headerSize ? nil : .header
            return
        }
        var (sum, number) = (header.sum, 0)
        let frames = Frames(bytes, header)
        while let frame = frames[number], frame.isOfThisLog,
            frame.sum(after: sum) == frame.stored
        {
            sum = frame.stored
            number += 1
            guard frame.isCommit else { continue }
            transactions += 1
            self.frames = number
        }
        let following = frames.transactions(after: number)
        if following > 0 { damage = .frame(number: number + 1, following: following) }
    }

    init() {}
}

/// The checksum of the write-ahead log: two sums that depend on each other.
struct WALSum: Equatable {
    var first: UInt32 = 0
    var second: UInt32 = 0

    func adding(_ bytes: Slice<UnsafeRawBufferPointer>, bigEndian: Bool) -> WALSum {
        var sum = self
        var index = bytes.startIndex
        while index < bytes.endIndex {
            sum.first &+= bytes.base.word(at: index, bigEndian: bigEndian) &+ sum.second
            sum.second &+= bytes.base.word(at: index + 4, bigEndian: bigEndian) &+ sum.first
            index += 8
        }
        return sum
    }
}

private struct Header {
    let pageSize: Int
    let salts: (UInt32, UInt32)
    let sum: WALSum
    /// The byte order of the words that checksums are made of.
    let isBigEndian: Bool

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= WALScan.headerSize else { return nil }
        let magic = bytes.word(at: 0, bigEndian: true)
        guard magic & ~1 == 0x377F_0682 else { return nil }
        isBigEndian = magic & 1 == 1
        pageSize = Int(bytes.word(at: 8, bigEndian: true))
        salts = (bytes.word(at: 16, bigEndian: true), bytes.word(at: 20, bigEndian: true))
        sum = WALSum().adding(bytes[0..<24], bigEndian: isBigEndian)
        let stored = WALSum(
            first: bytes.word(at: 24, bigEndian: true),
            second: bytes.word(at: 28, bigEndian: true)
        )
        guard sum == stored, (512...65_536).contains(pageSize), pageSize & (pageSize - 1) == 0
        else { return nil }
    }
}

private struct Frame {
    let bytes: UnsafeRawBufferPointer
    let start: Int
    let header: Header

    /// Whether it was written since the log was last begun anew.
    var isOfThisLog: Bool {
        bytes.word(at: start + 8, bigEndian: true) == header.salts.0
            && bytes.word(at: start + 12, bigEndian: true) == header.salts.1
    }

    /// Whether it is the last of a transaction.
    var isCommit: Bool { bytes.word(at: start + 4, bigEndian: true) != 0 }

    var stored: WALSum {
        WALSum(
            first: bytes.word(at: start + 16, bigEndian: true),
            second: bytes.word(at: start + 20, bigEndian: true)
        )
    }

    func sum(after sum: WALSum) -> WALSum {
        let page = start + WALScan.frameHeaderSize
        return sum.adding(bytes[start..<(start + 8)], bigEndian: header.isBigEndian)
            .adding(bytes[page..<(page + header.pageSize)], bigEndian: header.isBigEndian)
    }

    /// Whether a disk writes its header whole or not at all, in one sector.
    var hasWholeHeader: Bool { start % 512 <= 512 - WALScan.frameHeaderSize }
}

private struct Frames {
    let bytes: UnsafeRawBufferPointer
    let header: Header

    init(_ bytes: UnsafeRawBufferPointer, _ header: Header) {
        (self.bytes, self.header) = (bytes, header)
    }

    subscript(number: Int) -> Frame? {
        let size = WALScan.frameHeaderSize + header.pageSize
        let start = WALScan.headerSize + number * size
        guard start + size <= bytes.count else { return nil }
        return Frame(bytes: bytes, start: start, header: header)
    }

    /// How many transactions have begun behind the one in which the chain breaks; 0 when that was the last.
    func transactions(after broken: Int) -> Int {
        var (hasEnded, count, isOpen, number) = (false, 0, false, broken)
        while let frame = self[number] {
            defer { number += 1 }
            guard isWritten(frame, number, broken: broken) else { continue }
            guard hasEnded else {
                hasEnded = frame.isCommit
                continue
            }
            if !isOpen { count += 1 }
            isOpen = !frame.isCommit
        }
        return count
    }

    /// Whether a frame was written since the log was last begun anew, and its header is what was written.
    ///
    /// Its salts tell the first. A disk writes the header whole when it lies in one sector; else its checksum tells, in a
    /// chain that goes on behind a break: the stored checksum of a frame is where the next one's begins. At the break itself
    /// the chain tells of both, since it began with the salts.
    private func isWritten(_ frame: Frame, _ number: Int, broken: Int) -> Bool {
        if frame.isOfThisLog, frame.hasWholeHeader { return true }
        guard frame.isOfThisLog || number == broken else { return false }
        let before = number == 0 ? header.sum : self[number - 1]?.stored
        return before.map { frame.sum(after: $0) == frame.stored } ?? false
    }
}

extension UnsafeRawBufferPointer {
    fileprivate func word(at index: Int, bigEndian: Bool) -> UInt32 {
        let word = loadUnaligned(fromByteOffset: index, as: UInt32.self)
        return bigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
    }
}
