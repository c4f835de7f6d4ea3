import FoundationEssentials
import Orders
import Testing

extension StoreFact {
    static let delivering = [
        StoreFact(
            "what became of an earlier run's attempt changes a later one's only if it was accepted, and then for good"
        ) {
            fixture async throws in
            let store = fixture.store
            try await submit("001", to: store)
            let old = try await claimOne(from: store).lease
            _ = try await store.intend(email, at: noon, under: old)
            // Somebody stops it in the midst of the send, and it is run again at once.
            for status in [OrderStatus.aborted, .running] {
                let audit = AuditEntry(.stop, by: Operator("ada"), at: noon)
                let due = status == .running ? noon : nil
                var revision = Revision(
                    to: status,
                    due: due,
                    history: [],
                    snapshot: nil,
                    audit: audit
                )
                if status == .aborted {
                    revision.ending = Ending(status: status, output: nil, error: nil, cause: nil)
                }
                let written = revision
                _ = try await store.revise(makeID("001")) { _ in .revise(written) }
            }
            let new = try await claimOne(at: 5, from: store).lease
            let before = try #require(try await store.intend(email, at: noon, under: new))
            #expect(before.status == .uncertain)
            _ = try await store.decide(before.id, .resend, by: Operator("ada"), at: noon)
            _ = try await store.intend(email, at: noon, under: new)
            for outcome in [Delivery.Outcome.refused(reason: "r"), .uncertain(reason: "u")] {
                try await store.conclude(email.key, outcome, at: noon, under: old)
                let status = try await store.order(makeID("001"))?.deliveries.first?.status
                #expect(status == .intended, "\(outcome)")
            }
            try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: old)
            for lease in [old, new] {
                try await store.conclude(email.key, .uncertain(reason: "u"), at: noon, under: lease)
            }
            let order = try await store.order(makeID("001"))
            #expect(order?.deliveries.map(\.status) == [.sent])
            #expect(order?.deliveries.map(\.messageID) == ["m"])
        },
        StoreFact("an intent is new once; after `sent` the entry is answered and stays") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            #expect(try await store.intend(email, at: noon, under: lease) == nil)
            try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
            let entry = try #require(try await store.intend(email, at: noon, under: lease))
            #expect(entry.status == .sent)
            #expect(entry.messageID == "m")
            #expect(entry.attempts == 1)
            #expect(try await onlyDelivery(store).status == .sent)
        },
        StoreFact("an intent without outcome becomes uncertain over a restart") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            #expect(try await store.intend(email, at: noon, under: lease) == nil)
            let later = try await fixture.restarted()
            let claim = try await claimOne(at: 100, from: later)
            let entry = try #require(try await later.intend(email, at: noon, under: claim.lease))
            #expect(entry.status == .uncertain)
            #expect(try await onlyDelivery(later).status == .uncertain)
            #expect(try await later.deliveries(.uncertain, limit: 10).map(\.order.text) == ["001"])
        },
        StoreFact("a refused delivery may be intended again, and its attempts count") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            _ = try await store.intend(email, at: noon, under: lease)
            try await store.conclude(email.key, .refused(reason: "no"), at: noon, under: lease)
            let entry = try #require(try await store.intend(email, at: noon, under: lease))
            #expect(entry.status == .refused)
            #expect(entry.reason == "no")
            let now = try await onlyDelivery(store)
            #expect(now.status == .intended)
            #expect(now.attempts == 2)
        },
        StoreFact("entries of a status are read page by page, the newest first") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            var ids: [Int64] = []
            for number in 1...5 {
                var intent = email
                intent.key.name = "\(number)"
                _ = try await store.intend(intent, at: noon, under: lease)
                let outcome: Delivery.Outcome =
                    number == 3 ? .sent(messageID: "m") : .uncertain(reason: "?")
                try await store.conclude(intent.key, outcome, at: noon, under: lease)
            }
            var page = try await store.deliveries(DeliveryQuery(.uncertain, limit: 3))
            #expect(page.deliveries.map(\.key.name) == ["5", "4", "2"])
            ids += page.deliveries.map(\.id)
            let next: Int64 = try #require(page.next)
            page = try await store.deliveries(
                DeliveryQuery(.uncertain, before: next, limit: 3)
            )
            #expect(page.next == nil)
            ids += page.deliveries.map(\.id)
            #expect(ids.count == 4)
            #expect(ids == ids.sorted(by: >))
            var query = DeliveryQuery(.uncertain, limit: 9)
            query.name = "4"
            #expect(try await store.deliveries(query).deliveries.map(\.key.name) == ["4"])
            query.kind = .notice
            #expect(try await store.deliveries(query).deliveries.isEmpty)
        },
        StoreFact("an outcome is kept even when the lease is lost") { fixture async throws in
            let (store, lease) = try await started(fixture)
            _ = try await store.intend(email, at: noon, under: lease)
            try await store.handBack(lease, due: noon)
            try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
            #expect(try await onlyDelivery(store).status == .sent)
            await expectLeaseLost { _ = try await store.intend(email, at: noon, under: lease) }
        },
        StoreFact("an outcome that comes late lets the order go on that was held for it") {
            fixture async throws in
            let (store, id) = try await held(fixture)
            let lease = Lease(order: 1, id: try makeID("001"), fence: 0, node: store.node)
            try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
            #expect(try await onlyDelivery(store).id == id)
            #expect(try await onlyDelivery(store).status == .sent)
            let claim = try await claimOne(at: 6, from: store)
            #expect(claim.lease.id.text == "001")
        },
        StoreFact("deliveries of other names and visits are others") { fixture async throws in
            let (store, lease) = try await started(fixture)
            var (other, later) = (email, email)
            other.key.name = "other"
            later.key.visit = 9
            for intent in [email, other, later] {
                #expect(try await store.intend(intent, at: noon, under: lease) == nil)
            }
        },
        StoreFact("a decision to resend lets the held order go on and the delivery be intended") {
            fixture async throws in
            let (store, id) = try await held(fixture)
            guard
                case .applied(let delivery) = try await store.decide(
                    id,
                    .resend,
                    by: Operator("test"),
                    at: noon
                )
            else { throw Expected("an applied decision") }
            #expect(delivery.status == .resend)
            let claim = try await claimOne(at: 6, from: store)
            let entry = try await store.intend(email, at: noon, under: claim.lease)
            #expect(entry?.status == .resend)
            #expect(try await onlyDelivery(store).status == .intended)
        },
        StoreFact("a decision to assume that it was sent makes it sent") { fixture async throws in
            let (store, id) = try await held(fixture)
            guard
                case .applied(let delivery) = try await store.decide(
                    id,
                    .assumeSent,
                    by: Operator("test"),
                    at: noon
                )
            else { throw Expected("an applied decision") }
            #expect(delivery.status == .sent)
            let claim = try await claimOne(at: 6, from: store)
            let entry = try await store.intend(email, at: noon, under: claim.lease)
            #expect(entry?.status == .sent)
            #expect(entry?.messageID == nil)
        },
        StoreFact("a decision that comes before the order is held is not lost") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            _ = try await store.intend(email, at: noon, under: lease)
            try await store.conclude(email.key, .uncertain(reason: "?"), at: noon, under: lease)
            let id = try await onlyDelivery(store).id
            guard
                case .applied = try await store.decide(id, .resend, by: Operator("test"), at: noon)
            else {
                throw Expected("an applied decision")
            }
            try await store.record(move(.hold(reason: "?")), under: lease)
            #expect(try await store.order(makeID("001"))?.status == .running)
            _ = try await claimOne(at: 10, from: store)
        },
        StoreFact("nothing is sent again for an order that has ended, but it can be assumed") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            _ = try await store.intend(email, at: noon, under: lease)
            try await store.conclude(email.key, .uncertain(reason: "?"), at: noon, under: lease)
            try await store.record(move(succeeded), under: lease)
            let entry = try await onlyDelivery(store)
            #expect(
                try await store.decide(entry.id, .resend, by: Operator("test"), at: noon)
                    == .orderEnded(entry)
            )
            guard
                case .applied = try await store.decide(
                    entry.id,
                    .assumeSent,
                    by: Operator("test"),
                    at: noon
                )
            else {
                throw Expected("an applied decision")
            }
        },
        StoreFact("who decided, what and when, is kept with the order") { fixture async throws in
            let (store, id) = try await held(fixture)
            let ada = Operator("ada", reason: "she called")
            _ = try await store.decide(id, .assumeSent, by: ada, at: noon(plus: 7))
            let order = try await fixture.restarted().order(makeID("001"))
            let entry = try #require(order?.audit.last)
            #expect(entry.action == .decide)
            #expect(entry.by == ada)
            #expect(entry.at == noon(plus: 7))
            #expect(entry.detail == "assume-sent: email confirmation, delivery \(id)")
        },
        StoreFact("an end of the process makes a send uncertain before anybody asks for it") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            _ = try await store.intend(email, at: noon, under: lease)
            let later = try await fixture.restarted()
            #expect(try await onlyDelivery(later).status == .uncertain)
            #expect(try await later.deliveries(.uncertain, limit: 9).count == 1)
        },
        StoreFact("a decision about an attempt after which it was sent again changes nothing") {
            fixture async throws in
            let (store, id) = try await held(fixture)
            let entry = try await onlyDelivery(store)
            let ada = Operator("ada")
            let late = try await store.decide(
                id,
                .assumeSent,
                after: entry.attempts - 1,
                by: ada,
                at: noon
            )
            #expect(late == .notUncertain(entry))
            #expect(try await onlyDelivery(store) == entry)
            guard
                case .applied = try await store.decide(
                    id,
                    .assumeSent,
                    after: entry.attempts,
                    by: ada,
                    at: noon
                )
            else { throw Expected("an applied decision") }
        },
        StoreFact("a decision about what is not uncertain, or not there, changes nothing") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            _ = try await store.intend(email, at: noon, under: lease)
            try await store.conclude(email.key, .sent(messageID: "m"), at: noon, under: lease)
            let entry = try await onlyDelivery(store)
            #expect(
                try await store.decide(entry.id, .resend, by: Operator("test"), at: noon)
                    == .notUncertain(entry)
            )
            #expect(try await onlyDelivery(store) == entry)
            #expect(
                try await store.decide(entry.id + 1, .resend, by: Operator("test"), at: noon)
                    == .unknown
            )
        },
    ]

    static func started(
        _ fixture: any StoreFixture
    ) async throws -> (any TestedStore, Lease) {
        try await submit("001", to: fixture.store)
        return (fixture.store, try await claimOne(from: fixture.store).lease)
    }

    /// An order held for an uncertain delivery, and that delivery's id.
    private static func held(_ fixture: any StoreFixture) async throws -> (any TestedStore, Int64) {
        let (store, lease) = try await started(fixture)
        _ = try await store.intend(email, at: noon, under: lease)
        try await store.conclude(email.key, .uncertain(reason: "?"), at: noon, under: lease)
        try await store.record(move(.hold(reason: "?")), under: lease)
        return (store, try await onlyDelivery(store).id)
    }

    static func onlyDelivery(_ store: any OrderStore) async throws -> Delivery {
        let order = try #require(try await store.order(makeID("001")))
        #expect(order.deliveries.count == 1)
        return try #require(order.deliveries.first)
    }
}
