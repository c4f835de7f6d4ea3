package import FoundationEssentials

/// Instants as RFC 3339 text.
package enum Timestamp {
    /// `2026-03-14T01:59:00.000Z`, to the nearest millisecond.
    package static func text(_ date: Date) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(24)
        write(date, into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the same to a text.
    package static func write(_ date: Date, into text: inout [UInt8]) {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        write(within: FourDigitYears.nearest(toMilliseconds: milliseconds), into: &text)
    }

    /// Appends the instant that is so many milliseconds after the beginning of 1970.
    package static func write(millisecondsSince1970 milliseconds: Int, into text: inout [UInt8]) {
        write(within: FourDigitYears.nearest(toMilliseconds: milliseconds), into: &text)
    }

    private static func write(within milliseconds: Int, into text: inout [UInt8]) {
        let (day, rest) = milliseconds.quotientAndFloorRemainder(dividingBy: 86_400_000)
        let date = CivilDate(daysSince1970: day)
        // In its place and copied at once: a span of output counts every byte.
        var instant = InlineArray<24, UInt8>(repeating: UInt8(ascii: "-"))
        instant.write(twoDigits: date.year / 100, at: 0)
        instant.write(twoDigits: date.year % 100, at: 2)
        instant.write(twoDigits: date.month, at: 5)
        instant.write(twoDigits: date.day, at: 8)
        instant[10] = UInt8(ascii: "T")
        instant.write(twoDigits: rest / 3_600_000, at: 11)
        instant[13] = UInt8(ascii: ":")
        instant.write(twoDigits: rest / 60_000 % 60, at: 14)
        instant[16] = UInt8(ascii: ":")
        instant.write(twoDigits: rest / 1000 % 60, at: 17)
        instant[19] = UInt8(ascii: ".")
        instant.write(twoDigits: rest % 1000 / 10, at: 20)
        instant[22] = UInt8(ascii: "0") + UInt8(rest % 10)
        instant[23] = UInt8(ascii: "Z")
        instant.span.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    }

    /// The instant of an RFC 3339 text: upper-case `T`, and `Z` or a numeric offset; else nil.
    package static func date(_ text: String) -> Date? {
        var scanner = Scanner(bytes: Array(text.utf8))
        return scanner.instant()
    }
}

extension InlineArray<24, UInt8> {
    @inline(__always)
    fileprivate mutating func write(twoDigits number: Int, at place: Int) {
        self[place] = UInt8(ascii: "0") + UInt8(number / 10)
        self[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
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
        guard (1...12).contains(month),
            (1...CivilDate.days(inMonth: month, of: year)).contains(day), hour < 24, minute < 60,
            second <= 60
        else { return nil }
        guard let fraction = fraction(), let offset = offset(), position == bytes.count else {
            return nil
        }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
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
