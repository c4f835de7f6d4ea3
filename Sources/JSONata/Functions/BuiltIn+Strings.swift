import JSON

extension BuiltIn {
    static let strings = [
        BuiltIn("string", "<x-b?:s>", arity: 1, cost: .none) { arguments, evaluator throws(Fault) in
            guard !arguments[0].isUndefined else { return .undefined }
            let isPretty = try evaluator.isTrue(arguments[1])
            return try evaluator.limited(evaluator.string(arguments[0], isPretty: isPretty))
        },
        BuiltIn("length", "<s-:n>", arity: 1) { arguments, _ throws(Fault) in
            arguments.string(0).map { .number($0.unicodeScalars.count) } ?? .undefined
        },
        BuiltIn("substring", "<s-nn?:s>", arity: 3) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            // Its characters are counted one by one.
            try evaluator.spend(text.utf8.count / 64)
            return .string(substring(text, arguments))
        },
        BuiltIn("substringBefore", "<s-s:s>", arity: 2) { arguments, _ throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            let (bytes, mark) = (Array(text.utf8), arguments.string(1).map { Array($0.utf8) })
            guard let mark, let place = bytes.firstPlace(of: mark) else { return .string(text) }
            return .string(String(decoding: bytes[..<place], as: UTF8.self))
        },
        BuiltIn("substringAfter", "<s-s:s>", arity: 2) { arguments, _ throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            let (bytes, mark) = (Array(text.utf8), arguments.string(1).map { Array($0.utf8) })
            guard let mark, let place = bytes.firstPlace(of: mark) else { return .string(text) }
            return .string(String(decoding: bytes[(place + mark.count)...], as: UTF8.self))
        },
        BuiltIn("uppercase", "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            return try evaluator.limited(text.uppercased())
        },
        BuiltIn("lowercase", "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            return try evaluator.limited(text.lowercased())
        },
        BuiltIn("trim", "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            try evaluator.spend(text.utf8.count / 64)
            return .string(text.withoutSpareBlanks)
        },
        BuiltIn("pad", "<s-ns?:s>", arity: 3) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            return try pad(text, arguments, evaluator)
        },
        BuiltIn("join", "<a<s>s?:s>", arity: 2) { arguments, evaluator throws(Fault) in
            guard let array = arguments.array(0) else { return .undefined }
            let separator = arguments.string(1) ?? ""
            let parts = array.elements.map { $0.string ?? "" }
            let length = parts.reduce(separator.utf8.count * parts.count) { $0 + $1.utf8.count }
            guard length <= evaluator.limits.maximumStringLength else {
                throw Evaluator.outOfMemory
            }
            return try evaluator.limited(parts.joined(separator: separator))
        },
        BuiltIn("eval", "<sx?:x>", arity: 2) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            return try evaluator.evaluate(text: text, arguments)
        },
    ]

    /// JavaScript's `slice` over code points; a start that is nothing is a number that is none.
    private static func substring(_ text: String, _ arguments: Arguments) -> String {
        let scalars = text.unicodeScalars
        let scalarCount = scalars.count
        let count = Double(scalarCount)
        var start = arguments.number(1) ?? .nan
        if count + start < 0 { start = 0 }
        var end = count
        if let length = arguments.number(2) {
            guard length > 0 else { return "" }
            end = start >= 0 ? start + length : count + start + length
        }
        let range = slice(start, end, of: scalarCount)
        let first = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
        let last = scalars.index(first, offsetBy: range.count)
        return String(scalars[first..<last])
    }

    /// The places that JavaScript's `slice` takes: whole numbers, from the end when negative.
    private static func slice(_ start: Double, _ end: Double, of count: Int) -> Range<Int> {
        func place(_ number: Double) -> Int {
            let whole = number.isNaN ? 0 : number.rounded(.towardZero)
            let place = whole < 0 ? whole + Double(count) : whole
            return Int(min(max(place, 0), Double(count)))
        }
        let (first, last) = (place(start), place(end))
        return first..<max(first, last)
    }

    private static func pad(
        _ text: String,
        _ arguments: Arguments,
        _ evaluator: Evaluator
    ) throws(Fault) -> Value {
        let width = arguments.number(1) ?? 0
        let given = arguments.string(2) ?? ""
        let filler = (given.isEmpty ? " " : given).unicodeScalars
        let missing = abs(width).rounded(.towardZero) - Double(text.unicodeScalars.count)
        guard missing > 0 else { return .string(text) }
        guard missing <= Double(evaluator.limits.maximumStringLength) else {
            throw Evaluator.outOfMemory
        }
        try evaluator.spend(Int(missing) / 16)
        let (times, rest) = Int(missing).quotientAndRemainder(dividingBy: filler.count)
        let padding = String(filler).repeated(times) + String(filler.prefix(rest))
        return try evaluator.limited(width > 0 ? text + padding : padding + text)
    }
}

extension Evaluator {
    /// Evaluates a text as an expression, with the variables of the place where `$eval` stands.
    fileprivate func evaluate(text: String, _ arguments: Arguments) throws(Fault) -> Value {
        let node: Node
        do throws(Fault) {
            node = try SyntaxReader.parse(text, limits: limits)
        } catch {
            throw Fault("D3120", value: .string(error.message))
        }
        var input = arguments.input
        if !arguments[1].isUndefined {
            input = arguments[1]
            if case .array(let array) = input, !array.isSequence {
                input = .array(ArrayValue([input], traits: [.sequence, .outerWrapper]))
            }
        }
        do throws(Fault) {
            return try evaluate(node, input, callFrame)
        } catch {
            // A limit that was reached stays reached, whatever the text was.
            if error.code == "U1001" { throw error }
            throw Fault("D3121", value: .string(error.message))
        }
    }
}

extension [UInt8] {
    /// Where the other bytes occur first, from the given place on; the empty text is everywhere.
    func firstPlace(of other: [UInt8], from start: Int = 0) -> Int? {
        guard other.count > 1, let first = other.first else {
            return other.isEmpty ? start : self[start...].firstIndex(of: other[0])
        }
        guard start + other.count <= count else { return nil }
        // Knuth, Morris and Pratt: no text and no pattern takes longer than both are long.
        var borders: [Int] = []
        var (place, matched) = (start, 0)
        while place < count {
            if matched == 0, self[place] != first {
                place += 1
                continue
            }
            if borders.isEmpty { borders = other.borders }
            while matched > 0, self[place] != other[matched] { matched = borders[matched - 1] }
            if self[place] == other[matched] { matched += 1 }
            place += 1
            if matched == other.count { return place - matched }
        }
        return nil
    }

    /// For each beginning of the bytes: how much of it, short of all, stands at its beginning and its end.
    private var borders: [Int] {
        var borders = [Int](repeating: 0, count: count)
        var length = 0
        for place in indices.dropFirst() {
            while length > 0, self[place] != self[length] { length = borders[length - 1] }
            if self[place] == self[length] { length += 1 }
            borders[place] = length
        }
        return borders
    }
}

extension String {
    /// The text so many times, made by doubling: appending it once a time takes fifty times as long.
    fileprivate func repeated(_ count: Int) -> String {
        var (result, block, rest) = ("", self, count)
        while rest > 0 {
            if !rest.isMultiple(of: 2) { result += block }
            rest /= 2
            if rest > 0 { block += block }
        }
        return result
    }

    /// The text with runs of blanks as one space and none at the ends.
    fileprivate var withoutSpareBlanks: String {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var isBehindBlank = false
        for byte in utf8 {
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                isBehindBlank = true
            } else {
                if isBehindBlank, !result.isEmpty { result.append(0x20) }
                isBehindBlank = false
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
