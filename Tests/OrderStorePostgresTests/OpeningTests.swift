import FoundationEssentials
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStorePostgres

extension `The PostgreSQL store` {
    @Test func `is made once by nodes that start at the same time`() async throws {
        let server = try #require(TestServer.current)
        let schema = server.makeSchema()
        let stores = try await withThrowingTaskGroup(of: PostgresOrderStore.self) { group in
            for number in 1...4 {
                var configuration = PostgresOrderStore.Configuration(
                    address: server.address,
                    node: "node \(number)"
                )
                configuration.schema = schema
                group.addTask { [configuration] in try await makeStore(configuration) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(stores.map(\.holder.boot)).count == 4)
        #expect(try await submit("001", to: stores[0]) == .accepted)
        #expect(try await stores[3].order(try #require(OrderID("001"))) != nil)
    }

    @Test func `is left alone when a later version has opened it`() async throws {
        let fixture = try await PostgresFixture()
        try await fixture.server.execute(
            "insert into \(fixture.schema).migrations(version) values(99)"
        )
        do {
            _ = try await fixture.open("two")
            Issue.record("a later version's tables were opened")
        } catch StoreError.unavailable(let reason) {
            #expect(reason.contains("are of version 99, and this orderd knows 1"))
        }
    }

    @Test
    func `waits for the log to be on disk, and sees what others commit, whatever is the default`()
        async throws
    {
        let server = try #require(TestServer.current)
        let options = "-csynchronous_commit=off -cdefault_transaction_isolation=serializable"
        var configuration = PostgresOrderStore.Configuration(
            address: "\(server.address) options='\(options)'",
            node: "one"
        )
        configuration.schema = server.makeSchema()
        let store = try await makeStore(configuration)
        let settings = try await store.write { connection in
            try connection.first(
                """
                select current_setting('synchronous_commit'), current_setting('transaction_isolation')
                """
            ) { [$0.text(0), $0.text(1)] }
        }
        #expect(settings == ["on", "read committed"])
    }

    @Test func `says where it cannot be reached`() async throws {
        let configuration = PostgresOrderStore.Configuration(
            address: "host=/nowhere dbname=orders",
            node: "one"
        )
        do {
            _ = try await makeStore(configuration)
            Issue.record("a server was found that is not there")
        } catch StoreError.unavailable(let reason) {
            #expect(
                reason.hasPrefix("the database cannot be reached: connection to server on socket")
            )
        }
    }

    @Test func `keeps texts with a null character, but for that character`() async throws {
        let fixture = try await PostgresFixture()
        try await submit("001", to: fixture.store)
        let lease = try #require(try await claim(from: fixture.store).first).lease
        let ending = Ending(status: .failed, output: nil, error: "E", cause: "a\u{0}b\u{0}")
        let move = Move(
            snapshot: [0],
            state: nil,
            history: [],
            failures: 0,
            next: .end(ending),
            at: noon
        )
        try await fixture.store.record(move, under: lease)
        let order = try #require(try await fixture.store.order(lease.id))
        #expect(order.cause == "a\u{FFFD}b\u{FFFD}")
    }
}
