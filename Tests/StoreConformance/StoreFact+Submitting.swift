import Orders
import Testing

extension StoreFact {
    static let submitting = [
        StoreFact("what is to be refused when it is new is refused, and leaves no trace") {
            fixture async throws in
            let store = fixture.store
            let key = IdempotencyKey(digest: [1], body: [2])
            let workflow = try await makeWorkflow(in: store)
            var order = NewOrder(
                id: try makeID("1"),
                input: Array(#"{"orderId":"1"}"#.utf8),
                workflow: workflow,
                createdAt: noon
            )
            order.idempotencyKey = key
            order.isRefusedIfNew = true
            #expect(try await store.submit(order) == .refused)
            #expect(try await store.order(order.id) == nil)
            #expect(store.backlog == 0)
            order.isRefusedIfNew = false
            #expect(try await store.submit(order) == .accepted)
            order.isRefusedIfNew = true
            guard case .repeated = try await store.submit(order) else {
                Issue.record("a key that is known was refused")
                return
            }
            order.idempotencyKey = nil
            guard case .existing = try await store.submit(order) else {
                Issue.record("an order that is known was refused")
                return
            }
        },
        StoreFact("an accepted order is there after a restart") { fixture async throws in
            #expect(try await submit("001", to: fixture.store) == .accepted)
            let order = try #require(try await fixture.restarted().order(makeID("001")))
            #expect(order.status == .queued)
            #expect(order.createdAt == noon)
            #expect(order.input == Array(#"{"orderId":"001"}"#.utf8))
        },
        StoreFact("a number is given once, and the order that has it is answered") {
            fixture async throws in
            try await submit("001", to: fixture.store)
            guard case .existing(let order) = try await submit("001", at: 5, to: fixture.store)
            else { throw Expected("the existing order") }
            #expect(order.createdAt == noon)
            #expect(try await fixture.store.list(OrderQuery(limit: 10)).orders.count == 1)
        },
        StoreFact("a number is given once over a restart too") { fixture async throws in
            try await submit("001", to: fixture.store)
            let store = try await fixture.restarted()
            guard case .existing = try await submit("001", to: store) else {
                throw Expected("the existing order")
            }
        },
        StoreFact("of many equal numbers at the same time one is accepted") {
            fixture async throws in
            let store = fixture.store
            _ = try await makeWorkflow(in: store)
            let accepted = try await withThrowingTaskGroup(of: Submission.self) { group in
                for _ in 0..<50 { group.addTask { try await submit("001", to: store) } }
                return try await group.reduce(0) { $1 == .accepted ? $0 + 1 : $0 }
            }
            #expect(accepted == 1)
        },
        StoreFact("numbers that differ only in case are different numbers") {
            fixture async throws in
            #expect(try await submit("a", to: fixture.store) == .accepted)
            #expect(try await submit("A", to: fixture.store) == .accepted)
        },
        StoreFact("an idempotency key answers its order, over a restart too") {
            fixture async throws in
            let key = IdempotencyKey(digest: [1], body: [2])
            #expect(try await submit("001", key: key, to: fixture.store) == .accepted)
            // Another number, as one that the service makes up is at each request.
            let store = try await fixture.restarted()
            guard case .repeated(let order) = try await submit("002", key: key, to: store) else {
                throw Expected("the earlier order")
            }
            #expect(order.id.text == "001")
            #expect(try await store.list(OrderQuery(limit: 10)).orders.count == 1)
        },
        StoreFact("an idempotency key stands for one body") { fixture async throws in
            let (key, other) = (
                IdempotencyKey(digest: [1], body: [2]), IdempotencyKey(digest: [1], body: [3])
            )
            try await submit("001", key: key, to: fixture.store)
            #expect(try await submit("002", key: other, to: fixture.store) == .keyTaken)
            #expect(try await fixture.store.order(makeID("002")) == nil)
            let another = IdempotencyKey(digest: [4], body: [3])
            #expect(try await submit("003", key: another, to: fixture.store) == .accepted)
        },
        StoreFact("of many requests under one idempotency key one makes an order") {
            fixture async throws in
            let store = fixture.store
            _ = try await makeWorkflow(in: store)
            let key = IdempotencyKey(digest: [1], body: [2])
            let accepted = try await withThrowingTaskGroup(of: Submission.self) { group in
                for number in 0..<50 {
                    group.addTask { try await submit("\(number)", key: key, to: store) }
                }
                return try await group.reduce(0) { $1 == .accepted ? $0 + 1 : $0 }
            }
            #expect(accepted == 1)
        },
        StoreFact("an idempotency key that is pruned can be used again") { fixture async throws in
            let key = IdempotencyKey(digest: [1], body: [2])
            try await submit("001", key: key, to: fixture.store)
            var request = PruneRequest(endedBefore: noon, keeping: 100, limit: 10)
            request.keysBefore = noon
            _ = try await fixture.store.prune(request)
            guard case .repeated = try await submit("002", key: key, to: fixture.store) else {
                throw Expected("the earlier order")
            }
            request.keysBefore = noon(plus: 1)
            _ = try await fixture.store.prune(request)
            #expect(try await submit("003", key: key, to: fixture.store) == .accepted)
        },
        StoreFact("a registered definition is answered as it was, and an unknown one is nil") {
            fixture async throws in
            let id = try await makeWorkflow(in: fixture.store)
            _ = try await makeWorkflow(in: fixture.store)
            let workflow = try #require(try await fixture.store.workflow(id))
            let text = String(decoding: workflow.definition, as: UTF8.self)
            #expect(text.hasPrefix(#"{"StartAt":"A""#))
            #expect(workflow.name == "W")
            #expect(try await fixture.store.workflow("other") == nil)
        },
    ]
}

/// A fact that could not go on.
struct Expected: Error {
    let what: String

    init(_ what: String) { self.what = what }
}
