/// What tells the series of one metric apart: `["status": "succeeded"]`.
///
/// Values come from closed sets: a route's pattern, never a path.
package struct MetricLabels: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    let pairs: [Pair]

    struct Pair: Sendable, Hashable {
        let name: String
        let value: String
    }

    /// Labels in the order they are written in; a name twice is a bug of the program.
    package init(dictionaryLiteral elements: (String, String)...) {
        for (index, element) in elements.enumerated() {
            let name = element.0
            precondition(MetricName.isLabel(name), "\(name) is no name for a label.")
            let isNew = !elements[..<index].contains { $0.0 == name }
            precondition(isNew, "The label \(name) stands there twice.")
        }
        pairs = elements.map { Pair(name: $0.0, value: $0.1) }
    }

    init(pairs: [Pair]) {
        self.pairs = pairs
    }

    /// The same names, each with the value that stands for all series past the limit.
    var overflow: MetricLabels {
        MetricLabels(pairs: pairs.map { Pair(name: $0.name, value: "other") })
    }
}

/// The grammar of names in Prometheus' data model.
enum MetricName {
    static func isMetric(_ name: String) -> Bool {
        isName(name) { $0 == "_" || $0 == ":" }
    }

    static func isLabel(_ name: String) -> Bool {
        // Names that begin with two underscores are the server's own.
        isName(name) { $0 == "_" } && !name.hasPrefix("__")
    }

    private static func isName(_ name: String, _ isAllowed: (Character) -> Bool) -> Bool {
        guard let first = name.first, !first.isNumber else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || isAllowed($0)) }
    }
}
