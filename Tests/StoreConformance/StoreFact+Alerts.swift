import FoundationEssentials
import Orders
import Testing

/// What people are told of, and what is on its way to them.
extension StoreFact {
    static let alerting = [
        StoreFact("nothing is known of alerts at first") { fixture async throws in
            #expect(try await fixture.store.alertLedger() == AlertLedger())
        },
        StoreFact("alerts and messages are kept as they were, over a restart too") {
            fixture async throws in
            let ledger = ledger()
            try await fixture.store.keep(ledger.change(since: AlertLedger()))
            #expect(try await fixture.store.alertLedger() == ledger)
            #expect(try await fixture.restarted().alertLedger() == ledger)
        },
        StoreFact(
            "of alerts that have changed the new ones are kept, and those that ended are gone"
        ) {
            fixture async throws in
            let before = ledger()
            try await fixture.store.keep(before.change(since: AlertLedger()))
            var after = before
            after.alerts.removeFirst()
            after.alerts[0].state = .over
            after.alerts[0].examples += ["b:2"]
            (after.sendings[0].due, after.sendings[0].attempts) = (noon(plus: 99), 4)
            after.sendings.remove(at: 1)
            after.lookedAt = noon(plus: 60)
            try await fixture.store.keep(after.change(since: before))
            // Messages stay in the order in which they came.
            #expect(try await fixture.store.alertLedger() == after)
            #expect(try await fixture.restarted().alertLedger() == after)
        },
        StoreFact(
            "orders that are due for long and in nobody's hands are overdue, longest due first"
        ) {
            fixture async throws in
            let store = fixture.store
            for (number, second) in [("1", 3.0), ("2", 1), ("3", 2), ("4", 9)] {
                try await submit(number, at: second, to: store)
            }
            _ = try await claim(1, at: 5, from: store)
            #expect(try await store.overdueOrders(since: noon, limit: 9).count == 0)
            let all = try await store.overdueOrders(since: noon(plus: 5), limit: 9)
            #expect(all.count == 2)
            #expect(all.orders.map(\.text) == ["3", "1"])
            let some = try await store.overdueOrders(since: noon(plus: 9), limit: 1)
            #expect(some.count == 3)
            #expect(some.orders.map(\.text) == ["3"])
        },
    ]

    private static func ledger() -> AlertLedger {
        let failed = Alert(
            id: "a-1",
            key: Alert.Key(.orderFailed),
            isLasting: false,
            since: noon,
            state: .gathering(until: noon(plus: 10)),
            toldAt: nil,
            count: 3,
            examples: ["1", "b:2"],
            detail: "mostly with \"E\""
        )
        let closed = Alert(
            id: "a-2",
            key: Alert.Key(.providerClosed, "email"),
            isLasting: true,
            since: noon(plus: 1),
            state: .told,
            toldAt: noon(plus: 11),
            count: 0,
            examples: [],
            detail: nil
        )
        let messages = [("m1", AlertWay.topic), ("m1", .webhook), ("m2", .email)]
        let sendings = messages.map { name, way in
            AlertSending(
                key: AlertSending.Key(message: name, way: way),
                alert: "a-2",
                body: Array("{}".utf8),
                createdAt: noon,
                due: noon(plus: 5),
                attempts: 1
            )
        }
        return AlertLedger(alerts: [failed, closed], sendings: sendings, lookedAt: noon(plus: 2))
    }
}
