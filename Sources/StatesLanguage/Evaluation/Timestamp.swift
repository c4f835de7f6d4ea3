public import FoundationEssentials

/// Instants as RFC 3339 text, as the language writes and reads them.
public enum Timestamp {
    /// `2026-03-14T01:59:00.000Z`.
    public static func text(_ date: Date) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(24)
        write(date, into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the same to a text.
    public static func write(_ date: Date, into text: inout [UInt8]) {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        let (day, rest) = milliseconds.quotientAndFloorRemainder(dividingBy: 86_400_000)
        let (year, month, dayOfMonth) = civil(fromDays: day)
        text.append(addingCapacity: 24) { span in
            append(year / 100, to: &span)
            append(year % 100, then: "-", to: &span)
            append(month, then: "-", to: &span)
            append(dayOfMonth, then: "T", to: &span)
            append(rest / 3_600_000, then: ":", to: &span)
            append(rest / 60_000 % 60, then: ":", to: &span)
            append(rest / 1000 % 60, then: ".", to: &span)
            append(rest % 1000 / 10, to: &span)
            span.append(UInt8(ascii: "0") + UInt8(rest % 10))
            span.append(UInt8(ascii: "Z"))
        }
    }

    /// The instant of an RFC 3339 text: upper-case `T`, and `Z` or a numeric offset; else nil.
    public static func date(_ text: String) -> Date? {
        var scanner = Scanner(bytes: Array(text.utf8))
        return scanner.instant()
    }

    /// Two digits, and the mark behind them.
    @inline(__always)
    private static func append(
        _ number: Int,
        then mark: Unicode.Scalar? = nil,
        to text: inout OutputSpan<UInt8>
    ) {
        text.append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
        text.append(UInt8(ascii: "0") + UInt8(number % 10))
        if let mark { text.append(UInt8(ascii: mark)) }
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar, by Howard Hinnant's algorithm:
    /// years begin in March, so the leap day is the last of its year.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shifted.quotientAndFloorRemainder(dividingBy: 400)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (days + 719_468).quotientAndFloorRemainder(dividingBy: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Int {
    fileprivate func quotientAndFloorRemainder(dividingBy divisor: Int) -> (Int, Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// Reads one RFC 3339 text from the left.
private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    mutating func instant() -> Date? {
        guard let year = number(4), take("-"), let month = number(2), take("-"),
            let day = number(2), take("T"), let hour = number(2), take(":"),
            let minute = number(2), take(":"), let second = number(2)
        else { return nil }
        guard (1...12).contains(month), (1...lastDay(of: month, in: year)).contains(day),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        guard let fraction = fraction(), let offset = offset(), position == bytes.count else {
            return nil
        }
        let days = Timestamp.days(year: year, month: month, day: day)
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    private func lastDay(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `.123`, or 0 when there is none; nil when no digit follows the point.
    private mutating func fraction() -> Double? {
        guard take(".") else { return 0 }
        let start = position
        var (value, unit) = (0.0, 0.1)
        while let digit = digit() {
            value += Double(digit) * unit
            unit /= 10
        }
        return position > start ? value : nil
    }

    /// Seconds east of Greenwich.
    private mutating func offset() -> Int? {
        if take("Z") { return 0 }
        let sign = take("+") ? 1 : take("-") ? -1 : 0
        guard sign != 0, let hours = number(2), take(":"), let minutes = number(2),
            hours < 24, minutes < 60
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    private mutating func number(_ digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    private mutating func digit() -> Int? {
        guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return Int(bytes[position] - 0x30)
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: mark) else { return false }
        position += 1
        return true
    }
}
