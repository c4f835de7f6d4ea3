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
