import FoundationEssentials
import JSON
package import Orders
import Testing

/// One sentence of the `ScheduleStore` contract, and how it is checked on a store that has kept nothing yet.
package struct ScheduleFact: Sendable, CustomTestStringConvertible {
    /// The sentence.
    package let name: String
    package let check: @Sendable (any ScheduleStore) async throws -> Void

    package var testDescription: String { name }

    private init(
        _ name: String,
        check: @escaping @Sendable (any ScheduleStore) async throws -> Void
    ) {
        self.name = name
        self.check = check
    }

    /// The whole contract.
    package static let all = [
        ScheduleFact("a schedule is kept with everything that is known of it") { store in
            var entry = try entry("nightly")
            entry.progress.latest = OrderID("Reports:nightly.20270115T080000")
            entry.progress.latestAt = noon
            entry.progress.buffered = noon(plus: 60)
            (entry.progress.started, entry.progress.skipped) = (7, 2)
            (entry.progress.missed, entry.progress.missedAt) = (3, noon(plus: 9))
            let kept = try #require(try await store.keep(entry, run: nil, audit: nil))
            #expect(kept.revision > entry.revision)
            entry.revision = kept.revision
            #expect(try await store.schedule(entry.schedule.name) == entry)
            #expect(try await store.schedules().sound == [entry])
            #expect(try await store.schedules().restoredAt == nil)
        },
        ScheduleFact("who has read a schedule that has changed since changes nothing") { store in
            let first = try entry("a")
            let kept = try #require(try await store.keep(first, run: nil, audit: nil))
            #expect(try await store.keep(first, run: run(1), audit: nil) == nil)
            let changed = try #require(try await store.keep(kept, run: nil, audit: nil))
            #expect(try await store.keep(kept, run: run(1), audit: nil) == nil)
            #expect(try await store.schedule(first.schedule.name) == changed)
            #expect(try await store.runs(of: first.schedule.name, limit: 9).isEmpty)
        },
        ScheduleFact("a schedule that is gone cannot be changed, and its runs are gone with it") {
            store in
            let first = try entry("a")
            let kept = try #require(try await store.keep(first, run: run(1), audit: nil))
            #expect(try await !store.deleteSchedule("a", ifAt: kept.revision + 1, audit: nil))
            #expect(try await store.deleteSchedule("a", ifAt: kept.revision, audit: nil))
            #expect(try await !store.deleteSchedule("a", audit: nil))
            #expect(try await store.keep(kept, run: nil, audit: nil) == nil)
            #expect(try await store.schedule(first.schedule.name) == nil)
            _ = try await store.keep(first, run: nil, audit: nil)
            #expect(try await store.runs(of: first.schedule.name, limit: 9).isEmpty)
        },
        ScheduleFact("of a schedule's runs the last are kept, the latest first") { store in
            let name = try #require(ScheduleName("a"))
            var kept = try entry("a")
            let other = try entry("b")
            _ = try await store.keep(other, run: run(500), audit: nil)
            let count = ScheduleRun.maximumCount + 2
            for number in 1...count {
                kept = try #require(try await store.keep(kept, run: run(number), audit: nil))
            }
            let all = try await store.runs(of: name, limit: 1_000)
            #expect(all.count == ScheduleRun.maximumCount)
            #expect(all.first == run(count) && all.last == run(3))
            #expect(try await store.runs(of: name, limit: 2) == [run(count), run(count - 1)])
            #expect(try await store.runs(of: other.schedule.name, limit: 9) == [run(500)])
        },
        ScheduleFact("schedules come by name, and are a bounded number") { store in
            for number in (1...Schedule.maximumCount).reversed() {
                _ = try await store.keep(try entry("s\(10_000 + number)"), run: nil, audit: nil)
            }
            await #expect(throws: StoreError.self) {
                try await store.keep(try entry("a"), run: nil, audit: nil)
            }
            let names = try await store.schedules().sound.map(\.schedule.name.text)
            #expect(names.count == Schedule.maximumCount && names == names.sorted())
        },
    ]

    private static func entry(_ name: String) throws -> ScheduleEntry {
        let document: JSONValue = [
            "expression": "cron(0 3 ? * MON-FRI *)", "timeZone": "Europe/Berlin",
            "overlap": "buffer-one", "target": ["workflow": "Reports", "input": ["n": [1, "é"]]],
        ]
        let schedule = try Schedule(try #require(ScheduleName(name)), document)
        return ScheduleEntry(schedule, from: .api, at: noon)
    }

    private static func run(_ number: Int) -> ScheduleRun {
        ScheduleRun(
            [.started, .skipped, .missed][number % 3],
            noon(plus: Double(number)),
            through: noon(plus: Double(number + 1)),
            count: number,
            handledAt: noon(plus: 9_999),
            order: number.isMultiple(of: 3) ? OrderID("Reports:r-\(number)") : nil,
            reason: number.isMultiple(of: 3) ? nil : "why \(number)"
        )
    }
}
