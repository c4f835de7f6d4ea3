import FoundationEssentials
import Orders
import Testing

extension StoreFact {
    static let keeping = [
        StoreFact("what ended too long ago is deleted with all that belongs to it") {
            fixture async throws in
            let store = fixture.store
            for number in 1...3 { try await submit("\(number)", to: store) }
            try await end("1", at: 10, in: store)
            try await end("2", at: 20, in: store)
            #expect(try await prune(store, before: 15) == 1)
            #expect(try await prune(store, before: 15) == 0)
            let later = try await fixture.restarted()
            #expect(try await later.order(makeID("1")) == nil)
            #expect(try await later.history(of: makeID("1"), after: 0, limit: 1) == nil)
            #expect(try await later.order(makeID("2")) != nil)
            let summary = try await later.summary(at: noon)
            #expect(summary.orders[.succeeded] == 1)
            #expect(summary.deliveries[.sent] == 1)
            #expect(try await submit("1", to: later) == .accepted)
        },
        StoreFact("of more ended orders than may stay, the longest ended go first, some at a time")
        {
            fixture async throws in
            let store = fixture.store
            for number in 1...6 {
                try await submit("\(number)", to: store)
                try await end("\(number)", at: Double(number), in: store)
            }
            try await submit("open", to: store)
            #expect(try await prune(store, keeping: 2, limit: 3) == 3)
            #expect(try await prune(store, keeping: 2, limit: 3) == 1)
            #expect(try await prune(store, keeping: 2, limit: 3) == 0)
            let left = try await store.list(OrderQuery(limit: 10)).orders.map(\.id.text)
            #expect(left == ["open", "6", "5"])
        },
        StoreFact("what has not ended stays, however old it is") { fixture async throws in
            let store = fixture.store
            for number in ["queued", "running", "held"] { try await submit(number, to: store) }
            let claims = try await claim(2, from: store)
            try await store.record(move(.hold(reason: "?")), under: claims[1].lease)
            #expect(try await prune(store, before: 1_000_000, keeping: 0) == 0)
            #expect(store.backlog == 3)
        },
        StoreFact("numbers are given once, over pruning and restarts too") { fixture async throws in
            var store = fixture.store
            for number in 1...4 {
                try await submit("\(number)", to: store)
                try await end("\(number)", at: Double(number), in: store)
            }
            while try await prune(store, before: 1_000, keeping: 0) > 0 {}
            store = try await fixture.restarted(from: store)
            for number in 5...8 { #expect(try await submit("\(number)", to: store) == .accepted) }
            store = try await fixture.restarted(from: store)
            for number in 5...8 {
                guard case .existing = try await submit("\(number)", to: store) else {
                    throw Expected("the existing order \(number)")
                }
            }
        },
        StoreFact("whatever changes an ended order tells who has read it") { fixture async throws in
            let store = fixture.store
            for number in ["1", "2"] { try await submit(number, to: store) }
            let lease = try await claim(1, from: store)[0].lease
            _ = try await store.intend(email, at: noon, under: lease)
            _ = try await store.revise(makeID("1")) { _ in .revise(change(to: .aborted)) }
            // Who cannot promise it does not.
            guard var revision = store.endedRevision else { return }
            func hasGrown() -> Bool {
                defer { revision = store.endedRevision ?? revision }
                return store.endedRevision ?? .max > revision
            }
            // Of an order that goes its way nobody keeps anything.
            let other = try await claimOne(from: store).lease
            let failed = Ending(status: .failed, output: nil, error: "E", cause: nil)
            try await store.record(move(.end(failed)), under: other)
            #expect(!hasGrown())
            // The answer to a send that outlived its run.
            let outcome = Delivery.Outcome.uncertain(reason: "?")
            try await store.conclude(email.key, outcome, at: noon, under: lease)
            #expect(hasGrown())
            let ada = Operator("ada")
            let entry = try #require(try await store.deliveries(.uncertain, limit: 1).first)
            _ = try await store.decide(entry.id, .assumeSent, by: ada, at: noon)
            #expect(hasGrown())
            _ = try await erase(in: store, makeID("1"), by: ada, at: noon)
            #expect(hasGrown())
            _ = try await store.revise(makeID("2")) { _ in .revise(change(to: .running)) }
            #expect(hasGrown())
            #expect(try await prune(store, before: 1_000) == 1)
            #expect(hasGrown())
            #expect(try await prune(store, before: 1_000) == 0)
            #expect(!hasGrown())
        },
        StoreFact("what was accepted before the clock was set back is due after a restart") {
            fixture async throws in
            try await submit("001", at: 100_000, to: fixture.store)
            let store = try await fixture.restarted()
            #expect(try await claimOne(at: 60, from: store).lease.id.text == "001")
        },
        StoreFact("what the queue was told to do outlives the process") { fixture async throws in
            #expect(try await fixture.store.queueMode() == .running)
            var last: Int64 = 0
            for mode in [QueueMode.paused, .draining, .running] {
                let ada = Operator("ada")
                let place = try await fixture.store.setQueueMode(mode, by: ada, at: noon)
                #expect(place > last)
                last = place
                #expect(try await fixture.restarted().queueMode() == mode)
            }
        },
    ]

    /// Sends the e-mail of an order and ends it so many seconds after noon.
    private static func end(
        _ number: String,
        at seconds: Double,
        in store: any OrderStore
    ) async throws {
        var leases = try await claim(from: store).map(\.lease)
        let index = try #require(leases.firstIndex { $0.id.text == number })
        let lease = leases.remove(at: index)
        for other in leases { try await store.handBack(other, due: noon) }
        _ = try await store.intend(email, at: noon, under: lease)
        try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
        var last = move(succeeded, events: 1...3)
        last.at = noon(plus: seconds)
        try await store.record(last, under: lease)
    }

    private static func prune(
        _ store: any RetentionStore,
        before seconds: Double = 0,
        keeping: Int = 1_000,
        limit: Int = 100
    ) async throws -> Int {
        try await store.prune(
            PruneRequest(endedBefore: noon(plus: seconds), keeping: keeping, limit: limit)
        )
    }
}
