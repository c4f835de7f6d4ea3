/// The rule for all years after those that a time zone file lists: a POSIX TZ text such as `CET-1CEST,M3.5.0,M10.5.0/3`, with
/// RFC 9636's longer times.
struct ZoneFooter: Sendable, Hashable {
    private let standard: Int
    private let summer: Summer?

    private struct Summer: Sendable, Hashable {
        var offset: Int
        var begin: Day
        var end: Day
    }

    /// When in a year the clocks are set.
    private struct Day: Sendable, Hashable {
        enum Rule: Sendable, Hashable {
            /// The week 5 is the last; the weekday counts from Sunday, which is 0.
            case weekday(month: Int, week: Int, weekday: Int)
            /// From 1, in which 29 February is not counted.
            case julian(Int)
            /// From 0.
            case dayOfYear(Int)
        }

        var rule: Rule
        /// By the clocks as they were before, in seconds from midnight.
        var time: Int

        /// Seconds since 1970 as those clocks have it.
        func local(in year: Int) -> Int {
            let newYear = CivilDate(year: year, month: 1, day: 1).daysSince1970
            let day: Int
            switch rule {
            case .dayOfYear(let number): day = newYear + number
            case .julian(let number):
                let isAfterLeapDay = CivilDate.days(inMonth: 2, of: year) == 29 && number >= 60
                day = newYear + number - (isAfterLeapDay ? 0 : 1)
            case .weekday(let month, let week, let weekday):
                let begin = CivilDate(year: year, month: month, day: 1).daysSince1970
                let firstWeekday = CivilDate.weekday(daysSince1970: begin) % 7
                let first = begin + (weekday - firstWeekday + 7) % 7
                let length = CivilDate.days(inMonth: month, of: year)
                let last = first + (begin + length - 1 - first) / 7 * 7
                day = min(first + (week - 1) * 7, last)
            }
            return day * 86_400 + time
        }
    }

    func offset(at instant: Int) -> Int {
        guard let summer else { return standard }
        let day = (instant + standard).quotientAndFloorRemainder(dividingBy: 86_400).0
        let year = CivilDate(daysSince1970: day).year
        let begin = summer.begin.local(in: year) - standard
        let end = summer.end.local(in: year) - summer.offset
        // On the southern half of the earth the summer goes over the new year.
        let isSummer =
            begin < end ? (begin..<end).contains(instant) : !(end..<begin).contains(instant)
        return isSummer ? summer.offset : standard
    }
}

extension ZoneFooter {
    init(_ text: String) throws(ZoneRules.Fault) {
        var scanner = Scanner(bytes: Array(text.utf8)[...])
        guard let parsed = scanner.rule(), scanner.bytes.isEmpty else {
            throw ZoneRules.Fault("its footer \(text) cannot be read")
        }
        self = parsed
    }

    private struct Scanner {
        var bytes: ArraySlice<UInt8>

        mutating func rule() -> ZoneFooter? {
            guard name(), let west = time() else { return nil }
            guard !bytes.isEmpty else { return ZoneFooter(standard: -west, summer: nil) }
            guard name() else { return nil }
            var summer = -west + 3_600
            if bytes.first != UInt8(ascii: ",") {
                guard let west = time() else { return nil }
                summer = -west
            }
            guard take(","), let begin = day(), take(","), let end = day() else { return nil }
            return ZoneFooter(
                standard: -west,
                summer: Summer(offset: summer, begin: begin, end: end)
            )
        }

        /// Passes over `CET`, or `<+0330>`.
        private mutating func name() -> Bool {
            if take("<") {
                guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return false }
                bytes = bytes[(end + 1)...]
                return true
            }
            let letters = bytes.prefix { (0x41...0x5A).contains($0 & 0xDF) }
            bytes = bytes.dropFirst(letters.count)
            return letters.count >= 3
        }

        private mutating func day() -> Day? {
            let rule: Day.Rule
            if take("M") {
                guard let month = number(), (1...12).contains(month), take("."),
                    let week = number(), (1...5).contains(week), take("."),
                    let weekday = number(), (0...6).contains(weekday)
                else { return nil }
                rule = .weekday(month: month, week: week, weekday: weekday)
            } else if take("J") {
                guard let number = number(), (1...365).contains(number) else { return nil }
                rule = .julian(number)
            } else {
                guard let number = number(), (0...365).contains(number) else { return nil }
                rule = .dayOfYear(number)
            }
            guard take("/") else { return Day(rule: rule, time: 7_200) }
            return time().map { Day(rule: rule, time: $0) }
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        private mutating func time() -> Int? {
            let sign = take("-") ? -1 : 1
            if sign > 0 { _ = take("+") }
            guard let hours = number(), hours <= 167 else { return nil }
            var seconds = hours * 3_600
            for unit in [60, 1] where take(":") {
                guard let part = number(), part < 60 else { return nil }
                seconds += part * unit
            }
            return sign * seconds
        }

        private mutating func number() -> Int? {
            let digits = bytes.prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty, digits.count <= 3 else { return nil }
            bytes = bytes.dropFirst(digits.count)
            return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }

        private mutating func take(_ mark: Unicode.Scalar) -> Bool {
            guard bytes.first == UInt8(ascii: mark) else { return false }
            bytes = bytes.dropFirst()
            return true
        }
    }
}
