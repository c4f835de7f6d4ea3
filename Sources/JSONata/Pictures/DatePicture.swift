import JSON

/// A picture of dates and times (XPath F&O 3.1 §9.8.4).
struct DatePicture {
    private(set) var parts: [Part] = []

    enum Part {
        case literal(String)
        case marker(Marker)
    }

    /// A component of a date and how it is shown: `[D1o]`.
    struct Marker {
        let component: Unicode.Scalar
        /// How names are written, when the component is shown as a name.
        var names: IntegerPicture.LetterCase?
        var number: IntegerPicture?
        var minimumWidth: Int?
        var maximumWidth: Int?
        /// The letter after the presentation: `o` for ordinal numbers, `t` for `Z` as the zone.
        var modifier: Unicode.Scalar?
        /// How many digits of a year are shown.
        var yearDigits: Int?
    }

    init(_ text: String) throws(Fault) {
        let text = Array(text.unicodeScalars)
        var start = 0
        var place = 0
        while place < text.count {
            guard text[place] == "[" else {
                place += 1
                continue
            }
            addLiteral(text[start..<place])
            if place + 1 < text.count, text[place + 1] == "[" {
                parts.append(.literal("["))
                place += 2
            } else {
                guard let end = text[place...].firstIndex(of: "]") else { throw Fault("D3135") }
                try addMarker(text[(place + 1)..<end].filter { !$0.properties.isWhitespace })
                place = end + 1
            }
            start = place
        }
        addLiteral(text[start...])
    }

    /// ISO 8601, the picture when none is given.
    static let iso8601 = try? DatePicture("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]")

    /// A bracket that closes nothing is written twice.
    private mutating func addLiteral(_ text: ArraySlice<Unicode.Scalar>) {
        guard !text.isEmpty else { return }
        var literal = String.UnicodeScalarView()
        var isSecond = false
        for scalar in text {
            isSecond = scalar == "]" && literal.last == "]" && !isSecond
            if !isSecond { literal.append(scalar) }
        }
        parts.append(.literal(String(literal)))
    }

    private mutating func addMarker(_ text: [Unicode.Scalar]) throws(Fault) {
        var marker = Marker(component: text.first ?? " ")
        var presentation = text.dropFirst()
        if let comma = text.lastIndex(of: ",") {
            marker.readWidth(text[(comma + 1)...])
            presentation = comma > 0 ? text[1..<comma] : []
        }
        try marker.readPresentation(Array(presentation))
        if marker.number != nil, marker.isWholeNumber { limitWidthOfLast() }
        parts.append(.marker(marker))
    }

    /// Two numbers without anything between: the first must have its exact number of digits.
    private mutating func limitWidthOfLast() {
        guard case .marker(var last) = parts.last, let digits = last.number?.mandatoryDigits
        else { return }
        last.number?.parseWidth = digits
        parts[parts.count - 1] = .marker(last)
    }
}

extension DatePicture.Marker {
    /// The presentations of components that are given without one.
    private static let standards: [Unicode.Scalar: String] = [
        "Y": "1", "M": "1", "D": "1", "d": "1", "F": "n", "W": "1", "w": "1", "X": "1", "x": "1",
        "H": "1", "h": "1", "P": "n", "m": "01", "s": "01", "f": "1", "Z": "01:01", "z": "01:01",
        "C": "n", "E": "n",
    ]

    init(component: Unicode.Scalar) { self.component = component }

    var isWholeNumber: Bool { "YMDdFWwXxHhmsf".unicodeScalars.contains(component) }

    var isZone: Bool { component == "Z" || component == "z" }

    fileprivate mutating func readWidth(_ text: ArraySlice<Unicode.Scalar>) {
        let widths = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            .map {
                String(String.UnicodeScalarView($0)).leadingWholeNumber.map { Int(min($0, 1000)) }
            }
        minimumWidth = widths.first ?? nil
        maximumWidth = widths.count > 1 ? widths[1] : nil
    }

    fileprivate mutating func readPresentation(_ text: [Unicode.Scalar]) throws(Fault) {
        var text = text
        if text.count > 1, let last = text.last, "atco".unicodeScalars.contains(last) {
            modifier = last
            text.removeLast()
        }
        if text.isEmpty {
            guard let standard = Self.standards[component] else {
                throw Fault("D3132", value: .string(String(component)))
            }
            text = Array(standard.unicodeScalars)
        }
        if text.first == "n" {
            names = .lower
        } else if text.first == "N" {
            names = text.dropFirst().first == "n" ? .title : .upper
        } else if isWholeNumber {
            try readNumber(text)
        }
        if isZone { number = try IntegerPicture(String(String.UnicodeScalarView(text))) }
    }

    private mutating func readNumber(_ text: [Unicode.Scalar]) throws(Fault) {
        let suffix = modifier.map { ";" + String($0) } ?? ""
        var number = try IntegerPicture(String(String.UnicodeScalarView(text)) + suffix)
        if let minimumWidth { number.mandatoryDigits = max(number.mandatoryDigits, minimumWidth) }
        if component == "Y" {
            let digits = number.mandatoryDigits + number.optionalDigits
            if let maximumWidth {
                yearDigits = maximumWidth
                number.mandatoryDigits = maximumWidth
            } else if digits >= 2 {
                yearDigits = digits
            }
        }
        self.number = number
    }
}
