package import FoundationEssentials

/// Instants in the basic format of ISO 8601 in UTC, as AWS's signatures (Signature Version 4) write them.
package enum BasicTimestamp {
    /// `20150830T123600Z`: the second that the date falls into.
    package static func text(_ date: Date) -> String {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        let (days, rest) = FourDigitYears.nearest(toSeconds: seconds)
            .quotientAndFloorRemainder(dividingBy: 86_400)
        let day = CivilDate(daysSince1970: days)
        var text: [UInt8] = []
        text.append(addingCapacity: 16) { span in
            span.append(twoDigits: day.year / 100)
            span.append(twoDigits: day.year % 100)
            span.append(twoDigits: day.month)
            span.append(twoDigits: day.day, then: "T")
            span.append(twoDigits: rest / 3600)
            span.append(twoDigits: rest / 60 % 60)
            span.append(twoDigits: rest % 60, then: "Z")
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The instant that a text of this form names; nil when it has another.
    ///
    /// Whatever is beyond its range runs over: whoever is given such a text compares it with the present.
    package static func date(_ text: String) -> Date? {
        let bytes = text.utf8.span
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z")
        else { return nil }
        var digits: [Int] = []
        digits.reserveCapacity(14)
        for place in bytes.indices where place != 8 && place != 15 {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[place] else { return nil }
            digits.append(Int(bytes[place] - UInt8(ascii: "0")))
        }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let day = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
        let seconds = number(8..<10) * 3600 + number(10..<12) * 60 + number(12..<14)
        return Date(timeIntervalSince1970: Double(day.daysSince1970 * 86_400 + seconds))
    }
}
