public import FoundationEssentials

/// A time as signatures write it.
public struct SigningTime: Sendable, Hashable {
    /// `20150830T123600Z`.
    public let stamp: String

    /// `20150830`.
    public var day: String { String(stamp.prefix(8)) }

    /// The second that the date falls into.
    public init(_ date: Date) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let (days, rest) = (
            Self.floorDivide(seconds, 86_400), seconds - Self.floorDivide(seconds, 86_400) * 86_400
        )
        let (year, month, day) = Self.civil(fromDays: days)
        let fields = [(month, 2), (day, 2)].map(Self.padded).joined()
        let clock = [(rest / 3_600, 2), (rest / 60 % 60, 2), (rest % 60, 2)].map(Self.padded)
            .joined()
        stamp = "\(Self.padded(year, 4))\(fields)T\(clock)Z"
    }

    /// A stamp that came with a request; nil when it is none.
    public init?(stamp: String) {
        let bytes = Array(stamp.utf8)
        guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z")
        else {
            return nil
        }
        let digits = bytes[0..<8] + bytes[9..<15]
        guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        self.stamp = stamp
    }

    /// The time that the stamp writes.
    public var date: Date {
        let digits = stamp.utf8.compactMap { (48...57).contains($0) ? Int($0) - 48 : nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let days = Self.days(year: number(0..<4), month: number(4..<6), day: number(6..<8))
        let seconds = number(8..<10) * 3_600 + number(10..<12) * 60 + number(12..<14)
        return Date(timeIntervalSince1970: Double(days * 86_400 + seconds))
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }

    // Howard Hinnant's "chrono-compatible low-level date algorithms": years begin in March, so that the
    // leap day is the last day of a year.

    private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = floorDivide(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
