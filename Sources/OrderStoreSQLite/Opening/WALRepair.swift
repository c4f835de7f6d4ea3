/// Writes a damaged write-ahead log anew, so that SQLite takes from it what a person has chosen.
struct WALRepair {
    private let log: [UInt8]
    private let pageSize: Int

    /// For a log of pages of 4 KiB, the size that stores have.
    init(_ log: [UInt8], pageSize: Int = 4_096) {
        self.log = log
        self.pageSize = pageSize
    }

    private var frameSize: Int { WALScan.frameHeaderSize + pageSize }

    /// The log up to so many frames, or with all that belong to it whatever their checksums say.
    func mended(_ name: Recovery.Choice.Name, frames: Int) -> [UInt8] {
        switch name {
        case .file: []
        case .before: Array(log.prefix(frames == 0 ? 0 : WALScan.headerSize + frames * frameSize))
        case .all: rechained()
        }
    }

    /// All frames up to the last commit, each with a checksum that fits what it holds now.
    ///
    /// The damage itself stays in its page: the rows on it are compared with their own checksums when they are read.
    private func rechained() -> [UInt8] {
        guard log.count >= WALScan.headerSize + frameSize else { return [] }
        var mended = log
        let salts = self.salts
        mended.replaceSubrange(16..<24, with: salts)
        // The words of checksums are little-endian, as on every machine that this runs on; the magic number says so.
        mended.replaceSubrange(0..<4, with: [0x37, 0x7F, 0x06, 0x82])
        mended.replaceSubrange(4..<8, with: [0x00, 0x2D, 0xE2, 0x18])
        mended.replaceSubrange(8..<12, with: UInt32(pageSize).bigEndianBytes)
        var sum = Self.add(0..<24, of: mended, to: WALSum())
        mended.replaceSubrange(24..<32, with: sum.bytes)
        let count = lastCommit(salts)
        for number in 0..<count {
            let start = WALScan.headerSize + number * frameSize
            let page = start + WALScan.frameHeaderSize
            mended.replaceSubrange((start + 8)..<(start + 16), with: salts)
            sum = Self.add(start..<(start + 8), of: mended, to: sum)
            sum = Self.add(page..<(page + pageSize), of: mended, to: sum)
            mended.replaceSubrange((start + 16)..<(start + 24), with: sum.bytes)
        }
        return Array(mended.prefix(WALScan.headerSize + count * frameSize))
    }

    /// What most of the first frames carry: the header's own may be what is damaged.
    private var salts: [UInt8] {
        var counts: [[UInt8]: Int] = [:]
        for number in 0..<min(16, (log.count - WALScan.headerSize) / frameSize) {
            let start = WALScan.headerSize + number * frameSize
            counts[Array(log[(start + 8)..<(start + 16)]), default: 0] += 1
        }
        let own = Array(log[16..<24])
        return counts[own] != nil ? own : counts.max { $0.value < $1.value }?.key ?? own
    }

    /// How many frames there are up to the last that ends a transaction of this log.
    private func lastCommit(_ salts: [UInt8]) -> Int {
        let all = (log.count - WALScan.headerSize) / frameSize
        var (last, foreign) = (0, 0)
        for number in 0..<all {
            let start = WALScan.headerSize + number * frameSize
            // One may be what is damaged. Several are frames of an earlier time, which a torn transaction has left there.
            guard Array(log[(start + 8)..<(start + 16)]) == salts else {
                foreign += 1
                if foreign > 1 { break }
                continue
            }
            if log[(start + 4)..<(start + 8)].contains(where: { $0 != 0 }) { last = number + 1 }
        }
        return last
    }

    /// The sum with those bytes of the log, in the byte order that its magic number says.
    private static func add(_ range: Range<Int>, of log: [UInt8], to sum: WALSum) -> WALSum {
        log.withUnsafeBytes { sum.adding($0[range], bigEndian: false) }
    }
}

extension WALSum {
    fileprivate var bytes: [UInt8] { first.bigEndianBytes + second.bigEndianBytes }
}

extension UInt32 {
    fileprivate var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
