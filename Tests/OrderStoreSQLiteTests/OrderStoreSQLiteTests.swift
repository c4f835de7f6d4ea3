import FoundationEssentials
import OrderStoreSQLite
import Orders
import StoreConformance
import Testing

struct `The SQLite store` {
    @Test(arguments: StoreFact.all)
    func `keeps the contract`(fact: StoreFact) async throws {
        let fixture = try SQLiteFixture()
        try await fact.check(fixture)
        fixture.remove()
    }
}
