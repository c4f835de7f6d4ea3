import Foundation
import JSON
import TestClosing
import Testing

/// Log lines and metrics on their way to CloudWatch Logs.
@Suite(.closingPrograms)
struct `To CloudWatch the service` {
    @Test(
        .enabled(
            if: MotoServer.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
            "moto is not installed: python3 -m venv .build/moto && .build/moto/bin/pip install -q 'moto[server]'"
        )
    )
    func `ships every line once and in order, and the metrics`() async throws {
        try #require(MotoServer.isInstalled, "run the README's test command first")
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let moto = try await MotoServer(.plain)
        let service = try await ServiceProcess(
            [
                "cloudwatch.logGroup=/shop", "cloudwatch.logStream=one", "cloudwatch.metrics=ship",
            ].flatMap { ["--set", $0] },
            environment: environment(sandbox, logs: moto.url),
            data: folder.appending(path: "data")
        )
        let numbers = (1...30).map(String.init)
        for number in numbers {
            let order = #"{"orderId":"\#(number)","customerEmail":"a@example.com"}"#
            #expect(try await service.post(order).status == 202)
        }
        for number in numbers { _ = try await service.order(number, is: ["SUCCEEDED"]) }
        let health = try await service.curl("/health").json()
        #expect(health["checks"]?["cloudwatch:logs"]?[0]?["status"] == "pass", "\(health)")
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)

        let events = try await moto.call(
            "logs",
            "Logs_20140328.GetLogEvents",
            ["logGroupName": "/shop", "logStreamName": "one", "startFromHead": true]
        )
        let messages = try (events["events"]?.array ?? [])
            .map { try JSONValue(parsing: $0["message"]?.string ?? "") }
        let lines = messages.filter { $0["_aws"] == nil }
        #expect(accepted(lines) == numbers.map { "POST \($0)" })
        // Standard error has the same lines; those of two threads may change places, and the last ones come too late.
        let own = try service.program.text.split(separator: "\n")
            .map { try JSONValue(parsing: String($0)) }
        let (shipped, written) = (Set(lines.map(withoutTime)), own.map(withoutTime))
        #expect(shipped.count == lines.count && shipped.isSubset(of: written))
        let late = written.filter { !shipped.contains($0) }
        #expect(late.count < 3 && late.last?.contains(#""message":"stopped""#) == true, "\(late)")

        let count = messages.compactMap { $0["orderd_orders_accepted_total"]?.int }.reduce(0, +)
        #expect(count == numbers.count)
    }

    @Test func `that never answers loses nothing but lines`() async throws {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let program = """
            import socket, time
            server = socket.create_server(("127.0.0.1", 0))
            print("port", server.getsockname()[1], flush=True)
            time.sleep(1200)
            """
        let hole = try RunningProgram(URL(filePath: "/usr/bin/python3"), ["-c", program])
        let port = try await hole.line(containing: "port ").dropFirst(5)
        let service = try await ServiceProcess(
            ["--set", "cloudwatch.logGroup=/shop"],
            environment: environment(sandbox, logs: "http://127.0.0.1:\(port)"),
            data: folder.appending(path: "data")
        )
        for number in 1...30 {
            let order = #"{"orderId":"\#(number)","customerEmail":"a@example.com"}"#
            #expect(try await service.post(order).status == 202)
            _ = try await service.order("\(number)", is: ["SUCCEEDED"])
        }
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
        #expect(service.program.text.contains("the last log lines did not reach CloudWatch"))
    }

    private func environment(_ sandbox: SandboxProcess, logs: String) -> [String: String] {
        sandbox.environment.merging(["AWS_ENDPOINT_URL_CLOUDWATCH_LOGS": logs]) { $1 }
    }

    /// The orders of the lines about requests that made one.
    private func accepted(_ lines: [JSONValue]) -> [String] {
        lines.filter { $0["message"] == "request" && $0["http.status"] == 202 }
            .map { "\($0["http.method"]?.string ?? "") \($0["order.id"]?.string ?? "")" }
    }

    private func withoutTime(_ line: JSONValue) -> String {
        var members = line.object ?? [:]
        members["time"] = nil
        return JSONValue.object(members).text
    }
}
