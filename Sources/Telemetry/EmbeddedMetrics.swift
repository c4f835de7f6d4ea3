package import FoundationEssentials
internal import JSON

/// Writes a registry's metrics as log events in CloudWatch's Embedded Metric Format: one line for each set of labels.
///
/// Counters are told by how much they grew since they were last told, gauges by their value, histograms by how many values came
/// and their sum, as `…_count` and `…_sum`. A series that has never counted is left out, since CloudWatch charges for each, and
/// so is a gauge without a finite value. Labels are dimensions; one with an empty value is none.
package struct EmbeddedMetrics: Sendable {
    /// Metrics in one directive (CloudWatch User Guide, "Specification: Embedded metric format").
    static let maximumMetrics = 100
    /// Keys in one set of dimensions.
    static let maximumDimensions = 30
    /// The longest value of a dimension, in characters.
    static let longestValue = 1_024

    private let namespace: String
    /// What was told of series that only grow.
    private var told: [Series: Double] = [:]

    private struct Series: Hashable {
        let name: String
        let labels: MetricLabels
    }

    private struct Value {
        let series: Series
        let value: Double
        /// What is remembered of it once it is told.
        var total: Double?
    }

    package init(namespace: String) { self.namespace = namespace }

    /// What is wrong with a namespace; nil when it is in order (CloudWatch API Reference, PutMetricData).
    package static func fault(ofNamespace name: String) -> String? {
        guard (1...255).contains(name.count) else {
            return "has \(name.count) characters; 1 to 255 are wanted"
        }
        if name.hasPrefix("AWS/") { return "begins with AWS/, which is kept for AWS itself" }
        if name.hasPrefix(":") { return "begins with a colon" }
        let isPlain = name.allSatisfy { character in
            character.isASCII
                && (character.isLetter || character.isNumber || ".-_/#: ".contains(character))
        }
        return isPlain ? nil : "may have letters, digits, blanks and . - _ / # : alone"
    }

    /// Hands each line over, without a line end; what is not taken is told the next time.
    package mutating func tell(
        _ registry: MetricsRegistry,
        at now: Date,
        line: (ArraySlice<UInt8>) -> Bool
    ) {
        var labels: [MetricLabels] = []
        var values: [MetricLabels: [Value]] = [:]
        for value in registry.families.flatMap(self.values) {
            let dimensions = value.series.labels.dimensions
            if values[dimensions] == nil { labels.append(dimensions) }
            values[dimensions, default: []].append(value)
        }
        for labels in labels {
            var rest = values[labels, default: []][...]
            while !rest.isEmpty {
                let part = rest.prefix(Self.maximumMetrics)
                rest = rest.dropFirst(Self.maximumMetrics)
                guard line(text(part, labels, now)[...]) else { continue }
                for value in part { told[value.series] = value.total }
            }
        }
    }

    private func values(_ family: MetricFamily) -> [Value] {
        family.all.flatMap { labels, metric -> [Value] in
            switch metric {
            case .counter(let counter): growth(family.name, labels, Double(counter.value))
            case .gauge(let gauge): value(family.name, labels, gauge.value)
            case .reading(let read):
                switch family.kind {
                case .counter: growth(family.name, labels, read())
                case .gauge, .histogram: value(family.name, labels, read())
                }
            case .histogram(let histogram): growth(family.name, labels, histogram.snapshot)
            }
        }
    }

    private func value(_ name: String, _ labels: MetricLabels, _ value: Double) -> [Value] {
        value.isFinite ? [Value(series: Series(name: name, labels: labels), value: value)] : []
    }

    private func growth(
        _ name: String,
        _ labels: MetricLabels,
        _ snapshot: Histogram.Snapshot
    ) -> [Value] {
        growth("\(name)_count", labels, Double(snapshot.count))
            + growth("\(name)_sum", labels, snapshot.sum)
    }

    private func growth(_ name: String, _ labels: MetricLabels, _ total: Double) -> [Value] {
        guard total != 0, total.isFinite else { return [] }
        let series = Series(name: name, labels: labels)
        return [Value(series: series, value: total - told[series, default: 0], total: total)]
    }

    private func text(
        _ values: ArraySlice<Value>,
        _ labels: MetricLabels,
        _ now: Date
    ) -> [UInt8] {
        var line = ObjectWriter(reservingCapacity: 256 + values.count * 128)
        line.add("_aws") { aws in
            aws.add("Timestamp", Int((now.timeIntervalSince1970 * 1_000).rounded(.down)))
            aws.add("CloudWatchMetrics", objects: [0]) { directive, _ in
                directive.add("Namespace", namespace)
                let names = labels.pairs.map { JSONValue.string($0.name) }
                directive.add("Dimensions", JSONValue.array([.array(names)]))
                directive.add("Metrics", objects: Array(values)) { metric, value in
                    metric.add("Name", value.series.name)
                    metric.add("Unit", Self.unit(of: value.series.name))
                }
            }
        }
        for pair in labels.pairs {
            line.addValue(name: pair.name) { JSONValue.write(string: pair.value, into: &$0) }
        }
        for value in values {
            line.addValue(name: value.series.name) {
                $0.append(contentsOf: Self.number(value.value))
            }
        }
        return line.finished()
    }

    /// By the endings that Prometheus' names have; nil where they tell nothing.
    private static func unit(of name: String) -> String? {
        for (ending, unit) in [
            ("_count", "Count"), ("_seconds_total", "Seconds"), ("_total", "Count"),
            ("_seconds", "Seconds"), ("_seconds_sum", "Seconds"), ("_bytes", "Bytes"),
        ] where name.hasSuffix(ending) {
            return unit
        }
        return nil
    }

    private static func number(_ value: Double) -> String.UTF8View {
        let whole = Int(exactly: value).map(String.init)
        return (whole ?? value.description).utf8
    }
}

extension MetricLabels {
    /// The labels as CloudWatch takes them for dimensions.
    fileprivate var dimensions: MetricLabels {
        let named = pairs.filter { !$0.value.allSatisfy(\.isWhitespace) }
        return MetricLabels(
            pairs: named.prefix(EmbeddedMetrics.maximumDimensions).map {
                Pair(
                    name: $0.name,
                    value: String($0.value.prefix(EmbeddedMetrics.longestValue))
                )
            }
        )
    }
}
