import FoundationEssentials
import OrderStoreSQLite
import Orders
import StoreConformance
import Telemetry
import TestClosing
import Testing

@Suite(.closing)
struct `The SQLite store` {
    @Test(arguments: ScheduleFact.all)
    func `keeps schedules`(_ fact: ScheduleFact) async throws {
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        let store = try SQLiteOrderStore(SQLiteOrderStore.Configuration(path: path), at: noon)
        afterwards { try await store.close() }
        try await fact.check(store)
    }

    @Test(arguments: SuppressionFact.all)
    func `keeps whom nothing is sent to`(_ fact: SuppressionFact) async throws {
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        let configuration = SQLiteOrderStore.Configuration(path: path)
        let store = try SQLiteOrderStore(configuration, at: noon)
        afterwards { try await store.close() }
        try await fact.check(store)
    }

    @Test func `measures its commits, and no more`() async throws {
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        let store = try SQLiteOrderStore(SQLiteOrderStore.Configuration(path: path), at: noon)
        afterwards { try await store.close() }
        _ = try await submit("001", to: store)
        let before = store.meter.operations.snapshot
        #expect(before.count > 0 && before.sum >= Double(before.count))
        _ = try await store.order(try #require(OrderID("001")))
        #expect(store.meter.operations.snapshot == before)
        _ = try await submit("002", to: store)
        let after = store.meter.operations.snapshot
        #expect(after.count > before.count && after.sum > before.sum)
        #expect(store.meter.duration.snapshot.count == after.count)
    }

    @Test(arguments: StoreFact.all)
    func `keeps the contract`(fact: StoreFact) async throws {
        try await fact.check(try SQLiteFixture())
    }
}
