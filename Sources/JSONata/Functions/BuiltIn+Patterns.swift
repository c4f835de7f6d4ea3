import JSON

extension BuiltIn {
    static let patterns = [
        BuiltIn("contains", "<s-(sf):b>", arity: 2) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            if let part = arguments.string(1) {
                return .bool(Array(text.utf8).firstPlace(of: Array(part.utf8)) != nil)
            }
            var search = MatchSearch(text, arguments[1], evaluator)
            return .bool(try search.next() != nil)
        },
        BuiltIn("match", "<s-f<s:o>n?:a<o>>", arity: 3) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            let limit = try limit(arguments, 2, "D3040")
            var search = MatchSearch(text, arguments[1], evaluator)
            var result = ArrayValue.sequence
            // Like jsonata-js it looks one match further than it needs, and tells what is wrong there.
            var match = limit > 0 ? try search.next() : nil
            while result.count < limit, let found = match {
                result.append(found.object)
                match = try search.next()
            }
            return .array(result)
        },
        BuiltIn("split", "<s-(sf)n?:a<s>>", arity: 3) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            let limit = try limit(arguments, 2, "D3020")
            if let separator = arguments.string(1) {
                // JavaScript counts the pieces in 32 bits, and many are few again.
                let whole = arguments.number(2).map(pieces) ?? limit
                return .array(of: try split(text, separator, whole, evaluator))
            }
            var search = MatchSearch(text, arguments[1], evaluator)
            return .array(of: try search.split(limit: limit))
        },
        BuiltIn("replace", "<s-(sf)(sf)n?:s>", arity: 4) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            if let pattern = arguments.string(1), pattern.isEmpty {
                throw Fault("D3010", value: "", index: 2)
            }
            let limit = try limit(arguments, 3, "D3011")
            if let pattern = arguments.string(1) {
                // JavaScript's text of nothing, which jsonata-js puts in.
                let replacement =
                    arguments[2].isUndefined
                    ? "undefined" : try evaluator.string(arguments[2], isPretty: false)
                return try replace(text, pattern, replacement, limit, evaluator)
            }
            var search = MatchSearch(text, arguments[1], evaluator)
            return try search.replace(with: arguments[2], limit: limit)
        },
    ]

    /// A number of pieces as JavaScript counts them: of what is not finite, none.
    private static func pieces(_ number: Double) -> Int {
        guard number.isFinite else { return 0 }
        return Int(number.rounded(.down).truncatingRemainder(dividingBy: 0x1p32))
    }

    /// How many matches are asked for; no limit is very many.
    private static func limit(
        _ arguments: Arguments,
        _ place: Int,
        _ code: String
    ) throws(Fault) -> Int {
        guard let number = arguments.number(place) else { return .max }
        guard number >= 0 else {
            throw Fault(code, value: arguments[place].shown, index: place + 1)
        }
        return Int(min(number.rounded(.up), 1e15))
    }

    private static func split(
        _ text: String,
        _ separator: String,
        _ limit: Int,
        _ evaluator: Evaluator
    ) throws(Fault) -> [Value] {
        if separator.isEmpty {
            return text.unicodeScalars.prefix(limit).map { .string(String($0)) }
        }
        let (bytes, mark) = (Array(text.utf8), Array(separator.utf8))
        try evaluator.spend(bytes.count / 8)
        var (parts, start): ([Value], Int) = ([], 0)
        while parts.count < limit {
            let end = bytes.firstPlace(of: mark, from: start)
            parts.append(
                .string(String(decoding: bytes[start..<(end ?? bytes.count)], as: UTF8.self))
            )
            guard let end else { break }
            start = end + mark.count
        }
        return parts
    }

    private static func replace(
        _ text: String,
        _ pattern: String,
        _ replacement: String,
        _ limit: Int,
        _ evaluator: Evaluator
    ) throws(Fault) -> Value {
        let (bytes, mark) = (Array(text.utf8), Array(pattern.utf8))
        try evaluator.spend(bytes.count / 8)
        var (result, start, count): ([UInt8], Int, Int) = ([], 0, 0)
        while count < limit, let place = bytes.firstPlace(of: mark, from: start) {
            result += bytes[start..<place]
            result += replacement.utf8
            guard result.count <= evaluator.limits.maximumStringLength else {
                throw Evaluator.outOfMemory
            }
            start = place + mark.count
            count += 1
        }
        return try evaluator.limited(String(decoding: result + bytes[start...], as: UTF8.self))
    }
}
