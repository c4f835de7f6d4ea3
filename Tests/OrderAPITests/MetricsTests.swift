import HTTPTypes
import JSON
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `The metrics` {
    @Test func `tell every family that dashboards rely on`() async throws {
        try await APIFixture.run { fixture in
            let text = try await fixture.get("/metrics").text
            let families = text.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }
                .map { $0.dropFirst(7) }
            #expect(
                families.sorted() == [
                    "orderd_deliveries gauge", "orderd_delivery_attempts_total counter",
                    "orderd_delivery_duration_seconds histogram",
                    "orderd_http_request_duration_seconds histogram",
                    "orderd_http_responses_total counter",
                    "orderd_order_accept_duration_seconds histogram",
                    "orderd_order_duration_seconds histogram",
                    "orderd_order_queue_wait_seconds histogram", "orderd_orders gauge",
                    "orderd_orders_accepted_total counter",
                    "orderd_orders_ended_total counter", "orderd_orders_faulty gauge",
                    "orderd_orders_in_flight gauge", "orderd_orders_replayed_total counter",
                    "orderd_orders_waiting gauge",
                    "orderd_queue_oldest_age_seconds gauge", "orderd_store_size_bytes gauge",
                ]
            )
        }
    }

    @Test func `count what happened`() async throws {
        try await APIFixture.run { fixture in
            try await fixture.submit("1")
            try await fixture.submit("2")
            try await fixture.submit("2")
            try await fixture.submit("3")
            _ = try await fixture.makeUncertainDelivery()
            let next = Move.Next.sleep(until: fixture.clock.now, gate: "email")
            try await fixture.record(try await fixture.claim(), events: 1, next: next)
            fixture.clock.advance(by: 7)
            let lines = try await fixture.get("/metrics").text.split(separator: "\n")
            for line in [
                "orderd_orders_accepted_total 3", "orderd_orders_replayed_total 1",
                #"orderd_orders{status="QUEUED"} 1"#, #"orderd_orders{status="HELD"} 1"#,
                #"orderd_orders{status="FAILED"} 0"#,
                #"orderd_deliveries{status="uncertain"} 1"#,
                #"orderd_orders_waiting{for="email"} 1"#,
                #"orderd_orders_waiting{for="notice"} 0"#, "orderd_orders_faulty 0",
                "orderd_queue_oldest_age_seconds 7",
                "orderd_order_accept_duration_seconds_count 3",
            ] {
                #expect(lines.contains { $0 == line }, "\(line)")
            }
        }
    }

    @Test func `are in Prometheus' text format`() async throws {
        try await APIFixture.run { fixture in
            let answer = try await fixture.get("/metrics")
            #expect(
                answer.fields[.contentType] == "text/plain; version=0.0.4; charset=utf-8"
            )
            #expect(answer.text.hasSuffix("\n"))
            var families: [String] = []
            var series: Set<Substring> = []
            for line in answer.text.split(separator: "\n", omittingEmptySubsequences: false)
                .dropLast()
            {
                if let type = line.wholeMatch(of: #/# TYPE (\w+) (counter|gauge|histogram)/#) {
                    let name = String(type.output.1)
                    #expect(!families.contains(name), "\(name) is described twice")
                    #expect((type.output.2 == "counter") == name.hasSuffix("_total"))
                    families.append(name)
                } else if line.wholeMatch(of: #/# HELP [a-z_]+ [^ ].*/#) == nil {
                    let sample = try #require(line.wholeMatch(of: Self.sample), "\(line)")
                    // Samples stand below the description of their own family.
                    #expect(sample.output.1.hasPrefix(families.last ?? "?"), "\(line)")
                    #expect(series.insert(line.prefix { $0 != " " }).inserted, "\(line) twice")
                }
            }
        }
    }

    private static var sample: Regex<(Substring, Substring)> {
        #/([a-z_]+)(?:\{[a-z_]+="[^"\\]*"(?:,[a-z_]+="[^"\\]*")*\})? (?:[-+]?[0-9.eE+-]+|NaN|\+Inf)/#
    }
}
