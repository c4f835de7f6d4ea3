internal import JSON

/// A function at the end of a path, as in `$.items.length()`.
///
/// A path that ends with a function that there is none of is a path like others; measured, `sum()` is
/// taken in a definition and then finds nothing. That these five work on AWS is remembered and not measured.
enum PathFunction: String, Sendable, Hashable {
    case length
    case min
    case max
    case avg
    case stddev

    /// What the function makes of the value; nil when the value is not one for it.
    func value(of value: JSONValue) -> JSONValue? {
        if self == .length {
            return (value.array?.count ?? value.object?.count).map { .number($0) }
        }
        let numbers = value.array?.compactMap(\.number?.double) ?? []
        guard !numbers.isEmpty else { return nil }
        return JSONNumber(figure(of: numbers)).map { .number($0) }
    }

    private func figure(of numbers: [Double]) -> Double {
        let mean = numbers.reduce(0, +) / Double(numbers.count)
        return switch self {
        case .length: Double(numbers.count)
        case .min: numbers.min() ?? .nan
        case .max: numbers.max() ?? .nan
        case .avg: mean
        case .stddev:
            (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count))
                .squareRoot()
        }
    }
}
