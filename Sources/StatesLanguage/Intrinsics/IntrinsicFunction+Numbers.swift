internal import JSON

extension IntrinsicFunction {
    static func sum(_ left: Int, _ right: Int) throws(IntrinsicError) -> JSONValue {
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard !overflow else { throw IntrinsicError("the sum is out of range") }
        return .number(sum)
    }

    /// A whole number from the first argument up to, but not including, the second.
    static func random(
        _ arguments: [JSONValue],
        _ random: RandomSource
    ) throws(IntrinsicError) -> JSONValue {
        let (start, end) = (try arguments[0].rounded, try arguments[1].rounded)
        guard start < end else { throw IntrinsicError("the range \(start) to \(end) is empty") }
        guard arguments.count == 3 else {
            var random = random
            return .number(Int.random(in: start..<end, using: &random))
        }
        var seeded = JavaRandom(seed: try arguments[2].rounded)
        return .number(seeded.int(in: start..<end))
    }

    /// The members of both; the second's win.
    static func merge(
        _ left: JSONValue,
        _ right: JSONValue,
        deeply: JSONValue
    ) throws(IntrinsicError) -> JSONValue {
        guard let deeply = deeply.bool else {
            throw IntrinsicError("expected a boolean but got \(deeply.excerpt)")
        }
        guard var merged = left.object, let added = right.object else {
            throw IntrinsicError("expected two objects")
        }
        for (name, value) in added {
            let inner = deeply ? innerMerge(merged[name], value) : nil
            merged[name] = inner ?? value
        }
        return .object(merged)
    }

    private static func innerMerge(_ left: JSONValue?, _ right: JSONValue) -> JSONValue? {
        guard case .object(var merged)? = left, case .object(let added) = right else { return nil }
        for (name, value) in added { merged[name] = innerMerge(merged[name], value) ?? value }
        return .object(merged)
    }
}
