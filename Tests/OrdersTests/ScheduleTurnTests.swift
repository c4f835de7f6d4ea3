import Formats
import Foundation
import JSON
import Testing

@testable import Orders

struct `A schedule's next turn` {
    private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

    private static func entry(_ overlap: String, catchUp: Int = 3_600) throws -> ScheduleEntry {
        let document: JSONValue = [
            "expression": "rate(10 minutes)", "target": ["workflow": "W"],
            "overlap": .string(overlap), "catchUpSeconds": .number(catchUp),
        ]
        let schedule = try Schedule(try #require(ScheduleName("s")), document)
        return ScheduleEntry(schedule, from: .api, at: noon)
    }

    private static func table(_ entry: ScheduleEntry) -> Timetable {
        entry.schedule.timing.timetable(in: .utc, madeAt: entry.madeAt)
    }

    /// Minutes after noon.
    private static func at(_ minutes: Double) -> Date { noon.addingTimeInterval(minutes * 60) }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var overlap = "allow"
        /// Up to where times are dealt with, in minutes after noon; nil: none is.
        var handled: Double?
        var buffered: Double?
        var now: Double
        var runs = false
        var restored: Double?
        var turn: ScheduleTurn
    }

    private static let cases: [Case] = [
        Case(testDescription: "the first of a rate comes at once", now: 0, turn: .start(at(0))),
        Case(
            testDescription: "it rests until the next time",
            handled: 0,
            now: 3,
            turn: .rest(until: at(10))
        ),
        Case(
            testDescription: "what the process slept through begins late",
            handled: 0,
            now: 25,
            turn: .start(at(10))
        ),
        Case(
            testDescription: "a clock that is set back repeats nothing",
            handled: 120,
            now: 10,
            turn: .rest(until: at(130))
        ),
        Case(
            testDescription: "what is older than the catch-up time is missed, all of it at once",
            handled: 0,
            now: 100,
            turn: .pass(.missed, first: at(10), last: at(30), count: 3, reason: .late)
        ),
        Case(
            testDescription: "a run that goes on does not matter where overlaps are allowed",
            handled: 0,
            now: 10,
            runs: true,
            turn: .start(at(10))
        ),
        Case(
            testDescription: "times that come while it goes on are skipped",
            overlap: "skip",
            handled: 0,
            now: 25,
            runs: true,
            turn: .pass(.skipped, first: at(10), last: at(20), count: 2, reason: .overlap)
        ),
        Case(
            testDescription: "after its end the next time begins",
            overlap: "skip",
            handled: 20,
            now: 30,
            turn: .start(at(30))
        ),
        Case(
            testDescription: "the first that comes while it goes on waits",
            overlap: "buffer-one",
            handled: 0,
            now: 25,
            runs: true,
            turn: .buffer(at(10))
        ),
        Case(
            testDescription: "those behind the one that waits are skipped",
            overlap: "buffer-one",
            handled: 10,
            buffered: 10,
            now: 25,
            runs: true,
            turn: .pass(.skipped, first: at(20), last: at(20), count: 1, reason: .overlap)
        ),
        Case(
            testDescription: "the one that waits begins when the run has ended",
            overlap: "buffer-one",
            handled: 20,
            buffered: 10,
            now: 25,
            turn: .start(at(10))
        ),
        Case(
            testDescription: "the one that waits is missed when the run takes too long",
            overlap: "buffer-one",
            handled: 70,
            buffered: 10,
            now: 71,
            runs: true,
            turn: .pass(.missed, first: at(10), last: at(10), count: 1, reason: .late)
        ),
        Case(
            testDescription:
                "the one that waits is missed when it is too old, although the run has ended",
            overlap: "buffer-one",
            handled: 70,
            buffered: 10,
            now: 71,
            turn: .pass(.missed, first: at(10), last: at(10), count: 1, reason: .late)
        ),
        Case(
            testDescription: "what a copy of the store does not know of is not run again",
            handled: 0,
            now: 25,
            restored: 22,
            turn: .pass(.missed, first: at(10), last: at(20), count: 2, reason: .restored)
        ),
        Case(
            testDescription: "what comes after the copy was put back is run",
            handled: 20,
            now: 31,
            restored: 22,
            turn: .start(at(30))
        ),
    ]

    @Test(arguments: cases)
    func `is decided by the times, the clock and the run before`(_ example: Case) throws {
        var entry = try Self.entry(example.overlap)
        if let handled = example.handled { entry.progress.handledUntil = Self.at(handled) }
        entry.progress.buffered = example.buffered.map(Self.at)
        entry.progress.latest = OrderID("W:s.1")
        let (now, table) = (Self.at(example.now), Self.table(entry))
        let matters = entry.latestThatMatters(at: now, table) != nil
        #expect(!example.runs || example.overlap == "allow" || matters)
        let turn = entry.turn(
            at: now,
            table,
            latestRuns: example.runs,
            restoredAt: example.restored.map(Self.at)
        )
        #expect(turn == example.turn)
    }

    @Test func `is none while it is switched off, and goes on from when it is switched on`() throws
    {
        var entry = try Self.entry("allow")
        var off = entry.schedule
        off.isEnabled = false
        entry.take(off, from: .api, at: Self.at(1))
        #expect(
            entry.turn(at: Self.at(50), Self.table(entry), latestRuns: false) == .rest(until: nil)
        )
        off.isEnabled = true
        entry.take(off, from: .api, at: Self.at(55))
        let turn = entry.turn(at: Self.at(55), Self.table(entry), latestRuns: false)
        #expect(turn == .rest(until: Self.at(60)))
    }

    @Test func `that other times take the place of tells what was not run`() throws {
        var entry = try Self.entry("allow")
        entry.progress.handledUntil = Self.at(10)
        #expect(entry.overtaken(at: Self.at(15), Self.table(entry)) == nil)
        let overtaken = try #require(entry.overtaken(at: Self.at(35), Self.table(entry)))
        #expect(overtaken.outcome == .missed && overtaken.count == 2)
        #expect(overtaken.first == Self.at(20) && overtaken.last == Self.at(30))
    }

    @Test func `that other times take the place of tells the one that waited, too`() throws {
        var entry = try Self.entry("buffer-one")
        (entry.progress.buffered, entry.progress.handledUntil) = (Self.at(10), Self.at(20))
        let waiting = try #require(entry.overtaken(at: Self.at(25), Self.table(entry)))
        #expect(waiting.first == Self.at(10) && waiting.last == Self.at(10) && waiting.count == 1)
        let both = try #require(entry.overtaken(at: Self.at(35), Self.table(entry)))
        #expect(both.first == Self.at(10) && both.last == Self.at(30) && both.count == 2)
        entry.note(both)
        #expect(entry.progress.buffered == nil && entry.progress.handledUntil == Self.at(30))
    }

    @Test func `ends after the last time`() throws {
        let document: JSONValue = [
            "expression": "at(2027-01-15T08:00:00)", "target": ["workflow": "W"],
        ]
        let schedule = try Schedule(try #require(ScheduleName("s")), document)
        var entry = ScheduleEntry(schedule, from: .api, at: Self.at(-5))
        #expect(
            entry.turn(at: Self.at(0), Self.table(entry), latestRuns: false) == .start(Self.noon)
        )
        entry.note(ScheduleRun(.started, Self.noon, handledAt: Self.noon, order: OrderID("W:s.1")))
        #expect(entry.turn(at: Self.at(0), Self.table(entry), latestRuns: false) == .end)
    }
}

/// Years on clocks that people set, with ends of the process between a run's beginning and its note.
struct `A year of a schedule` {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// The expressions of `Fixtures/schedule_times.tsv`, each on one of its zones.
    private static func expressions() throws -> [(String, String)] {
        let text = try String(
            contentsOf: fixtures.appending(path: "schedule_times.tsv"),
            encoding: .utf8
        )
        var seen: Set<String> = []
        return text.split(separator: "\n").compactMap { line in
            let columns = line.split(separator: "\t").map(String.init)
            return seen.insert(columns[0]).inserted ? (columns[0], columns[1]) : nil
        }
    }

    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    @Test(arguments: try expressions())
    func `has every time run once, whatever becomes of clock and process`(
        expression: String,
        zone: String
    ) throws {
        let rules = try ZoneRules(
            file: Array(Data(contentsOf: Self.fixtures.appending(path: "zoneinfo/\(zone)")))
        )
        var schedule = Schedule(
            try #require(ScheduleName("s")),
            Schedule.Timing(try ScheduleExpression(expression)),
            .workflow("W")
        )
        schedule.catchUp = 400 * 86_400
        let begin = Date(timeIntervalSince1970: 1_830_000_000)
        var entry = ScheduleEntry(schedule, from: .api, at: begin)
        let table = schedule.timing.timetable(in: rules, madeAt: entry.madeAt)
        var random = Generator(state: expression.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        var (now, orders, noted) = (begin, Set<Date>(), [Date]())
        while now < begin.addingTimeInterval(366 * 86_400), noted.count < 1_000 {
            now += [7_200, -7_200, 86_400, -86_000, 30 * 86_400].randomElement(using: &random) ?? 0
            now += Double.random(in: 1...40 * 3_600, using: &random)
            life: while noted.count < 1_000 {
                switch entry.turn(at: now, table, latestRuns: false) {
                case .start(let time):
                    orders.insert(time)
                    // The process ends before the run is noted, and the next one finds its order.
                    if Int.random(in: 0..<5, using: &random) == 0 { break life }
                    entry.note(ScheduleRun(.started, time, handledAt: now))
                    noted.append(time)
                case .rest, .end: break life
                case .pass, .buffer:
                    Issue.record("a time was passed over")
                    return
                }
            }
        }
        let times = table.times(after: begin.addingTimeInterval(-1), limit: noted.count)
        #expect(noted == times)
        #expect(orders.subtracting(noted).count <= 1)
    }
}
