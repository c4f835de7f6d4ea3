import FoundationEssentials
import JSON
import OrderStoreSQLite
import Orders
import Synchronization
import TestClosing
import TestDigests
import Testing

/// The whole engine on a real store: intake, dispatcher, runner and ledger.
@Suite(.closing)
struct `The engine` {
    static let task =
        #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\#(arn)","End":true}}}"#
    static let arn = "arn:aws:lambda:us-east-1:000000000000:function:F"
    static let order = Array(#"{"orderId":"001","customerEmail":"a@example.com"}"#.utf8)

    static func order(_ number: String) -> [UInt8] {
        Array(#"{"orderId":"\#(number)","customerEmail":"a@example.com"}"#.utf8)
    }

    @Test func `carries an order to its end and tells its story`() async throws {
        let fixture = try await EngineFixture(
            Self.task,
            function: ScriptedFunction([.succeeded(["ok": true])])
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            let order = try await fixture.order("001", is: [.succeeded])
            #expect(order.output == Array(#"{"ok":true}"#.utf8))
            #expect(order.attempts.started == 1)
            #expect(order.state == "A")
            let types = try await fixture.types("001")
            #expect(types.first == "ExecutionStarted")
            #expect(types.last == "ExecutionSucceeded")
        }
    }

    @Test func `ends an order as its task fails`() async throws {
        let fixture = try await EngineFixture(
            Self.task,
            function: ScriptedFunction([.failed(error: "E", cause: "because")])
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            let order = try await fixture.order("001", is: [.failed])
            #expect(order.error == "E")
            #expect(order.cause == "because")
            #expect(order.attempts.failed == 1)
        }
    }

    @Test func `does a postponed task again without counting a failure`() async throws {
        let fixture = try await EngineFixture(
            Self.task,
            function: ScriptedFunction([
                .postponed(for: .milliseconds(5), reason: "throttled"), .succeeded(.null),
            ])
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            let order = try await fixture.order("001", is: [.succeeded])
            #expect(order.attempts.failed == 0)
            #expect(fixture.function.calls == 2)
            let scheduled = try await fixture.types("001").filter {
                $0 == "LambdaFunctionScheduled"
            }
            #expect(scheduled.count == 1)
        }
    }

    @Test func `waits in the store and goes on when the time has come`() async throws {
        let definition = """
            {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"A"},
            "A":{"Type":"Task","Resource":"\(Self.arn)","End":true}}}
            """
        let function = ScriptedFunction([.succeeded(.null)])
        let fixture = try await EngineFixture(definition, function: function)
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            let order = try await fixture.order("001", is: [.succeeded])
            #expect(order.attempts.started == 2)
            let end = try #require(order.finishedAt)
            #expect(end.timeIntervalSince(order.createdAt) >= 1)
        }
    }

    @Test func `runs the branches of a Parallel at one time`() async throws {
        let branch = { (name: String) in
            #"{"StartAt":"\#(name)","States":{"\#(name)":{"Type":"Task","Resource":"\#(Self.arn)","End":true}}}"#
        }
        let definition = """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,
            "Branches":[\(branch("B1")),\(branch("B2"))]}}}
            """
        let both = WakeSignal()
        // The first to come waits for the second: were they run one after the other, nobody would wake it.
        let function = ScriptedFunction { _, index in
            if index == 0 { await both.wait() } else { both.raise() }
            return .succeeded(.number(index))
        }
        let fixture = try await EngineFixture(definition, function: function)
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            _ = try await fixture.order("001", is: [.succeeded])
            #expect(function.calls == 2)
        }
    }

    @Test func `holds an order whose task wants a person, and goes on after the decision`()
        async throws
    {
        let intent = Delivery.Intent(
            key: Delivery.Key(state: "A", visit: 2, name: "mail"),
            kind: .email,
            contentHash: "c0ffee"
        )
        let function = ScriptedFunction { call, index in
            guard case .order(let visit) = call.origin else { return .abandoned(reason: "?") }
            let result = try? await visit.deliveries.deliver(intent) {
                index == 0 ? .uncertain(reason: "no answer") : .accepted(messageID: "m")
            }
            switch result {
            case .held(let reason): return .held(reason: reason)
            case .sent(let id): return .succeeded(.string(id ?? "?"))
            case .refused, nil: return .failed(error: "unexpected", cause: "")
            }
        }
        let fixture = try await EngineFixture(Self.task, function: function)
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            let held = try await fixture.order("001", is: [.held])
            let delivery = try #require(held.deliveries.first)
            #expect(delivery.status == .uncertain)
            _ = try await fixture.store.decide(
                delivery.id,
                .resend,
                by: Operator("test"),
                at: fixture.clock.now
            )
            fixture.dispatcher.wake.raise()
            let order = try await fixture.order("001", is: [.succeeded])
            #expect(order.output == Array(#""m""#.utf8))
            #expect(order.deliveries.first?.attempts == 2)
        }
    }

    @Test func `decides about what is uncertain as the workflow's own policy says`() async throws {
        let key = Delivery.Key(state: "A", visit: 2, name: "mail")
        let intent = Delivery.Intent(key: key, kind: .email, contentHash: "c0ffee")
        let function = ScriptedFunction { call, _ in
            guard case .order(let visit) = call.origin else { return .abandoned(reason: "?") }
            let result = try? await visit.deliveries.deliver(intent) {
                .uncertain(reason: "no answer")
            }
            guard case .held(let reason) = result else { return .succeeded(.null) }
            return .held(reason: reason)
        }
        for (workflow, status) in [("W", OrderStatus.succeeded), ("Other", .held)] {
            var configuration = EngineConfiguration(digests: .openSSL)
            configuration.policiesByWorkflow = [
                workflow: Deliveries.Policies([.email: .assumeSent, .notice: .hold])
            ]
            let fixture = try await EngineFixture(
                Self.task,
                configuration: configuration,
                function: function
            )
            try await fixture.run {
                _ = try await fixture.intake.submit(Self.order)
                #expect(try await fixture.order("001", is: [.succeeded, .held]).status == status)
            }
        }
    }

    @Test func `lets the suspects of a crash run one after the other without a pause`() async throws
    {
        let numbers = (1...5).map { "\($0)" }
        var configuration = EngineConfiguration(digests: .openSSL)
        configuration.pollInterval = .seconds(3_600)
        let fixture = try await EngineFixture(
            Self.task,
            suspects: numbers,
            configuration: configuration,
            function: ScriptedFunction { _, _ in .succeeded(.null) }
        )
        try await fixture.run {
            for number in numbers {
                let order = try await fixture.order(number, is: [.succeeded])
                #expect(order.attempts.crashed == 2)
            }
        }
    }

    @Test func `keeps to a function's limits`() async throws {
        let counts = Mutex((present: 0, most: 0))
        let function = ScriptedFunction { _, _ in
            counts.withLock { counts in
                counts.present += 1
                counts.most = max(counts.most, counts.present)
            }
            // The first waits for the second; the others give a third a chance to come.
            repeat { await Task.yield() } while counts.withLock { $0.most } < 2
            counts.withLock { $0.present -= 1 }
            return .succeeded(.null)
        }
        let fixture = try await EngineFixture(
            Self.task,
            limits: ProviderGate.Limits(concurrency: 2),
            function: function
        )
        try await fixture.run {
            for number in 1...40 { _ = try await fixture.intake.submit(Self.order("\(number)")) }
            for number in 1...40 { _ = try await fixture.order("\(number)", is: [.succeeded]) }
            #expect(counts.withLock { $0.most } == 2)
            #expect(function.calls == 40)
        }
    }

    /// Without looking out by itself for an hour: the gate's opening wakes it.
    @Test(arguments: [1, 60])
    func `lets orders go on as soon as their provider is back`(count: Int) async throws {
        let refusals = Mutex(2)
        let function = ScriptedFunction { call, _ in
            guard case .order(let visit) = call.origin else { return .abandoned(reason: "?") }
            let intent = Delivery.Intent(
                key: Delivery.Key(state: visit.state, visit: visit.id, name: "mail"),
                kind: .email,
                contentHash: "c0ffee"
            )
            let result = try? await visit.deliveries.deliver(intent) {
                let isRefused = refusals.withLock { left in
                    left -= 1
                    return left >= 0
                }
                guard isRefused else { return .accepted(messageID: "m") }
                return .refused(
                    .init(
                        error: "Throttling",
                        cause: "slow",
                        retryAfter: .seconds(1),
                        isThrottle: true
                    )
                )
            }
            switch result {
            case .sent: return .succeeded(.null)
            case .refused(let refusal):
                return .postponed(
                    for: refusal.retryAfter ?? .zero,
                    reason: refusal.error,
                    gate: "email"
                )
            case .held, nil: return .failed(error: "unexpected", cause: "")
            }
        }
        var configuration = EngineConfiguration(digests: .openSSL)
        configuration.pollInterval = .seconds(3_600)
        let fixture = try await EngineFixture(
            Self.task,
            configuration: configuration,
            function: function
        )
        try await fixture.run {
            for number in 1...count { _ = try await fixture.intake.submit(Self.order("\(number)")) }
            for number in 1...count { _ = try await fixture.order("\(number)", is: [.succeeded]) }
        }
    }

    @Test func `shows an order that cannot be carried on, until it can`() async throws {
        let fixture = try await EngineFixture(Self.task, function: ScriptedFunction([]))
        _ = try await fixture.intake.submit(Self.order)
        let now = fixture.clock.now
        let request = ClaimRequest(limit: 1, now: now, until: now)
        let claim = try #require(try await fixture.store.claim(request).first)
        let damaged = Move(
            snapshot: Array("no position".utf8),
            state: "A",
            history: [],
            failures: 0,
            next: .sleep(until: now),
            at: now
        )
        try await fixture.store.record(damaged, under: claim.lease)
        try await fixture.run {
            while fixture.dispatcher.status.faulty.isEmpty { await Task.yield() }
            #expect(fixture.dispatcher.status.faulty.keys.map(\.text) == ["001"])
            let order = try await fixture.order("001", is: [.running])
            #expect(order.attempts.handedBack >= 1)
            #expect(order.attempts.failed == 0)
            let number = try EngineFixture.id("001")
            _ = try await fixture.control.stop(number, by: Operator("ada"))
            while !fixture.dispatcher.status.faulty.isEmpty { await Task.yield() }
        }
    }

    @Test func `refuses an order when the backlog is full`() async throws {
        let never = WakeSignal()
        let function = ScriptedFunction { _, _ in
            await never.wait()
            return .succeeded(.null)
        }
        let fixture = try await EngineFixture(Self.task, backlog: 1, function: function)
        try await fixture.run {
            guard case .accepted = try await fixture.intake.submit(Self.order) else {
                Issue.record("the first order must be accepted")
                return
            }
            let second = Array(#"{"orderId":"002","customerEmail":"a@example.com"}"#.utf8)
            guard case .closed(.backlogFull, _) = try await fixture.intake.submit(second) else {
                Issue.record("the second order must be refused")
                return
            }
        }
    }
}
