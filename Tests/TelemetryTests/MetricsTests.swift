import Testing

@testable import Telemetry

struct `The metrics` {
    private func text(_ registry: MetricsRegistry) -> String {
        String(decoding: registry.text(), as: UTF8.self)
    }

    @Test func `are written in the order they were first asked for`() {
        let registry = MetricsRegistry()
        registry.counter("orders_total", help: "Orders.", labels: ["status": "failed"]).add(2)
        registry.gauge("depth", help: "Depth.").set(1.5)
        registry.counter("orders_total", help: "Orders.", labels: ["status": "held"]).add()
        #expect(
            text(registry) == """
                # HELP orders_total Orders.
                # TYPE orders_total counter
                orders_total{status="failed"} 2
                orders_total{status="held"} 1
                # HELP depth Depth.
                # TYPE depth gauge
                depth 1.5

                """
        )
    }

    @Test func `count values up to and including each bound`() {
        let registry = MetricsRegistry()
        let histogram = registry.histogram(
            "wait",
            help: "Wait.",
            labels: ["a": "b"],
            bounds: [0.5, 1]
        )
        for value in [0.5, 0.75, 1, 8] { histogram.observe(value) }
        histogram.observe(.milliseconds(250))
        histogram.observe(Double.nan)
        #expect(
            text(registry) == """
                # HELP wait Wait.
                # TYPE wait histogram
                wait_bucket{a="b",le="0.5"} 2
                wait_bucket{a="b",le="1"} 4
                wait_bucket{a="b",le="+Inf"} 5
                wait_sum{a="b"} 10.5
                wait_count{a="b"} 5

                """
        )
    }

    @Test func `are written as OpenMetrics wants them`() {
        let registry = MetricsRegistry()
        registry.counter("orders_total", help: "\"All\".").add(2)
        registry.counter("cpu_seconds_total", help: "C.") { 0.5 }
        registry.gauge("size_bytes", help: "S.").set(3)
        registry.histogram("wait_seconds", help: "W.", bounds: [0.5, 1]).observe(1)
        #expect(
            String(decoding: registry.text(.openMetrics), as: UTF8.self) == #"""
                # HELP orders \"All\".
                # TYPE orders counter
                orders_total 2
                # HELP cpu_seconds C.
                # TYPE cpu_seconds counter
                # UNIT cpu_seconds seconds
                cpu_seconds_total 0.5
                # HELP size_bytes S.
                # TYPE size_bytes gauge
                # UNIT size_bytes bytes
                size_bytes 3
                # HELP wait_seconds W.
                # TYPE wait_seconds histogram
                # UNIT wait_seconds seconds
                wait_seconds_bucket{le="0.5"} 0
                wait_seconds_bucket{le="1.0"} 1
                wait_seconds_bucket{le="+Inf"} 1
                wait_seconds_sum 1
                wait_seconds_count 1
                # EOF

                """#
        )
    }

    @Test func `include histograms that are kept elsewhere, once`() {
        let registry = MetricsRegistry()
        let kept = Histogram(bounds: [1])
        for _ in 0..<2 { registry.histogram("h", help: "H.", keptAs: kept) }
        kept.observe(2)
        #expect(text(registry).hasSuffix("\nh_sum 2\nh_count 1\n"))
    }

    @Test func `escape what would end a value or a line`() {
        let registry = MetricsRegistry()
        registry.counter("a", help: "x\\y\nz\"", labels: ["l": "a\\b\n\"c"]).add()
        #expect(text(registry).contains("# HELP a x\\\\y\\nz\"\n"))
        #expect(text(registry).contains("a{l=\"a\\\\b\\n\\\"c\"} 1\n"))
    }

    @Test(
        arguments: [
            (0, "0"), (-3, "-3"), (0.1, "0.1"), (1e16, "1e+16"), (.infinity, "+Inf"),
            (-.infinity, "-Inf"), (.nan, "NaN"),
        ] as [(Double, String)]
    )
    func `write numbers as Prometheus reads them`(value: Double, written: String) {
        let registry = MetricsRegistry()
        registry.gauge("g", help: "G.") { value }
        #expect(text(registry).hasSuffix("\ng \(written)\n"))
    }

    @Test func `are the same when asked for twice`() {
        let registry = MetricsRegistry()
        let gauge = registry.gauge("g", help: "G.", labels: ["a": "1", "b": "2"])
        gauge.add(2)
        registry.gauge("g", help: "G.", labels: ["a": "1", "b": "2"]).add(-0.5)
        #expect(gauge.value == 1.5)
    }

    @Test func `of one name fall together when there are too many`() {
        let registry = MetricsRegistry()
        for number in 0..<MetricsRegistry.maximumSeries + 2 {
            registry.counter("c", help: "C.", labels: ["n": "\(number)"]).add()
        }
        let lines = text(registry).split(separator: "\n").filter { $0.hasPrefix("c{") }
        #expect(lines.count == MetricsRegistry.maximumSeries + 1)
        #expect(lines.last == "c{n=\"other\"} 2")
    }

    @Test func `let a gauge's reading ask the registry`() {
        let registry = MetricsRegistry()
        registry.gauge("g", help: "G.") { [unowned registry] in
            Double(registry.counter("c", help: "C.").value)
        }
        #expect(text(registry).hasSuffix("\ng 0\n"))
    }

    @Test func `lose no addition that happens at the same time as another`() async {
        let registry = MetricsRegistry()
        await withDiscardingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<1_000 {
                        registry.counter("c", help: "C.").add()
                        registry.gauge("g", help: "G.").add(1)
                        registry.histogram("h", help: "H.").observe(1)
                    }
                }
            }
        }
        #expect(registry.counter("c", help: "C.").value == 4_000)
        #expect(registry.gauge("g", help: "G.").value == 4_000)
        #expect(registry.histogram("h", help: "H.").snapshot.sum == 4_000)
    }

    @Test(arguments: ["orders_total", "a:b", "_a1"])
    func `have names in Prometheus' grammar`(name: String) {
        #expect(MetricName.isMetric(name))
    }

    @Test(arguments: ["", "1a", "a-b", "a b", "ä", "a{"])
    func `have no other names`(name: String) {
        #expect(!MetricName.isMetric(name))
        #expect(!MetricName.isLabel(name))
    }
}
