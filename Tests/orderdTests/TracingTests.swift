import Foundation
import JSON
import TestClosing
import Testing

/// Spans of the program itself, read by a receiver that others wrote.
@Suite(
    .closingPrograms,
    .enabled(
        if: SpanReceiver.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "opentelemetry-proto is not installed: see the README's test command"
    )
)
struct `The spans of the service` {
    private static let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    /// An order that starts another, waits for a worker, and sends.
    private static let main = """
        {"StartAt": "Child", "States": {
          "Child": {"Type": "Task", "Next": "Pack", "ResultPath": null,
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Parameters": {"StateMachineArn": "arn:aws:states:us-east-1:000000000000:stateMachine:Small", "Input": {}}},
          "Pack": {"Type": "Task", "Next": "Send", "ResultPath": null,
            "Resource": "arn:aws:states:us-east-1:000000000000:activity:pack"},
          "Send": {"Type": "Task", "End": true, "Resource": "arn:aws:lambda:REGION:ACCOUNT_ID:function:ProcessOrderFunction"}}}
        """

    private static let small =
        #"{"StartAt": "Nothing", "States": {"Nothing": {"Type": "Pass", "End": true}}}"#

    private func settings(in folder: URL) throws -> [String] {
        let workflows = folder.appending(path: "workflows")
        try FileManager.default.createDirectory(at: workflows, withIntermediateDirectories: true)
        let main = folder.appending(path: "main.asl.json")
        try Data(Self.main.utf8).write(to: main)
        try Data(Self.small.utf8).write(to: workflows.appending(path: "Small.asl.json"))
        return [
            "--set", "workflow.file=\(main.path)", "--set", "workflow.directory=\(workflows.path)",
            "--set", "workflow.requireEmails=Small=false",
        ]
    }

    @Test func `of an order, its child and a failed send belong together over a restart`()
        async throws
    {
        let folder = try TestFolder.make()
        let receiver = try await SpanReceiver()
        let sandbox = try await SandboxProcess(in: folder)
        let environment = receiver.environment.merging(sandbox.environment) { $1 }
            .merging(["OTEL_SERVICE_NAME": "shop"]) { $1 }
        let arguments = try settings(in: folder)
        let data = folder.appending(path: "data")
        var service = try await ServiceProcess(arguments, environment: environment, data: data)
        let head = ["-H", "traceparent: \(Self.parent)", "-H", "tracestate: rojo=1"]
        let order = #"{"orderId":"001","customerEmail":"secret@example.com"}"#
        let accepted = try await service.curl(
            "/orders",
            head + ["-H", "Content-Type: application/json", "-d", order]
        )
        #expect(accepted.status == 202)
        // It waits for a worker; its child has ended.
        _ = try await receiver.spans(until: "Child", of: ["001"])
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
        service = try await ServiceProcess(arguments, environment: environment, data: data)
        let task = try await service.curl(
            "/activities/pack/task",
            ["-H", "Content-Type: application/json", "-d", "{}"]
        ).json()
        let token = try #require(task["taskToken"]?.string)
        try await sandbox.fail(#"{"service":"ses","kind":"throttle"}"#)
        let success = JSONValue.object(["taskToken": .string(token), "output": [:]]).text
        let told = try await service.curl(
            "/tasks/success",
            ["-H", "Content-Type: application/json", "-d", success]
        )
        #expect(told.status == 200)
        _ = try await receiver.spans(until: "SES.SendEmail", of: ["001"])
        try await sandbox.fail("")
        _ = try await service.order("001", is: ["SUCCEEDED"])
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
        try check(try await receiver.spans(until: "order", of: ["001", "Small:001.1"]))
        #expect(!receiver.program.text.contains("secret@example.com"))
        // One line of the log leads to the trace, and the other way round.
        let line = try await service.program.line(containing: #""message":"order ended""#)
        #expect(try JSONValue(parsing: line)["trace_id"] == "0af7651916cd43dd8448eb211c80319c")
    }

    private func check(_ spans: [JSONValue]) throws {
        func text(_ span: JSONValue, _ name: String) -> String { span[name]?.string ?? "" }
        #expect(spans.allSatisfy { $0["traceId"] == "0af7651916cd43dd8448eb211c80319c" })
        #expect(spans.allSatisfy { $0["traceState"] == "rojo=1" })
        #expect(spans.allSatisfy { $0["resource"]?["service.name"] == "shop" })
        #expect(spans.allSatisfy { $0["path"] == "/v1/traces" })
        let ids = spans.map { text($0, "spanId") }
        #expect(Set(ids).count == ids.count)
        // Nobody is without a parent but who was called from outside.
        for span in spans {
            let parent = text(span, "parentSpanId")
            let isKnown = ids.contains(parent) || parent == "b7ad6b7169203331"
            #expect(isKnown, "\(text(span, "span")) has the parent \(parent)")
            let (start, end) = (Int(text(span, "start")) ?? 0, Int(text(span, "end")) ?? 0)
            #expect(start > 0 && start <= end)
        }
        func only(_ name: String, of order: String = "001") throws -> JSONValue {
            let found = spans.filter { $0.isNamed(name) && $0.order == order }
            #expect(found.count == 1, "\(name) of \(order): \(found.count)")
            return try #require(found.first)
        }
        func parent(of span: JSONValue) throws -> String {
            let id = text(span, "parentSpanId")
            return text(try #require(spans.first { text($0, "spanId") == id }), "span")
        }
        let server = try only("POST /orders")
        #expect(server["kind"] == 2 && server["parentSpanId"] == "b7ad6b7169203331")
        #expect(server["attributes"]?["http.response.status_code"] == 202)
        #expect(try parent(of: only("order")) == "POST /orders")
        for state in ["queue wait", "Child", "Pack", "Send"] {
            #expect(try parent(of: only(state)) == "order")
        }
        #expect(try parent(of: only("start order")) == "Child")
        let child = "Small:001.1"
        #expect(try parent(of: only("order", of: child)) == "start order")
        #expect(try parent(of: only("Nothing", of: child)) == "order")
        let sends = spans.filter { $0.isNamed("SES.SendEmail") }
        // Each time that it is made a call has a span of its own.
        #expect(sends.count >= 2)
        #expect(try sends.allSatisfy { try parent(of: $0) == "Send" && $0["kind"] == 3 })
        #expect(sends.first?["status"] == 2 && sends.last?["status"] == 0)
        #expect(sends.first?["attributes"]?["error.type"] != nil)
        #expect(sends.first?["attributes"]?["rpc.system"] == "aws-api")
        #expect(try parent(of: only("SNS.Publish")) == "Send")
        #expect(try only("order")["status"] == 0)
    }

    @Test func `reach a receiver that refuses them at first, and are counted`() async throws {
        let receiver = try await SpanReceiver(refusing: [503, 429])
        let service = try await ServiceProcess(
            ["--sandbox"],
            environment: receiver.environment,
            data: try TestFolder.make()
        )
        _ = try await service.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        _ = try await receiver.spans(until: "order", of: ["1"])
        _ = try await service.program.line(containing: "spans reach their receiver again")
        while try await service.curl("/metrics").body.contains(
            "orderd_trace_spans_exported_total 0"
        ) {
            try Task.checkCancellation()
        }
        let metrics = try await service.curl("/metrics").body
        #expect(metrics.contains(#"orderd_trace_spans_dropped_total{reason="refused"} 0"#))
    }

    @Test func `are where buckets of histograms lead, as Prometheus reads them`() async throws {
        let receiver = try await SpanReceiver()
        let service = try await ServiceProcess(
            ["--sandbox"],
            environment: receiver.environment,
            data: try TestFolder.make()
        )
        let head = ["-H", "traceparent: \(Self.parent)", "-H", "Content-Type: application/json"]
        let order = #"{"orderId":"1","customerEmail":"a@example.com"}"#
        _ = try await service.curl("/orders", head + ["-d", order])
        _ = try await receiver.spans(until: "order", of: ["1"])
        let accept = ["-H", "Accept: application/openmetrics-text"]
        let metrics = try await service.curl("/metrics", accept).body
        let file = try TestFolder.make().appending(path: "metrics")
        try Data(metrics.utf8).write(to: file)
        let found = try await SpanReceiver.exemplars(in: file)
        #expect(
            Set(found) == [
                "orderd_order_accept_duration_seconds", "orderd_order_queue_wait_seconds",
                "orderd_order_duration_seconds", "orderd_delivery_duration_seconds",
                "orderd_task_duration_seconds",
            ]
        )
        #expect(!(try await service.curl("/metrics").body).contains("trace_id"))
    }

    @Test func `are lost without a receiver, and nothing else`() async throws {
        let service = try await ServiceProcess(
            ["--sandbox"],
            environment: [
                "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9",
                "OTEL_BSP_SCHEDULE_DELAY": "10",
                "ORDERD_QUEUE_GRACE_PERIOD": "1s",
            ],
            data: try TestFolder.make()
        )
        _ = try await service.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        _ = try await service.order("1", is: ["SUCCEEDED"])
        _ = try await service.program.line(containing: "spans do not reach their receiver")
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
        #expect(service.program.text.contains("the last spans did not reach their receiver"))
    }

    @Test(
        arguments: [
            (["OTEL_EXPORTER_OTLP_ENDPOINT": "localhost:4318"], "is no http or https URL"),
            (
                ["OTEL_EXPORTER_OTLP_ENDPOINT": "http://a", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"],
                "spans go by http/protobuf alone"
            ),
            (
                [
                    "OTEL_EXPORTER_OTLP_ENDPOINT": "http://a",
                    "OTEL_EXPORTER_OTLP_CERTIFICATE": "/no",
                ],
                "OTEL_EXPORTER_OTLP_CERTIFICATE"
            ),
            (
                [
                    "OTEL_EXPORTER_OTLP_ENDPOINT": "http://a",
                    "OTEL_EXPORTER_OTLP_HEADERS": "a b=hunter2",
                ],
                "OTEL_EXPORTER_OTLP_HEADERS: has an entry that is no header"
            ),
            (
                [
                    "OTEL_EXPORTER_OTLP_ENDPOINT": "http://a",
                    "OTEL_EXPORTER_OTLP_HEADERS": "a=b",
                    "OTEL_EXPORTER_OTLP_TRACES_HEADERS": "a=b, hunter2",
                ],
                "OTEL_EXPORTER_OTLP_TRACES_HEADERS: has an entry that is no header"
            ),
            (["OTEL_TRACES_EXPORTER": "zipkin"], "only otlp, or none"),
        ] as [([String: String], String)]
    )
    func `stop the start where they would go nowhere`(
        environment: [String: String],
        reason: String
    ) async throws {
        let folder = try TestFolder.make()
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["serve", "--sandbox", "--port", "0", "--data", folder.path],
            environment: environment
        )
        #expect(status == 78)
        #expect(text.contains(reason) && !text.contains("hunter2"))
    }
}
