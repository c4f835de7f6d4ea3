import Foundation
import JSON
import TestClosing

/// A receiver of spans by OTLP, whose messages are those of opentelemetry-proto.
struct SpanReceiver {
    let program: RunningProgram
    let url: String

    private static let python = Repository.root.appending(path: ".build/moto/bin/python")

    /// Whether the README's test command has been run.
    static let isInstalled: Bool = {
        let folder = Repository.root.appending(path: ".build/moto/lib")
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return versions.contains { version in
            let path = "\(version)/site-packages/opentelemetry/proto/trace"
            return FileManager.default.fileExists(atPath: folder.appending(path: path).path)
        }
    }()

    /// Starts it; the first requests are answered with those statuses.
    init(refusing statuses: [Int] = []) async throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/otlp_receiver.py")
        program = try RunningProgram(
            Self.python,
            [file.path] + statuses.map(String.init)
        )
        let line = try await program.line(containing: #""listening""#)
        url = try JSONValue(parsing: line)["listening"]?.string ?? ""
    }

    /// The families of metrics whose buckets have an exemplar of the test's trace, as Prometheus' own parser reads them.
    static func exemplars(in file: URL) async throws -> [String] {
        let program = """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families
            for family in text_string_to_metric_families(open(sys.argv[1]).read()):
                for sample in family.samples:
                    if sample.exemplar and float(sample.exemplar.timestamp) > 1.7e9:
                        assert sample.exemplar.labels == {"trace_id": "0af7651916cd43dd8448eb211c80319c"}
                        print(family.name)
            """
        let (status, text) = try await Command.run(python.path, ["-c", program, file.path])
        guard status == 0 else { throw Answer.Failure(text: text) }
        return text.split(separator: "\n").map(String.init)
    }

    var environment: [String: String] {
        ["OTEL_EXPORTER_OTLP_ENDPOINT": url, "OTEL_BSP_SCHEDULE_DELAY": "50"]
    }

    /// Every span that has come.
    func spans() throws -> [JSONValue] {
        try program.text.split(separator: "\n").filter { $0.contains(#""span":"#) }
            .map { try JSONValue(parsing: String($0)) }
    }

    /// Every span, once there is one of that name for each of the orders.
    func spans(until name: String, of orders: [String]) async throws -> [JSONValue] {
        for order in orders {
            while try !spans().contains(where: { $0.isNamed(name) && $0.order == order }) {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
        return try spans()
    }
}

extension JSONValue {
    func isNamed(_ name: String) -> Bool { self["span"]?.string == name }

    /// The order that a span is about.
    var order: String? { self["attributes"]?["orderd.order.id"]?.string }
}
