import FoundationEssentials
import Telemetry
import TestClosing
import Testing

@testable import Orders

@Suite(.closing)
struct `The engine's meter` {
    @Test func `tells waits, tasks and ends of orders`() async throws {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([.failed(error: "Strange", cause: "a@example.com")])
        )
        try await fixture.run {
            _ = try await fixture.intake.submit(`The engine`.order)
            _ = try await fixture.order("001", is: [.failed])
            while fixture.dispatcher.status.ended == 0 {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
        let meter = fixture.dispatcher.meter
        let calls = try #require(meter.calls["F"])
        #expect(meter.calls.count == 1)
        #expect(calls.duration.snapshot.count == 1)
        #expect(calls.retries.value == 0)
        #expect(calls.attempts[.failed(.other)]?.value == 1)
        #expect(calls.attempts[.succeeded]?.value == 0)
        #expect(meter.queueWait.snapshot.count == 1)
        #expect(meter.orders[.failed]?.snapshot.count == 1)
        #expect(meter.orders[.succeeded]?.snapshot.count == 0)
        #expect(fixture.intake.duration.snapshot.count == 1)
    }

    @Test func `counts as retries what was tried before and not what was put off`() throws {
        let meter = EngineMeter()
        meter.note("F", .failed(.throttled), retries: 0, after: 1)
        meter.note("F", .postponed, retries: 1, after: 1)
        meter.note("F", .timedOut, retries: 1)
        let calls = try #require(meter.calls["F"])
        #expect(calls.retries.value == 1)
        #expect(calls.duration.snapshot.sum == 2)
        #expect(TaskEnd.all.allSatisfy { calls.attempts[$0] != nil })
    }

    @Test func `tells a bounded number of integrations apart`() {
        let meter = EngineMeter()
        for number in 0..<EngineMeter.maximumIntegrations + 5 {
            meter.note("f\(number)", .succeeded, retries: 0, after: 1)
        }
        #expect(meter.calls.count == EngineMeter.maximumIntegrations + 1)
        #expect(meter.calls["other"]?.attempts[.succeeded]?.value == 5)
    }

    @Test(
        arguments: [
            (.accepted(messageID: "1"), .accepted), (.uncertain(reason: ""), .uncertain),
            (.refused(refusal(isThrottle: true, after: .zero)), .throttled),
            (.refused(refusal(after: .seconds(1))), .unavailable),
            (.refused(refusal(after: nil)), .refused),
        ] as [(Deliveries.Attempt, EngineMeter.SendOutcome)]
    )
    func `tells what providers make of sends`(
        attempt: Deliveries.Attempt,
        outcome: EngineMeter.SendOutcome
    ) {
        let meter = EngineMeter()
        meter.note(.email, attempt, after: 0.25, at: .distantPast)
        #expect(meter.deliveries[.email]?.attempts[outcome]?.value == 1)
        #expect(meter.deliveries[.email]?.duration.snapshot.sum == 0.25)
        #expect(meter.deliveries[.notice]?.duration.snapshot.count == 0)
    }

    private static func refusal(
        isThrottle: Bool = false,
        after delay: Duration?
    ) -> Deliveries.Refusal {
        Deliveries.Refusal(
            error: "E",
            cause: "",
            retryAfter: delay,
            isThrottle: isThrottle
        )
    }

    @Test(
        arguments: [
            ("ThrottlingException", .throttled), ("Lambda.TooManyRequestsException", .throttled),
            ("States.Timeout", .timeout), ("TimeoutError", .timeout),
            ("AccessDeniedException", .denied), ("States.Permissions", .denied),
            ("Lambda.ResourceNotFoundException", .missing), ("ValueError", .invalid),
            ("ValidationException", .invalid), ("States.TaskFailed", .other),
            ("", .other), ("a@example.com", .other),
        ] as [(String, ErrorClass)]
    )
    func `puts every error into one of few classes`(error: String, errorClass: ErrorClass) {
        #expect(ErrorClass(error) == errorClass)
    }
}
