import FoundationEssentials
import OrderStoreSQLite
import Orders
import StoreConformance
import TestClosing
import Testing

@Suite(.closing)
struct `The SQLite store` {
    @Test(arguments: StoreFact.all)
    func `keeps the contract`(fact: StoreFact) async throws {
        try await fact.check(try SQLiteFixture())
    }
}
