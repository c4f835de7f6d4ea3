internal import Formats

/// The names and values of a query, decoded, in their order.
public struct QueryParameters: Sendable {
    public let pairs: [(name: String, value: String)]

    /// Reads `status=RUNNING&limit=20`; nil when an escape in it is broken.
    ///
    /// A name without `=` has an empty value; `+` is a space, as forms write it.
    public init?(_ query: String?) {
        var pairs: [(name: String, value: String)] = []
        for pair in (query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plus: .space),
                let value = PercentEncoding.decode(parts.count > 1 ? parts[1] : "", plus: .space)
            else { return nil }
            pairs.append((name, value))
        }
        self.pairs = pairs
    }

    /// The first value with this name.
    public subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }
}
