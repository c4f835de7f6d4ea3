/// Numbers as JavaScript writes them.
enum NumberText {
    /// What JavaScript's `String(number)` answers (ECMA-262, Number::toString).
    static func of(_ number: Double) -> String {
        if let int = Int(exactly: number) { return String(int).withRoundedDigits(of: number) }
        guard number.isFinite else {
            return number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
        }
        return Digits(shortest: number).text
    }

    /// What `$string` and `&` make of a finite number: whole ones as JavaScript writes them, others with 15 significant
    /// digits.
    static func json(_ number: Double) -> String { of(rounded(number)) }

    /// The number with 15 significant digits, if it has a fraction.
    ///
    /// Measured on AWS: a whole number keeps its digits, so that two order numbers do not become one.
    static func rounded(_ number: Double) -> Double {
        guard number.isFinite, number != number.rounded(.towardZero) else { return number }
        guard Digits(shortest: number).digits.count > 15 else { return number }
        var digits = Digits(exactly: number)
        digits.round(toCount: 15)
        return digits.double
    }

    /// What JavaScript's `number.toFixed(places)` answers.
    static func fixed(_ number: Double, places: Int) -> String {
        guard number.isFinite, abs(number) < 1e21 else { return of(number) }
        var digits = Digits(exactly: number)
        digits.round(toPlaces: places)
        return digits.fixedText(places: places)
    }
}

extension String {
    /// Whole numbers above 2^53 have zeros where their double has no digits of its own.
    fileprivate func withRoundedDigits(of number: Double) -> String {
        guard abs(number) > 9_007_199_254_740_992 else { return self }
        return Digits(shortest: number).text
    }
}

/// The decimal digits of a double: 0.d₁d₂d₃… · 10^point.
struct Digits {
    /// From 0 to 9, without zeros at either end; empty for zero.
    private(set) var digits: [UInt8]
    /// How many digits stand before the decimal point.
    private(set) var point: Int
    let isNegative: Bool

    /// The fewest digits that give the same double again.
    init(shortest number: Double) {
        isNegative = number < 0
        (digits, point) = ([], 0)
        var hasPoint = false
        var text = Substring(abs(number).description).utf8
        while let byte = text.popFirst() {
            switch byte {
            case UInt8(ascii: "."): hasPoint = true
            case UInt8(ascii: "e"):
                point += Int(Substring(text)) ?? 0
                text = Substring().utf8
            default:
                digits.append(byte - UInt8(ascii: "0"))
                if !hasPoint { point += 1 }
            }
        }
        trim()
    }

    /// All digits of the double's exact value.
    init(exactly number: Double) {
        isNegative = number < 0
        let magnitude = abs(number)
        var value = WideInteger(magnitude.isZero ? 0 : UInt64(magnitude.significandInteger))
        let exponent = magnitude.significandExponent
        if exponent >= 0 {
            for _ in 0..<exponent { value.multiply(by: 2) }
            digits = value.decimalDigits
            point = digits.count
        } else {
            // m / 2^k = m · 5^k / 10^k
            for _ in 0..<(-exponent) { value.multiply(by: 5) }
            digits = value.decimalDigits
            point = digits.count + exponent
        }
        trim()
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point = digits.isEmpty ? 0 : point - zeros
    }

    /// Keeps so many significant digits; a half goes away from zero, as in JavaScript.
    mutating func round(toCount count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else {
            (digits, point) = ([], 0)
            return
        }
        let goesUp = digits[count] >= 5
        digits.removeLast(digits.count - count)
        if goesUp { increment() }
        trim()
    }

    /// Keeps so many digits after the decimal point.
    mutating func round(toPlaces places: Int) { round(toCount: point + places) }

    private mutating func increment() {
        var place = digits.count
        while place > 0 {
            place -= 1
            if digits[place] < 9 {
                digits[place] += 1
                return
            }
            digits[place] = 0
        }
        digits.insert(1, at: 0)
        point += 1
    }

    /// The nearest double.
    var double: Double {
        let text = "\(isNegative ? "-" : "")0.\(digits.isEmpty ? "0" : decimal(digits))e\(point)"
        return Double(text) ?? 0
    }

    /// JavaScript's form: plain from 1e-6 to 1e21, else with an exponent.
    var text: String {
        guard !digits.isEmpty else { return "0" }
        let sign = isNegative ? "-" : ""
        if digits.count <= point, point <= 21 {
            return sign + decimal(digits) + String(repeating: "0", count: point - digits.count)
        }
        if 0 < point, point <= 21 {
            return sign + decimal(digits[..<point]) + "." + decimal(digits[point...])
        }
        if -6 < point, point <= 0 {
            return sign + "0." + String(repeating: "0", count: -point) + decimal(digits)
        }
        let exponent = (point > 0 ? "+" : "") + String(point - 1)
        let fraction = digits.count > 1 ? "." + decimal(digits[1...]) : ""
        return sign + decimal(digits[..<1]) + fraction + "e" + exponent
    }

    /// The digits with exactly so many places after the decimal point.
    func fixedText(places: Int) -> String {
        let whole = (0..<max(point, 1)).map { digit(at: point > 0 ? $0 : -1) }
        let fraction = (0..<places).map { digit(at: point + $0) }
        let sign = isNegative && !digits.isEmpty ? "-" : ""
        return sign + decimal(whole[...]) + (places > 0 ? "." + decimal(fraction[...]) : "")
    }

    private func digit(at place: Int) -> UInt8 {
        digits.indices.contains(place) ? digits[place] : 0
    }

    private func decimal(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }
}

extension Double {
    /// The significand as a whole number: value = significandInteger · 2^significandExponent.
    fileprivate var significandInteger: UInt64 {
        isNormal ? significandBitPattern | 1 << 52 : significandBitPattern
    }

    fileprivate var significandExponent: Int {
        Int(exponentBitPattern == 0 ? 1 : exponentBitPattern) - 1075
    }
}
