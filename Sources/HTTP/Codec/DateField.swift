/// The value of the Date field (RFC 9110 §6.6.1), written once a second.
struct DateField {
    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    private(set) var text: [UInt8] = []
    private var second = Int.min

    init() {}

    init(_ secondsSinceEpoch: Int) {
        update(secondsSinceEpoch)
    }

    /// Brings the text up to date; seconds since 1970.
    mutating func update(_ secondsSinceEpoch: Int) {
        guard secondsSinceEpoch != second else { return }
        second = secondsSinceEpoch
        text = Self.text(secondsSinceEpoch)
    }

    /// The instant as RFC 9110 §5.6.7 writes it.
    static func text(_ secondsSinceEpoch: Int) -> [UInt8] {
        let days = Int((Double(secondsSinceEpoch) / 86_400).rounded(.down))
        let time = secondsSinceEpoch - days * 86_400
        let (year, month, day) = civil(days)
        // 1970-01-01 was a Thursday.
        let weekday = weekdays[((days + 4) % 7 + 7) % 7]
        var text = Array("\(weekday), ".utf8)
        text.append(twoDigits: day)
        text.append(contentsOf: " \(months[month - 1]) \(year) ".utf8)
        text.append(twoDigits: time / 3_600)
        text.append(UInt8(ascii: ":"))
        text.append(twoDigits: time / 60 % 60)
        text.append(UInt8(ascii: ":"))
        text.append(twoDigits: time % 60)
        text.append(contentsOf: " GMT".utf8)
        return text
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The date of a day counted from 1970, in the Gregorian calendar.
    ///
    /// Years begin in March, so that the leap day is the last (Howard Hinnant, "chrono-compatible low-level
    /// date algorithms").
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension [UInt8] {
    fileprivate mutating func append(twoDigits value: Int) {
        append(UInt8(ascii: "0") + UInt8(value / 10))
        append(UInt8(ascii: "0") + UInt8(value % 10))
    }
}
