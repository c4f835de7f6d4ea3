import Foundation
import TestClosing
import Testing

/// What `config/monitoring/` holds for Prometheus and Grafana.
@Suite(.closingPrograms)
struct `The monitoring files` {
    private static let folder = Repository.root.appending(path: "config/monitoring")

    @Test func `name metrics and labels that there are`() async throws {
        let folder = try TestFolder.make()
        let known = try await Self.labels(of: Self.metrics(in: folder))
        let documents = ["alerts.yml", "alerts_test.yml", "dashboard.json", "../README.md"]
        for document in documents {
            let file = Self.folder.appending(path: document)
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: #/\b((?:orderd|process)_[a-z_]+)(?:\{([^}]*)\})?/#) {
                let name = String(match.output.1)
                let labels = try #require(known[name], "\(document) names \(name)")
                for label in (match.output.2 ?? "").matches(of: #/([a-z_]+)=~?\\?"/#) {
                    let label = String(label.output.1)
                    let isThere = labels.contains(label) || ["job", "instance"].contains(label)
                    #expect(isThere, "\(document) wants \(label) of \(name)")
                }
            }
        }
        // And every metric is looked at somewhere.
        let dashboard = try String(
            contentsOf: Self.folder.appending(path: "dashboard.json"),
            encoding: .utf8
        )
        for name in known.keys where name.firstMatch(of: Self.part) == nil {
            #expect(dashboard.contains(name), "no panel shows \(name)")
        }
    }

    @Test(
        .enabled(
            if: Promtool.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
            "promtool is not installed: apt-get install prometheus"
        )
    )
    func `and the metrics are as promtool wants them`() async throws {
        let folder = try TestFolder.make()
        let metrics = folder.appending(path: "metrics")
        try Data(try await Self.metrics(in: folder).utf8).write(to: metrics)
        try await Promtool.run("check metrics <\(metrics.path)", in: folder)
        for command in [
            "check config prometheus.yml", "check rules alerts.yml", "test rules alerts_test.yml",
        ] {
            try await Promtool.run(command, in: Self.folder)
        }
    }

    /// What a service shows that has all settings which bring metrics with them, and has carried an order to its end.
    private static func metrics(in folder: URL) async throws -> String {
        let sandbox = try await SandboxProcess(in: folder)
        let nobody = "http://127.0.0.1:9"
        let service = try await ServiceProcess(
            ["--set", "cloudwatch.logGroup=/shop", "--set", "sources.sqs=\(nobody)/1/orders"],
            environment: sandbox.environment.merging(
                [
                    "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS": nobody, "AWS_ENDPOINT_URL_SQS": nobody,
                    "OTEL_EXPORTER_OTLP_ENDPOINT": nobody,
                ]
            ) { $1 },
            data: folder.appending(path: "data")
        )
        let order = #"{"orderId":"1","customerEmail":"a@example.com"}"#
        #expect(try await service.post(order).status == 202)
        _ = try await service.order("1", is: ["SUCCEEDED"])
        return try await service.curl("/metrics").body
    }

    /// How the names of a histogram's parts end.
    private static var part: Regex<(Substring, Substring)> { #/_(bucket|sum|count)$/# }

    /// The labels of each metric and of each of its parts; `le` is a bucket's.
    private static func labels(of text: String) -> [String: Set<String>] {
        var labels: [String: Set<String>] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let name = String(line.prefix { $0 != " " && $0 != "{" })
            let found = line.matches(of: #/([a-z_]+)="/#).map { String($0.output.1) }
            let family = name.replacing(Self.part, with: "")
            for name in [name, family] { labels[name, default: []].formUnion(found) }
        }
        return labels
    }
}

/// Debian's, out of its package `prometheus`.
private enum Promtool {
    static let program = URL(filePath: "/usr/bin/promtool")

    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program.path) }

    /// Runs it in a shell; what it finds, lint included, is a failure.
    static func run(_ command: String, in folder: URL) async throws {
        try #require(isInstalled, "run the README's test command first")
        let program = try RunningProgram(
            URL(filePath: "/bin/sh"),
            ["-c", "exec \(Self.program.path) \(command)"],
            in: folder
        )
        #expect(await program.end() == 0, "\(command): \(program.text)")
    }
}
