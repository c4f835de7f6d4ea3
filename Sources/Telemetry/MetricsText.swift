/// In which form metrics are written.
package enum MetricsFormat: Sendable, CaseIterable {
    /// Prometheus' text format, version 0.0.4.
    case prometheus
    /// OpenMetrics 1.0, with the exemplars of histograms.
    case openMetrics

    package var mediaType: String {
        switch self {
        case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        }
    }
}

/// Writes metrics as text.
struct MetricsText {
    private let format: MetricsFormat
    private(set) var bytes: [UInt8] = []

    init(_ format: MetricsFormat) { self.format = format }

    mutating func write(_ family: MetricFamily) {
        describe(family)
        for (labels, metric) in family.all {
            switch metric {
            case .counter(let counter): write(family.name, labels, String(counter.value))
            case .gauge(let gauge): write(family.name, labels, Self.number(gauge.value))
            case .reading(let read): write(family.name, labels, Self.number(read()))
            case .histogram(let histogram): write(family.name, labels, histogram)
            }
        }
    }

    /// Says that nothing is missing, where the format can.
    mutating func end() {
        if format == .openMetrics { write("# EOF\n") }
    }

    private mutating func describe(_ family: MetricFamily) {
        let kind = family.kind.rawValue
        switch format {
        case .prometheus:
            write("# HELP \(family.name) \(Self.escaped(family.help, quotes: false))\n")
            write("# TYPE \(family.name) \(kind)\n")
        case .openMetrics:
            // A counter's samples end with _total, and its family does not.
            let name =
                family.kind == .counter && family.name.hasSuffix("_total")
                ? String(family.name.dropLast(6)) : family.name
            write("# HELP \(name) \(Self.escaped(family.help, quotes: true))\n")
            write("# TYPE \(name) \(kind)\n")
            for unit in ["seconds", "bytes"] where name.hasSuffix("_\(unit)") {
                write("# UNIT \(name) \(unit)\n")
            }
        }
    }

    private mutating func write(_ name: String, _ labels: MetricLabels, _ histogram: Histogram) {
        let snapshot = histogram.snapshot
        var total: UInt64 = 0
        for (index, (bound, count)) in zip(histogram.bounds + [.infinity], snapshot.counts)
            .enumerated()
        {
            total += count
            let exemplar = snapshot.exemplars.isEmpty ? nil : snapshot.exemplars[index]
            write(
                "\(name)_bucket",
                labels,
                String(total) + self.exemplar(exemplar),
                bound: self.bound(bound)
            )
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

    /// What stands behind a bucket's value (OpenMetrics 1.0, "Exemplars"); the older format has no place for it.
    private func exemplar(_ exemplar: Histogram.Exemplar?) -> String {
        guard format == .openMetrics, let exemplar else { return "" }
        let id = exemplar.traceID.text
        return " # {trace_id=\"\(id)\"} \(exemplar.value) \(Self.time(exemplar.time))"
    }

    /// Seconds with three decimals: as many as our clocks tell.
    private static func time(_ seconds: Double) -> String {
        let milliseconds = Int((seconds * 1_000).rounded())
        let fraction = String(milliseconds % 1_000 + 1_000).dropFirst()
        return "\(milliseconds / 1_000).\(fraction)"
    }

    /// OpenMetrics writes a bound as a fraction always, so that it is the same label everywhere.
    private func bound(_ value: Double) -> String {
        let text = Self.number(value)
        let isWhole = format == .openMetrics && text.allSatisfy { $0.isNumber || $0 == "-" }
        return isWhole ? text + ".0" : text
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
