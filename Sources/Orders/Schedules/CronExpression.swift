import Formats

/// The six fields of `cron(minutes hours day-of-month month day-of-week year)`.
///
/// Source: EventBridge Scheduler User Guide, Cron-based schedules, whose language is Quartz's without the seconds. Days of the
/// week are 1 to 7 from Sunday; exactly one of the two day fields is `?`.
package struct CronExpression: Sendable, Hashable {
    /// In seconds from midnight, ascending.
    let times: [Int]
    private let months: Set<Int>
    private let years: Set<Int>
    private let days: Days

    private enum Days: Sendable, Hashable {
        case ofMonth([MonthDay])
        case ofWeek([WeekDay])
    }

    private enum MonthDay: Sendable, Hashable {
        case days(Set<Int>)
        /// `L`.
        case last
        /// `15W`: the weekday nearest to it that is in the same month.
        case nearestWeekday(Int)
        /// `LW`: the last weekday.
        case lastWeekday
    }

    /// Weekdays from 0 for Sunday.
    private enum WeekDay: Sendable, Hashable {
        case days(Set<Int>)
        /// `6L`: the last Friday.
        case last(Int)
        /// `6#3`: the third Friday.
        case number(Int, Int)
    }

    static let firstYear = 1_970
    static let lastYear = 2_199

    /// Whether it fires on a day.
    func matches(_ date: CivilDate, daysSince1970: Int) -> Bool {
        guard months.contains(date.month), years.contains(date.year) else { return false }
        let length = CivilDate.days(inMonth: date.month, of: date.year)
        // From 0 for Sunday.
        let weekday = CivilDate.weekday(daysSince1970: daysSince1970) % 7
        switch days {
        case .ofMonth(let items):
            return items.contains { Self.matches($0, date.day, weekday, length) }
        case .ofWeek(let items):
            return items.contains { item in
                switch item {
                case .days(let days): days.contains(weekday)
                case .last(let day): weekday == day && date.day > length - 7
                case .number(let day, let number):
                    weekday == day && (date.day - 1) / 7 + 1 == number
                }
            }
        }
    }

    private static func matches(
        _ item: MonthDay,
        _ day: Int,
        _ weekday: Int,
        _ length: Int
    ) -> Bool {
        switch item {
        case .days(let days): return days.contains(day)
        case .last: return day == length
        case .lastWeekday: return day == nearest(to: length, day, weekday, length)
        case .nearestWeekday(let wanted):
            return wanted <= length && day == nearest(to: wanted, day, weekday, length)
        }
    }

    /// The weekday nearest to a day of a month, of which the weekday of another day is known.
    private static func nearest(to wanted: Int, _ day: Int, _ weekday: Int, _ length: Int) -> Int {
        switch (weekday + (wanted - day) % 7 + 7) % 7 {
        case 6: wanted == 1 ? 3 : wanted - 1
        case 0: wanted == length ? wanted - 2 : wanted + 1
        default: wanted
        }
    }

    /// The first day from one on, counted from 1970-01-01, on which it fires; nil when there is none any more.
    func firstDay(from day: Int) -> Int? {
        var day = max(day, 0)
        while true {
            let date = CivilDate(daysSince1970: day)
            guard date.year <= Self.lastYear else { return nil }
            if matches(date, daysSince1970: day) { return day }
            // A month or a year that is not meant is passed over at once.
            if !years.contains(date.year) {
                day = CivilDate(year: date.year + 1, month: 1, day: 1).daysSince1970
            } else if !months.contains(date.month) {
                day += CivilDate.days(inMonth: date.month, of: date.year) - date.day + 1
            } else {
                day += 1
            }
        }
    }
}

extension CronExpression {
    typealias Reason = ScheduleExpression.Reason

    /// Reads what stands between the brackets.
    init(_ text: String) throws(Reason) {
        let fields = text.split(separator: " ").map(String.init)
        guard fields.count == 6 else {
            throw Reason(
                "cron has six fields (minutes hours day-of-month month day-of-week year) and not \(fields.count)",
                "cron(0 9 ? * MON-FRI *)"
            )
        }
        let minutes = try Field.minutes.numbers(fields[0])
        let hours = try Field.hours.numbers(fields[1])
        times = hours.sorted().flatMap { hour in
            minutes.sorted().map { hour * 3_600 + $0 * 60 }
        }
        months = try Field.months.numbers(fields[3])
        years = try Field.years.numbers(fields[5])
        switch (fields[2], fields[4]) {
        case ("?", "?"),
            (_, _) where fields[2] != "?" && fields[4] != "?":
            throw Reason(
                "exactly one of day-of-month and day-of-week must be ?",
                "cron(0 9 * * ? *) or cron(0 9 ? * MON-FRI *)"
            )
        case ("?", let field): days = .ofWeek(try Self.items(field, Self.weekDay))
        case (let field, _): days = .ofMonth(try Self.items(field, Self.monthDay))
        }
        guard firstDay(from: 0) != nil else {
            throw Reason("no such day ever comes", "cron(0 9 L * ? *)")
        }
    }

    private static func items<Item>(
        _ field: String,
        _ read: (String) throws(Reason) -> Item
    ) throws(Reason) -> [Item] {
        var items: [Item] = []
        for text in field.split(separator: ",", omittingEmptySubsequences: false) {
            items.append(try read(String(text)))
        }
        return items
    }

    private static func monthDay(_ text: String) throws(Reason) -> MonthDay {
        switch text {
        case "L": return .last
        case "LW", "WL": return .lastWeekday
        case _ where text.hasSuffix("W"):
            return .nearestWeekday(try Field.daysOfMonth.number(String(text.dropLast())))
        default: return .days(try Field.daysOfMonth.numbers(text))
        }
    }

    private static func weekDay(_ text: String) throws(Reason) -> WeekDay {
        // By itself it is the week's last day, Saturday.
        if text == "L" { return .days([6]) }
        if text.hasSuffix("L") {
            return .last(try Field.daysOfWeek.number(String(text.dropLast())) - 1)
        }
        guard let mark = text.firstIndex(of: "#") else {
            return .days(Set(try Field.daysOfWeek.numbers(text).map { $0 - 1 }))
        }
        guard let number = Int(text[mark...].dropFirst()), (1...5).contains(number) else {
            throw Reason("behind # stands a number from 1 to 5", "cron(0 9 ? * MON#1 *)")
        }
        return .number(try Field.daysOfWeek.number(String(text[..<mark])) - 1, number)
    }

    /// What a field may hold.
    private struct Field: Sendable {
        var name: String
        var range: ClosedRange<Int>
        var names: [String] = []
        /// Whether a range may go over the end, such as FRI-MON.
        var wraps = true

        static let minutes = Field(name: "minutes", range: 0...59)
        static let hours = Field(name: "hours", range: 0...23)
        static let daysOfMonth = Field(name: "day-of-month", range: 1...31)
        static let months = Field(
            name: "month",
            range: 1...12,
            names: [
                "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
            ]
        )
        static let daysOfWeek = Field(
            name: "day-of-week",
            range: 1...7,
            names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
        )
        static let years = Field(
            name: "year",
            range: CronExpression.firstYear...CronExpression.lastYear,
            wraps: false
        )

        /// What a list means: `0,30`, `*/5`, `MON-FRI`, `10-50/20`.
        func numbers(_ list: String) throws(Reason) -> Set<Int> {
            var numbers: Set<Int> = []
            for item in list.split(separator: ",", omittingEmptySubsequences: false) {
                numbers.formUnion(try part(item))
            }
            return numbers
        }

        private func part(_ text: Substring) throws(Reason) -> [Int] {
            let halves = text.split(separator: "/", omittingEmptySubsequences: false)
            guard halves.count <= 2 else { throw fault(text) }
            var step = 1
            if halves.count == 2 {
                guard let given = Int(halves[1]), (1...range.count).contains(given) else {
                    throw Reason(
                        "\(name): the step \(halves[1]) is not one from 1 to \(range.count)"
                    )
                }
                step = given
            }
            let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
            switch (halves[0], ends.count) {
            case ("*", _):
                return Array(stride(from: range.lowerBound, through: range.upperBound, by: step))
            case ("", _) where halves.count == 2:
                return Array(stride(from: range.lowerBound, through: range.upperBound, by: step))
            case (_, 1):
                let first = try number(String(ends[0]))
                guard halves.count == 2 else { return [first] }
                return Array(stride(from: first, through: range.upperBound, by: step))
            case (_, 2):
                let (first, last) = (try number(String(ends[0])), try number(String(ends[1])))
                if first <= last { return Array(stride(from: first, through: last, by: step)) }
                guard wraps else { throw fault(text) }
                return stride(from: first, through: last + range.count, by: step).map {
                    ($0 - range.lowerBound) % range.count + range.lowerBound
                }
            default: throw fault(text)
            }
        }

        /// One value, as a number or by its name.
        func number(_ text: String) throws(Reason) -> Int {
            if let index = names.firstIndex(of: text.uppercased()) {
                return index + range.lowerBound
            }
            let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            guard isNumber, let number = Int(text), range.contains(number) else {
                throw fault(text[...])
            }
            return number
        }

        private func fault(_ text: Substring) -> Reason {
            let names = names.isEmpty ? "" : " or \(names[0]) to \(names[names.count - 1])"
            return Reason(
                "\(name): \(text.isEmpty ? "nothing" : "\(text)") is none of \(range.lowerBound) to \(range.upperBound)\(names), "
                    + "nor a range of them"
            )
        }
    }
}
