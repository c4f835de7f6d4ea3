/// A picture of `$formatNumber`, by the rules of XPath's format-number (F&O 3.1 §4.7).
struct NumberPicture {
    private let symbols: Symbols
    private let positive: SubPicture
    private let negative: SubPicture

    init(_ text: String, options: ObjectValue?) throws(Fault) {
        symbols = Symbols(options)
        let parts = Array(text.unicodeScalars)
            .split(separator: symbols.patternSeparator, omittingEmptySubsequences: false)
        guard parts.count <= 2 else { throw Fault("D3080") }
        positive = try SubPicture(Array(parts[0]), symbols)
        if parts.count == 2 {
            negative = try SubPicture(Array(parts[1]), symbols)
        } else {
            negative = positive.withPrefix(symbols.minusSign)
        }
    }

    /// The number as the picture shows it.
    func format(_ value: Double) -> String {
        let picture = value >= 0 ? positive : negative
        var number = abs(value)
        if picture.text.contains(symbols.percent) {
            number *= 100
        } else if picture.text.contains(symbols.perMille) {
            number *= 1000
        }
        var exponent: Int?
        if picture.minimumExponentSize > 0 { exponent = picture.scale(&number) }
        let places = picture.maximumFractionSize
        let rounded = BuiltIn.rounded(number, places: Double(places))
        var digits = picture.padded(NumberText.fixed(rounded, places: places))
        digits.whole = picture.grouped(whole: digits.whole, symbols)
        digits.fraction = picture.grouped(fraction: digits.fraction, symbols)
        var result = localized(digits.whole)
        if !digits.fraction.isEmpty {
            result.append(symbols.decimalSeparator)
            result += localized(digits.fraction)
            // Like jsonata-js, which takes off the last character and not the point, where the picture has none.
            if !picture.text.contains(symbols.decimalSeparator) { result.removeLast() }
        }
        if let exponent { result += text(of: exponent, picture) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: picture.prefix + result + picture.suffix)
        return String(view)
    }

    private func text(of exponent: Int, _ picture: SubPicture) -> [Unicode.Scalar] {
        let digits = Array(String(abs(exponent)).unicodeScalars)
        let missing = max(0, picture.minimumExponentSize - digits.count)
        let sign = exponent < 0 ? [symbols.minusSign] : []
        let zeros = [Unicode.Scalar](repeating: "0", count: missing)
        return [symbols.exponentSeparator] + sign + localized(zeros + digits)
    }

    /// The digits in the family that the options name.
    private func localized(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard symbols.zeroDigit != "0" else { return text }
        return text.map { scalar in
            guard ("0"..."9").contains(scalar) else { return scalar }
            return Unicode.Scalar(symbols.zeroDigit.value + scalar.value - 0x30) ?? scalar
        }
    }
}

extension NumberPicture {
    /// The characters that have a meaning in a picture.
    struct Symbols {
        let decimalSeparator: Unicode.Scalar
        let groupingSeparator: Unicode.Scalar
        let exponentSeparator: Unicode.Scalar
        let minusSign: Unicode.Scalar
        let percent: Unicode.Scalar
        let perMille: Unicode.Scalar
        let zeroDigit: Unicode.Scalar
        let digit: Unicode.Scalar
        let patternSeparator: Unicode.Scalar

        init(_ options: ObjectValue?) {
            func symbol(_ name: String, _ standard: Unicode.Scalar) -> Unicode.Scalar {
                options?[name].string?.unicodeScalars.first ?? standard
            }
            decimalSeparator = symbol("decimal-separator", ".")
            groupingSeparator = symbol("grouping-separator", ",")
            exponentSeparator = symbol("exponent-separator", "e")
            minusSign = symbol("minus-sign", "-")
            percent = symbol("percent", "%")
            perMille = symbol("per-mille", "\u{2030}")
            zeroDigit = symbol("zero-digit", "0")
            digit = symbol("digit", "#")
            patternSeparator = symbol("pattern-separator", ";")
        }

        func isDigit(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value >= zeroDigit.value && scalar.value < zeroDigit.value + 10
        }

        /// Whether the character stands for a digit, one that must be there or one that may.
        func isAnyDigit(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || scalar == digit }

        func isActive(_ scalar: Unicode.Scalar) -> Bool {
            isAnyDigit(scalar) || scalar == decimalSeparator || scalar == exponentSeparator
                || scalar == groupingSeparator || scalar == patternSeparator
        }
    }
}
