import Foundation
import GRDB
import OrderStoreSQLite
import Orders
import StoreConformance
import Testing

/// The file as its keeper meets it: damaged, copied, of another version, in use.
@Suite(.timeLimit(.minutes(1)))
struct `The store's file` {
    @Test func `that is damaged is found out and not written to`() async throws {
        for damage in Damage.allCases {
            let fixture = try await closedStore(orders: 40)
            defer { fixture.remove() }
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
        defer { fixture.remove() }
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
        defer { fixture.remove() }
        do {
            _ = try SQLiteFixture.open(fixture.folder)
            Issue.record("it was opened twice")
        } catch let fault as OpenFault {
            #expect("\(fault)".contains("another orderd"))
        }
    }

    @Test func `is backed up while orders arrive, and restored by copying`() async throws {
        let fixture = try SQLiteFixture()
        defer { fixture.remove() }
        let store = fixture.store
        for index in 1...20 { try await submit("before-\(index)", to: store) }
        let backup = fixture.folder.appending(path: "backup.sqlite")
        let file = StoreFile(path: fixture.folder.appending(path: "orders.sqlite").path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for index in 1...50 { try await submit("during-\(index)", to: store) }
            }
            try file.backUp(to: backup.path)
            try await group.waitForAll()
        }
        #expect(throws: StoreFileFault.self) { try file.backUp(to: backup.path) }
        #expect(try StoreFile(path: backup.path).verify().isEmpty)
        let other = fixture.folder.appending(path: "restored")
        try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: backup, to: other.appending(path: "orders.sqlite"))
        let restored = try SQLiteFixture.open(other)
        for index in 1...20 {
            let number = try #require(OrderNumber("before-\(index)"))
            #expect(try await restored.order(number) != nil)
        }
        let claims = try await restored.claim(
            ClaimRequest(limit: 200, now: noon(plus: 60), until: noon(plus: 120))
        )
        #expect(claims.count >= 20)
        try await restored.close()
    }

    @Test func `does not grow when orders come and go`() async throws {
        let fixture = try SQLiteFixture()
        defer { fixture.remove() }
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
