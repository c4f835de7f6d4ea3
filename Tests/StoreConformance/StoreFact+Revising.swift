import FoundationEssentials
import Orders
import Testing

extension StoreFact {
    static let revising = [
        StoreFact("a revision ends an order in any state, and whoever held its lease has lost it") {
            fixture async throws in
            let store = fixture.store
            for number in ["queued", "leased", "asleep", "held"] {
                try await submit(number, to: store)
            }
            let claims = try await claim(4, from: store)
            let leases = Dictionary(
                uniqueKeysWithValues: claims.map { ($0.lease.id.text, $0.lease) }
            )
            try await store.handBack(#require(leases["queued"]), due: noon)
            try await store.record(
                move(.sleep(until: noon(plus: 90)), events: 1...2),
                under: #require(leases["asleep"])
            )
            try await store.record(move(.hold(reason: "?")), under: #require(leases["held"]))
            for number in leases.keys {
                let revised = try await store.revise(makeID(number)) { standing in
                    #expect(standing.lastEvent == (number == "asleep" ? 2 : 0))
                    #expect((standing.snapshot != nil) == ["asleep", "held"].contains(number))
                    return .revise(aborting(after: standing.lastEvent))
                }
                guard case .changed(let order) = revised else { throw Expected("a change") }
                #expect(order.status == .aborted)
                #expect(order.error == "Stopped")
                #expect(order.finishedAt == noon(plus: 5))
                #expect(order.audit == [aborting(after: 0).audit])
            }
            await expectLeaseLost {
                try await store.record(move(succeeded), under: #require(leases["leased"]))
            }
            await expectLeaseLost {
                _ = try await store.intend(email, at: noon, under: #require(leases["leased"]))
            }
            #expect(try await claim(at: 10_000, from: store).isEmpty)
            let summary = try await fixture.restarted().summary(at: noon)
            #expect(summary.orders[.aborted] == 4)
            #expect(summary.backlog == 0)
        },
        StoreFact("a refusal changes nothing, and an unknown order is not asked about") {
            fixture async throws in
            let store = fixture.store
            try await submit("001", to: store)
            let before = try #require(try await store.order(makeID("001")))
            let refused = try await store.revise(makeID("001")) { _ in .refuse(.ended) }
            #expect(refused == .refused(.ended, before))
            #expect(try await store.order(makeID("001")) == before)
            let unknown = try await store.revise(makeID("nobody")) { _ in
                Issue.record("there is nothing to decide about")
                return .refuse(.ended)
            }
            #expect(unknown == .unknown)
        },
        StoreFact("a redriven order is due again with its new position, input and history") {
            fixture async throws in
            let store = fixture.store
            try await submit("001", to: store)
            let lease = try await claimOne(from: store).lease
            let failed = Ending(status: .failed, output: nil, error: "E", cause: "why")
            try await store.record(move(.end(failed), events: 1...3, failures: 2), under: lease)
            var revision = Revision(
                to: .running,
                due: noon(plus: 7),
                history: [RecordedEvent(id: 4, json: Array(#"{"id":4}"#.utf8))],
                snapshot: Array("again".utf8),
                audit: AuditEntry(.redrive, by: Operator("ada"), at: noon(plus: 6))
            )
            revision.isRedrive = true
            revision.input = Array(#"{"edited":true}"#.utf8)
            let written = revision
            _ = try await store.revise(makeID("001")) { _ in .revise(written) }
            let later = try await fixture.restarted()
            let claim = try await claimOne(at: 60, from: later)
            #expect(claim.snapshot == Array("again".utf8))
            #expect(claim.input == written.input)
            #expect(claim.attempts.failed == 0)
            let order = try #require(try await later.order(makeID("001")))
            #expect(order.redrives == 1)
            #expect(order.error == nil)
            #expect(order.finishedAt == nil)
            #expect(order.audit.map(\.by.name) == ["ada"])
            let history = try await later.history(of: makeID("001"), after: 0, limit: 10)
            #expect(history?.events.map(\.id) == [1, 2, 3, 4])
        },
        StoreFact("erasing leaves the accounting of an ended order and nothing of its customer") {
            fixture async throws in
            let store = fixture.store
            try await submit("001", to: store)
            let lease = try await claimOne(from: store).lease
            let ada = Operator("ada", reason: "asked to")
            guard
                case .refused(.notEnded, _) = try await erase(
                    in: store,
                    makeID("001"),
                    by: ada,
                    at: noon
                )
            else { throw Expected("a refusal") }
            _ = try await store.intend(email, at: noon, under: lease)
            try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
            try await store.record(move(.proceed, events: 1...2), under: lease)
            _ = try await store.revise(makeID("001")) { _ in .revise(aborting(after: 2)) }
            _ = try await erase(in: store, makeID("001"), by: ada, at: noon(plus: 9))
            let later = try await fixture.restarted()
            let order = try #require(try await later.order(makeID("001")))
            #expect(order.status == .aborted)
            #expect(order.erasedAt == noon(plus: 9))
            #expect(order.input.isEmpty)
            #expect(order.output == nil)
            #expect(order.deliveries.map(\.messageID) == ["m"])
            #expect(order.deliveries.map(\.contentHash) == [""])
            #expect(order.audit.map(\.by) == [Operator("ada"), ada])
            #expect(order.audit.map(\.action) == [.stop, .erase])
            #expect(order.audit.map(\.detail) == [nil, nil])
            let history = try await later.history(of: makeID("001"), after: 0, limit: 10)
            #expect(history?.events.isEmpty == true)
        },
    ]

    static let leaving = [
        StoreFact("what is as it was wished to be stays so, and nothing is noted") {
            fixture async throws in
            let store = fixture.store
            try await submit("001", to: store)
            let before = try #require(try await store.order(makeID("001")))
            let revised = try await store.revise(makeID("001")) { _ in .leave }
            #expect(revised == .changed(before))
            #expect(try await store.order(makeID("001")) == before)
        },
        StoreFact("an order is erased once") { fixture async throws in
            let store = fixture.store
            try await submit("001", to: store)
            _ = try await store.revise(makeID("001")) { _ in .revise(change(to: .aborted)) }
            let ada = Operator("ada")
            let first = try await erase(in: store, makeID("001"), by: ada, at: noon(plus: 9))
            let second = try await erase(in: store, makeID("001"), by: ada, at: noon(plus: 99))
            #expect(first == second)
            let order = try await store.order(makeID("001"))
            #expect(order?.erasedAt == noon(plus: 9))
            #expect(order?.audit.map(\.action) == [.stop, .erase])
        },
    ]

    static let quarantining = [
        StoreFact("three ends of the process in a row while an order runs hold it, with evidence") {
            fixture async throws in
            try await submit("001", to: fixture.store)
            var store = fixture.store
            for _ in 0..<3 {
                _ = try await claimOne(at: 1_000, from: store)
                store = try await fixture.restarted(from: store)
            }
            #expect(try await claim(at: 10_000, from: store).isEmpty)
            let order = try #require(try await store.order(makeID("001")))
            #expect(order.status == .held)
            #expect(order.error == "Quarantined")
            #expect(order.crashes.count == 3)
            #expect(order.crashes.map(\.run) == [1, 2, 3])
            #expect(order.audit.map(\.action) == [.quarantine])
            #expect(try await store.summary(at: noon).quarantined == 1)
            let revised = try await store.revise(makeID("001")) { standing in
                #expect(standing.isQuarantined)
                let audit = AuditEntry(.release, by: Operator("ada"), at: noon)
                return .revise(
                    Revision(to: .running, due: noon, history: [], snapshot: nil, audit: audit)
                )
            }
            guard case .changed = revised else { throw Expected("a change") }
            #expect(try await claimOne(at: 1_001, from: store).attempts.crashed == 3)
            #expect(try await store.summary(at: noon).quarantined == 0)
        },
        StoreFact("a recorded step between two ends of the process clears the suspicion") {
            fixture async throws in
            try await submit("001", to: fixture.store)
            var store = fixture.store
            for _ in 0..<5 {
                let lease = try await claimOne(at: 1_000, from: store).lease
                try await store.record(move(.proceed), under: lease)
                store = try await fixture.restarted(from: store)
            }
            #expect(try await claimOne(at: 1_000, from: store).attempts.crashed == 5)
        },
        StoreFact("who ran at two ends of the process runs alone, so nobody is held beside it") {
            fixture async throws in
            for number in 1...4 { try await submit("\(number)", to: fixture.store) }
            var store = fixture.store
            for _ in 0..<2 {
                #expect(try await claim(at: 1_000, from: store).count == 4)
                store = try await fixture.restarted(from: store)
            }
            try await submit("5", to: store)
            let claims = try await claim(at: 1_000, from: store)
            #expect(claims.count == 2)
            #expect(try await claim(at: 1_000, from: store).isEmpty)
            // There was another beside it, so it is not held yet: it runs quite alone.
            store = try await fixture.restarted(from: store)
            #expect(
                try await store.list(OrderQuery(OrderFilter(status: .held), limit: 10)).orders
                    .isEmpty
            )
            #expect(try await claim(at: 1_000, from: store).count == 1)
            #expect(try await claim(at: 1_000, from: store).isEmpty)
            store = try await fixture.restarted(from: store)
            let held = try await store.list(OrderQuery(OrderFilter(status: .held), limit: 10))
            #expect(held.orders.count == 1)
            // The others go on one after the other.
            for _ in 0..<3 {
                let claims = try await claim(at: 1_000, from: store)
                for claim in claims { try await store.record(move(succeeded), under: claim.lease) }
            }
            #expect(store.backlog == 1)
        },
        StoreFact("a decision about a delivery does not release a quarantined order") {
            fixture async throws in
            try await submit("001", to: fixture.store)
            var store = fixture.store
            for run in 0..<3 {
                let lease = try await claimOne(at: 1_000, from: store).lease
                if run == 2 { _ = try await store.intend(email, at: noon, under: lease) }
                store = try await fixture.restarted(from: store)
            }
            let delivery = try #require(try await store.deliveries(.uncertain, limit: 1).first)
            _ = try await store.decide(delivery.id, .resend, by: Operator("ada"), at: noon)
            #expect(try await store.order(makeID("001"))?.status == .held)
        },
    ]

    private static func aborting(after lastEvent: Int) -> Revision {
        var revision = Revision(
            to: .aborted,
            due: nil,
            history: [
                RecordedEvent(id: lastEvent + 1, json: Array(#"{"id":\#(lastEvent + 1)}"#.utf8))
            ],
            snapshot: nil,
            audit: AuditEntry(
                .stop,
                by: Operator("ada", reason: "because"),
                at: noon(plus: 5),
                detail: "d"
            )
        )
        revision.ending = Ending(status: .aborted, output: nil, error: "Stopped", cause: nil)
        return revision
    }
}
