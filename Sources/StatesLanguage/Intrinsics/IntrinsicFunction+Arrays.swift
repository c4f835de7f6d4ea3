internal import JSON

extension IntrinsicFunction {
    /// AWS's bound of `States.ArrayRange`.
    private static let longestRange = 1_000

    static func item(of elements: [JSONValue], at index: Int) throws(IntrinsicError) -> JSONValue {
        guard elements.indices.contains(index) else {
            throw IntrinsicError("the index \(index) is out of an array of \(elements.count)")
        }
        return elements[index]
    }

    static func partition(
        _ elements: [JSONValue],
        by size: Int
    ) throws(IntrinsicError) -> JSONValue {
        guard size > 0 else { throw IntrinsicError("the chunk size must be positive") }
        let starts = stride(from: 0, to: elements.count, by: size)
        return .array(starts.map { .array(Array(elements[$0...].prefix(size))) })
    }

    static func range(from: Int, to: Int, by step: Int) throws(IntrinsicError) -> JSONValue {
        guard step != 0 else { throw IntrinsicError("the step must not be zero") }
        var numbers: [JSONValue] = []
        for number in stride(from: from, through: to, by: step) {
            guard numbers.count < longestRange else {
                throw IntrinsicError("the range has more than \(longestRange) elements")
            }
            numbers.append(.number(number))
        }
        return .array(numbers)
    }

    static func unique(_ elements: [JSONValue]) -> JSONValue {
        var seen: Set<JSONValue> = []
        return .array(elements.filter { seen.insert($0).inserted })
    }
}
