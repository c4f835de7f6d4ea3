import Formats
import Foundation
import Orders
import Testing

struct `A timetable` {
    /// A line of `Fixtures/schedule_times.tsv`, whose times other programs have computed.
    struct Reference: Sendable, CustomTestStringConvertible {
        var expression: String
        var zone: String
        var start: Int
        var count: Int
        var sum: Int
        var squares: Int
        var first: [Int]

        var testDescription: String { "\(expression) \(zone) from \(start)" }

        static func all() throws -> [Reference] {
            let text = try String(
                contentsOf: fixtures.appending(path: "schedule_times.tsv"),
                encoding: .utf8
            )
            return text.split(separator: "\n").map { line in
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(
                    String.init
                )
                let numbers = columns[2...5].compactMap { Int($0) }
                return Reference(
                    expression: columns[0],
                    zone: columns[1],
                    start: numbers[0],
                    count: numbers[1],
                    sum: numbers[2],
                    squares: numbers[3],
                    first: columns[6].split(separator: " ").compactMap { Int($0) }
                )
            }
        }
    }

    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures")

    private static func zone(_ name: String) throws -> ZoneRules {
        try ZoneRules(file: Array(Data(contentsOf: fixtures.appending(path: "zoneinfo/\(name)"))))
    }

    @Test(arguments: try Reference.all())
    func `has the times that other programs have computed`(reference: Reference) throws {
        let begin = Date(timeIntervalSince1970: Double(reference.start))
        let table = Timetable(
            try ScheduleExpression(reference.expression),
            zone: try Self.zone(reference.zone),
            start: begin,
            end: begin.addingTimeInterval(3 * 365 * 86_400)
        )
        let times = table.times(after: begin, limit: 1_500).map { Int($0.timeIntervalSince1970) }
        #expect(Array(times.prefix(3)) == reference.first)
        #expect(times.count == reference.count)
        #expect(times.reduce(0, +) == reference.sum)
        let squares = times.reduce(0) { ($0 + $1 / 60 * ($1 / 60)) % (1 << 53) }
        #expect(squares == reference.squares)
    }

    /// On 28 March 2027 the clocks of Berlin go from 2 to 3, on 31 October from 3 to 2.
    @Test(arguments: [
        (Timetable.SkippedTime.skip, Timetable.RepeatedTime.once, "cron(30 2 * 3 ? 2027)", 30),
        (.later, .once, "cron(30 2 * 3 ? 2027)", 31), (.skip, .once, "cron(30 2 * 10 ? 2027)", 31),
        (.skip, .twice, "cron(30 2 * 10 ? 2027)", 32),
        (.later, .once, "at(2027-03-28T02:30:00)", 1),
        (.skip, .twice, "at(2027-03-28T02:30:00)", 0), (.skip, .once, "at(2027-10-31T02:30:00)", 1),
        (.skip, .twice, "at(2027-10-31T02:30:00)", 2),
    ])
    func `may make up for a skipped time and repeat a repeated one`(
        skipped: Timetable.SkippedTime,
        repeated: Timetable.RepeatedTime,
        expression: String,
        count: Int
    ) throws {
        var table = Timetable(
            try ScheduleExpression(expression),
            zone: try Self.zone("Europe/Berlin"),
            start: Date(timeIntervalSince1970: 1_790_000_000)
        )
        (table.skipped, table.repeated) = (skipped, repeated)
        let times = table.times(after: .distantPast, limit: 100)
        #expect(times.count == count)
        #expect(times == times.sorted())
        if expression.hasPrefix("cron"), skipped == .later {
            #expect(times.contains(Date(timeIntervalSince1970: 1_806_197_400)))
        }
    }

    @Test func `of a rate begins at its start and counts from there`() throws {
        let start = Date(timeIntervalSince1970: 1_800_000_000.5)
        var table = Timetable(try ScheduleExpression("rate(10 minutes)"), zone: .utc, start: start)
        table.end = start.addingTimeInterval(1_300)
        #expect(
            table.times(after: .distantPast, limit: 9).map {
                Int($0.timeIntervalSince1970) - 1_800_000_001
            } == [0, 600, 1_200]
        )
        #expect(
            table.next(after: start.addingTimeInterval(600))?.timeIntervalSince1970 == 1_800_000_601
        )
        #expect(
            table.next(after: start.addingTimeInterval(601))?.timeIntervalSince1970 == 1_800_001_201
        )
    }

    @Test func `has a leap day every four years`() throws {
        let table = Timetable.utc(try ScheduleExpression("cron(0 0 29 2 ? *)"))
        let years = table.times(after: .distantPast, limit: 3).map {
            CivilDate(daysSince1970: Int($0.timeIntervalSince1970) / 86_400).year
        }
        #expect(years == [2028, 2032, 2036])
        #expect(table.times(after: .distantPast, limit: 100).count == 42)
    }
}
