import FoundationEssentials
import OrderStorePostgres
import Orders
import StoreConformance
import TestClosing
import Testing

/// All that needs the server stands in here, since one server serves all of it.
@Suite(.server, .closing)
struct `The PostgreSQL store` {
    @Test(arguments: StoreFact.all)
    func `keeps the contract`(fact: StoreFact) async throws {
        try await fact.check(try await PostgresFixture())
    }

    @Test(arguments: StoreFact.severalNodes)
    func `lets several nodes work`(fact: NodeFact) async throws {
        let fixture = try await PostgresFixture()
        let nodes = Nodes(one: fixture.store, other: try await fixture.open("other")) {
            try await fixture.restarted()
        }
        try await fact.check(nodes)
    }

    @Test(arguments: ScheduleFact.all)
    func `keeps schedules`(_ fact: ScheduleFact) async throws {
        try await fact.check(try await PostgresFixture().open("two"))
    }

    @Test(arguments: SuppressionFact.all)
    func `keeps whom nothing is sent to`(_ fact: SuppressionFact) async throws {
        try await fact.check(try await PostgresFixture().open("two"))
    }
}
