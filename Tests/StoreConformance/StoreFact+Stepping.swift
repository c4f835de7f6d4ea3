import FoundationEssentials
import Orders
import Testing

/// What belongs together is one transaction.
extension StoreFact {
    static let stepping = [
        StoreFact("the outcome of a send and the next intent are written together") {
            fixture async throws in
            let (store, lease) = try await sending(fixture)
            let sent = Conclusion(email.key, .sent(messageID: "m"), at: noon)
            let entry = try await store.record(Step(sent, intent: notice, at: noon), under: lease)
            #expect(entry == nil)
            let order = try await store.order(makeID("001"))
            #expect(order?.deliveries.map(\.status) == [.sent, .intended])
            #expect(order?.deliveries.map(\.kind) == [.email, .notice])
        },
        StoreFact("the outcome of a send and the end are written together") {
            fixture async throws in
            let (store, lease) = try await sending(fixture)
            let sent = Conclusion(email.key, .sent(messageID: "m"), at: noon)
            try await store.record(Step(sent, move: move(succeeded, events: 1...2)), under: lease)
            let order = try await store.order(makeID("001"))
            #expect(order?.status == .succeeded)
            #expect(order?.deliveries.map(\.status) == [.sent])
            let history = try await store.history(of: makeID("001"), after: 0, limit: 9)
            #expect(history?.events.map(\.id) == [1, 2])
        },
        StoreFact("a step to hold heeds the outcome that is written with it") {
            fixture async throws in
            for (index, outcome) in [
                Delivery.Outcome.uncertain(reason: "?"), .sent(messageID: "m"),
            ].enumerated() {
                let number = "00\(index)"
                try await submit(number, to: fixture.store)
                let lease = try await claimOne(from: fixture.store).lease
                _ = try await fixture.store.intend(email, at: noon, under: lease)
                let step = Step(
                    Conclusion(email.key, outcome, at: noon),
                    move: move(.hold(reason: "?"))
                )
                try await fixture.store.record(step, under: lease)
                let order = try await fixture.store.order(makeID(number))
                #expect(order?.status == (index == 0 ? .held : .running))
                #expect(order?.error == (index == 0 ? "Held" : nil))
            }
        },
        StoreFact("a move and the next intent are written together") { fixture async throws in
            let (store, lease) = try await sending(fixture)
            let step = Step(move: move(.proceed, events: 1...1), intent: email, at: noon)
            let entry = try await store.record(step, under: lease)
            // The first intent has no outcome: whoever wants to send must not.
            #expect(entry?.status == .uncertain)
            let order = try await store.order(makeID("001"))
            #expect(order?.state == "A")
            #expect(order?.deliveries.map(\.status) == [.uncertain])
        },
        StoreFact("of a step under a lost lease only the outcome is kept") {
            fixture async throws in
            let (store, lease) = try await sending(fixture)
            try await store.handBack(lease, due: noon)
            let sent = Conclusion(email.key, .sent(messageID: "m"), at: noon)
            for step in [
                Step(sent, move: move(succeeded, events: 1...1)),
                Step(sent, intent: notice, at: noon),
            ] {
                await expectLeaseLost { try await store.record(step, under: lease) }
                let order = try await store.order(makeID("001"))
                #expect(order?.status == .running)
                #expect(order?.deliveries.map(\.status) == [.sent])
                let history = try await store.history(of: makeID("001"), after: 0, limit: 9)
                #expect(history?.events.isEmpty == true)
            }
        },
        StoreFact("a claim records the first step of each order that it leases") {
            fixture async throws in
            let store = fixture.store
            for number in ["001", "002"] { try await submit(number, to: store) }
            let request = ClaimRequest(limit: 9, now: noon, until: noon(plus: 60)) { claim in
                guard claim.lease.id.text == "001" else { return nil }
                return Step(move: move(.proceed, events: 1...3), intent: email, at: noon)
            }
            let claims = try await store.claim(request)
            #expect(claims.map(\.lease.id.text) == ["001", "002"])
            #expect(claims.map(\.entry) == [nil, nil])
            let (first, second) = (
                try await store.order(makeID("001")), try await store.order(makeID("002"))
            )
            #expect(first?.deliveries.map(\.status) == [.intended])
            #expect(first?.state == "A")
            #expect(second?.deliveries.isEmpty == true)
            #expect(second?.state == nil)
            // Their leases are like any other.
            try await store.record(move(succeeded), under: claims[0].lease)
            try await store.handBack(claims[1].lease, due: noon)
        },
        StoreFact("a claim answers what an earlier run has left of the delivery that it intends") {
            fixture async throws in
            _ = try await sending(fixture)
            let store = try await fixture.restarted()
            let request = ClaimRequest(limit: 9, now: noon(plus: 99), until: noon(plus: 160)) { _ in
                Step(intent: email, at: noon)
            }
            let claims = try await store.claim(request)
            #expect(claims.map(\.entry?.status) == [.uncertain])
            let order = try await store.order(makeID("001"))
            #expect(order?.deliveries.map(\.status) == [.uncertain])
        },
    ]

    private static let notice = Delivery.Intent(
        key: Delivery.Key(state: "A", visit: 2, name: "notice"),
        kind: .notice,
        contentHash: "beef"
    )

    /// An order whose e-mail is intended.
    private static func sending(
        _ fixture: any StoreFixture
    ) async throws -> (any TestedStore, Lease) {
        try await submit("001", to: fixture.store)
        let lease = try await claimOne(from: fixture.store).lease
        #expect(try await fixture.store.intend(email, at: noon, under: lease) == nil)
        return (fixture.store, lease)
    }
}
