/// Writes metrics in Prometheus' text format, version 0.0.4.
struct PrometheusText {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ family: MetricFamily) {
        write("# HELP \(family.name) \(Self.escaped(family.help, quotes: false))\n")
        write("# TYPE \(family.name) \(family.kind.rawValue)\n")
        for (labels, metric) in family.all {
            switch metric {
            case .counter(let counter): write(family.name, labels, String(counter.value))
            case .gauge(let gauge): write(family.name, labels, Self.number(gauge.value))
            case .reading(let read): write(family.name, labels, Self.number(read()))
            case .histogram(let histogram): write(family.name, labels, histogram)
            }
        }
    }

    private mutating func write(_ name: String, _ labels: MetricLabels, _ histogram: Histogram) {
        let snapshot = histogram.snapshot
        var total: UInt64 = 0
        for (bound, count) in zip(histogram.bounds + [.infinity], snapshot.counts) {
            total += count
            write("\(name)_bucket", labels, String(total), bound: Self.number(bound))
        }
        write("\(name)_sum", labels, Self.number(snapshot.sum))
        write("\(name)_count", labels, String(total))
    }

    private mutating func write(
        _ name: String,
        _ labels: MetricLabels,
        _ value: String,
        bound: String? = nil
    ) {
        var parts = labels.pairs.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
        if let bound { parts.append("le=\"\(bound)\"") }
        write(
            parts.isEmpty
                ? "\(name) \(value)\n" : "\(name){\(parts.joined(separator: ","))} \(value)\n"
        )
    }

    private mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 {
            return String(whole)
        }
        return value.description
    }
}
