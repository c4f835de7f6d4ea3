import FoundationEssentials
import JSON
import OrderStoreSQLite
import Synchronization
import TestClosing
import TestDigests
import Testing

@testable import Orders

/// What of a run is on disk, and when.
@Suite(.closing)
struct `A run` {
    private typealias Send = @Sendable (String, Delivery.Kind) async throws -> Deliveries.Result?

    /// A function that sends as the body says; `look` is called in the midst of each send.
    private static func function(
        sends: Bool = true,
        look: @escaping @Sendable (String) async -> Void = { _ in },
        _ body: @escaping @Sendable (Send) async throws -> TaskOutcome
    ) -> ScriptedFunction {
        ScriptedFunction(sends: sends) { call, _ in
            guard case .order(let visit) = call.origin else { return .abandoned(reason: "?") }
            do {
                return try await body { name, kind in
                    let key = Delivery.Key(state: visit.state, visit: visit.id, name: name)
                    let intent = Delivery.Intent(key: key, kind: kind, contentHash: "c0ffee")
                    return try await visit.deliveries.deliver(intent) {
                        await look(name)
                        return .accepted(messageID: name)
                    }
                }
            } catch { return .abandoned(reason: "\(error)") }
        }
    }

    /// Where the looks find the order.
    private final class Place: Sendable {
        private let fixture = Mutex<EngineFixture?>(nil)
        private let lines = Mutex<[String]>([])

        func set(_ fixture: EngineFixture) { self.fixture.withLock { $0 = fixture } }

        /// Notes what is on disk of order 001.
        func note(_ title: String) async {
            guard let fixture = fixture.withLock({ $0 }),
                let order = try? await fixture.order("001", where: { _ in true }),
                let types = try? await fixture.types("001")
            else { return }
            let statuses = order.deliveries.map { "\($0.key.name) \($0.status)" }
            lines.withLock {
                $0.append("\(title): \(types.last ?? "–"); \(statuses.joined(separator: ", "))")
            }
        }

        var noted: [String] { lines.withLock { $0 } }
    }

    @Test(arguments: [true, false])
    func `has its position, each intent and each outcome before on disk when it sends`(
        sends: Bool
    ) async throws {
        let place = Place()
        let look: @Sendable (String) async -> Void = { await place.note($0) }
        let function = Self.function(sends: sends, look: look) { send in
            await place.note("begin")
            _ = try await send("mail", .email)
            await place.note("between")
            _ = try await send("notice", .notice)
            await place.note("end")
            return .succeeded(.null)
        }
        let fixture = try await EngineFixture(`The engine`.task, function: function)
        place.set(fixture)
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            _ = try await fixture.order("001", is: [.succeeded])
            await place.note("after")
        }
        // What nothing outside depends on joins the next step, if the function lets it.
        let scheduled = "LambdaFunctionStarted"
        #expect(
            place.noted == [
                "begin: \(sends ? "–" : scheduled); ",
                "mail: \(scheduled); mail intended",
                "between: \(scheduled); mail \(sends ? "intended" : "sent")",
                "notice: \(scheduled); mail sent, notice intended",
                "end: \(scheduled); mail sent, notice \(sends ? "intended" : "sent")",
                "after: ExecutionSucceeded; mail sent, notice sent",
            ]
        )
    }

    @Test func `has its outcome on disk before it waits for another provider`() async throws {
        let place = Place()
        let function = Self.function { send in
            _ = try await send("mail", .email)
            _ = try await send("notice", .notice)
            return .succeeded(.null)
        }
        let fixture = try await EngineFixture(`The engine`.task, function: function)
        place.set(fixture)
        let gate = try #require(fixture.dispatcher.gates.deliveries[.notice])
        for _ in 0..<ProviderGate.Limits().concurrency { #expect(gate.tryEnter()) }
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            _ = try await fixture.order("001") { $0.deliveries.map(\.status) == [.sent] }
            #expect(try await fixture.types("001").last == "LambdaFunctionStarted")
            gate.leave(.answered)
            _ = try await fixture.order("001", is: [.succeeded])
        }
    }

    @Test func `has its position on disk before it waits for a limit of ours`() async throws {
        let function = Self.function { send in
            _ = try await send("mail", .email)
            return .succeeded(.null)
        }
        let fixture = try await EngineFixture(
            `The engine`.task,
            limits: ProviderGate.Limits(concurrency: 1),
            function: function
        )
        let gate = try #require(fixture.dispatcher.gates.calls["F"])
        #expect(gate.tryEnter())
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            try await fixture.history("001", has: "LambdaFunctionStarted")
            gate.leave(.answered)
            _ = try await fixture.order("001", is: [.succeeded])
        }
    }

    @Test func `has a task's end on disk before the next begins, though both send`() async throws {
        let place = Place()
        let function = Self.function { send in
            await place.note("begin")
            _ = try await send("mail", .email)
            return .succeeded(.null)
        }
        let second = #"},"B":{"Type":"Task","Resource":"\#(`The engine`.arn)","End":true}}}"#
        let definition = `The engine`.task.replacing(
            #""End":true}}}"#,
            with: #""Next":"B""# + second
        )
        let fixture = try await EngineFixture(definition, function: function)
        place.set(fixture)
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            _ = try await fixture.order("001", is: [.succeeded])
        }
        #expect(
            place.noted == ["begin: –; ", "begin: LambdaFunctionStarted; mail sent"]
        )
        #expect(
            try await fixture.types("001").filter { $0 == "LambdaFunctionSucceeded" }.count == 2
        )
    }

    @Test func `that cannot write an outcome keeps it beside one that comes meanwhile`()
        async throws
    {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([.succeeded(.null)])
        )
        _ = try await fixture.intake.submit(`The engine`.order)
        let now = Date()
        let request = ClaimRequest(limit: 1, now: now, until: now.addingTimeInterval(60))
        let claim = try #require(try await fixture.store.claim(request).first)
        let writer = StepWriter(store: fixture.store, lease: claim.lease, clock: fixture.clock)
        let keys = ["mail", "notice"].map { Delivery.Key(state: "A", visit: 2, name: $0) }
        for (key, kind) in zip(keys, [Delivery.Kind.email, .notice]) {
            let intent = Delivery.Intent(key: key, kind: kind, contentHash: "c0ffee")
            #expect(try await writer.intend(intent, at: now) == nil)
        }
        try await writer.keep(Conclusion(keys[0], .sent(messageID: "1"), at: now))
        // A step that is refused as a whole, and the second outcome while it is on its way.
        var refused = Move(
            snapshot: [],
            state: "A",
            history: [],
            failures: 0,
            next: .proceed,
            at: now
        )
        refused.history = [RecordedEvent(id: 1, json: Array("{}".utf8))]
        try await fixture.store.record(refused, under: claim.lease)
        let move = refused
        let end = StepEnd()
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { end.isOver.withLock { $0 = true } }
                try await writer.record(move)
            }
            // Refused between two looks, the step has given back what it took along.
            while writer.isBehind, !end.isOver.withLock({ $0 }) { await Task.yield() }
            try? await writer.keep(Conclusion(keys[1], .sent(messageID: "2"), at: now))
            await #expect(throws: StoreError.self) { try await group.waitForAll() }
        }
        await writer.settleOutcomes()
        let order = try #require(try await fixture.store.order(EngineFixture.id("001")))
        #expect(order.deliveries.map(\.status) == [.sent, .sent])
    }

    @Test func `that is given up after a message was accepted leaves it sent`() async throws {
        let function = Self.function { send in
            _ = try await send("mail", .email)
            return .abandoned(reason: "nothing can be written")
        }
        let fixture = try await EngineFixture(`The engine`.task, function: function)
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            let order = try await fixture.order("001") { $0.attempts.handedBack > 0 }
            #expect(order.deliveries.map(\.status) == [.sent])
        }
    }

    @Test func `that is stopped while it sends leaves what was accepted sent`() async throws {
        let (begun, answered) = (WakeSignal(), WakeSignal())
        let look: @Sendable (String) async -> Void = { _ in
            begun.raise()
            await answered.wait()
        }
        let function = Self.function(look: look) { send in
            _ = try await send("mail", .email)
            _ = try await send("notice", .notice)
            return .succeeded(.null)
        }
        let fixture = try await EngineFixture(`The engine`.task, function: function)
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            await begun.wait()
            _ = try await fixture.control.stop(EngineFixture.id("001"), by: Operator("ada"))
            answered.raise()
            let order = try await fixture.order("001") { $0.deliveries.map(\.status) == [.sent] }
            #expect(order.status == .aborted)
        }
    }

    @Test func `keeps two moves as one, of which the later says where the order is`() {
        func move(_ number: Int) -> Move {
            var move = Move(
                snapshot: [UInt8(number)],
                state: "S\(number)",
                history: [RecordedEvent(id: number, json: [])],
                failures: number,
                next: .proceed,
                at: Date(timeIntervalSince1970: Double(number))
            )
            move.answers = [Int64(number)]
            return move
        }
        let both = move(1).followed(by: move(2))
        #expect(both.snapshot == [2] && both.state == "S2" && both.failures == 3)
        #expect(both.history.map(\.id) == [1, 2] && both.answers == [1, 2])
        #expect(both.at == Date(timeIntervalSince1970: 2))
    }
}

/// Whether a step that is on its way has come to its end.
private final class StepEnd: Sendable {
    let isOver = Mutex(false)
}
