import Foundation
import JSON
import TestClosing

/// A receiver of webhooks that others' code verifies: the standardwebhooks package of PyPI.
struct WebhookReceiver {
    private let program: RunningProgram
    let url: String

    private static let python = Repository.root.appending(path: ".build/moto/bin/python")
    private static let script = Repository.root.appending(
        path: "Tests/orderdTests/Fixtures/webhook_receiver.py"
    )

    /// Whether the README's test command has been run.
    static let isInstalled: Bool = {
        let library = Repository.root.appending(path: ".build/moto/lib")
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: library.path)) ?? []
        return versions.contains { version in
            let package = "\(version)/site-packages/standardwebhooks/__init__.py"
            return FileManager.default.fileExists(atPath: library.appending(path: package).path)
        }
    }()

    /// Starts it; it answers with these statuses, then with 200.
    init(_ secrets: [String], answering statuses: [Int] = []) async throws {
        program = try RunningProgram(
            URL(filePath: "/usr/bin/timeout"),
            ["-s", "KILL", "600", Self.python.path, Self.script.path]
                + [secrets.joined(separator: ",")] + statuses.map { "\($0)" }
        )
        let line = try await program.line(containing: "listening on ")
        url = "http://127.0.0.1:\(line.split(separator: " ").last ?? "")/hook/t0ken"
    }

    /// What lets a service call it, with those secrets.
    func settings(_ secrets: [String]) -> [String] {
        let host = url.split(separator: "/").prefix(2).joined(separator: "//")
        return [
            "alerts.webhook=\(url)", "alerts.webhookSecret=\(secrets.joined(separator: " "))",
            "alerts.webhookAllow=\(host)",
        ].flatMap { ["--set", $0] }
    }

    /// All that it was given so far.
    var all: [JSONValue] {
        program.text.split(separator: "\n").compactMap { line in
            let value = try? JSONValue(parsing: String(line))
            return value?["id"] == nil ? nil : value
        }
    }

    /// The first of that type that was answered so, as soon as it was given one.
    func message(_ type: String, status: Int = 200) async throws -> JSONValue {
        let line = try await program.line(
            containing: #""status": \#(status), "body": {"type": "\#(type)""#
        )
        return try JSONValue(parsing: line)
    }
}
