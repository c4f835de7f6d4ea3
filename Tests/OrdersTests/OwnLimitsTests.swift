import JSON
import OrderStoreSQLite
import StatesLanguage
import Synchronization
import TestClock
import TestClosing
import TestDigests
import Testing

@testable import Orders

/// What is told of orders that wait for their turn.
@Suite(.closing)
struct `Our own limits` {
    @Test func `are nothing that anybody is warned of`() async throws {
        let isOpen = Mutex(false)
        let function = ScriptedFunction { _, _ in
            while !isOpen.withLock({ $0 }), !Task.isCancelled { await Task.yield() }
            return .succeeded(.null)
        }
        let fixture = try await EngineFixture(
            `The engine`.task,
            limits: ProviderGate.Limits(concurrency: 1),
            function: function
        )
        try await fixture.run {
            for number in 1...5 {
                _ = try await fixture.intake.submit(`The engine`.order("\(number)"))
            }
            // One calls, one waits beside it, and three have given their places to others.
            while try await fixture.store.summary(at: fixture.clock.now).waiting["F"] != 3 {
                try Task.checkCancellation()
                await Task.yield()
            }
            isOpen.withLock { $0 = true }
            for number in 1...5 { _ = try await fixture.order("\(number)", is: [.succeeded]) }
            #expect(fixture.dispatcher.status.postponement == nil)
        }
    }

    @Test func `let as many wait beside them as have their turn within a second`() {
        let clock = ManualClock()
        let gate = ProviderGate(ProviderGate.Limits(concurrency: 2), clock: clock)
        #expect(gate.room == 2 + 1)
        for _ in 1...10 {
            #expect(gate.tryEnter())
            gate.leave(.answered)
        }
        #expect(gate.room == 2 + 10)
        clock.advance(by: 2)
        #expect(gate.room == 2 + 1)
    }

    @Test func `are told apart from what a provider says`() async throws {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([
                .postponed(for: .zero, reason: nil), .postponed(for: .zero, reason: "slow down"),
                .postponed(for: .zero, reason: nil), .succeeded(.null),
            ])
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            _ = try await fixture.order("001", is: [.succeeded])
            #expect(fixture.dispatcher.status.postponement?.reason == "slow down")
        }
    }

    @Test func `let the ends of orders be counted by how they ended`() async throws {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction { call, _ in
                switch call.input["orderId"]?.string {
                case "1": .succeeded(.null)
                case "2": .failed(error: "E", cause: "because")
                default: .held(reason: "?")
                }
            }
        )
        try await fixture.run {
            for number in 1...3 {
                _ = try await fixture.intake.submit(`The engine`.order("\(number)"))
            }
            for (number, status) in [("1", OrderStatus.succeeded), ("2", .failed), ("3", .held)] {
                _ = try await fixture.order(number, is: [status])
            }
            _ = try await fixture.control.stop(
                try EngineFixture.id("3"),
                error: .init("a customer's name"),
                by: Operator("ada")
            )
            let expected: [EndedOrders.Kind: UInt64] = [
                .init(status: .succeeded, error: nil): 1, .init(status: .failed, error: "E"): 1,
                .init(status: .aborted, error: "other"): 1,
            ]
            // What is shown as ended may be in the engine's hands for a moment more.
            while fixture.dispatcher.endedOrders.counts.count < 3 {
                try Task.checkCancellation()
                await Task.yield()
            }
            #expect(fixture.dispatcher.endedOrders.counts == expected)
            #expect(
                fixture.dispatcher.endedOrders.recent(at: fixture.clock.now, .init()).ended == 2
            )
        }
    }
}
