package import FoundationEssentials

/// Instants as HTTP's fields write them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7, IMF-fixdate).
package enum HTTPDate {
    /// The instant that is so many seconds after the beginning of 1970.
    package static func text(secondsSince1970 seconds: Int) -> [UInt8] {
        let (days, time) = FourDigitYears.nearest(toSeconds: seconds)
            .quotientAndFloorRemainder(dividingBy: 86_400)
        let date = CivilDate(daysSince1970: days)
        var text: [UInt8] = []
        text.reserveCapacity(29)
        text.append(contentsOf: weekdays[CivilDate.weekday(daysSince1970: days) - 1].utf8)
        text.append(contentsOf: ", ".utf8)
        text.append(addingCapacity: 3) { $0.append(twoDigits: date.day, then: " ") }
        text.append(contentsOf: months[date.month - 1].utf8)
        text.append(addingCapacity: 14) { span in
            span.append(UInt8(ascii: " "))
            span.append(twoDigits: date.year / 100)
            span.append(twoDigits: date.year % 100, then: " ")
            span.append(twoDigits: time / 3600, then: ":")
            span.append(twoDigits: time / 60 % 60, then: ":")
            span.append(twoDigits: time % 60)
        }
        text.append(contentsOf: " GMT".utf8)
        return text
    }

    /// The instant that a text in that form names; nil for anything else.
    ///
    /// The day of the week may be any word, and what is beyond its range runs over.
    package static func date(_ text: String) -> Date? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = number(parts[1], digits: 2),
            let month = months.firstIndex(where: { $0 == parts[2] }),
            let year = number(parts[3], digits: 4)
        else { return nil }
        let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = number(clock[0], digits: 2),
            let minute = number(clock[1], digits: 2), let second = number(clock[2], digits: 2)
        else { return nil }
        let days = CivilDate(year: year, month: month + 1, day: day).daysSince1970
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
        return Date(timeIntervalSince1970: Double(seconds))
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits,
            text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        return Int(text)
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
