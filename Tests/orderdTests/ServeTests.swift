import Foundation
import JSON
import TestClosing
import Testing

/// The program as a user starts it: with curl, signals and files.
@Suite(.closingPrograms)
struct `The service` {
    @Test func `carries an order all the way and tells its story`() async throws {
        try await withService { service in
            let order = #"{"orderId":"001","customerEmail":"buyer@example.com"}"#
            let answer = try await service.post(order)
            #expect(answer.status == 202)
            #expect(answer.head.contains("\r\nLocation: /orders/001"))
            let end = try await service.order("001", is: ["SUCCEEDED"])
            #expect(end["output"]?["statusCode"] == 200)
            #expect(end["output"]?["body"]?.string == #""Successfully processed order 001""#)
            let deliveries = end["deliveries"]?.array ?? []
            #expect(deliveries.map { $0["status"]?.string } == ["sent", "sent"])
            #expect(deliveries.allSatisfy { $0["messageId"]?.string?.isEmpty == false })
            let messages = try await service.curl("/sandbox/messages").json()["messages"]
            #expect(messages?[0]?["to"] == ["buyer@example.com"])
            #expect(messages?[0]?["subject"] == "Order Confirmation: 001")
            #expect(messages?[0]?["text"] == "Thank you for your order! Your order ID is 001.")
            #expect(messages?[1]?["subject"] == "New Order Processed")
            #expect(
                messages?[1]?["message"]
                    == "New order processed: Order ID 001 for customer buyer@example.com."
            )
            let page = try await service.curl("/sandbox/messages?limit=5").json()
            #expect(page["emails"]?.array?.map { $0["orderId"] } == ["001"])
            #expect(page["notices"]?.array?.map { $0["orderId"] } == ["001"])
            #expect(page["next"] == nil)
            let history = try await service.curl("/orders/001/history").json()["events"]?.array
            #expect(
                history?.compactMap { $0["type"]?.string } == [
                    "ExecutionStarted", "TaskStateEntered", "LambdaFunctionScheduled",
                    "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited",
                    "ExecutionSucceeded",
                ]
            )
            let again = try await service.post(order)
            #expect(again.status == 200)
            #expect(again.head.contains("Idempotency-Replayed: true"))
        }
    }

    @Test(arguments: [
        ("", 400, "empty"),
        ("x", 400, "not JSON"),
        ("[1]", 422, "JSON object"),
        (#"{"orderId":"1"}"#, 422, "customerEmail is required"),
        (#"{"customerEmail":"nobody"}"#, 422, "no @"),
        (#"{"customerEmail":"a@b.de\r\nBcc: c@d.de"}"#, 422, "line break"),
        (#"{"customerEmail":"a@b.de, c@d.de"}"#, 422, "exactly one"),
        (#"{"customerEmail":"\#(String(repeating: "a", count: 300))@b.de"}"#, 422, "254"),
        (#"{"customerEmail":"a@b.de","orderId":"a/b"}"#, 422, "1 to 80"),
        (
            #"{"customerEmail":"a@b.de","x":"\#(String(repeating: "x", count: 1_000_000))"}"#, 413,
            "larger"
        ),
    ])
    func `says what is wrong with an order`(body: String, status: Int, part: String) async throws {
        try await withService { service in
            let folder = try TestFolder.make()
            let file = folder.appending(path: "body.json")
            try Data(body.utf8).write(to: file)
            let type = ["-H", "Content-Type: application/json", "-H", "Expect:"]
            let answer = try await service.curl(
                "/orders",
                type + ["--data-binary", "@\(file.path)"]
            )
            #expect(answer.status == status)
            #expect(answer.head.contains("Content-Type: application/problem+json"))
            let problem = try answer.json()
            #expect(problem["status"]?.int == status)
            #expect(problem["detail"]?.string?.contains(part) == true, "\(problem)")
            #expect(try await service.curl("/livez").status == 200)
        }
    }

    @Test(arguments: [
        ("/nothing", [], 404),
        ("/orders/unknown", [], 404),
        ("/orders", ["-X", "DELETE"], 405),
        ("/orders", ["-X", "BREW"], 501),
        ("/orders", ["-d", "x", "-H", "Content-Type: text/plain"], 415),
        ("/orders?limit=0", [], 400),
        ("/orders?status=GONE", [], 400),
        ("/orders?cursor=x", [], 400),
    ])
    func `answers what it cannot do with a problem`(
        path: String,
        arguments: [String],
        status: Int
    ) async throws {
        try await withService { service in
            let answer = try await service.curl(path, arguments)
            #expect(answer.status == status)
            #expect(try answer.json()["requestId"]?.string?.isEmpty == false)
        }
    }

    @Test func `refuses another order under the same number`() async throws {
        try await withService { service in
            _ = try await service.post(#"{"orderId":"1","customerEmail":"a@b.de"}"#)
            let answer = try await service.post(#"{"orderId":"1","customerEmail":"c@d.de"}"#)
            #expect(answer.status == 409)
        }
    }

    @Test func `ends in order on SIGTERM and goes on with what was accepted`() async throws {
        let data = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: data)
        _ = try await service.post(#"{"orderId":"1","customerEmail":"a@b.de"}"#)
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
        let next = try await ServiceProcess(["--sandbox"], data: data)
        _ = try await next.order("1", is: ["SUCCEEDED"])
        await next.kill()
    }

    @Test func `is asked for its health by the program itself`() async throws {
        try await withService { service in
            let program = Repository.program.path
            let url = "http://\(service.address)"
            let (status, text) = try await Command.run(program, ["health", "--url", url])
            #expect(status == 0)
            #expect(try JSONValue(parsing: text)["status"] == "pass")
            let (dead, _) = try await Command.run(
                program,
                ["health", "--url", "http://127.0.0.1:1"]
            )
            #expect(dead == 1)
        }
    }

    private func withService(_ body: (ServiceProcess) async throws -> Void) async throws {
        let data = try TestFolder.make()
        let service = try await ServiceProcess(["--sandbox"], data: data)
        try await body(service)
    }
}
