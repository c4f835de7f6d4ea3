import Foundation
import JSON
import TestClosing
import Testing

/// What operators see of a running service.
@Suite(.closingPrograms)
struct `The running service shows` {
    @Test func `in its metrics what it has done`() async throws {
        let data = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: data)
        let order = #"{"orderId":"1","customerEmail":"a@example.com"}"#
        let first = try await service.post(order)
        _ = try await service.order("1", is: ["SUCCEEDED"])
        let again = try await service.post(order)
        let missing = try await service.curl("/nothing")
        var metrics = try await service.curl("/metrics")
        // What is shown as ended may be in the engine's hands for a moment more.
        while !metrics.body.contains("orderd_orders_in_flight 0") {
            try Task.checkCancellation()
            metrics = try await service.curl("/metrics")
        }
        let ready = try await service.curl("/readyz")
        await service.kill()
        let statuses = [first, again, missing, metrics, ready].map(\.status)
        #expect(statuses == [202, 200, 404, 200, 200])
        let lines = metrics.body.split(separator: "\n")
        for line in [
            "orderd_orders_accepted_total 1", "orderd_orders_replayed_total 1",
            #"orderd_orders{status="SUCCEEDED"} 1"#, #"orderd_deliveries{status="sent"} 2"#,
            #"orderd_http_responses_total{status="4xx"} 1"#,
            #"orderd_http_responses_total{status="5xx"} 0"#, "orderd_orders_in_flight 0",
        ] {
            #expect(lines.contains { $0 == line }, "\(line)")
        }
    }

    @Test func `that orders fail, and why, without a word of a customer`() async throws {
        let folder = try TestFolder.make()
        let workflow = folder.appending(path: "workflow.json")
        try Data(Self.failing.utf8).write(to: workflow)
        let service = try await ServiceProcess(
            ["--sandbox", "--set", "workflow.file=\(workflow.path)"],
            data: folder.appending(path: "data")
        )
        let computed = #"{"orderId":"0","customerEmail":"secret@example.com","computed":true}"#
        #expect(try await service.post(computed).status == 202)
        for number in 1...5 {
            _ = try await service.post(
                #"{"orderId":"\#(number)","customerEmail":"secret@example.com"}"#
            )
        }
        for number in 0...5 { _ = try await service.order("\(number)", is: ["FAILED"]) }
        var check: JSONValue?
        // The parts are looked at once a second.
        while check?["status"] != "warn" {
            try Task.checkCancellation()
            check = try await service.curl("/health").json()["checks"]?["orders:failed"]?[0]
        }
        let told = try await service.program.line(containing: #""order.id":"5","order.seconds""#)
        let silent = try await service.program.line(containing: #""order.id":"0","order.seconds""#)
        let metrics = try await service.curl("/metrics").body
        let health = try await service.curl("/health")
        await service.kill()
        #expect(health.status == 200)
        #expect(
            check?["output"]?.string?.hasPrefix(
                "of the last 6 orders that ended 6 failed, mostly with Sold Out;"
            ) == true
        )
        let line = try JSONValue(parsing: told)
        #expect(line["order.state"] == "SoldOut")
        #expect(line["error"] == "Sold Out")
        #expect(line["cause"] == "The shelf is empty.")
        #expect(line["order.seconds"]?.string == nil)
        #expect(try JSONValue(parsing: silent)["error"] == "other")
        #expect(!service.program.text.contains("secret@example.com"))
        let counter = #"orderd_orders_ended_total{status="FAILED",error="#
        #expect(metrics.contains(counter + #""Sold Out"} 5"#))
        #expect(metrics.contains(counter + #""other"} 1"#))
        #expect(!metrics.contains("secret"))
    }

    /// Every order fails, some with an address in error and cause.
    private static let failing = #"""
        {"QueryLanguage":"JSONata","StartAt":"Which","States":{
        "Which":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.computed = true %}",
        "Next":"Computed"}],"Default":"SoldOut"},
        "Computed":{"Type":"Fail","Error":"{% $states.input.customerEmail %}",
        "Cause":"{% 'no ' & $states.input.customerEmail %}"},
        "SoldOut":{"Type":"Fail","Error":"Sold Out","Cause":"The shelf is empty."}}}
        """#

    @Test func `its heartbeats to who waits for them, and says when nobody does`() async throws {
        let other = try await ServiceProcess(
            ["--sandbox", "--set", "log.requests=all"],
            data: try TestFolder.make()
        )
        let url = "http://\(other.address)/livez"
        let service = try await ServiceProcess(
            ["--sandbox", "--set", "heartbeat.url=\(url)"],
            data: try TestFolder.make()
        )
        _ = try await other.program.line(containing: #""http.route":"/livez""#)
        // The other one writes its line before the answer is here.
        let success = #"orderd_schedule_last_success_timestamp_seconds{schedule="heartbeat"} 1"#
        while try await !service.curl("/metrics").body.contains(success) {
            try Task.checkCancellation()
        }
        #expect(!service.program.text.contains("/livez"))
        let alone = try await ServiceProcess(
            ["--sandbox", "--set", "heartbeat.url=\(url)x"],
            data: try TestFolder.make()
        )
        let line = try await alone.program.line(containing: "the heartbeat's URL was not reached")
        #expect(line.contains("it answered 404"))
    }

    @Test func `no heartbeat that is switched off, and goes on without`() async throws {
        let service = try await ServiceProcess(
            ["--sandbox", "--set", "heartbeat.schedule=off"],
            data: try TestFolder.make()
        )
        _ = try await service.post(#"{"orderId":"1","customerEmail":"a@example.com"}"#)
        _ = try await service.order("1", is: ["SUCCEEDED"])
        let checks = try await service.curl("/health").json()["checks"]?.object
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
        #expect(checks?["store:files"] != nil)
        #expect(checks?["heartbeat:age"] == nil)
    }

    @Test func `in its log one line for an order's end, and no address`() async throws {
        let data = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: data)
        _ = try await service.post(#"{"orderId":"log-1","customerEmail":"secret@example.com"}"#)
        _ = try await service.order("log-1", is: ["SUCCEEDED"])
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
        _ = try await service.program.line(containing: #""message":"stopped""#)
        let lines = service.program.text.split(separator: "\n")
        let told = lines.filter { $0.contains(#""log-1""#) }
        #expect(told.count { $0.contains(#""message":"order ended""#) } == 1)
        // The number of the order that it made, and of no other request.
        let requests = told.filter { $0.contains(#""message":"request""#) }
        #expect(requests.count == 1)
        #expect(requests.first?.contains(#""http.method":"POST","http.route":"/orders""#) == true)
        #expect(told.count == 2)
        #expect(!service.program.text.contains("secret@example.com"))
        for line in lines { #expect(throws: Never.self) { try JSONValue(parsing: String(line)) } }
    }
}
