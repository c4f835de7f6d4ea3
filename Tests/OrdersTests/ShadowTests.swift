import FoundationEssentials
import JSON
import OrderStoreSQLite
import Orders
import TestClosing
import TestDigests
import Testing

/// A service that runs in the shadow of another: orders run, and nothing is sent.
@Suite(.closing)
struct `In the shadow` {
    private static let intent = Delivery.Intent(
        key: Delivery.Key(state: "A", visit: 2, name: "mail"),
        kind: .email,
        contentHash: "c0ffee00c0ffee00c0ffee00"
    )

    /// A function that sends an e-mail, and then fails as often as it is told.
    private static func function(failures: Int) -> (ScriptedFunction, Counted) {
        let sends = Counted()
        let function = ScriptedFunction { call, index in
            guard case .order(let visit) = call.origin else { return .abandoned(reason: "?") }
            let result = try? await visit.deliveries.deliver(intent) {
                sends.add()
                return .accepted(messageID: "m")
            }
            if case .held(let reason)? = result { return .held(reason: reason) }
            guard case .sent(let id)? = result, index >= failures else {
                return .failed(error: "E", cause: "\(String(describing: result))")
            }
            return .succeeded(.string(id ?? "none"))
        }
        return (function, sends)
    }

    private static var configuration: EngineConfiguration {
        var configuration = EngineConfiguration(digests: .openSSL)
        configuration.deliveryMode = .shadow
        return configuration
    }

    @Test(arguments: [0, 1])
    func `an order runs to its end and the ledger says what would have been sent`(
        failures: Int
    ) async throws {
        let (function, sends) = Self.function(failures: failures)
        let definition = `The engine`.task.replacing(
            #""End":true"#,
            with: #""Retry":[{"ErrorEquals":["E"],"IntervalSeconds":1}],"End":true"#
        )
        let fixture = try await EngineFixture(
            definition,
            configuration: Self.configuration,
            function: function
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            let order = try await fixture.order("001", is: [.succeeded])
            #expect(order.output == Array(#""withheld-c0ffee00c0ffee00""#.utf8))
            #expect(order.deliveries.map(\.status) == [.withheld])
            #expect(order.deliveries.map(\.attempts) == [1])
            #expect(order.deliveries.map(\.contentHash) == [Self.intent.contentHash])
            #expect(sends.count == 0)
        }
    }

    /// What an order was to send when it was left in the shadow, the other service has sent.
    @Test func `what was withheld is not sent when the light comes back`() async throws {
        let (function, sends) = Self.function(failures: 0)
        let fixture = try await EngineFixture(`The engine`.task, function: function)
        _ = try await fixture.intake.submit(`The engine`.order)
        let now = fixture.clock.now
        let claims = try await fixture.store.claim(ClaimRequest(limit: 1, now: now, until: now))
        let lease = try #require(claims.first).lease
        var withheld = Self.intent
        withheld.withheldAs = "w"
        _ = try await fixture.store.intend(withheld, at: now, under: lease)
        try await fixture.store.handBack(lease, due: now)
        try await fixture.run {
            let order = try await fixture.order("001", is: [.succeeded])
            #expect(order.output == Array(#""w""#.utf8))
            #expect(order.deliveries.map(\.status) == [.withheld])
            #expect(sends.count == 0)
        }
    }

    @Test func `what was uncertain before is sent by no policy`() async throws {
        let (function, sends) = Self.function(failures: 0)
        var configuration = Self.configuration
        configuration.policies = Deliveries.Policies([.email: .resend])
        let fixture = try await EngineFixture(
            `The engine`.task,
            configuration: configuration,
            function: function
        )
        _ = try await fixture.intake.submit(`The engine`.order)
        let now = fixture.clock.now
        let claims = try await fixture.store.claim(ClaimRequest(limit: 1, now: now, until: now))
        let lease = try #require(claims.first).lease
        _ = try await fixture.store.intend(Self.intent, at: now, under: lease)
        try await fixture.store.conclude(
            Self.intent.key,
            .uncertain(reason: "?"),
            at: now,
            under: lease
        )
        try await fixture.store.handBack(lease, due: now)
        try await fixture.run {
            let order = try await fixture.order("001", is: [.held])
            #expect(order.error == "Held")
            #expect(sends.count == 0)
        }
    }
}
