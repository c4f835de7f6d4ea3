import FoundationEssentials
import OrderStoreSQLite
import Orders
import StoreConformance
import TestClosing
import Testing

@Suite(.closing)
struct `The SQLite store` {
    @Test(arguments: SuppressionFact.all)
    func `keeps whom nothing is sent to`(_ fact: SuppressionFact) async throws {
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        let configuration = SQLiteOrderStore.Configuration(path: path)
        let store = try SQLiteOrderStore(configuration, at: noon)
        afterwards { try await store.close() }
        try await fact.check(store)
    }

    @Test(arguments: StoreFact.all)
    func `keeps the contract`(fact: StoreFact) async throws {
        try await fact.check(try SQLiteFixture())
    }
}
