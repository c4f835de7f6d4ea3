/// A day of the Gregorian calendar, which is reckoned on before its beginning.
///
/// After Howard Hinnant's "chrono-compatible low-level date algorithms": years begin in March, so that the leap day is
/// the last of its year, and an era is the 400 years after which the calendar repeats.
package struct CivilDate: Sendable, Hashable {
    /// The year; the one before 1 is 0.
    package var year: Int
    /// From 1 to 12.
    package var month: Int
    /// From 1.
    package var day: Int

    @inlinable
    package init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The date of a day counted from 1970-01-01.
    @inlinable
    package init(daysSince1970 days: Int) {
        let (era, dayOfEra) = (days + 719_468).quotientAndFloorRemainder(dividingBy: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    }

    /// The days since 1970-01-01; a day beyond the end of its month runs over.
    @inlinable
    package var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shifted.quotientAndFloorRemainder(dividingBy: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The day of the week, from 1 for Monday to 7 for Sunday, of a day counted from 1970-01-01, which was a Thursday.
    @inlinable
    package static func weekday(daysSince1970 days: Int) -> Int {
        (days + 3).quotientAndFloorRemainder(dividingBy: 7).1 + 1
    }

    @inlinable
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Int {
    /// The quotient rounded down, and what remains, which is never negative.
    @inlinable
    package func quotientAndFloorRemainder(dividingBy divisor: Int) -> (Int, Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
