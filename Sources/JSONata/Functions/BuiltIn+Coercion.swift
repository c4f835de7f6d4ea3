extension BuiltIn {
    /// The arguments of a partial call as JavaScript converts them; nil for a function that converts none.
    ///
    /// jsonata-js leaves the signature behind when it makes a function of `$match(?, /a/)`. So a search is in the text of
    /// whatever it is given, `[object Object]` for an object, and a calculation with the number of it.
    func coerced(_ arguments: [Value]) -> [Value]? {
        guard let first = arguments.first, !first.isUndefined else { return nil }
        switch name {
        case "match", "contains":
            guard arguments.count > 1, arguments[1].isFunction else { return nil }
            return [.string(first.coercedText)] + arguments.dropFirst()
        case "abs", "ceil", "floor", "power", "round", "sqrt":
            return arguments.map { $0.isUndefined ? $0 : .number($0.coercedNumber) }
        default: return nil
        }
    }
}

extension Value {
    /// What JavaScript's `String(value)` answers (ECMA-262, ToString).
    fileprivate var coercedText: String {
        switch self {
        case .undefined: "undefined"
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let number): NumberText.of(number)
        case .long(let number): String(number)
        case .string(let text): text
        case .array(let array): array.elements.map(\.coercedElement).joined(separator: ",")
        case .object, .function, .tuples: "[object Object]"
        }
    }

    /// An array's text leaves out what is nothing.
    private var coercedElement: String {
        switch self {
        case .undefined, .null: ""
        case .bool, .number, .long, .string, .array, .object, .function, .tuples: coercedText
        }
    }

    /// What JavaScript's `Number(value)` answers (ECMA-262, ToNumber).
    fileprivate var coercedNumber: Double {
        switch self {
        case .number(let number): return number
        case .long(let number): return Double(number)
        case .null: return 0
        case .bool(let isOne): return isOne ? 1 : 0
        case .undefined, .object, .function, .tuples: return .nan
        case .string, .array:
            let text = coercedText
            guard let start = text.firstIndex(where: { !$0.isWhitespace }),
                let end = text.lastIndex(where: { !$0.isWhitespace })
            else { return 0 }
            return NumberReader.number(String(text[start...end])) ?? .nan
        }
    }
}
