import FoundationEssentials
import OrderStoreSQLite
import Orders
import StoreConformance
import TestClosing
import Testing

@Suite(.closing)
struct `Damage of a schedule` {
    @Test(arguments: [
        "handled_until = handled_until - 86400000", "latest = null", "revision = 1",
        "definition = cast(replace(cast(definition as text), 'day', 'hour') as blob)",
    ])
    func `is told, and the schedule does not act`(change: String) async throws {
        try await StoreFolder.with { folder in
            let name = try #require(ScheduleName("a"))
            try await folder.open { store in
                for text in ["a", "b"] {
                    let schedule = Schedule(
                        try #require(ScheduleName(text)),
                        Schedule.Timing(try ScheduleExpression("rate(1 day)")),
                        .workflow("W")
                    )
                    var entry = ScheduleEntry(schedule, from: .api, at: noon)
                    entry.progress.latest = OrderID("W:a.1")
                    let kept = try #require(try await store.keep(entry, run: nil, audit: nil))
                    _ = try await store.keep(kept, run: nil, audit: nil)
                }
            }
            try folder.change("update schedules set \(change) where name = 'a'")
            let findings = try StoreFile(path: folder.path).verify()
            #expect(findings.contains { $0.contains("schedules") })
            try await folder.open { store in
                let list = try await store.schedules()
                #expect(list.damaged == ["a"] && list.sound.map(\.schedule.name.text) == ["b"])
                await #expect(throws: StoreError.self) { try await store.schedule(name) }
                #expect(try await store.deleteSchedule("a", audit: nil))
                #expect(try await store.schedules().damaged.isEmpty)
            }
        }
    }

    @Test func `of a run leaves out the run`() async throws {
        try await StoreFolder.with { folder in
            let name = try #require(ScheduleName("a"))
            try await folder.open { store in
                let schedule = Schedule(
                    name,
                    Schedule.Timing(try ScheduleExpression("rate(1 day)")),
                    .workflow("W")
                )
                let first = ScheduleEntry(schedule, from: .api, at: noon)
                let run = ScheduleRun(.skipped, noon, handledAt: noon)
                let kept = try #require(try await store.keep(first, run: run, audit: nil))
                let other = ScheduleRun(.missed, noon(plus: 9), handledAt: noon)
                _ = try await store.keep(kept, run: other, audit: nil)
            }
            try folder.change("update schedule_runs set outcome = 'started' where id = 2")
            try await folder.open { store in
                let outcomes = try await store.runs(of: name, limit: 9).map(\.outcome)
                #expect(outcomes == [.skipped])
            }
        }
    }
}
