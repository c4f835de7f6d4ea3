import FoundationEssentials
import Orders
import StoreConformance
import Synchronization
import TestClosing
import Testing

@testable import OrderStorePostgres

extension `The PostgreSQL store` {
    @Test func `carries each order to one end, and sends once, whatever happens to its nodes`()
        async throws
    {
        let fixture = try await PostgresFixture()
        let world = World()
        let count = 120
        for number in 1...count { try await submit("\(number)", to: fixture.store) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in ["a", "b", "c"] {
                group.addTask { try await work(name, in: fixture, world) }
            }
            group.addTask { try await trouble(fixture, world) }
            try await group.waitForAll()
        }
        let page = try await fixture.store.list(OrderQuery(limit: 2 * count))
        #expect(page.orders.count == count)
        #expect(page.orders.allSatisfy { [.succeeded, .held].contains($0.status) })
        // Most get through; who is held was in the midst of a send, or three times in a process that ended.
        #expect(page.orders.contains { $0.status == .succeeded })
        let sends = world.state.withLock { $0.sends }
        #expect(sends.allSatisfy { $0.value == 1 })
        for order in page.orders where order.status == .succeeded {
            let known = try #require(try await fixture.store.order(order.id))
            #expect(known.deliveries.map(\.status) == [.sent])
            #expect(sends[order.id] == 1)
        }
        let summary = try await fixture.store.summary(at: noon)
        let held = page.orders.count { $0.status == .held }
        #expect(summary.orders[.succeeded] == count - held)
        #expect(summary.backlog == held)
        #expect(summary.deliveries.allSatisfy { $0.value >= 0 })
        #expect(summary.deliveries[.intended] == 0)
    }
}

/// What is outside of the store.
private final class World: Sendable {
    struct State {
        /// Seconds after noon.
        var now = 1.0
        /// How often each order's e-mail has left.
        var sends: [OrderID: Int] = [:]
        var isOver = false
    }

    let state = Mutex(State())

    var now: Double { state.withLock { $0.now } }
}

private let email = Delivery.Intent(
    key: Delivery.Key(state: "A", visit: 1, name: "confirmation"),
    kind: .email,
    contentHash: "c0ffee"
)

/// A node that begins anew as often as it is taken for lost, until nothing is left to do.
private func work(_ name: String, in fixture: PostgresFixture, _ world: World) async throws {
    var store = try await begin(name, in: fixture)
    while !world.state.withLock({ $0.isOver }) {
        do {
            for claim in try await claim(4, at: world.now, from: store) {
                do { try await carry(claim.lease, in: store, world) } catch StoreError.leaseLost {
                    // Others carry it on.
                }
            }
        } catch StoreError.unavailable {
            // Taken for lost. Its retirement may have cut off what it was sending.
            store = try await begin(name, in: fixture)
        }
    }
}

/// A start of a node, which takes more than one attempt when its connection is cut.
private func begin(_ name: String, in fixture: PostgresFixture) async throws -> PostgresOrderStore {
    while true {
        do { return try await fixture.open(name) } catch StoreError.unavailable {
            try Task.checkCancellation()
        }
    }
}

private func carry(_ lease: Lease, in store: PostgresOrderStore, _ world: World) async throws {
    let entry = try await store.intend(email, at: noon, under: lease)
    var next = Move.Next.end(
        Ending(status: .succeeded, output: nil, error: nil, cause: nil)
    )
    switch entry?.status {
    case nil:
        world.state.withLock { $0.sends[lease.id, default: 0] += 1 }
        await Task.yield()
        try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
    case .sent: break
    case .uncertain: next = .hold(reason: "?")
    case .some(let status): Issue.record("a delivery is \(status)")
    }
    let move = Move(snapshot: [1], state: "A", history: [], failures: 0, next: next, at: noon)
    try await store.record(move, under: lease)
}

/// Lets leases run out, cuts connections and takes nodes for lost, until all orders are at their ends or held.
private func trouble(_ fixture: PostgresFixture, _ world: World) async throws {
    defer { world.state.withLock { $0.isOver = true } }
    let observer = try await begin("observer", in: fixture)
    var turn = 0
    while true {
        turn += 1
        switch turn % 4 {
        case 0: world.state.withLock { $0.now += 100 }
        case 1: _ = try await observer.retireNodes(silentFor: .zero, at: noon)
        case 2: _ = try await begin(["a", "b", "c"][turn / 4 % 3], in: fixture)
        default:
            try await fixture.server.execute(
                """
                select pg_terminate_backend(l.pid) from pg_locks l
                where l.relation = '\(fixture.schema).nodes'::regclass and l.pid != pg_backend_pid()
                """
            )
        }
        let open = try await observer.summary(at: noon(plus: world.now)).orders
        if open[.queued] == 0, open[.running] == 0 { return }
    }
}
