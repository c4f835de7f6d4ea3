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
        (year, month, day) = Self.date(Int(days))
    }

    /// The milliseconds of a date at midnight; months and days beyond their range run over.
    static func milliseconds(year: Int, month: Int, day: Int) -> Double {
        let months = year * 12 + month - 1
        let (wholeYear, wholeMonth) = (
            floorDivide(months, 12), months - floorDivide(months, 12) * 12
        )
        return Double(days(year: wholeYear, month: wholeMonth + 1) + day - 1) * dayLength
    }

    /// The days since 1970 to the first of the month; March begins the year, so that leap days end it.
    private static func days(year: Int, month: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = floorDivide(shifted, 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
        (dividend - (dividend % divisor + divisor) % divisor) / divisor
    }

    var hour: Int { timeOfDay / 3_600_000 }
    var minute: Int { timeOfDay / 60_000 % 60 }
    var second: Int { timeOfDay / 1000 % 60 }
    var millisecond: Int { timeOfDay % 1000 }

    /// From 1 for Monday to 7 for Sunday.
    var weekday: Int { Self.weekday(milliseconds) }

    private static func weekday(_ milliseconds: Double) -> Int {
        let days = Int((milliseconds / dayLength).rounded(.down))
        // The first of January 1970 was a Thursday.
        return ((days + 3) % 7 + 7) % 7 + 1
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
