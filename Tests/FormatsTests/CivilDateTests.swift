import Formats
import Testing

struct `A civil date` {
    @Test(arguments: [
        (0, 1970, 1, 1), (-1, 1969, 12, 31), (59, 1970, 3, 1), (11_016, 2000, 2, 29),
        (11_017, 2000, 3, 1), (19_782, 2024, 2, 29), (19_783, 2024, 3, 1), (20_512, 2026, 2, 28),
        (20_513, 2026, 3, 1), (-25_509, 1900, 2, 28), (-25_508, 1900, 3, 1),
        (47_540, 2100, 2, 28), (47_541, 2100, 3, 1), (2_932_896, 9999, 12, 31),
        (2_932_897, 10_000, 1, 1), (-719_468, 0, 3, 1), (-719_469, 0, 2, 29),
        (-719_528, 0, 1, 1), (-719_529, -1, 12, 31), (-865_565, -400, 3, 1),
        (-1_000_000, -768, 2, 4),
        // The ends of JavaScript's calendar.
        (100_000_000, 275_760, 9, 13), (-100_000_000, -271_821, 4, 20),
    ])
    func `is a day counted from 1970`(days: Int, year: Int, month: Int, day: Int) {
        let date = CivilDate(year: year, month: month, day: day)
        #expect(CivilDate(daysSince1970: days) == date)
        #expect(date.daysSince1970 == days)
    }

    @Test func `follows the one before, for a century around every turn`() {
        // From the first of January of the year 50 years before.
        for first in [-883_887, -737_790, -43_829, -7_305, 29_220, 2_914_269] {
            var before = CivilDate(daysSince1970: first)
            for days in (first + 1)...(first + 36_525) {
                let date = CivilDate(daysSince1970: days)
                let isLast = before.day == CivilDate.days(inMonth: before.month, of: before.year)
                let next =
                    if !isLast {
                        CivilDate(year: before.year, month: before.month, day: before.day + 1)
                    } else if before.month < 12 {
                        CivilDate(year: before.year, month: before.month + 1, day: 1)
                    } else {
                        CivilDate(year: before.year + 1, month: 1, day: 1)
                    }
                guard date == next, date.daysSince1970 == days else {
                    Issue.record("\(date) follows \(before)")
                    return
                }
                before = date
            }
        }
    }

    @Test(arguments: [
        (2000, 29), (1900, 28), (2100, 28), (2024, 29), (2026, 28), (0, 29), (-4, 29), (-100, 28),
        (-400, 29), (9999, 28),
    ])
    func `has a leap day in every fourth year but three of four centuries`(year: Int, last: Int) {
        #expect(CivilDate.days(inMonth: 2, of: year) == last)
        #expect((1...12).reduce(0) { $0 + CivilDate.days(inMonth: $1, of: year) } == 337 + last)
    }

    @Test(arguments: [
        (2023, 2, 29, 2023, 3, 1), (2024, 13, 1, 2025, 1, 1), (2024, 1, 0, 2023, 12, 31),
        (2026, 4, 31, 2026, 5, 1), (2024, 12, 99, 2025, 3, 9),
    ])
    func `runs over beyond the end of its month`(
        year: Int,
        month: Int,
        day: Int,
        thenYear: Int,
        thenMonth: Int,
        thenDay: Int
    ) {
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        let then = CivilDate(year: thenYear, month: thenMonth, day: thenDay)
        #expect(CivilDate(daysSince1970: days) == then)
    }

    @Test(arguments: [(0, 4), (-1, 3), (3, 7), (4, 1), (-4, 7), (11_016, 2), (-719_528, 6)])
    func `has a day of the week`(days: Int, weekday: Int) {
        #expect(CivilDate.weekday(daysSince1970: days) == weekday)
    }
}
