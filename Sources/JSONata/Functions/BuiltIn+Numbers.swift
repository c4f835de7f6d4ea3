#if canImport(Glibc)
internal import Glibc
#else
internal import Musl
#endif

extension BuiltIn {
    static let numbers = [
        BuiltIn("number", "<(nsb)-:n>", arity: 1) { arguments, _ throws(Fault) in
            try number(arguments[0])
        },
        BuiltIn("floor", "<n-:n>", arity: 1) { arguments, _ throws(Fault) in
            arguments.number(0).map { .number($0.rounded(.down)) } ?? .undefined
        },
        BuiltIn("ceil", "<n-:n>", arity: 1) { arguments, _ throws(Fault) in
            arguments.number(0).map { .number($0.rounded(.up)) } ?? .undefined
        },
        BuiltIn("round", "<n-n?:n>", arity: 2) { arguments, _ throws(Fault) in
            guard let number = arguments.number(0) else { return .undefined }
            return .number(rounded(number, places: arguments.number(1) ?? 0))
        },
        BuiltIn("abs", "<n-:n>", arity: 1) { arguments, _ throws(Fault) in
            arguments.number(0).map { .number(abs($0)) } ?? .undefined
        },
        BuiltIn("sqrt", "<n-:n>", arity: 1) { arguments, _ throws(Fault) in
            guard let number = arguments.number(0) else { return .undefined }
            guard number >= 0 else {
                throw Fault("D3060", value: arguments[0].shown, index: 1)
            }
            return .number(number.squareRoot())
        },
        BuiltIn("power", "<n-n:n>", arity: 2) { arguments, _ throws(Fault) in
            guard let base = arguments.number(0) else { return .undefined }
            let result = power(base, arguments.number(1) ?? .nan)
            guard result.isFinite else {
                throw Fault(
                    "D3061",
                    value: arguments[0].shown,
                    value2: arguments[1].shown,
                    index: 1
                )
            }
            return .number(result)
        },
        BuiltIn("random", "<:n>", arity: 0) { _, evaluator throws(Fault) in
            .number(evaluator.environment.random())
        },
    ]

    /// JavaScript's exponentiation, in which 1 to the infinite is not 1.
    private static func power(_ base: Double, _ exponent: Double) -> Double {
        abs(base) == 1 && !exponent.isFinite ? .nan : pow(base, exponent)
    }

    private static func number(_ value: Value) throws(Fault) -> Value {
        switch value {
        case .undefined: return .undefined
        case .number, .long: return value
        case .bool(let isOne): return .number(isOne ? 1 : 0)
        case .string(let text):
            guard let number = NumberReader.number(text) else { break }
            return .number(number)
        case .null, .array, .object, .function, .tuples: break
        }
        throw Fault("D3030", value: value.shown, index: 1)
    }

    /// Rounds to so many decimal places, halves to the even neighbour.
    ///
    /// The point is moved in the decimal text, for multiplying by ten would not be exact.
    static func rounded(_ number: Double, places: Double) -> Double {
        guard number.isFinite else { return number }
        let shifted = places == 0 ? number : moved(number, places)
        guard shifted.isFinite else { return number }
        let whole = shifted.rounded(.toNearestOrEven)
        let result = places == 0 ? whole : moved(whole, -places)
        return result == 0 ? 0 : result
    }

    private static func moved(_ number: Double, _ places: Double) -> Double {
        let parts = NumberText.of(number).split(separator: "e")
        let exponent = (parts.count > 1 ? Double(parts[1]) ?? 0 : 0) + places
        guard let whole = Int(exactly: exponent) else { return .nan }
        return Double("\(parts[0])e\(whole)") ?? 0
    }
}

/// Reads texts as `$number` does.
enum NumberReader {
    /// The number, or nil when the text is none.
    static func number(_ text: String) -> Double? {
        if isDecimal(Array(text.utf8)) {
            guard let number = Double(text), number.isFinite else { return nil }
            return number
        }
        guard text.utf8.count > 2, text.utf8.first == UInt8(ascii: "0") else { return nil }
        switch text.utf8.dropFirst().first {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return whole(text, radix: 16)
        case UInt8(ascii: "o"), UInt8(ascii: "O"): return whole(text, radix: 8)
        case UInt8(ascii: "b"), UInt8(ascii: "B"): return whole(text, radix: 2)
        default: return nil
        }
    }

    private static func whole(_ text: String, radix: Int) -> Double? {
        var result = 0.0
        for digit in text.dropFirst(2) {
            guard digit.isASCII, let value = digit.hexDigitValue, value < radix else { return nil }
            result = result * Double(radix) + Double(value)
        }
        return result.isFinite ? result : nil
    }

    /// Whether the text is `-?digits(.digits)?(e±digits)?`.
    private static func isDecimal(_ text: [UInt8]) -> Bool {
        var rest = text[...]
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        guard takeDigits(&rest) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard takeDigits(&rest) else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
                rest.removeFirst()
            }
            guard takeDigits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let count = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }.count
        rest.removeFirst(count)
        return count > 0
    }
}
