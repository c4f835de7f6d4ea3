import FoundationEssentials
import Orders
import Testing

extension StoreFact {
    static let claiming = [
        StoreFact("a claim carries all that a runner needs and counts a started run") {
            fixture async throws in
            try await submit("001", to: fixture.store)
            let claim = try await claimOne(from: fixture.store)
            #expect(claim.lease.id.text == "001")
            #expect(claim.workflow == "w1")
            #expect(claim.input == Array(#"{"orderId":"001"}"#.utf8))
            #expect(claim.snapshot == nil)
            #expect(claim.createdAt == noon)
            #expect(claim.due == noon)
            #expect(claim.attempts.started == 1)
            let order = try #require(try await fixture.store.order(makeID("001")))
            #expect(order.status == .running)
            #expect(order.startedAt == noon(plus: 1))
            #expect(order.due == nil)
        },
        StoreFact("a leased order is not leased again while its lease is prolonged") {
            fixture async throws in
            try await submit("001", to: fixture.store)
            let lease = try await claimOne(from: fixture.store).lease
            #expect(try await claim(at: 60, from: fixture.store).isEmpty)
            #expect(try await fixture.store.prolong([lease], until: noon(plus: 20_000)).isEmpty)
            #expect(try await claim(at: 10_000, from: fixture.store).isEmpty)
        },
        StoreFact("orders are claimed when they are due, the oldest first") {
            fixture async throws in
            for (index, number) in ["c", "a", "b"].enumerated() {
                try await submit(number, at: Double(index * 10), to: fixture.store)
            }
            let first = try await claim(at: 15, from: fixture.store)
            #expect(first.map(\.lease.id.text) == ["c", "a"])
            #expect(try await claim(at: 25, from: fixture.store).map(\.lease.id.text) == ["b"])
        },
        StoreFact("a claim never exceeds its limit") { fixture async throws in
            for number in 1...5 { try await submit("\(number)", to: fixture.store) }
            #expect(try await claim(3, from: fixture.store).count == 3)
            #expect(try await claim(3, from: fixture.store).count == 2)
        },
        StoreFact("fresh and resumed orders each get half while both are there") {
            fixture async throws in
            let store = fixture.store
            for number in 1...4 { try await submit("old-\(number)", to: store) }
            for claim in try await claim(4, from: store) {
                try await store.record(move(.sleep(until: noon(plus: 3))), under: claim.lease)
            }
            for number in 1...4 { try await submit("new-\(number)", at: 2, to: store) }
            let numbers = try await claim(4, at: 5, from: store).map(\.lease.id.text)
            #expect(Set(numbers) == ["old-1", "old-2", "new-1", "new-2"])
            #expect(try await claim(10, at: 5, from: store).count == 4)
        },
        StoreFact("a single place goes to whoever is due longer, fresh or resumed") {
            fixture async throws in
            let store = fixture.store
            try await submit("old", to: store)
            let lease = try await claimOne(from: store).lease
            try await store.record(move(.sleep(until: noon(plus: 3))), under: lease)
            try await submit("new-1", at: 2, to: store)
            try await submit("new-2", at: 4, to: store)
            var numbers: [String] = []
            for _ in 0..<3 {
                numbers += try await claim(1, at: 5, from: store).map(\.lease.id.text)
            }
            #expect(numbers == ["new-1", "old", "new-2"])
        },
        StoreFact("of the orders that wait for a gate as many are leased as it has room for") {
            fixture async throws in
            let store = fixture.store
            for (index, gate) in ["email", "email", "email", "notice", nil].enumerated() {
                try await submit("\(index)", at: Double(index), to: store)
                let lease = try await claimOne(at: 60, from: store).lease
                let until = noon(plus: 100 - Double(index))
                try await store.record(move(.sleep(until: until, gate: gate)), under: lease)
            }
            #expect(try await store.nextDue() == noon(plus: 96))
            let summary = try await store.summary(at: noon)
            #expect(summary.waiting == ["email": 3, "notice": 1])
            let closed = try await claim(at: 200, rooms: ["email": 0, "notice": 0], from: store)
            #expect(closed.map(\.lease.id.text) == ["4"])
            #expect(closed.map(\.gate) == [nil])
            #expect(try await store.nextDue() == nil)
            let some = try await claim(at: 200, rooms: ["email": 1, "notice": -3], from: store)
            #expect(some.map(\.lease.id.text) == ["2"])
            #expect(some.map(\.gate) == ["email"])
            let later = try await fixture.restarted(from: store)
            let rest = try await claim(at: 200, rooms: ["email": 2], from: later).map(
                \.lease.id.text
            )
            #expect(Set(rest) == ["0", "1", "2", "3", "4"])
        },
        StoreFact("of several gates and none the order is served first that is due longest") {
            fixture async throws in
            let store = fixture.store
            for (number, gate, due) in [
                ("a", "email", 12.0), ("b", "notice", 11), ("c", nil, 13), ("d", "email", 10),
            ] {
                try await submit(number, to: store)
                let lease = try await claimOne(from: store).lease
                let next = Move.Next.sleep(until: noon(plus: due), gate: gate)
                try await store.record(move(next), under: lease)
            }
            var order: [String] = []
            for _ in 0..<4 { order += try await claim(1, at: 50, from: store).map(\.lease.id.text) }
            #expect(order == ["d", "b", "a", "c"])
        },
        StoreFact("of resumed orders the longest due is served first") { fixture async throws in
            let store = fixture.store
            for (number, due) in [("a", 12.0), ("b", 10), ("c", 11)] {
                try await submit(number, to: store)
                let lease = try await claimOne(from: store).lease
                try await store.record(move(.sleep(until: noon(plus: due))), under: lease)
            }
            let claims = try await claim(2, at: 50, from: store)
            #expect(claims.map(\.lease.id.text) == ["b", "c"])
        },
        StoreFact("who waits for a gate is leased once its timer's time has come, room or not") {
            fixture async throws in
            let store = fixture.store
            for number in ["timed", "plain"] {
                try await submit(number, to: store)
                let lease = try await claimOne(from: store).lease
                let timer = number == "timed" ? noon(plus: 60) : nil
                let next = Move.Next.sleep(until: noon(plus: 5), gate: "email", timer: timer)
                try await store.record(move(next), under: lease)
            }
            #expect(try await store.nextDue() == noon(plus: 60))
            #expect(try await store.summary(at: noon).waiting == ["email": 2])
            #expect(try await claim(at: 59, rooms: ["email": 0], from: store).isEmpty)
            let timed = try await claim(at: 60, rooms: ["email": 0], from: store)
            #expect(timed.map(\.lease.id.text) == ["timed"])
            #expect(try await store.nextDue() == nil)
            let next = Move.Next.sleep(until: noon(plus: 90), gate: "email", timer: noon(plus: 80))
            try await store.record(move(next), under: timed[0].lease)
            // With room for it the line is what counts, and nobody is leased twice.
            let both = try await claim(at: 100, rooms: ["email": 2], from: store)
            #expect(Set(both.map(\.lease.id.text)) == ["timed", "plain"])
            #expect(both.count == 2)
        },
        StoreFact("a restart does not let an order at a gate rest longer than its provider is") {
            fixture async throws in
            for (number, seconds) in [("soon", 800.0), ("late", 3_600)] {
                try await submit(number, to: fixture.store)
                let lease = try await claimOne(from: fixture.store).lease
                let next = Move.Next.sleep(until: noon(plus: seconds), gate: "email")
                try await fixture.store.record(move(next), under: lease)
            }
            // As after a clock that was set back by an hour.
            let store = try await fixture.restarted()
            #expect(try await claim(at: 60, from: store).map(\.lease.id.text) == ["late"])
        },
        StoreFact("a restart takes back what was leased, due at once, and counts a crash") {
            fixture async throws in
            try await submit("001", to: fixture.store)
            let old = try await claimOne(from: fixture.store)
            let store = try await fixture.restarted()
            let claim = try await claimOne(at: 1_000, from: store)
            #expect(claim.attempts.crashed == 1)
            #expect(claim.attempts.started == 2)
            await expectLeaseLost { try await store.record(move(.proceed), under: old.lease) }
        },
        StoreFact("a handed back order is due at once and counts as handed back, not as failed") {
            fixture async throws in
            try await submit("001", to: fixture.store)
            let lease = try await claimOne(from: fixture.store).lease
            try await fixture.store.handBack(lease, due: noon(plus: 2))
            await expectLeaseLost { try await fixture.store.handBack(lease, due: noon(plus: 3)) }
            let claim = try await claimOne(at: 3, from: fixture.store)
            #expect(claim.attempts.handedBack == 1)
            #expect(claim.attempts.failed == 0)
            #expect(claim.attempts.crashed == 0)
        },
        StoreFact("prolonging answers the leases that are lost") { fixture async throws in
            try await submit("001", to: fixture.store)
            try await submit("002", to: fixture.store)
            let leases = try await claim(from: fixture.store).map(\.lease)
            try await fixture.store.handBack(leases[0], due: noon(plus: 2))
            let lost = try await fixture.store.prolong(leases, until: noon(plus: 120))
            #expect(lost == [leases[0]])
        },
        StoreFact("the next due time is that of the first order that nobody works on") {
            fixture async throws in
            let store = fixture.store
            #expect(try await store.nextDue() == nil)
            try await submit("001", at: 30, to: store)
            try await submit("002", at: 20, to: store)
            #expect(try await store.nextDue() == noon(plus: 20))
            let lease = try await claimOne(at: 25, from: store).lease
            #expect(try await store.nextDue() == noon(plus: 30))
            try await store.record(move(.sleep(until: noon(plus: 27))), under: lease)
            #expect(try await store.nextDue() == noon(plus: 27))
        },
    ]
}
