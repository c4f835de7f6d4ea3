import JSON
import OrderStoreSQLite
import Orders
import StatesLanguage
import TestClosing
import Testing

/// What people do to orders beside their workflow.
@Suite(.closing)
struct `An intervention` {
    private static let arn = `The engine`.arn
    private static let order = `The engine`.order
    private static let ada = Operator("ada", reason: "a test")
    private static let twoSteps = """
        {"StartAt":"A","States":{
            "A":{"Type":"Task","Resource":"\(arn)","Next":"B"},
            "B":{"Type":"Task","Resource":"\(arn)","End":true}}}
        """
    private static let waiting =
        #"{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1000,"End":true}}}"#

    @Test func `stops an order that nobody has taken up, and it can be run after all`() async throws
    {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([.succeeded(.null)])
        )
        let number = try EngineFixture.id("001")
        _ = try await fixture.intake.submit(Self.order)
        let error = ErrorOutput("Changed", cause: "our mind")
        let stopped = try await fixture.control.stop(number, error: error, by: Self.ada)
        guard case .changed(let order) = stopped else { throw Unexpected(stopped) }
        #expect(order.status == .aborted)
        #expect(order.error == "Changed")
        #expect(order.cause == "our mind")
        #expect(try await fixture.types("001") == ["ExecutionStarted", "ExecutionAborted"])
        guard case .refused(.ended, _) = try await fixture.control.stop(number, by: Self.ada) else {
            throw Unexpected(stopped)
        }
        try await fixture.run {
            _ = try await fixture.control.redrive(number, by: Self.ada)
            let order = try await fixture.order("001", is: [.succeeded])
            #expect(order.audit.map(\.action) == [.stop, .redrive])
            #expect(order.audit.map(\.by) == [Self.ada, Self.ada])
        }
    }

    @Test func `does not take up a held order before its client wants it`() async throws {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([.succeeded(.null)])
        )
        let text =
            #"{"orderId":"001","customerEmail":"a@example.com","notBefore":"2999-01-01T00:00:00Z"}"#
        _ = try await fixture.intake.submit(Array(text.utf8))
        let id = try EngineFixture.id("001")
        let wanted = try #require(try await fixture.store.order(id)?.due)
        // As after an older copy of the store was put in place.
        let audit = AuditEntry(.restore, by: Operator("orderd"), at: fixture.clock.now)
        _ = try await fixture.store.revise(id) { _ in
            .revise(Revision(to: .held, due: nil, history: [], snapshot: nil, audit: audit))
        }
        _ = try await fixture.control.redrive(id, by: Self.ada)
        let order = try #require(try await fixture.store.order(id))
        #expect(order.status == .running)
        #expect(order.due == wanted)
        // Who stops it and has it run again wants it now.
        _ = try await fixture.control.stop(id, by: Self.ada)
        _ = try await fixture.control.redrive(id, by: Self.ada)
        #expect(try await fixture.store.order(id)?.due ?? wanted < wanted)
    }

    @Test func `refuses to run a held order from the start`() async throws {
        let fixture = try await EngineFixture(`The engine`.task, function: ScriptedFunction([]))
        _ = try await fixture.intake.submit(Self.order)
        let id = try EngineFixture.id("001")
        let audit = AuditEntry(.restore, by: Operator("orderd"), at: fixture.clock.now)
        _ = try await fixture.store.revise(id) { _ in
            .revise(Revision(to: .held, due: nil, history: [], snapshot: nil, audit: audit))
        }
        let revised = try await fixture.control.redrive(
            id,
            Redrive(from: .beginning(input: nil)),
            by: Self.ada
        )
        guard case .refused(.unfit, let order) = revised else { throw Unexpected(revised) }
        #expect(order.status == .held)
    }

    @Test func `stops an order that waits`() async throws {
        let fixture = try await EngineFixture(Self.waiting, function: ScriptedFunction([]))
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            _ = try await fixture.order("001", where: { $0.due != nil && $0.status == .running })
            _ = try await fixture.control.stop(EngineFixture.id("001"), by: Self.ada)
            let order = try await fixture.order("001", is: [.aborted])
            #expect(order.due == nil)
            #expect(
                try await fixture.types("001") == [
                    "ExecutionStarted", "WaitStateEntered", "ExecutionAborted",
                ]
            )
        }
    }

    @Test func `stops an order while its task runs, and what the task comes to changes nothing`()
        async throws
    {
        let (begun, goesOn) = (WakeSignal(), WakeSignal())
        let fixture = try await EngineFixture(
            Self.twoSteps,
            function: ScriptedFunction { _, _ in
                begun.raise()
                await goesOn.wait()
                return .succeeded(.null)
            }
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            await begun.wait()
            _ = try await fixture.control.stop(EngineFixture.id("001"), by: Self.ada)
            #expect(try await fixture.order("001", is: [.aborted]).state == "A")
            goesOn.raise()
            while fixture.dispatcher.status.inFlight > 0 { await Task.yield() }
            #expect(try await fixture.order("001", is: [.aborted]).status == .aborted)
            #expect(fixture.function.calls == 1)
            #expect(try await fixture.types("001").last == "ExecutionAborted")
        }
    }

    @Test func `cuts off what a stopped order does, but never a send`() async throws {
        let (begun, answered, sent) = (WakeSignal(), WakeSignal(), WakeSignal())
        let key = Delivery.Key(state: "A", visit: 2, name: "mail")
        let intent = Delivery.Intent(key: key, kind: .email, contentHash: "c0ffee")
        let fixture = try await EngineFixture(
            Self.twoSteps,
            function: ScriptedFunction { call, _ in
                guard case .order(let visit) = call.origin else { return .abandoned(reason: "?") }
                _ = try? await visit.deliveries.deliver(intent) {
                    begun.raise()
                    await answered.wait()
                    return Task.isCancelled ? .uncertain(reason: "cut") : .accepted(messageID: "m")
                }
                sent.raise()
                // Nobody wakes it: it ends because it is cancelled.
                await WakeSignal().wait()
                return .succeeded(.null)
            }
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            await begun.wait()
            _ = try await fixture.control.stop(EngineFixture.id("001"), by: Self.ada)
            #expect(fixture.dispatcher.status.inFlight == 1)
            answered.raise()
            await sent.wait()
            while fixture.dispatcher.status.inFlight > 0 { await Task.yield() }
            let order = try await fixture.order("001", is: [.aborted])
            #expect(order.deliveries.map(\.status) == [.sent])
            #expect(order.deliveries.map(\.messageID) == ["m"])
        }
    }

    @Test func `redrives from the failed state and does not run again what succeeded`() async throws
    {
        let fixture = try await EngineFixture(
            Self.twoSteps,
            function: ScriptedFunction([
                .succeeded(["step": "A"]), .failed(error: "E", cause: "c"), .succeeded("done"),
            ])
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            _ = try await fixture.order("001", is: [.failed])
            _ = try await fixture.control.redrive(EngineFixture.id("001"), by: Self.ada)
            let order = try await fixture.order("001", is: [.succeeded])
            #expect(order.output == Array(#""done""#.utf8))
            #expect(order.redrives == 1)
            #expect(order.attempts.failed == 0)
            #expect(fixture.function.calls == 3)
            let types = try await fixture.types("001")
            #expect(types.filter { $0 == "ExecutionRedriven" }.count == 1)
            #expect(types.filter { $0 == "ExecutionStarted" }.count == 1)
        }
    }

    @Test func `redrives from the start with an edited input, and the history goes on`()
        async throws
    {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction { call, index in
                index == 0 ? .failed(error: "E", cause: "c") : .succeeded(call.input)
            }
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            _ = try await fixture.order("001", is: [.failed])
            let edited: JSONValue = ["orderId": "001", "customerEmail": "b@example.com"]
            let redrive = Redrive(from: .beginning(input: edited), on: .current)
            let number = try EngineFixture.id("001")
            _ = try await fixture.control.redrive(number, redrive, by: Self.ada)
            let order = try await fixture.order("001", is: [.succeeded])
            #expect(order.output == edited.bytes)
            #expect(order.input == edited.bytes)
            let page = try await fixture.store.history(of: number, after: 0, limit: 1_000)
            #expect(page?.events.map(\.id) == Array(1...(page?.events.count ?? 0)))
            let types = try await fixture.types("001")
            #expect(types.filter { $0 == "ExecutionStarted" }.count == 2)
            let again = try await fixture.control.redrive(number, by: Self.ada)
            guard case .refused(.succeeded, _) = again else { throw Unexpected(again) }
        }
    }

    @Test func `refuses a definition that lacks the failed state`() async throws {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([.failed(error: "E", cause: "c")])
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(Self.order)
            _ = try await fixture.order("001", is: [.failed])
            let other = try await fixture.control(over: Self.waiting)
            let number = try EngineFixture.id("001")
            let current = try await other.redrive(number, Redrive(on: .current), by: Self.ada)
            guard case .refused(.unfit(let reason), _) = current else {
                throw Unexpected(current)
            }
            #expect(reason.contains("does not have"))
            let start = Redrive(from: .beginning(input: nil), on: .current)
            _ = try await other.redrive(number, start, by: Self.ada)
            let order = try await fixture.order("001", where: { $0.state == "W" })
            #expect(order.workflow == Self.waiting)
        }
    }
}

/// Something else became of an order than the test wants.
private struct Unexpected: Error {
    let revised: Revised

    init(_ revised: Revised) { self.revised = revised }
}
