import Foundation
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// What a person can do with a store that is refused.
@Suite(.closing)
struct `A recovery` {
    /// A store with forty orders that was killed, each in a transaction of its own.
    private func killed(_ folder: StoreFolder) async throws {
        try await folder.killed { store in
            for index in 0..<40 { try await submit("\(index)", to: store) }
        }
    }

    @Test func `of a log with a turned bit keeps what is before it, or all but that row`()
        async throws
    {
        for name in Recovery.Choice.Name.allCases {
            try await StoreFolder.with { folder in
                try await killed(folder)
                let customer = try turnABitInAnInput(folder)
                let refusal = try await fault { try await folder.open { _ in } }
                #expect(refusal != nil)
                let before = try folder.contents()
                let recovery = try #require(try Recovery(path: folder.path))
                #expect(recovery.choices.map(\.name) == [.file, .before, .all])
                let (few, all) = (recovery.choices[1], recovery.choices[2])
                #expect(few.findings.isEmpty)
                #expect(few.orders < 40 && few.missing ?? 0 > 0)
                #expect(all.orders == 40 && all.missing == 0)
                #expect(
                    all.findings == [
                        "order \(customer): its input does not match its checksum"
                    ]
                )
                var after = try folder.contents()
                after["orders.sqlite-shm"] = nil
                #expect(after == before, "looking changes nothing")
                let kept = try recovery.apply(name, at: noon)
                recovery.close()
                #expect(FileManager.default.fileExists(atPath: kept + "/orders.sqlite-wal"))
                try await folder.open { store in
                    let claims = try await claim(100, from: store)
                    let orders = try await store.list(OrderQuery(limit: 100)).orders
                    let held = orders.filter { $0.status == .held }
                    switch name {
                    case .file:
                        #expect(store.restoration != nil)
                        #expect(orders.isEmpty)
                    case .before:
                        // It lacks what was acknowledged, so a person has the first word.
                        #expect(store.restoration != nil)
                        #expect(orders.count == few.orders && held.count == few.orders)
                    case .all:
                        #expect(store.restoration == nil)
                        #expect(claims.count == 39)
                        #expect(held.map(\.id.text) == ["17"])
                    }
                }
            }
        }
    }

    @Test func `of a log that is gone goes on with the file as a copy`() async throws {
        try await StoreFolder.with { folder in
            try await killed(folder)
            try FileManager.default.removeItem(at: folder.log)
            let recovery = try #require(try Recovery(path: folder.path))
            #expect(recovery.choices.map(\.name) == [.before])
            #expect(recovery.choices[0].missing ?? 0 > 0)
            _ = try recovery.apply(.before, at: noon)
            recovery.close()
            try await folder.open { store async throws in #expect(store.restoration != nil) }
        }
    }

    @Test func `has nothing to do for a store that opens, and no help for one that is gone`()
        async throws
    {
        try await StoreFolder.with { folder in
            try await killed(folder)
            #expect(try Recovery(path: folder.path) == nil)
            try FileManager.default.removeItem(at: folder.file)
            #expect(throws: OpenFault.self) { try Recovery(path: folder.path) }
        }
    }

    /// Turns a bit in the text of an order that stands in the log alone; answers its number.
    private func turnABitInAnInput(_ folder: StoreFolder) throws -> Int {
        var log = try Data(contentsOf: folder.log)
        // The last page with the text is the one that counts.
        let text = Data(#"{"orderId":"17"}"#.utf8)
        let first = try #require(log.range(of: text))
        for range in [first] { log[range.lowerBound + 3] ^= 1 }
        // Every later image of the page has the order too.
        while let range = log.range(of: text) { log[range.lowerBound + 3] ^= 1 }
        try log.write(to: folder.log)
        return 17
    }
}
