import Foundation
import GRDB
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// The file as its keeper meets it: damaged, copied, of another version, in use.
@Suite(.closing)
struct `The store's file` {
    @Test func `that is damaged is found out and not written to`() async throws {
        for damage in Damage.allCases {
            let fixture = try await closedStore(orders: 40)
            let file = fixture.folder.appending(path: "orders.sqlite")
            try damage.strike(file)
            let before = try Data(contentsOf: file)
            #expect(throws: OpenFault.self, "\(damage)") { try SQLiteFixture.open(fixture.folder) }
            do { _ = try SQLiteFixture.open(fixture.folder) } catch let fault as OpenFault {
                #expect("\(fault)".contains("damaged"), "\(damage): \(fault)")
                #expect("\(fault)".contains("backup"))
            }
            #expect(try Data(contentsOf: file) == before, "\(damage)")
            #expect(try !StoreFile(path: file.path).verify().isEmpty, "\(damage)")
        }
    }

    @Test func `of a newer version is refused and not changed`() async throws {
        let fixture = try await closedStore(orders: 1)
        let file = fixture.folder.appending(path: "orders.sqlite")
        let queue = try DatabaseQueue(path: file.path)
        try await queue.write {
            try $0.execute(sql: "insert into grdb_migrations values('2 from the future')")
        }
        try queue.close()
        let before = try Data(contentsOf: file)
        do {
            _ = try SQLiteFixture.open(fixture.folder)
            Issue.record("it was opened")
        } catch let fault as OpenFault {
            #expect("\(fault)".contains("newer version"))
        }
        #expect(try Data(contentsOf: file) == before)
    }

    @Test func `is not opened by two`() async throws {
        let fixture = try SQLiteFixture()
        do {
            _ = try SQLiteFixture.open(fixture.folder)
            Issue.record("it was opened twice")
        } catch let fault as OpenFault {
            #expect("\(fault)".contains("another orderd"))
        }
    }

    @Test func `is backed up while orders arrive, and restored by copying`() async throws {
        let fixture = try SQLiteFixture()
        let store = fixture.store
        for index in 1...20 { try await submit("before-\(index)", to: store) }
        let backup = fixture.folder.appending(path: "backup.sqlite")
        let file = StoreFile(path: fixture.folder.appending(path: "orders.sqlite").path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for index in 1...50 { try await submit("during-\(index)", to: store) }
            }
            try file.backUp(to: backup.path, at: noon)
            try await group.waitForAll()
        }
        #expect(throws: StoreFileFault.self) { try file.backUp(to: backup.path, at: noon) }
        #expect(try StoreFile(path: backup.path).verify().isEmpty)
        let other = fixture.folder.appending(path: "restored")
        try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: backup, to: other.appending(path: "orders.sqlite"))
        let restored = try SQLiteFixture.open(other)
        for index in 1...20 {
            let number = try #require(OrderID("before-\(index)"))
            #expect(try await restored.order(number) != nil)
        }
        try await restored.close()
    }

    @Test func `holds nothing of a customer any more whose order was erased`() async throws {
        let fixture = try SQLiteFixture()
        let store = fixture.store
        let secret = "adalovelace"
        // Short and on pages of its own, replaced, deleted and rewritten.
        let texts = [secret, String(repeating: secret + " ", count: 2_000)]
        for (index, text) in texts.enumerated() {
            try await submit("\(index)", to: store)
            let lease = try #require(try await claim(from: store).first).lease
            for event in 1...3 {
                let padding = String(repeating: "-", count: event * 1_500)
                let step = step(text + padding, event, .proceed)
                try await store.record(step, under: lease)
            }
            let end = Ending(status: .failed, output: nil, error: "E", cause: text)
            try await store.record(step(text, 4, .end(end)), under: lease)
            let number = try #require(OrderID("\(index)"))
            _ = try await store.revise(number) { _ in .revise(again(text)) }
            let second = try #require(try await claim(at: 60, from: store).first).lease
            try await store.record(step(text, 6, .end(end)), under: second)
        }
        #expect(try holds(secret, fixture.folder))
        for index in texts.indices {
            let number = try #require(OrderID("\(index)"))
            _ = try await erase(in: store, number, by: Operator("ada"), at: noon)
        }
        try await store.finishErasing()
        #expect(try !holds(secret, fixture.folder))
        try await (store as? SQLiteOrderStore)?.close()
        #expect(try !holds(secret, fixture.folder))
    }

    private func step(_ text: String, _ event: Int, _ next: Move.Next) -> Move {
        Move(
            snapshot: Array(text.utf8),
            state: "A",
            history: [RecordedEvent(id: event, json: Array(text.utf8))],
            failures: 0,
            next: next,
            at: noon
        )
    }

    private func again(_ text: String) -> Revision {
        var revision = Revision(
            to: .running,
            due: noon,
            history: [RecordedEvent(id: 5, json: Array(text.utf8))],
            snapshot: Array(text.utf8),
            audit: AuditEntry(.redrive, by: Operator("ada", reason: text), at: noon, detail: text)
        )
        revision.input = Array(text.utf8)
        revision.isRedrive = true
        return revision
    }

    /// Whether one of the store's files has the text in it.
    private func holds(_ text: String, _ folder: URL) throws -> Bool {
        try ["orders.sqlite", "orders.sqlite-wal"].contains { name in
            let file = folder.appending(path: name)
            guard FileManager.default.fileExists(atPath: file.path) else { return false }
            return try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
        }
    }

    @Test func `does not grow when orders come and go`() async throws {
        let fixture = try SQLiteFixture()
        let store = fixture.store
        var sizes: [Int] = []
        for round in 0..<6 {
            for index in 0..<200 { try await submit("\(round)-\(index)", to: store) }
            for claim in try await claim(200, at: 10, from: store) {
                try await store.record(ending(after: 20), under: claim.lease)
            }
            let request = PruneRequest(endedBefore: noon(plus: 1_000), keeping: 0, limit: 64)
            while try await store.prune(request) > 0 {}
            sizes.append(try await store.summary(at: noon).size)
        }
        #expect(sizes[5] <= sizes[1] + 65_536, "\(sizes)")
        let summary = try await store.summary(at: noon)
        #expect(summary.free > 0)
        #expect(summary.orders[.succeeded] == 1, "the newest stays")
    }

    @Test
    func `lets go of old starts, words to the queue and bulk redrives, and gives no number again`()
        async throws
    {
        let fixture = try SQLiteFixture()
        let ada = Operator("ada")
        for second in 1...3 {
            let now = noon(plus: Double(second))
            let bulk = try await fixture.store.begin(
                BulkRedrive(BulkRedrive.Filter(status: .failed), rate: 1, by: ada, at: now)
            )
            if second > 1 {
                try await fixture.store.advance(bulk.id, .finished(at: now))
            }
            _ = try await fixture.store.setQueueMode(.running, by: ada, at: now)
        }
        let store = try await fixture.restarted()
        _ = try await store.prune(
            PruneRequest(endedBefore: noon(plus: 1_000), keeping: 1_000, limit: 64)
        )
        let left = try await store.bulkRedrives(limit: 10)
        #expect(left.map(\.createdAt) == [noon(plus: 3), noon(plus: 1)])
        #expect(left.map(\.state) == [.finished, .running])
        try await (store as? SQLiteOrderStore)?.close()
        let file = StoreFile(path: fixture.latestFolder.appending(path: "orders.sqlite").path)
        let figures = Dictionary(uniqueKeysWithValues: try file.statistics())
        #expect(figures["starts"] == 1)
        #expect(figures["audit entries"] == 0)
        let later = try SQLiteFixture.open(fixture.latestFolder)
        #expect(later.epoch == 3)
    }

    private func ending(after events: Int) -> Move {
        let end = Ending(status: .succeeded, output: Array("{}".utf8), error: nil, cause: nil)
        return Move(
            snapshot: [],
            state: "A",
            history: (1...events).map {
                RecordedEvent(id: $0, json: Array(#"{"id":\#($0)}"#.utf8))
            },
            failures: 0,
            next: .end(end),
            at: noon(plus: 20)
        )
    }

    private func closedStore(orders: Int) async throws -> SQLiteFixture {
        let fixture = try SQLiteFixture()
        for index in 0..<orders { try await submit("\(index)", to: fixture.store) }
        try await (fixture.store as? SQLiteOrderStore)?.close()
        return fixture
    }
}

/// What can happen to a file on a shelf.
private enum Damage: CaseIterable {
    case overwrittenHeader
    case overwrittenMiddle
    case lostEnd
    case anotherKind

    func strike(_ file: URL) throws {
        var bytes = try Data(contentsOf: file)
        switch self {
        case .overwrittenHeader: bytes.replaceSubrange(0..<100, with: Data(count: 100))
        case .overwrittenMiddle:
            for page in stride(from: 4_096, to: bytes.count - 4_096, by: 8_192) {
                bytes.replaceSubrange(
                    page..<(page + 2_000),
                    with: Data(repeating: 0xA5, count: 2_000)
                )
            }
        case .lostEnd: bytes.removeLast(bytes.count / 3)
        case .anotherKind: bytes = Data("This is a text and no database, by the look of it.".utf8)
        }
        try bytes.write(to: file)
    }
}
