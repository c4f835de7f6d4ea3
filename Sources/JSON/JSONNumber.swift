/// A JSON number as it was written: `1`, `1.0` and `1e0` are equal, and each keeps its text.
package struct JSONNumber: Sendable {
    /// The number's text, in JSON's grammar (RFC 8259 §6).
    package let text: String

    /// The text must be in JSON's grammar: only the parser says so.
    init(validated text: String) { self.text = text }

    package init(_ value: Int) { text = String(value) }

    /// A finite number in its shortest form, whole ones without a fraction; nil for NaN and infinity.
    package init?(_ value: Double) {
        guard value.isFinite else { return nil }
        if let whole = Int(exactly: value), abs(value) < 1e15 {
            text = String(whole)
        } else {
            text = value.description
        }
    }

    /// The number when it is whole and fits, also when written `2.0` or `2e3`; else nil.
    package var int: Int? {
        if let int = Int(text) { return int }
        let decimal = Decimal(text)
        guard decimal.exponent >= 0, decimal.digits.count + decimal.exponent < 20 else {
            return nil
        }
        let sign = decimal.isNegative ? "-" : ""
        let zeros = String(repeating: "0", count: decimal.exponent)
        return Int(sign + String(decoding: decimal.digits, as: UTF8.self) + zeros)
    }

    /// The nearest double; infinite when the number is out of a double's range.
    package var double: Double { Double(text) ?? .infinity }
}

extension JSONNumber: Hashable {
    /// Numbers are compared exactly, digit by digit, never as doubles.
    package static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        if left.text == right.text { return true }
        // Most are plain whole numbers.
        if let left = Int(left.text), let right = Int(right.text) { return left == right }
        return Decimal(left.text) == Decimal(right.text)
    }

    /// Feeds what the number is to the hasher, not how it was written.
    package func hash(into hasher: inout Hasher) { hasher.combine(Decimal(text)) }
}

/// A number as sign, digits without zeros at either end, and a power of ten.
private struct Decimal: Hashable {
    var isNegative = false
    var digits: [UInt8] = []
    var exponent = 0

    init(_ text: String) {
        var hasPoint = false
        var utf8 = Substring(text).utf8
        while let byte = utf8.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): hasPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                add(exponentText: Substring(utf8))
                utf8 = Substring().utf8
            default:
                digits.append(byte)
                if hasPoint { exponent -= 1 }
            }
        }
        normalize()
    }

    /// An exponent that no `Int` holds counts as the largest of its sign.
    private mutating func add(exponentText text: Substring) {
        let limit = text.first == "-" ? Int.min / 2 : Int.max / 2
        let written = Int(text).map { max(Int.min / 2, min(Int.max / 2, $0)) } ?? limit
        exponent += written
    }

    private mutating func normalize() {
        let zero = UInt8(ascii: "0")
        while digits.last == zero {
            digits.removeLast()
            exponent += 1
        }
        digits = Array(digits.drop { $0 == zero })
        guard digits.isEmpty else { return }
        (isNegative, exponent) = (false, 0)
    }
}
