import Foundation
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// Damage in a write-ahead log is told from what a power cut leaves.
@Suite(.closing)
struct `A write-ahead log` {
    @Test func `is read as SQLite would recover it`() async throws {
        try await StoreFolder.with { folder in
            var sizes: [Int] = []
            try await folder.killed { store in
                for index in 0..<30 {
                    try await submit("\(index)", to: store)
                    sizes.append(try Data(contentsOf: folder.log).count)
                }
            }
            let log = try Data(contentsOf: folder.log)
            let scan = scan(log)
            #expect(scan.damage == nil)
            // The definition's registration and thirty orders.
            #expect(scan.transactions == 31)
            #expect(scan.frames == (log.count - 32) / 4_120)
        }
    }

    @Test func `that a bit was turned in is damaged, unless it was in the last transaction`()
        async throws
    {
        try await StoreFolder.with { folder in
            var ends: [Int] = []
            try await folder.killed { store in
                for index in 0..<12 {
                    try await submit("\(index)", to: store)
                    ends.append((try Data(contentsOf: folder.log).count - 32) / 4_120)
                }
            }
            let log = try Data(contentsOf: folder.log)
            let whole = scan(log)
            for frame in 0..<whole.frames {
                // A power cut may have torn the last transaction, and nobody can tell; the lock file's record does.
                // In its header, in its checksum and in its page.
                for offset in [1, 9, 17, 24, 2_000, 4_119] {
                    var flipped = log
                    flipped[32 + frame * 4_120 + offset] ^= 16
                    let found = scan(flipped)
                    let isLast = frame >= ends[ends.count - 2]
                    let context: Comment = "frame \(frame), byte \(offset): \(found)"
                    if !isLast { #expect(found.damage != nil, context) }
                    #expect(found.transactions < whole.transactions, context)
                }
            }
        }
    }

    @Test func `whose last transaction is torn in any way is in order`() async throws {
        try await StoreFolder.with { folder in
            var start = 0
            try await folder.killed { store in
                for index in 0..<6 {
                    start = (try? Data(contentsOf: folder.log).count) ?? 0
                    try await submit("\(index)", to: store)
                }
            }
            let log = try Data(contentsOf: folder.log)
            let frames = (log.count - start) / 4_120
            #expect(frames > 2)
            for lost in 1..<(1 << frames) {
                var torn = log
                for frame in 0..<frames where lost & 1 << frame != 0 {
                    let place = start + frame * 4_120
                    torn.replaceSubrange(place..<(place + 4_120), with: Data(count: 4_120))
                }
                #expect(scan(torn).damage == nil, "\(lost)")
            }
            for cut in stride(from: 0, to: 4_120 * frames, by: 512) {
                #expect(scan(log.prefix(log.count - cut)).damage == nil, "\(cut)")
            }
        }
    }

    @Test func `whose header is none is damaged, and one without bytes or of zeros is empty`() {
        #expect(scan(Data()).damage == nil)
        #expect(scan(Data(count: 32)).damage == nil)
        #expect(scan(Data(count: 9_000)).damage == nil)
        #expect(scan(Data(repeating: 3, count: 9_000)).damage == .header)
    }

    private func scan(_ log: Data) -> WALScan { Array(log).withUnsafeBytes { WALScan($0) } }
}
