import FoundationEssentials
import JSON
import Logging
import Orders
import StatesLanguage
import TestClock
import Testing

struct `A scheduler` {
    private let clock = ManualClock()

    private func scheduler(_ expression: String, _ function: ScriptedFunction) throws -> Scheduler {
        Scheduler(
            schedules: [
                Scheduler.Schedule(
                    name: "heartbeat",
                    timetable: Timetable(try ScheduleExpression(expression), start: clock.now),
                    resource: "arn:aws:lambda:us-east-1:1:function:F"
                )
            ],
            integrations: FunctionsByName(functions: ["F": function]),
            clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Keeps the schedules while the body runs.
    private func keeping(_ scheduler: Scheduler, _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await scheduler.keepAll() }
            defer { group.cancelAll() }
            try await body()
        }
    }

    /// Lets time pass until the function was called so often and its schedule sleeps again.
    private func pass(to seconds: Double, calls: Int, of function: ScriptedFunction) async throws {
        while function.calls < calls || clock.sleeping == 0 {
            try Task.checkCancellation()
            let left = seconds - (clock.now.timeIntervalSince1970 - 1_800_000_000)
            if clock.sleeping > 0, left > 0 { clock.advance(by: min(left, 10)) }
            await Task.yield()
        }
    }

    @Test func `fires at once and at its times, and knows its last success`() async throws {
        let function = ScriptedFunction([
            .succeeded(.null), .failed(error: "E", cause: "c"), .succeeded(.null),
        ])
        let scheduler = try scheduler("rate(5 minutes)", function)
        try await keeping(scheduler) {
            try await pass(to: 0, calls: 1, of: function)
            #expect(scheduler.standing("heartbeat")?.last?.succeededAt == clock.now)
            try await pass(to: 300, calls: 2, of: function)
            let failed = scheduler.standing("heartbeat")?.last
            #expect(failed?.fault == "E: c")
            #expect(failed?.succeededAt == clock.now.addingTimeInterval(-300))
            #expect(failed?.at == clock.now)
            try await pass(to: 600, calls: 3, of: function)
            #expect(scheduler.standing("heartbeat")?.last?.fault == nil)
            #expect(scheduler.standing("none")?.missed == nil)
        }
    }

    @Test func `fires at local times when the machine's clock shows them`() async throws {
        let function = ScriptedFunction([.succeeded(.null)])
        let scheduler = try scheduler("cron(0/5 * * * ? *)", function)
        try await keeping(scheduler) {
            try await pass(to: 0, calls: 0, of: function)
            clock.advance(by: 299)
            // It has looked at the clock, and sleeps again.
            try await pass(to: 299, calls: 0, of: function)
            #expect(function.calls == 0)
            try await pass(to: 300, calls: 1, of: function)
            #expect(scheduler.standing("heartbeat")?.last?.at == clock.now)
            // Somebody sets it forward: what was passed over does not come, and is told.
            clock.advance(by: 905)
            #expect(scheduler.standing("heartbeat")?.missed == 2)
            try await pass(to: 1_205, calls: 2, of: function)
        }
    }

    @Test(arguments: [(0, 0), (307, 0), (308, 1), (607, 1), (608, 2), (908, 3), (9_000, 3)])
    func `counts the times that went by without a success`(seconds: Int, missed: Int) async throws {
        let hangs = WakeSignal()
        let function = ScriptedFunction { _, index in
            if index > 0 { await hangs.wait() }
            return .succeeded(.null)
        }
        let scheduler = try scheduler("rate(5 minutes)", function)
        try await keeping(scheduler) {
            try await pass(to: 0, calls: 1, of: function)
            clock.advance(by: Double(seconds))
            #expect(scheduler.standing("heartbeat")?.missed == missed)
            let lateness = scheduler.lateness(of: "heartbeat", at: clock.now)
            #expect(lateness == Double(max(0, seconds - 300)))
            hangs.raise()
        }
    }

    @Test func `that has not succeeded yet counts from its start`() throws {
        let scheduler = try scheduler("rate(5 minutes)", ScriptedFunction([]))
        #expect(scheduler.standing("heartbeat")?.missed == 0)
        clock.advance(by: 310)
        #expect(scheduler.standing("heartbeat")?.missed == 2)
    }
}
