import FoundationEssentials
import OrderStorePostgres
import Orders
import StoreConformance
import Synchronization
import TestClosing
import Testing

extension `The PostgreSQL store` {
    @Test func `accepts each order once while its connections are cut`() async throws {
        let fixture = try await PostgresFixture()
        let store = fixture.store
        let cuts = 12
        let run = Run()
        let accepted = try await withThrowingTaskGroup(of: [String].self) { group in
            for client in 1...6 {
                group.addTask {
                    var accepted: [String] = []
                    while !run.isOver.withLock({ $0 }) {
                        let number = "\(client).\(accepted.count)"
                        let submission = try await submit(number, to: store)
                        // Whether a transaction happened is found out, so none is tried that did.
                        #expect(submission == .accepted)
                        accepted.append(number)
                    }
                    return accepted
                }
            }
            for _ in 0..<cuts {
                try await fixture.server.execute(
                    """
                    select pg_terminate_backend(l.pid) from pg_locks l
                    where l.relation = '\(fixture.schema).nodes'::regclass and l.pid != pg_backend_pid()
                    """
                )
            }
            run.isOver.withLock { $0 = true }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(store.backlog == accepted.count)
        for number in accepted {
            #expect(try await store.order(try #require(OrderID(number))) != nil)
        }
    }

    @Test func `keeps what it has acknowledged when the server crashes, and goes on`() async throws
    {
        let server = try await TestServer()
        let fixture = try await PostgresFixture(server)
        let store = fixture.store
        let run = Run()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 1...6 {
                group.addTask {
                    for number in 0... {
                        do {
                            _ = try await submit("\(client).\(number)", to: store)
                            run.accepted.withLock { $0.append("\(client).\(number)") }
                        } catch StoreError.unavailable(let reason) {
                            #expect(!reason.isEmpty)
                            return
                        }
                    }
                }
            }
            while run.accepted.withLock({ $0.count }) < 100 { await Task.yield() }
            try await server.stop()
            try await group.waitForAll()
        }
        await #expect(throws: StoreError.self) { try await store.queueMode() }
        try await server.start()
        #expect(try await store.queueMode() == .running)
        #expect(try await submit("later", to: store) == .accepted)
        for number in run.accepted.withLock({ $0 }) {
            #expect(try await store.order(try #require(OrderID(number))) != nil)
        }
    }
}

/// What the clients of a test know together.
private final class Run: Sendable {
    let isOver = Mutex(false)
    let accepted = Mutex<[String]>([])
}
