import Foundation
import Orders
import StoreConformance
import TestClosing
import Testing

@testable import OrderStoreSQLite

/// What the writer keeps in memory of an order that it has leased is what stands in the file.
@Suite(.closing)
struct `A leased order` {
    @Test func `is read again once another statement has changed its row`() async throws {
        let store = try SQLiteFixture().sqlite
        try await submit("a", to: store)
        let lease = try #require(try await claim(from: store).first).lease
        _ = try await store.writer.perform { try $0.run("update orders set fence = fence + 1") }
        // The row does not match its checksum any more, which only who reads it can tell.
        await #expect(throws: StoreError.self) {
            _ = try await store.record(Step(move: position), under: lease)
        }
        #expect(try await store.order(lease.id)?.status == .held)
    }

    @Test func `is read again once another statement has changed a delivery`() async throws {
        let store = try SQLiteFixture().sqlite
        try await submit("a", to: store)
        let lease = try #require(try await claim(from: store).first).lease
        #expect(try await store.intend(email, at: noon, under: lease) == nil)
        _ = try await store.writer.perform { try $0.run("update deliveries set attempts = 7") }
        await #expect(throws: StoreError.self) {
            try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
        }
    }

    @Test func `is known still when another's delivery is deleted`() async throws {
        let store = try SQLiteFixture().sqlite
        for number in ["a", "b"] { try await submit(number, to: store) }
        let leases = try await claim(from: store).map(\.lease)
        for lease in leases { _ = try await store.intend(email, at: noon, under: lease) }
        let known = try await store.writer.perform { connection in
            try connection.run("delete from deliveries where order_id = ?", leases[1].order)
            return leases.map { connection.leased.deliveries(of: $0.order)?.count }
        }
        #expect(known == [1, nil])
    }

    @Test func `is not known as a transaction left it that failed`() async throws {
        let store = try SQLiteFixture().sqlite
        try await submit("a", to: store)
        let lease = try #require(try await claim(from: store).first).lease
        struct Fault: Error {}
        let holder = store.holder
        await #expect(throws: Fault.self) {
            try await store.writer.perform { connection -> Void in
                let step = Step(move: position, intent: email, at: noon)
                _ = try connection.record(step, under: lease, holder)
                throw Fault()
            }
        }
        #expect(try await store.intend(email, at: noon, under: lease) == nil)
        let order = try #require(try await store.order(lease.id))
        #expect(order.state == nil)
        #expect(order.deliveries.map(\.status) == [.intended])
    }

    @Test func `is forgotten with its lease`() async throws {
        let store = try SQLiteFixture().sqlite
        try await submit("a", to: store)
        let lease = try #require(try await claim(from: store).first).lease
        #expect(try await knows(lease, store))
        try await store.handBack(lease, due: noon)
        #expect(try await !knows(lease, store))
    }

    private func knows(_ lease: Lease, _ store: SQLiteOrderStore) async throws -> Bool {
        try await store.writer.perform { $0.leased.row(of: lease.order) != nil }
    }

    private let position = Move(
        snapshot: Array("snapshot".utf8),
        state: "A",
        history: [],
        failures: 0,
        next: .proceed,
        at: noon
    )

    private let email = Delivery.Intent(
        key: Delivery.Key(state: "A", visit: 1, name: "confirmation"),
        kind: .email,
        contentHash: "c0ffee"
    )
}

extension SQLiteFixture {
    fileprivate var sqlite: SQLiteOrderStore {
        get throws { try #require(store as? SQLiteOrderStore) }
    }
}
