import Foundation
import JSON

/// SES and SNS in a process of their own, so that they survive the service.
struct SandboxProcess {
    let program: RunningProgram
    /// What a service needs to reach it.
    let environment: [String: String]
    private let certificate: String
    private let file: URL

    init(in folder: URL) async throws {
        file = folder.appending(path: "messages")
        certificate = folder.appending(path: "ca.pem").path
        program = try RunningProgram(
            Repository.program,
            ["sandbox", "--port", "0", "--certificate", certificate, "--messages", file.path]
        )
        _ = try await program.line(containing: "AWS_SECRET_ACCESS_KEY=")
        var environment = [
            "AWS_CA_BUNDLE": certificate, "AWS_REGION": "us-east-1",
            "SENDER_EMAIL": "orders@example.com",
            "SNS_TOPIC_ARN": "arn:aws:sns:us-east-1:000000000000:orders",
        ]
        for line in program.text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { environment[parts[0]] = parts[1] }
        }
        self.environment = environment
    }

    /// Makes it fail on purpose, such as `{"kind":"delay","milliseconds":60000}`.
    func fail(_ faults: String) async throws {
        let body = #"{"faults":[\#(faults)]}"#
        let arguments = ["-X", "PUT", "-H", "Content-Type: application/json", "-d", body]
        let answer = try await curl("/sandbox/faults", arguments)
        guard answer.status < 300 else { throw Answer.Failure(text: answer.body) }
    }

    /// All that was accepted, oldest first; over HTTP it shows the last ten thousand.
    func messages() throws -> [JSONValue] {
        try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
            try JSONValue(parsing: Array($0))
        }
    }

    private func curl(_ path: String, _ arguments: [String] = []) async throws -> Answer {
        let endpoint = environment["AWS_ENDPOINT_URL"] ?? ""
        return try await Answer(curl: ["--cacert", certificate, endpoint + path] + arguments)
    }
}
