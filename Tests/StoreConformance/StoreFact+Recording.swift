import FoundationEssentials
import Orders
import Testing

extension StoreFact {
    static let recording = [
        StoreFact("a recorded position is what the next claim gets") { fixture async throws in
            try await submit("001", to: fixture.store)
            let lease = try await claimOne(from: fixture.store).lease
            try await fixture.store.record(move(.proceed, events: 1...3), under: lease)
            let next = move(.sleep(until: noon(plus: 9)), events: 4...4, failures: 2)
            try await fixture.store.record(next, under: lease)
            #expect(try await claim(at: 8, from: fixture.store).isEmpty)
            let claim = try await claimOne(at: 9, from: fixture.store)
            #expect(claim.snapshot == Array("snapshot".utf8))
            #expect(claim.attempts.failed == 2)
        },
        StoreFact("an end is final: output, time and status stay, and nothing is due") {
            fixture async throws in
            try await submit("001", to: fixture.store)
            let lease = try await claimOne(from: fixture.store).lease
            try await fixture.store.record(move(succeeded, events: 1...2), under: lease)
            await expectLeaseLost { try await fixture.store.record(move(.proceed), under: lease) }
            let store = try await fixture.restarted()
            #expect(try await claim(at: 10_000, from: store).isEmpty)
            let order = try #require(try await store.order(makeID("001")))
            #expect(order.status == .succeeded)
            #expect(order.output == Array("{}".utf8))
            #expect(order.finishedAt == noon(plus: 2))
            #expect(order.state == "A")
            #expect(order.attempts.crashed == 0)
        },
        StoreFact("a failed end keeps its error and cause") { fixture async throws in
            try await submit("001", to: fixture.store)
            let lease = try await claimOne(from: fixture.store).lease
            let ending = Ending(status: .failed, output: nil, error: "E", cause: "because")
            try await fixture.store.record(move(.end(ending)), under: lease)
            let order = try #require(try await fixture.store.order(makeID("001")))
            #expect(order.status == .failed)
            #expect(order.error == "E")
            #expect(order.cause == "because")
            #expect(order.output == nil)
        },
        StoreFact("a held order is not due and says why") { fixture async throws in
            try await submit("001", to: fixture.store)
            let lease = try await claimOne(from: fixture.store).lease
            try await fixture.store.record(move(.hold(reason: "look")), under: lease)
            #expect(try await claim(at: 10_000, from: fixture.store).isEmpty)
            let order = try #require(try await fixture.store.order(makeID("001")))
            #expect(order.status == .held)
            #expect(order.cause == "look")
        },
        StoreFact("an old holder of a lease changes nothing") { fixture async throws in
            try await submit("001", to: fixture.store)
            let old = try await claimOne(from: fixture.store).lease
            try await fixture.store.handBack(old, due: noon(plus: 2))
            let new = try await claimOne(at: 3, from: fixture.store).lease
            await expectLeaseLost {
                try await fixture.store.record(move(succeeded, events: 1...2), under: old)
            }
            #expect(try await history(fixture.store).events.isEmpty)
            try await fixture.store.record(move(succeeded, events: 1...2), under: new)
            #expect(try await history(fixture.store).events.count == 2)
        },
        StoreFact("history is answered in order, page by page") { fixture async throws in
            try await submit("001", to: fixture.store)
            let lease = try await claimOne(from: fixture.store).lease
            try await fixture.store.record(move(.proceed, events: 1...3), under: lease)
            try await fixture.store.record(move(.proceed, events: 4...4), under: lease)
            try await fixture.store.record(move(succeeded, events: 5...9), under: lease)
            for limit in 1...9 {
                var (ids, last, hasMore) = ([Int](), 0, true)
                while hasMore {
                    let page = try await history(fixture.store, after: last, limit: limit)
                    #expect(page.events.count <= limit)
                    ids += page.events.map(\.id)
                    (last, hasMore) = (ids.last ?? 0, page.hasMore)
                }
                #expect(ids == Array(1...9))
            }
            let unknown = try await fixture.store.history(of: makeID("x"), after: 0, limit: 1)
            #expect(unknown == nil)
        },
    ]

    private static func history(
        _ store: any OrderReader,
        after id: Int = 0,
        limit: Int = 100
    ) async throws -> HistoryPage {
        try #require(try await store.history(of: makeID("001"), after: id, limit: limit))
    }
}
