import JSON

extension DatePicture {
    /// The milliseconds of what the text shows; nil when the picture does not match.
    ///
    /// What the text does not tell comes from `now` when it is more significant than what it tells, and
    /// is the least there is when it is less significant; gaps are an error.
    func parse(
        _ text: String,
        now: CalendarDate,
        steps: inout Int
    ) throws(Fault) -> Double? {
        guard let pieces = try pieces(of: text, steps: &steps) else { return nil }
        var values: [Unicode.Scalar: Double] = [:]
        for (part, piece) in zip(parts, pieces) {
            guard case .marker(let marker) = part else { continue }
            values[marker.component] = try marker.parse(piece)
        }
        guard !values.isEmpty else { return nil }
        var reading = DateReading(values)
        try reading.fillIn(now: now)
        return reading.milliseconds
    }

    /// The text of each part.
    private func pieces(of text: String, steps: inout Int) throws(Fault) -> [String]? {
        var pattern = "^"
        for part in parts {
            switch part {
            case .literal(let text): pattern += "(" + text.asPattern + ")"
            case .marker(let marker): pattern += "(" + (try marker.pattern()) + ")"
            }
        }
        let subject = Subject(text)
        do throws(RegexError) {
            let regex = try Regex(
                pattern: Array((pattern + "$").utf16),
                ignoresCase: true,
                isMultiline: false
            )
            let match = try regex.firstMatch(in: subject.units, from: 0, steps: &steps)
            return match?.groups.map { $0.map { subject[$0] } ?? "" }
        } catch {
            throw .limit("The date/time picture string is too complex to be matched")
        }
    }
}

extension String {
    /// The text as a regular expression that matches it.
    fileprivate var asPattern: String {
        reduce(into: "") { pattern, character in
            if ".*+?^${}()|[]\\".contains(character) { pattern.append("\\") }
            pattern.append(character)
        }
    }
}

extension DatePicture.Marker {
    fileprivate func pattern() throws(Fault) -> String {
        if isZone {
            let start = (component == "z" ? "GMT" : "") + "[-+][0-9]+"
            return start + (zoneSeparator.map { String($0).asPattern + "[0-9]+" } ?? "")
        }
        if let number { return try number.pattern() }
        guard "MxFP".unicodeScalars.contains(component) else {
            throw Fault("D3133", value: .string(String(component)))
        }
        return "[a-zA-Z]+"
    }

    fileprivate func parse(_ text: String) throws(Fault) -> Double? {
        if isZone { return zoneMinutes(text) }
        if let number { return try number.parse(text) }
        switch component {
        case "P": return ["am": 0, "AM": 0, "pm": 1, "PM": 1][text]
        case "F": return place(of: text, in: CalendarDate.weekdays)
        default: return place(of: text, in: CalendarDate.months)
        }
    }

    private func place(of text: String, in names: [String]) -> Double? {
        names.firstIndex { $0.prefix(maximumWidth ?? .max) == text }.map { Double($0 + 1) }
    }

    private var zoneSeparator: Unicode.Scalar? {
        guard case .regular(_, let character)? = number?.separators else { return nil }
        return character
    }

    private func zoneMinutes(_ text: String) -> Double? {
        let scalars = Array((component == "z" ? text.dropFirst(3) : Substring(text)).unicodeScalars)
        var (hours, minutes) = (scalars[...], scalars[..<0])
        if let place = zoneSeparator.flatMap({ scalars.firstIndex(of: $0) }) {
            (hours, minutes) = (scalars[..<place], scalars[(place + 1)...])
        } else if scalars.count > 3 {
            (hours, minutes) = (scalars[..<3], scalars[3...])
        }
        let sign = scalars.first == "-" ? -1.0 : 1.0
        let whole = String(String.UnicodeScalarView(hours)).leadingWholeNumber ?? 0
        let part = String(String.UnicodeScalarView(minutes)).leadingWholeNumber ?? 0
        return whole * 60 + sign * part
    }
}

/// The components that have been read, on their way to an instant.
private struct DateReading {
    private var values: [Unicode.Scalar: Double]

    init(_ values: [Unicode.Scalar: Double]) { self.values = values }

    /// Whether nothing but these has been read of all that could be, and at least one of them.
    private func has(only allowed: String, of all: String) -> Bool {
        let present = all.unicodeScalars.filter { values[$0, default: 0] != 0 }
        return !present.isEmpty && present.allSatisfy { allowed.unicodeScalars.contains($0) }
    }

    private var usesDayOfYear: Bool {
        !has(only: "YMD", of: "YXMxWwdD") && has(only: "Yd", of: "YXMxWwdD")
    }

    private var usesWeeks: Bool {
        has(only: "Xxw", of: "YXMxWwdD") || has(only: "XW", of: "YXMxWwdD")
    }

    private var usesHalfDays: Bool {
        !has(only: "Hmsf", of: "PHhmsf") && has(only: "Phmsf", of: "PHhmsf")
    }

    mutating func fillIn(now: CalendarDate) throws(Fault) {
        let week = has(only: "Xxw", of: "YXMxWwdD") ? "XxwF" : "XWF"
        let date = usesDayOfYear ? "YD" : usesWeeks ? week : "YMD"
        let time = usesHalfDays ? "Phmsf" : "Hmsf"
        let dayOfYear = usesDayOfYear
        let isWeek = usesWeeks
        let isHalfDay = usesHalfDays
        var (hasBegun, hasEnded) = (false, false)
        for component in (date + time).unicodeScalars {
            if values[component] != nil {
                guard !hasEnded else { throw Fault("D3136") }
                hasBegun = true
            } else if hasBegun {
                hasEnded = true
                values[component] = component == "M" || component == "D" ? 1 : 0
            } else {
                values[component] = now.component(component).map { Double($0) }
            }
        }
        guard !isWeek else { throw Fault("D3136") }
        if dayOfYear {
            values["M"] = 1
            values["D"] = values["d"]
        }
        guard isHalfDay, let hour = values["h"] else { return }
        values["H"] = (hour == 12 ? 0 : hour) + (values["P"] == 1 ? 12 : 0)
    }

    /// The instant; a year below 100 is one of the twentieth century, as in JavaScript.
    var milliseconds: Double? {
        let numbers = "YMDHmsf".unicodeScalars.map { values[$0] ?? 0 }
        guard numbers.allSatisfy({ abs($0) < 1e9 }) else { return nil }
        let year = (0..<100).contains(numbers[0]) ? numbers[0] + 1900 : numbers[0]
        let date = CalendarDate.milliseconds(
            year: Int(year),
            month: max(1, Int(numbers[1])),
            day: Int(numbers[2])
        )
        let time = ((numbers[3] * 60 + numbers[4]) * 60 + numbers[5]) * 1000 + numbers[6]
        let zone = (values["Z"] ?? values["z"] ?? 0) * 60_000
        return date + time - zone
    }
}
