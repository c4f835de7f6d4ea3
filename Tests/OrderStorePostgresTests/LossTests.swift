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

    @Test func `finds out that a transaction happened whose commit it did not hear of`()
        async throws
    {
        // A proxy stands beside the server's own socket.
        let server = try #require(TestServer.current)
        let proxy = try CuttingProxy(in: server.folder)
        var configuration = PostgresOrderStore.Configuration(
            address: "\(server.address) port=\(CuttingProxy.port)",
            node: "one"
        )
        configuration.schema = server.makeSchema()
        let store = try await makeStore(configuration)
        #expect(try await submit("0", to: store) == .accepted)
        for number in 1...3 {
            let order = NewOrder(
                id: try #require(OrderID("\(number)")),
                input: Array("{}".utf8),
                workflow: "w1",
                createdAt: noon
            )
            proxy.arm()
            // Tried again it would be there already.
            #expect(try await store.submit(order) == .accepted)
            #expect(proxy.cuts == number)
        }
        #expect(store.backlog == 4)
        #expect(try await store.summary(at: noon).orders[.queued] == 4)
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
                            #expect(reason.contains("the database"))
                        }
                        if run.isOver.withLock({ $0 }) { return }
                    }
                }
            }
            await run.accepts(100)
            try await server.stop()
            try await server.start()
            await run.accepts(100)
            run.isOver.withLock { $0 = true }
            try await group.waitForAll()
        }
        for number in run.accepted.withLock({ $0 }) {
            #expect(try await store.order(try #require(OrderID(number))) != nil)
        }
        try await server.stop()
        await #expect(throws: StoreError.self) { try await store.queueMode() }
        await #expect(throws: StoreError.self) { try await submit("none", to: store) }
        try await server.start()
        #expect(try await store.queueMode() == .running)
        #expect(try await submit("later", to: store) == .accepted)
    }
}

/// What the clients of a test know together.
private final class Run: Sendable {
    let isOver = Mutex(false)
    let accepted = Mutex<[String]>([])

    /// Returns when so many more orders were accepted.
    func accepts(_ count: Int) async {
        let end = accepted.withLock { $0.count } + count
        while accepted.withLock({ $0.count }) < end { await Task.yield() }
    }
}
