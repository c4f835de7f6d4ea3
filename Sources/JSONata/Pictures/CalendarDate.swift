internal import Formats

/// An instant as date and time of day in the proleptic Gregorian calendar, without a time zone.
struct CalendarDate {
    /// Milliseconds since 1970.
    let milliseconds: Double
    let year: Int
    let month: Int
    let day: Int
    private let timeOfDay: Int

    static let dayLength = 86_400_000.0

    /// Nil beyond what JavaScript's dates can hold.
    init?(milliseconds: Double) {
        let whole = milliseconds.rounded(.towardZero)
        guard abs(whole) <= 8.64e15 else { return nil }
        self.milliseconds = whole
        let days = (whole / Self.dayLength).rounded(.down)
        timeOfDay = Int(whole - days * Self.dayLength)
        let date = CivilDate(daysSince1970: Int(days))
        (year, month, day) = (date.year, date.month, date.day)
    }

    /// The milliseconds of a date at midnight; months and days beyond their range run over.
    static func milliseconds(year: Int, month: Int, day: Int) -> Double {
        let (wholeYear, wholeMonth) = (year * 12 + month - 1)
            .quotientAndFloorRemainder(dividingBy: 12)
        let first = CivilDate(year: wholeYear, month: wholeMonth + 1, day: 1)
        return Double(first.daysSince1970 + day - 1) * dayLength
    }

    var hour: Int { timeOfDay / 3_600_000 }
    var minute: Int { timeOfDay / 60_000 % 60 }
    var second: Int { timeOfDay / 1000 % 60 }
    var millisecond: Int { timeOfDay % 1000 }

    /// From 1 for Monday to 7 for Sunday.
    var weekday: Int { Self.weekday(milliseconds) }

    private static func weekday(_ milliseconds: Double) -> Int {
        CivilDate.weekday(daysSince1970: Int((milliseconds / dayLength).rounded(.down)))
    }

    /// The milliseconds at midnight.
    private var midnight: Double { Self.milliseconds(year: year, month: month, day: day) }
}

extension CalendarDate {
    /// From 1 for the first of January.
    var dayOfYear: Int {
        Int((midnight - Self.milliseconds(year: year, month: 1, day: 1)) / Self.dayLength) + 1
    }

    /// The Monday of the first week of a year or month, which is the week with its first Thursday.
    private static func firstWeek(year: Int, month: Int) -> Double {
        let first = milliseconds(year: year, month: month, day: 1)
        let weekday = weekday(first)
        return first + Double(weekday > 4 ? 8 - weekday : 1 - weekday) * dayLength
    }

    private static func weeks(from start: Double, to end: Double) -> Int {
        Int(((end - start) / (dayLength * 7)).rounded(.down)) + 1
    }

    /// The week of the year by ISO 8601.
    var weekOfYear: Int {
        let week = Self.weeks(from: Self.firstWeek(year: year, month: 1), to: midnight)
        if week > 52, midnight >= Self.firstWeek(year: year + 1, month: 1) { return 1 }
        guard week < 1 else { return week }
        return Self.weeks(from: Self.firstWeek(year: year - 1, month: 1), to: midnight)
    }

    /// The week of the month, by the same rule for months.
    var weekOfMonth: Int {
        let week = Self.weeks(from: Self.firstWeek(year: year, month: month), to: midnight)
        if week > 4, midnight >= Self.firstWeek(year: year, month: month + 1) { return 1 }
        guard week < 1 else { return week }
        return Self.weeks(from: Self.firstWeek(year: year, month: month - 1), to: midnight)
    }

    /// The year that the week belongs to.
    var weekYear: Int {
        if milliseconds < Self.firstWeek(year: year, month: 1) { return year - 1 }
        return milliseconds >= Self.firstWeek(year: year + 1, month: 1) ? year + 1 : year
    }

    /// The month that the week belongs to.
    var weekMonth: Int {
        if milliseconds < Self.firstWeek(year: year, month: month) {
            return month == 1 ? 12 : month - 1
        }
        guard milliseconds >= Self.firstWeek(year: year, month: month + 1) else { return month }
        return month == 12 ? 1 : month + 1
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}
