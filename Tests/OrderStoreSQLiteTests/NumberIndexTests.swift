import Foundation
import Orders
import StatesLanguage
import TestClosing
import Testing

@testable import OrderStoreSQLite

@Suite(.closing)
struct `The number index` {
    private struct Fault: Error {}

    @Test func `forgets what a failed transaction added, so that a later restart misses no order`()
        async throws
    {
        let fixture = try SQLiteFixture()
        let store = try #require(fixture.store as? SQLiteOrderStore)
        let workflow = try await registerWorkflow(in: store)
        // Far more than what follows: were they kept, the index would count itself whole beyond the real orders.
        for number in 1...600 {
            await #expect(throws: StoreError.self) {
                try await store.write { [numbers = store.numbers] _ in
                    numbers.add(Int64(number), Int64(number))
                    throw Fault()
                }
            }
        }
        for number in 1...5 {
            #expect(try await submit("\(number)", workflow, to: store) == .accepted)
        }
        while try await store.write({ [numbers = store.numbers] in
            try numbers.mergeRemainder($0)
        }) {}
        for number in 6...9 {
            #expect(try await submit("\(number)", workflow, to: store) == .accepted)
        }
        let later = try await fixture.restarted()
        for number in 1...9 {
            let order = try await later.order(try #require(OrderID("\(number)")))
            #expect(order != nil, "order \(number) is not found any more")
        }
    }

    @Test func `finds both of two orders whose digests are equal`() async throws {
        let fixture = try SQLiteFixture()
        let store = try #require(fixture.store as? SQLiteOrderStore)
        let workflow = try await registerWorkflow(in: store)
        _ = try await submit("1", workflow, to: store)
        _ = try await submit("2", workflow, to: store)
        // As if the second had the digest of the first.
        let digest = store.numbers.digest(try #require(OrderID("1")))
        try await store.write { [numbers = store.numbers] _ in numbers.add(digest, 2) }
        #expect(try await store.order(try #require(OrderID("1"))) != nil)
    }

    @Test
    func `finds what was merged while a read was under way, however soon the next are merged`()
        async throws
    {
        let fixture = try SQLiteFixture()
        let store = try #require(fixture.store as? SQLiteOrderStore)
        let workflow = try await registerWorkflow(in: store)
        let number = try #require(OrderID("1"))
        _ = try await submit(number.text, workflow, to: store)
        let (begun, goesOn) = (WakeSignal(), DispatchSemaphore(value: 0))
        async let found = store.read { [numbers = store.numbers] connection in
            _ = try numbers.order(number, connection)
            begun.raise()
            goesOn.wait()
            return try numbers.order(number, connection)
        }
        // Also when something fails before, since the read is waited for.
        defer { goesOn.signal() }
        await begun.wait()
        for other in ["2", "3"] {
            try await merge(in: store)
            _ = try await submit(other, workflow, to: store)
        }
        try await merge(in: store)
        goesOn.signal()
        #expect(try await found == 1)
        #expect(try await store.order(number) != nil)
    }

    @Test func `knows a number that was merged after its neighbours had been asked for`()
        async throws
    {
        let fixture = try SQLiteFixture()
        let store = try #require(fixture.store as? SQLiteOrderStore)
        let workflow = try await registerWorkflow(in: store)
        for number in 1...50 {
            #expect(try await submit("\(number)", workflow, to: store) == .accepted)
        }
        try await merge(in: store)
        for number in 1...50 {
            // With the second read what was merged is in the table alone.
            for _ in 0..<2 { _ = try await store.order(try #require(OrderID("x"))) }
            guard case .existing = try await submit("\(number)", workflow, to: store) else {
                Issue.record("order \(number) was accepted twice")
                return
            }
        }
    }

    @Test func `knows what an earlier process has merged, and takes what is new`() async throws {
        let fixture = try SQLiteFixture()
        let store = try #require(fixture.store as? SQLiteOrderStore)
        let workflow = try await registerWorkflow(in: store)
        for number in 1...300 { _ = try await submit("\(number)", workflow, to: store) }
        try await store.close()
        let later = try SQLiteFixture.open(fixture.folder)
        for number in 1...300 {
            guard case .existing = try await submit("\(number)", workflow, to: later) else {
                Issue.record("order \(number) was accepted twice")
                return
            }
            #expect(try await submit("new-\(number)", workflow, to: later) == .accepted)
        }
        try await later.close()
    }

    private func merge(in store: SQLiteOrderStore) async throws {
        try await store.write { [numbers = store.numbers] connection in
            numbers.hasten()
            try numbers.mergeSlice(connection)
        }
    }

    private func registerWorkflow(in store: SQLiteOrderStore) async throws -> Workflow.ID {
        let text = Array(#"{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"#.utf8)
        let machine = try StateMachine(parsing: text)
        let workflow = Workflow(id: "w", name: "W", definition: text, machine: machine)
        try await store.register(workflow)
        return workflow.id
    }

    private func submit(
        _ number: String,
        _ workflow: Workflow.ID,
        to store: SQLiteOrderStore
    )
        async throws -> Submission
    {
        try await store.submit(
            NewOrder(
                id: try #require(OrderID(number)),
                input: [],
                workflow: workflow,
                createdAt: Date(timeIntervalSince1970: 1_790_000_000)
            )
        )
    }
}
