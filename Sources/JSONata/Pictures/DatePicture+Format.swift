import JSON

extension DatePicture {
    /// The instant as the picture shows it, in a zone such as `-0500`.
    func format(
        milliseconds: Double,
        zone: String?,
        maximumLength: Int
    ) throws(Fault) -> String {
        let zone = ZoneOffset(zone ?? "")
        guard let date = CalendarDate(milliseconds: milliseconds + zone.milliseconds) else {
            throw Fault("D1001", value: Value.number(milliseconds).shown)
        }
        var result = ""
        for part in parts {
            switch part {
            case .literal(let text): result += text
            case .marker(let marker):
                result += try marker.format(date, zone, maximumLength: maximumLength)
            }
        }
        return result
    }
}

/// How far a zone is from UTC.
struct ZoneOffset {
    private let sign: Int
    let hours: Int
    let minutes: Int

    /// Reads hours and minutes without anything between: `-0530`.
    init(_ text: String) {
        let number = Int(min(max(text.leadingWholeNumber ?? 0, -9999), 9999))
        sign = number < 0 ? -1 : 1
        (hours, minutes) = (abs(number) / 100, abs(number) % 100)
    }

    var milliseconds: Double { Double(sign * (60 * hours + minutes)) * 60_000 }
    var isUTC: Bool { hours == 0 && minutes == 0 }
    var signText: String { sign < 0 ? "-" : "+" }
}

extension DatePicture.Marker {
    fileprivate func format(
        _ date: CalendarDate,
        _ zone: ZoneOffset,
        maximumLength: Int
    ) throws(Fault) -> String {
        switch component {
        case "Z", "z": return try format(zone, maximumLength: maximumLength)
        case "P":
            return names == .upper ? (date.isMorning ? "AM" : "PM") : date.isMorning ? "am" : "pm"
        case "C", "E": return "ISO"
        default: break
        }
        guard var value = date.component(component) else { return "" }
        if component == "Y", let yearDigits, yearDigits >= 0 {
            value = value % (0..<min(yearDigits, 15)).reduce(1) { power, _ in power * 10 }
        }
        if let names { return try name(value, names) }
        return try number?.format(Double(value), maximumLength: maximumLength) ?? ""
    }

    private func name(
        _ value: Int,
        _ letterCase: IntegerPicture.LetterCase
    ) throws(Fault) -> String {
        let all = component == "F" ? CalendarDate.weekdays : CalendarDate.months
        guard "MxF".unicodeScalars.contains(component) else {
            throw Fault("D3133", value: .string(String(component)))
        }
        let name = String(all[value - 1].prefix(maximumWidth ?? .max))
        switch letterCase {
        case .upper: return name.uppercased()
        case .lower: return name.lowercased()
        case .title: return name
        }
    }

    private func format(_ zone: ZoneOffset, maximumLength: Int) throws(Fault) -> String {
        if zone.isUTC, modifier == "t" { return "Z" }
        guard let number else { return "" }
        let whole = Double(zone.hours * 100 + zone.minutes)
        var text: String
        if case .regular = number.separators {
            text = try number.format(whole, maximumLength: maximumLength)
        } else {
            switch number.mandatoryDigits {
            case 1, 2:
                text = try number.format(Double(zone.hours), maximumLength: maximumLength)
                if zone.minutes > 0 {
                    text += ":" + (zone.minutes < 10 ? "0" : "") + String(zone.minutes)
                }
            case 3, 4: text = try number.format(whole, maximumLength: maximumLength)
            default: throw Fault("D3134", value: .number(number.mandatoryDigits))
            }
        }
        return (component == "z" ? "GMT" : "") + zone.signText + text
    }
}

extension CalendarDate {
    var isMorning: Bool { hour < 12 }

    /// The number that a letter of a picture stands for; nil when it is another letter.
    func component(_ letter: Unicode.Scalar) -> Int? {
        switch letter {
        case "Y": year
        case "M": month
        case "D": day
        case "d": dayOfYear
        case "F": weekday
        case "W": weekOfYear
        case "w": weekOfMonth
        case "X": weekYear
        case "x": weekMonth
        case "H": hour
        case "h": hour % 12 == 0 ? 12 : hour % 12
        case "P": isMorning ? 0 : 1
        case "m": minute
        case "s": second
        case "f": millisecond
        default: nil
        }
    }
}
