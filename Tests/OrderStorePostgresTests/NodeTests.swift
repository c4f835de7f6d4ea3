import FoundationEssentials
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStorePostgres

extension `The PostgreSQL store` {
    @Test func `gives nothing to a node whose name another process has taken`() async throws {
        let fixture = try await PostgresFixture()
        let old = try await fixture.open("node")
        try await submit("001", to: old)
        #expect(try await old.beat())
        let new = try await fixture.open("node")
        #expect(try await !old.beat())
        #expect(try await new.beat())
        do {
            _ = try await claim(from: old)
            Issue.record("a node that was replaced has leased an order")
        } catch StoreError.unavailable(let reason) {
            #expect(reason.hasPrefix("node node was taken for lost, or another process"))
        }
        #expect(try await claim(from: new).count == 1)
    }

    @Test func `takes back what a silent node had leased, and nothing of the others`() async throws
    {
        let fixture = try await PostgresFixture()
        let (one, silent) = (try await fixture.open("one"), try await fixture.open("silent"))
        for number in ["001", "002"] { try await submit(number, to: one) }
        let own = try #require(try await claim(1, from: one).first).lease
        let lost = try #require(try await claim(1, from: silent).first).lease
        let key = Delivery.Key(state: "A", visit: 1, name: "confirmation")
        let intent = Delivery.Intent(key: key, kind: .email, contentHash: "c0ffee")
        _ = try await silent.intend(intent, at: noon, under: lost)
        #expect(try await one.retireNodes(silentFor: .seconds(3_000), at: noon).isEmpty)
        try await fixture.server.execute(
            """
            update \(fixture.schema).nodes set heartbeat_at = now() - interval '1 hour'
            where name != 'other'
            """
        )
        // A node does not take itself for lost, however long it was held up.
        #expect(try await one.retireNodes(silentFor: .seconds(3_000), at: noon) == ["silent"])
        #expect(try await one.retireNodes(silentFor: .seconds(3_000), at: noon).isEmpty)
        #expect(try await !silent.beat())
        #expect(try await one.order(lost.id)?.deliveries.map(\.status) == [.uncertain])
        let taken = try #require(try await claim(from: one).first)
        #expect(taken.lease.id == lost.id)
        #expect(taken.attempts.crashed == 1)
        try await one.handBack(own, due: noon)
        await #expect(throws: StoreError.leaseLost(lost.id)) {
            try await silent.handBack(lost, due: noon)
        }
        // What it was sending has happened all the same.
        try await silent.conclude(key, .sent(messageID: "m"), at: noon, under: lost)
        #expect(try await one.order(lost.id)?.deliveries.map(\.status) == [.sent])
        let summary = try await one.summary(at: noon)
        #expect(summary.backlog == 2)
        #expect(summary.deliveries == summary.deliveries.filter { $0.value >= 0 })
        #expect(summary.deliveries[.sent] == 1)
    }

    @Test func `counts what other nodes have accepted`() async throws {
        let fixture = try await PostgresFixture()
        let (one, other) = (try await fixture.open("one"), try await fixture.open("other"))
        for number in ["001", "002", "003"] { try await submit(number, to: other) }
        #expect(try await one.summary(at: noon).orders[.queued] == 3)
        // Within a second of its own commits.
        while one.backlog < 3 { _ = try await one.beat() }
        #expect(one.backlog == 3)
    }

    @Test func `refuses what an earlier connection of a node has sent too late`() async throws {
        let fixture = try await PostgresFixture()
        let store = try await fixture.open("node")
        let (server, holder) = (store.server, store.holder)
        try await onThread {
            var first = try server.openWriter(for: holder)
            try first.begin()
            try first.connection.set("a", to: "1")
            try first.connection.sendCommit()
            try first.connection.awaitCommit()
            var second = try server.openWriter(for: holder)
            // By this it is known that the first one's batch was committed.
            #expect(second.batch == first.batch)
            try first.begin()
            try first.connection.set("a", to: "late")
            try first.connection.sendCommit()
            do {
                try first.connection.awaitCommit()
                Issue.record("a connection that was replaced has written")
            } catch LinkFault.refused(let state, _) { #expect(state == "OD001") }
            try second.begin()
            #expect(try second.connection.setting("a") == "1")
            try second.rollBack()
        }
    }
}
