internal import Synchronization

/// All metrics of the process, by name and labels.
///
/// Asking twice for the same metric gives the same one. Asking for it as another kind, or under a name
/// outside Prometheus' grammar, is a bug of the program.
package final class MetricsRegistry: Sendable {
    /// How many series one name may have; what comes after them is counted under the value `other`.
    package static let maximumSeries = 1_000

    private let state = Mutex(Families())

    package init() {}

    /// A counter; its name ends with `_total`.
    package func counter(
        _ name: String,
        help: String,
        labels: MetricLabels = [:]
    ) -> Counter {
        series(name, .counter, help, labels) { .counter(Counter()) }.expect(name, \.counter)
    }

    /// A counter that is kept elsewhere and read whenever the metrics are written; the closure must not block.
    package func counter(
        _ name: String,
        help: String,
        labels: MetricLabels = [:],
        reading: @escaping @Sendable () -> UInt64
    ) {
        _ = series(name, .counter, help, labels) { .reading { Double(reading()) } }
    }

    /// The same for what grows by fractions.
    package func counter(
        _ name: String,
        help: String,
        labels: MetricLabels = [:],
        reading: @escaping @Sendable () -> Double
    ) {
        _ = series(name, .counter, help, labels) { .reading(reading) }
    }

    /// A gauge that the program sets.
    package func gauge(_ name: String, help: String, labels: MetricLabels = [:]) -> Gauge {
        series(name, .gauge, help, labels) { .gauge(Gauge()) }.expect(name, \.gauge)
    }

    /// A gauge that is read whenever the metrics are written.
    ///
    /// The closure is called on the thread that writes and must not block.
    package func gauge(
        _ name: String,
        help: String,
        labels: MetricLabels = [:],
        reading: @escaping @Sendable () -> Double
    ) {
        _ = series(name, .gauge, help, labels) { .reading(reading) }
    }

    /// A histogram; all series of one name have the bounds of the first.
    package func histogram(
        _ name: String,
        help: String,
        labels: MetricLabels = [:],
        bounds: [Double] = Histogram.secondsOfARequest
    ) -> Histogram {
        series(name, .histogram, help, labels) { .histogram(Histogram(bounds: bounds)) }
            .expect(name, \.histogram)
    }

    /// A histogram that is kept elsewhere; under a name and labels that are known already nothing changes.
    package func histogram(
        _ name: String,
        help: String,
        labels: MetricLabels = [:],
        keptAs histogram: Histogram
    ) {
        _ = series(name, .histogram, help, labels) { .histogram(histogram) }
    }

    /// All of them in that format, in the order they were first asked for.
    package func text(_ format: MetricsFormat = .prometheus) -> [UInt8] {
        var text = MetricsText(format)
        for family in families { text.write(family) }
        text.end()
        return text.bytes
    }

    /// All of them in the order they were first asked for.
    ///
    /// A closure that reads one may ask this registry for something: it is called without the lock.
    var families: [MetricFamily] { state.withLock { $0.all } }

    private func series(
        _ name: String,
        _ kind: MetricFamily.Kind,
        _ help: String,
        _ labels: MetricLabels,
        make: () -> MetricFamily.Metric
    ) -> MetricFamily.Metric {
        state.withLock { families in
            let index = families.index(of: name, kind, help)
            return families.all[index].series(labels, make: make)
        }
    }

    private struct Families {
        var all: [MetricFamily] = []
        private var indices: [String: Int] = [:]

        mutating func index(of name: String, _ kind: MetricFamily.Kind, _ help: String) -> Int {
            if let index = indices[name] {
                precondition(all[index].kind == kind, "\(name) is a \(all[index].kind.rawValue).")
                return index
            }
            precondition(MetricName.isMetric(name), "\(name) is no name for a metric.")
            all.append(MetricFamily(name: name, kind: kind, help: help))
            indices[name] = all.count - 1
            return all.count - 1
        }
    }
}

/// The series of one name.
struct MetricFamily: Sendable {
    enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    enum Metric: Sendable {
        case counter(Counter)
        case gauge(Gauge)
        case reading(@Sendable () -> Double)
        case histogram(Histogram)
    }

    let name: String
    let kind: Kind
    let help: String
    private(set) var all: [(labels: MetricLabels, metric: Metric)] = []
    private var indices: [MetricLabels: Int] = [:]

    init(name: String, kind: Kind, help: String) {
        (self.name, self.kind, self.help) = (name, kind, help)
    }

    mutating func series(_ labels: MetricLabels, make: () -> Metric) -> Metric {
        if let index = indices[labels] { return all[index].metric }
        let isFull = all.count >= MetricsRegistry.maximumSeries
        let kept = isFull ? labels.overflow : labels
        if isFull, let index = indices[kept] { return all[index].metric }
        all.append((kept, make()))
        indices[kept] = all.count - 1
        return all[all.count - 1].metric
    }
}

extension MetricFamily.Metric {
    var counter: Counter? { if case .counter(let counter) = self { counter } else { nil } }
    var gauge: Gauge? { if case .gauge(let gauge) = self { gauge } else { nil } }
    var histogram: Histogram? {
        if case .histogram(let histogram) = self { histogram } else { nil }
    }

    /// The metric as its kind, which only differs when a gauge is both set and read.
    func expect<Kind>(_ name: String, _ kind: (Self) -> Kind?) -> Kind {
        guard let metric = kind(self) else {
            preconditionFailure("\(name) is read by a closure and cannot be set.")
        }
        return metric
    }
}
