import FoundationEssentials
import Orders
import Testing

extension StoreFact {
    /// Deliveries that their provider did not take, and not for good.
    static let waiting = [
        StoreFact("a delivery that waits may be intended again, until its order has ended") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            let later = Delivery.Outcome.postponed(reason: "slow down")
            _ = try await store.intend(email, at: noon, under: lease)
            try await store.conclude(email.key, later, at: noon, under: lease)
            #expect(try await store.deliveries(.waiting, limit: 9).map(\.reason) == ["slow down"])
            #expect(try await store.intend(email, at: noon, under: lease)?.status == .waiting)
            #expect(try await onlyDelivery(store).attempts == 2)
            try await store.conclude(email.key, later, at: noon, under: lease)
            try await store.record(move(succeeded), under: lease)
            let entry = try await onlyDelivery(store)
            #expect(entry.status == .refused)
            #expect(entry.reason == "slow down")
            #expect(try await store.summary(at: noon).deliveries[.waiting] ?? 0 == 0)
        },
        StoreFact("an order that is stopped gives up what waits, and what comes back later") {
            fixture async throws in
            let (store, lease) = try await started(fixture)
            let later = Delivery.Outcome.postponed(reason: "slow down")
            var second = email
            second.key.name = "other"
            for intent in [email, second] {
                _ = try await store.intend(intent, at: noon, under: lease)
            }
            try await store.conclude(email.key, later, at: noon, under: lease)
            _ = try await store.revise(makeID("001")) { _ in
                var revision = Revision(
                    to: .aborted,
                    due: nil,
                    history: [],
                    snapshot: nil,
                    audit: AuditEntry(.stop, by: Operator("ada"), at: noon)
                )
                revision.ending = Ending(status: .aborted, output: nil, error: nil, cause: nil)
                return .revise(revision)
            }
            try await store.conclude(second.key, later, at: noon(plus: 1), under: lease)
            let deliveries = try await store.order(makeID("001"))?.deliveries
            #expect(deliveries?.map(\.status) == [.refused, .refused])
        },
    ]
}
