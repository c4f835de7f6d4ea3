import HTTPTypes
import Telemetry
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `The format of the metrics` {
    @Test(
        arguments: [
            (nil, .prometheus), ("", .prometheus), ("*/*", .prometheus),
            ("text/plain", .prometheus), ("application/json", .prometheus),
            ("application/openmetrics-text", .openMetrics),
            ("Application/OpenMetrics-Text; Version=1.0.0", .openMetrics),
            ("application/*", .openMetrics), ("application/*;q=0", .prometheus),
            ("application/openmetrics-text;version=0.0.1", .prometheus),
            ("application/openmetrics-text;version=\"1.0.0\"", .openMetrics),
            ("application/openmetrics-text;q=0", .prometheus),
            ("application/openmetrics-text;q=0.2, text/plain;q=0.7", .prometheus),
            ("text/plain;q=0.2,application/openmetrics-text;q=0.7", .openMetrics),
            ("application/openmetrics-text;q=0.5, */*;q=0.1", .openMetrics),
            ("application/openmetrics-text;q=0.1, */*;q=0.5", .prometheus),
            ("application/openmetrics-text ; q=2", .prometheus),
            ("application/openmetrics-text;q=x, text/plain;q=0.1", .prometheus),
            (
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
                    + "application/openmetrics-text;version=0.0.1;q=0.4,"
                    + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,"
                    + "text/plain;version=0.0.4;q=0.2,*/*;q=0.1",
                .openMetrics
            ),
        ] as [(String?, MetricsFormat)]
    )
    func `is the one that is asked for`(accept: String?, format: MetricsFormat) {
        #expect(MetricsFormat(accepting: accept) == format)
    }

    @Test func `is told by the answer`() async throws {
        try await APIFixture.run { fixture in
            let answer = try await fixture.send(
                .get,
                "/metrics",
                fields: [.accept: "application/openmetrics-text; version=1.0.0"]
            )
            #expect(
                answer.fields[.contentType]
                    == "application/openmetrics-text; version=1.0.0; charset=utf-8"
            )
            #expect(answer.fields[.vary] == "Accept")
            #expect(answer.text.hasSuffix("\n# EOF\n"))
            #expect(answer.text.contains("# TYPE orderd_orders_accepted counter\n"))
            #expect(answer.text.contains("\norderd_orders_accepted_total 0\n"))
        }
    }
}
