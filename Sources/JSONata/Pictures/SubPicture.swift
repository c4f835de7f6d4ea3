/// The part of a number's picture that is for positive or for negative numbers.
struct SubPicture {
    let text: [Unicode.Scalar]
    private(set) var prefix: [Unicode.Scalar]
    let suffix: [Unicode.Scalar]
    private var minimumWholeSize: Int
    private var minimumFractionSize: Int
    private(set) var maximumFractionSize: Int
    let minimumExponentSize: Int
    /// How many digits stand before the decimal point when there is an exponent.
    private let scalingFactor: Int
    private let wholeGroups: [Int]
    private let regularGroup: Int
    private let fractionGroups: [Int]

    init(_ text: [Unicode.Scalar], _ symbols: NumberPicture.Symbols) throws(Fault) {
        let parts = try Parts(text, symbols)
        try parts.validate(symbols)
        self.text = text
        (prefix, suffix) = (Array(parts.prefix), Array(parts.suffix))
        minimumWholeSize = parts.whole.count { symbols.isDigit($0) }
        minimumFractionSize = parts.fraction.count { symbols.isDigit($0) }
        maximumFractionSize = parts.fraction.count { symbols.isAnyDigit($0) }
        minimumExponentSize = parts.exponent?.count { symbols.isDigit($0) } ?? 0
        scalingFactor = minimumWholeSize
        // A separator that is a digit too counts itself in the whole part alone, as in jsonata-js.
        wholeGroups = Self.positions(parts.whole.reversed(), symbols, counted: true).reversed()
        fractionGroups = Self.positions(parts.fraction, symbols, counted: false)
        regularGroup = Grouping.regularSize(wholeGroups)
        adjustSizes(
            hasExponent: parts.exponent != nil,
            hasOptionalDigit: parts.whole.contains(symbols.digit)
        )
    }

    /// At least one digit is shown, somewhere.
    private mutating func adjustSizes(hasExponent: Bool, hasOptionalDigit: Bool) {
        if minimumWholeSize == 0, maximumFractionSize == 0 {
            if hasExponent {
                (minimumFractionSize, maximumFractionSize) = (1, 1)
            } else {
                minimumWholeSize = 1
            }
        }
        if hasExponent, minimumWholeSize == 0, hasOptionalDigit { minimumWholeSize = 1 }
        if minimumWholeSize == 0, minimumFractionSize == 0 { minimumFractionSize = 1 }
    }

    /// How many digits come before each separator, itself `counted` if it is one.
    private static func positions(
        _ part: some Sequence<Unicode.Scalar>,
        _ symbols: NumberPicture.Symbols,
        counted: Bool
    ) -> [Int] {
        var (positions, digits): ([Int], Int) = ([], 0)
        for scalar in part {
            let digit = symbols.isAnyDigit(scalar) ? 1 : 0
            if scalar == symbols.groupingSeparator {
                positions.append(counted ? digits + digit : digits)
            }
            digits += digit
        }
        return positions
    }

    func withPrefix(_ sign: Unicode.Scalar) -> SubPicture {
        var picture = self
        picture.prefix = [sign] + prefix
        return picture
    }
}

extension SubPicture {
    /// Moves the decimal point to where the picture has it, and answers the exponent for that.
    func scale(_ number: inout Double) -> Int {
        guard number > 0, number.isFinite else { return 0 }
        let most = Self.powerOfTen(scalingFactor)
        let least = Self.powerOfTen(scalingFactor - 1)
        var exponent = 0
        while number < least {
            number *= 10
            exponent -= 1
        }
        while number > most {
            number /= 10
            exponent += 1
        }
        return exponent
    }

    private static func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

    /// The digits before and after the point, as many as the picture wants.
    func padded(_ fixed: String) -> (whole: [Unicode.Scalar], fraction: [Unicode.Scalar]) {
        let parts = fixed.unicodeScalars.split(separator: ".")
        var whole = Array(parts[0].drop { $0 == "0" })
        var fraction = parts.count > 1 ? Array(parts[1]) : []
        while fraction.last == "0" { fraction.removeLast() }
        whole = Self.zeros(minimumWholeSize - whole.count) + whole
        fraction += Self.zeros(minimumFractionSize - fraction.count)
        return (whole, fraction)
    }

    private static func zeros(_ count: Int) -> [Unicode.Scalar] {
        [Unicode.Scalar](repeating: "0", count: max(0, count))
    }

    func grouped(
        whole: [Unicode.Scalar],
        _ symbols: NumberPicture.Symbols
    ) -> [Unicode.Scalar] {
        let places = Set(wholeGroups)
        var result: [Unicode.Scalar] = []
        for (place, digit) in whole.enumerated() {
            let left = whole.count - place
            let endsGroup =
                regularGroup > 0
                ? place > 0 && left.isMultiple(of: regularGroup) : places.contains(left)
            if endsGroup { result.append(symbols.groupingSeparator) }
            result.append(digit)
        }
        return result
    }

    func grouped(
        fraction: [Unicode.Scalar],
        _ symbols: NumberPicture.Symbols
    ) -> [Unicode.Scalar] {
        let places = Set(fractionGroups)
        var result: [Unicode.Scalar] = []
        for (place, digit) in fraction.enumerated() {
            if places.contains(place) { result.append(symbols.groupingSeparator) }
            result.append(digit)
        }
        return result
    }
}

extension SubPicture {
    private struct Parts {
        let text: [Unicode.Scalar]
        let prefix: ArraySlice<Unicode.Scalar>
        let suffix: ArraySlice<Unicode.Scalar>
        let active: ArraySlice<Unicode.Scalar>
        let mantissa: ArraySlice<Unicode.Scalar>
        let exponent: ArraySlice<Unicode.Scalar>?
        let whole: ArraySlice<Unicode.Scalar>
        let fraction: ArraySlice<Unicode.Scalar>

        init(_ text: [Unicode.Scalar], _ symbols: NumberPicture.Symbols) throws(Fault) {
            func isInner(_ scalar: Unicode.Scalar) -> Bool {
                symbols.isActive(scalar) && scalar != symbols.exponentSeparator
            }
            guard let first = text.firstIndex(where: isInner),
                let last = text.lastIndex(where: isInner)
            else { throw Fault(text.isEmpty ? "D3085" : "D3086") }
            self.text = text
            prefix = text[..<first]
            suffix = text[(last + 1)...]
            active = text[first...last]
            let place = text[first...].firstIndex(of: symbols.exponentSeparator)
            if let place, place <= last + 1 {
                mantissa = text[first..<place]
                exponent = text[(place + 1)..<max(place + 1, last + 1)]
            } else {
                mantissa = active
                exponent = nil
            }
            if let point = mantissa.firstIndex(of: symbols.decimalSeparator) {
                whole = mantissa[..<point]
                fraction = mantissa[(point + 1)...]
            } else {
                whole = mantissa
                fraction = suffix
            }
        }

        /// Of several faults the one of the last rule is told, as in jsonata-js.
        func validate(_ symbols: NumberPicture.Symbols) throws(Fault) {
            let code = rules(symbols).last { $0.isBroken }?.code
            if let code { throw Fault(code) }
        }

        private func rules(
            _ symbols: NumberPicture.Symbols
        ) -> [(code: String, isBroken: Bool)] {
            let percents = text.count { $0 == symbols.percent }
            let perMilles = text.count { $0 == symbols.perMille }
            let firstOptional = whole.firstIndex(of: symbols.digit) ?? whole.startIndex
            let lastOptional = fraction.lastIndex(of: symbols.digit) ?? fraction.endIndex
            return [
                ("D3081", text.count { $0 == symbols.decimalSeparator } > 1),
                ("D3082", percents > 1),
                ("D3083", perMilles > 1),
                ("D3084", percents > 0 && perMilles > 0),
                ("D3085", !mantissa.contains { symbols.isAnyDigit($0) }),
                ("D3086", !active.allSatisfy { symbols.isActive($0) }),
                ("D3087", hasGroupingBesidePoint(symbols)),
                ("D3088", !hasPoint(symbols) && whole.last == symbols.groupingSeparator),
                ("D3089", hasDoubleGrouping(symbols)),
                ("D3090", whole[..<firstOptional].contains { symbols.isDigit($0) }),
                ("D3091", fraction[lastOptional...].contains { symbols.isDigit($0) }),
                ("D3092", exponent?.isEmpty == false && percents + perMilles > 0),
                ("D3093", exponent.map { $0.isEmpty || !$0.allSatisfy(symbols.isDigit) } ?? false),
            ]
        }

        private func hasPoint(_ symbols: NumberPicture.Symbols) -> Bool {
            text.contains(symbols.decimalSeparator)
        }

        private func hasGroupingBesidePoint(_ symbols: NumberPicture.Symbols) -> Bool {
            guard let point = text.firstIndex(of: symbols.decimalSeparator) else { return false }
            return text[..<point].last == symbols.groupingSeparator
                || text[(point + 1)...].first == symbols.groupingSeparator
        }

        private func hasDoubleGrouping(_ symbols: NumberPicture.Symbols) -> Bool {
            zip(text, text.dropFirst()).contains {
                $0 == symbols.groupingSeparator && $1 == symbols.groupingSeparator
            }
        }
    }
}

/// Where separators stand between groups of digits.
enum Grouping {
    /// The size of the groups when they are all the same, counted from the right; else 0.
    static func regularSize(_ positions: [Int]) -> Int {
        guard let first = positions.first else { return 0 }
        let factor = positions.dropFirst().reduce(first, divisor)
        guard factor > 0 else { return 0 }
        let places = Set(positions)
        let isRegular = (1...positions.count).allSatisfy { places.contains($0 * factor) }
        return isRegular ? factor : 0
    }

    private static func divisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : divisor(right, left % right)
    }
}
