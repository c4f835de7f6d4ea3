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
            throw IntrinsicError("expected a boolean but got \(deeply.text)")
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

/// The generator of `java.util.Random`: the same seed gives the same number, as it must.
private struct JavaRandom {
    private var state: UInt64

    init(seed: Int) { state = (UInt64(bitPattern: Int64(seed)) ^ 0x5_DEEC_E66D) & Self.mask }

    private static let mask: UInt64 = (1 << 48) - 1

    private mutating func next() -> UInt64 {
        state = (state &* 0x5_DEEC_E66D &+ 0xB) & Self.mask
        return state >> 16
    }

    mutating func int(in range: Range<Int>) -> Int {
        let drawn = next() << 32 | next()
        let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
        return range.lowerBound &+ Int(truncatingIfNeeded: drawn % width)
    }
}
