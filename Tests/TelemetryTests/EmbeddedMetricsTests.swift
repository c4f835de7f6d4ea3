import Foundation
import JSON
import Testing

@testable import Telemetry

struct `Metrics in Embedded Metric Format` {
    private let registry = MetricsRegistry()
    private let now = Date(timeIntervalSince1970: 1_800_000_000.25)

    private func tell(_ metrics: inout EmbeddedMetrics) throws -> [JSONValue] {
        var lines: [[UInt8]] = []
        metrics.tell(registry, at: now) { line in
            lines.append(Array(line))
            return true
        }
        return try lines.map { try JSONValue(parsing: $0) }
    }

    private func names(_ line: JSONValue) -> [String] {
        let metrics = line["_aws"]?["CloudWatchMetrics"]?[0]?["Metrics"]?.array ?? []
        return metrics.compactMap { $0["Name"]?.string }
    }

    @Test func `are a line for each set of labels, which are dimensions`() throws {
        registry.counter("orders_total", help: "", labels: ["status": "failed"]).add(2)
        registry.gauge("depth", help: "").set(1.5)
        registry.gauge("size_bytes", help: "").set(4_096)
        registry.gauge("depth", help: "", labels: ["status": "failed"]).set(3)
        var metrics = EmbeddedMetrics(namespace: "shop")
        let lines = try tell(&metrics)
        try #require(lines.count == 2)
        #expect(
            lines[0] == [
                "_aws": [
                    "Timestamp": 1_800_000_000_250,
                    "CloudWatchMetrics": [
                        [
                            "Namespace": "shop", "Dimensions": [["status"]],
                            "Metrics": [
                                ["Name": "orders_total", "Unit": "Count"], ["Name": "depth"],
                            ],
                        ]
                    ],
                ],
                "status": "failed", "orders_total": 2, "depth": 3,
            ]
        )
        let directive = lines[1]["_aws"]?["CloudWatchMetrics"]?[0]
        #expect(directive?["Dimensions"] == [[]])
        #expect(
            directive?["Metrics"] == [["Name": "depth"], ["Name": "size_bytes", "Unit": "Bytes"]]
        )
        #expect(lines[1]["depth"] == 1.5 && lines[1]["size_bytes"] == 4_096)
    }

    @Test func `tell of counters how much they grew, and of gauges what they are`() throws {
        let counter = registry.counter("a_total", help: "")
        let read = Counter()
        registry.counter("b_total", help: "") { read.value }
        let gauge = registry.gauge("c", help: "")
        var metrics = EmbeddedMetrics(namespace: "n")
        #expect(try tell(&metrics).map(names) == [["c"]])
        counter.add(5)
        read.add(7)
        gauge.set(-1)
        let first = try tell(&metrics)[0]
        #expect(first["a_total"] == 5 && first["b_total"] == 7 && first["c"] == -1)
        counter.add(1)
        let second = try tell(&metrics)[0]
        #expect(second["a_total"] == 1 && second["b_total"] == 0 && second["c"] == -1)
    }

    @Test func `tell of histograms how many values came and what they sum up to`() throws {
        let histogram = registry.histogram("wait_seconds", help: "", bounds: [1, 2])
        var metrics = EmbeddedMetrics(namespace: "n")
        #expect(try tell(&metrics).isEmpty)
        for value in [0.5, 1, 8] { histogram.observe(value) }
        let first = try tell(&metrics)[0]
        #expect(first["wait_seconds_count"] == 3 && first["wait_seconds_sum"] == 9.5)
        let units = first["_aws"]?["CloudWatchMetrics"]?[0]?["Metrics"]?.array?.map { $0["Unit"] }
        #expect(units == ["Count", "Seconds"])
        histogram.observe(0.25)
        let second = try tell(&metrics)[0]
        #expect(second["wait_seconds_count"] == 1 && second["wait_seconds_sum"] == 0.25)
    }

    @Test func `tell again what was not taken`() throws {
        let counters = ["a", "b"].map {
            registry.counter("x_total", help: "", labels: ["kind": $0])
        }
        for counter in counters { counter.add(4) }
        var metrics = EmbeddedMetrics(namespace: "n")
        var lines = 0
        metrics.tell(registry, at: now) { _ in
            lines += 1
            return lines == 1
        }
        counters[1].add(1)
        #expect(try tell(&metrics).map { $0["x_total"] } == [0, 5])
    }

    @Test func `are a hundred in a line at most`() throws {
        for number in 0..<201 { registry.gauge("g\(number)", help: "").set(Double(number)) }
        var metrics = EmbeddedMetrics(namespace: "n")
        let lines = try tell(&metrics)
        #expect(lines.map { names($0).count } == [100, 100, 1])
        #expect(lines.allSatisfy { line in names(line).allSatisfy { line[$0] != nil } })
        #expect(lines[2]["g200"] == 200)
    }

    @Test func `have no value that is no number, and no dimension without a value`() throws {
        registry.gauge("left", help: "").set(.infinity)
        registry.gauge("none", help: "").set(.nan)
        registry.gauge("big", help: "").set(1e300)
        registry.counter("ended_total", help: "", labels: ["status": "ok", "error": ""]).add()
        let long = String(repeating: "ä\"", count: 1_000)
        registry.counter("long_total", help: "", labels: ["error": long]).add()
        var metrics = EmbeddedMetrics(namespace: "n")
        let lines = try tell(&metrics)
        #expect(lines.map(names) == [["big"], ["ended_total"], ["long_total"]])
        #expect(lines[0]["big"] == 1e300)
        #expect(lines[1]["_aws"]?["CloudWatchMetrics"]?[0]?["Dimensions"] == [["status"]])
        #expect(lines[1]["error"] == nil)
        #expect(lines[2]["error"]?.string?.count == 1_024)
    }

    @Test(arguments: [
        ("orderd", nil), ("Shop/Orders.v1-a_b#c:d e", nil),
        (String(repeating: "n", count: 255), nil),
        ("", "0 characters"), (String(repeating: "n", count: 256), "256 characters"),
        ("AWS/SES", "kept for AWS"), (":a", "colon"), ("a*b", "letters, digits"),
        ("ä", "letters, digits"),
    ])
    func `need a namespace of a right name`(name: String, fault: String?) {
        let found = EmbeddedMetrics.fault(ofNamespace: name)
        #expect(fault.map { found?.contains($0) == true } ?? (found == nil), "\(found ?? "")")
    }
}
