/// Reads timestamps in ISO 8601, of which all but the year may be left out, as `$toMillis` does without a picture.
enum PartialTimestamp {
    private static let pattern =
        #"^(\d{4})(?:-([01]\d))?(?:-([0-3]\d))?(?:T([0-2]\d):([0-5]\d):([0-5]\d))?"#
        + #"(?:\.(\d+))?(?:([+-])([0-2]\d):?([0-5]\d)|Z)?$"#

    private static let regex = try? Regex(
        pattern: Array(pattern.utf16),
        ignoresCase: false,
        isMultiline: false
    )

    /// Milliseconds since 1970; nil when the text is no timestamp.
    static func milliseconds(_ text: String) -> Double? {
        let subject = Subject(text)
        var steps = 10_000
        guard text.utf16.count < 100,
            let match = try? regex?.firstMatch(in: subject.units, from: 0, steps: &steps)
        else { return nil }
        func number(_ group: Int) -> Int? { match.groups[group].flatMap { Int(subject[$0]) } }
        let (month, day) = (number(1) ?? 1, number(2) ?? 1)
        let (hour, minute, second) = (number(3) ?? 0, number(4) ?? 0, number(5) ?? 0)
        guard (1...12).contains(month), (1...31).contains(day), hour <= 24 else { return nil }
        let date = CalendarDate.milliseconds(year: number(0) ?? 0, month: month, day: day)
        let fraction = match.groups[6].map { subject[$0].prefix(3) } ?? "0"
        let millisecond = Int(fraction + String(repeating: "0", count: 3 - fraction.count)) ?? 0
        let sign = match.groups[7].map { subject[$0] } == "-" ? -1 : 1
        let zone = sign * ((number(8) ?? 0) * 60 + (number(9) ?? 0))
        let time = (hour * 60 + minute - zone) * 60_000 + second * 1000 + millisecond
        return date + Double(time)
    }
}
