import Formats
import FoundationEssentials
import Orders
import Testing

struct `A schedule expression` {
    @Test(arguments: [
        ("rate(5 minutes)", 300), ("rate(1 minute)", 60), ("rate(2 hours)", 7_200),
        ("rate(1 day)", 86_400), ("rate(366 days)", 366 * 86_400),
    ])
    func `counts fixed units`(text: String, seconds: Int) throws {
        #expect(try ScheduleExpression(text).kind == .rate(seconds))
    }

    /// What is refused, and a word of the reason.
    @Test(arguments: [
        ("", "none of rate(…), cron(…) and at(…)"), ("rate()", "a positive whole number"),
        ("rate(0 minutes)", "a positive whole number"), ("rate(-1 minutes)", "a positive whole"),
        ("rate(1.5 hours)", "a positive whole number"), ("rate(5minutes)", "and a unit"),
        ("rate(5 weeks)", "the unit must be"), ("rate(5 minutes", "none of rate(…)"),
        ("rate(99999999999999999999 days)", "a positive whole number"),
        ("rate(3661 days)", "more than ten years"), ("each(5 minutes)", "none of rate(…)"),
        ("at(2026-12-24)", "a local time without a zone"), ("at(2026-12-24T18:00:00Z)", "at(2026"),
        ("at(2026-13-24T18:00:00)", "a local time without a zone"),
        ("cron(0 9 * * ?)", "cron has six fields"), ("cron(0 9 * * ? * *)", "and not 7"),
        ("cron(0 9 * * * *)", "exactly one of day-of-month and day-of-week must be ?"),
        ("cron(0 9 ? * ? *)", "exactly one of"), ("cron(60 9 * * ? *)", "minutes: 60 is none"),
        ("cron(0 24 * * ? *)", "hours: 24 is none of 0 to 23"),
        ("cron(0 9 0 * ? *)", "day-of-month: 0 is none of 1 to 31"),
        ("cron(0 9 32W * ? *)", "day-of-month: 32 is none"), ("cron(0 9 * 13 ? *)", "month: 13"),
        ("cron(0 9 ? * 0 *)", "day-of-week: 0 is none of 1 to 7 or SUN to SAT"),
        ("cron(0 9 ? * MON#6 *)", "behind # stands a number from 1 to 5"),
        ("cron(0 9 ? * XL *)", "day-of-week: X is none"), ("cron(0 9 * * ? 1969)", "year: 1969"),
        ("cron(0 9 * * ? 2027-2026)", "year: 2027-2026"), ("cron(, 9 * * ? *)", "nothing"),
        ("cron(*/0 9 * * ? *)", "the step 0 is not one from 1 to 60"),
        ("cron(1/2/3 9 * * ? *)", "minutes: 1/2/3"), ("cron(1-2-3 9 * * ? *)", "minutes: 1-2-3"),
        ("cron(0 9 30 2 ? *)", "no such day ever comes"), ("cron(+1 9 * * ? *)", "minutes: +1"),
        ("cron(0 9 29 2 ? 2027)", "no such day ever comes"), ("cron(L 9 * * ? *)", "minutes: L"),
    ])
    func `is refused with the reason and with what would be right`(text: String, reason: String) {
        #expect {
            try ScheduleExpression(text)
        } throws: { error in
            "\(error)".contains(reason) && "\(error)".contains(", for example ")
        }
    }

    @Test(arguments: ["mon-fri", "MON-FRI", "2-6", "MON,TUE,WED,THU,FRI", "2,3-6", "2-6/1"])
    func `names days as it likes`(days: String) throws {
        let working = try ScheduleExpression("cron(0 9 ? * MON-FRI *)")
        let other = try ScheduleExpression("cron(0 9 ? * \(days) *)")
        let (one, two) = (Timetable.utc(working), Timetable.utc(other))
        #expect(
            one.times(after: .distantPast, limit: 20) == two.times(after: .distantPast, limit: 20)
        )
    }

    @Test(arguments: [
        ("cron(0 22-2 * * ? *)", "cron(0 22,23,0,1,2 * * ? *)"),
        ("cron(0 9 ? * FRI-MON *)", "cron(0 9 ? * 6,7,1,2 *)"),
        ("cron(0 9 1 NOV-FEB ? *)", "cron(0 9 1 11,12,1,2 ? *)"),
        ("cron(/15 9 * * ? *)", "cron(0,15,30,45 9 * * ? *)"),
        ("cron(0 9 ? * L *)", "cron(0 9 ? * SAT *)"),
        ("cron(0 9 ? * FRIL *)", "cron(0 9 ? * 6L *)"),
        ("cron(0 9 LW * ? 2027)", "cron(0 9 ? * 2-6 2027)"),
    ])
    func `goes over the end of a field where a range does`(text: String, same: String) throws {
        let times = try Timetable.utc(ScheduleExpression(text)).times(
            after: .distantPast,
            limit: 12
        )
        let others = try Timetable.utc(ScheduleExpression(same)).times(
            after: .distantPast,
            limit: 3_000
        )
        #expect(Set(times).isSubset(of: others))
    }

    @Test func `knows the last weekday of a month`() throws {
        let last = try Timetable.utc(ScheduleExpression("cron(0 0 LW * ? 2027)")).times(
            after: .distantPast,
            limit: 12
        )
        let days = last.map { Int($0.timeIntervalSince1970) / 86_400 }
        let expected = [29, 26, 31, 30, 31, 30, 30, 31, 30, 29, 30, 31]
        let firsts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
        #expect(days.map { $0 - 20_819 } == zip(firsts, expected).map { $0 + $1 - 1 })
    }
}

extension Timetable {
    static func utc(_ expression: ScheduleExpression) -> Timetable {
        Timetable(expression, zone: .utc, start: Date(timeIntervalSince1970: 1_798_761_600))
    }
}
