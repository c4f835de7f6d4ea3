import HTTPTypes
import JSON
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `Every route` {
    @Test(arguments: [
        "/", "/orders", "/orders/1", "/orders/1/history", "/deliveries", "/queue", "/health",
        "/livez", "/readyz", "/openapi.json", "/sandbox/messages", "/orders/unknown",
    ])
    func `answers HEAD as it answers GET`(target: String) async throws {
        try await APIFixture.run { fixture in
            try await fixture.submit("1")
            let get = try await fixture.get(target)
            let head = try await fixture.send(.head, target)
            // The connection leaves the body out and keeps its length.
            #expect(head.status == get.status)
            #expect(head.fields == get.fields)
            #expect(head.bytes == get.bytes)
        }
    }

    @Test(arguments: [
        ("/orders", "GET, HEAD, OPTIONS, POST"),
        ("/orders/1", "DELETE, GET, HEAD, OPTIONS"),
        ("/deliveries/1/decision", "OPTIONS, POST"),
        ("/schedules/1", "DELETE, GET, HEAD, OPTIONS, PATCH"),
        ("*", "DELETE, GET, HEAD, OPTIONS, PATCH, POST"),
    ])
    func `tells its methods`(target: String, allow: String) async throws {
        try await APIFixture.run { fixture in
            let answer = try await fixture.send(.options, target)
            #expect(answer.status == 204)
            #expect(answer.fields[.allow] == allow)
            #expect(answer.bytes.isEmpty)
        }
    }

    @Test func `shows an order where its answer says that it is`() async throws {
        try await APIFixture.run { fixture in
            let accepted = try await fixture.submit("1")
            #expect(accepted.status == 202)
            let location = try #require(accepted.fields[.location])
            let order = try await fixture.get(location).json()
            #expect(order["orderId"] == "1")
            #expect(order["status"] == "QUEUED")
            #expect(order["createdAt"] == "2027-01-15T08:00:00.000Z")
            #expect(order["input"]?["customerEmail"] == "a@example.com")
            let links = order["links"]?.object ?? [:]
            #expect(!links.isEmpty)
            for (_, link) in links {
                #expect(try await fixture.get(link.string ?? "").status == 200)
            }
            let again = try await fixture.submit("1")
            #expect(again.status == 200)
            #expect(again.fields[.idempotencyReplayed] == "true")
            #expect(again.fields[.location] == location)
        }
    }

    private static let notes = ["", #","note":"a\"\\ é\u0001""#]

    @Test(arguments: [nil, "2027-01-15T09:00:00.5Z"], notes)
    func `answers an accepted order with what it is shown as`(
        notBefore: String?,
        rest: String
    )
        async throws
    {
        try await APIFixture.run { fixture in
            let due = notBefore.map { #","notBefore":"\#($0)""# } ?? ""
            let body = #"{ "orderId":"A.1-x","customerEmail":"a@example.com"\#(due)\#(rest)}"#
            let accepted = try await fixture.send(.post, "/orders", body)
            #expect(accepted.status == 202)
            #expect(accepted.text == (try await fixture.get("/orders/A.1-x").text))
        }
    }

    @Test func `runs an order again with an edited input under its own number`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            _ = try await fixture.send(.post, "/orders/1/stop")
            func redrive(_ input: String) async throws -> APIAnswer {
                let body = #"{"from":"start","input":\#(input)}"#
                return try await fixture.send(.post, "/orders/1/redrive", body)
            }
            let other = try await redrive(#"{"orderId":"2","customerEmail":"b@example.com"}"#)
            #expect(other.status == 409)
            #expect(try other.json()["type"] == "/problems/order-number-differs")
            #expect(try await redrive(#"{"orderId":2,"customerEmail":"b@b.de"}"#).status == 422)
            let edited = try await redrive(#"{"customerEmail":"b@example.com"}"#)
            #expect(edited.status == 202)
            let order = try await fixture.get("/orders/1").json()
            #expect(order["input"]?["orderId"] == "1")
            #expect(order["input"]?["customerEmail"] == "b@example.com")
        }
    }

    @Test func `lets a person decide about an uncertain delivery, once`() async throws {
        try await APIFixture.run { fixture in
            try await fixture.submit("1")
            let entry = try await fixture.makeUncertainDelivery()
            let listed = try await fixture.get("/deliveries").json()["deliveries"]
            #expect(listed?[0]?["id"]?.int == Int(entry.id))
            #expect(listed?[0]?["reason"] == "the connection was lost")
            #expect(try await fixture.get("/orders/1").json()["status"] == "HELD")
            #expect(try await fixture.get("/queue").json()["uncertainDeliveries"] == 1)
            let target = "/deliveries/\(entry.id)/decision"
            let decision = #"{"decision":"assume-sent"}"#
            let answer = try await fixture.send(.post, target, decision)
            #expect(answer.status == 200)
            #expect(try answer.json()["status"] == "sent")
            #expect(try await fixture.send(.post, target, decision).status == 409)
            #expect(try await fixture.get("/deliveries").json()["deliveries"] == [])
        }
    }

    @Test func `sends nothing more for an order that has ended`() async throws {
        try await APIFixture.run { fixture in
            try await fixture.submit("1")
            let ending = Ending(status: .failed, output: nil, error: "E", cause: "C")
            let entry = try await fixture.makeUncertainDelivery(next: .end(ending))
            let target = "/deliveries/\(entry.id)/decision"
            let refused = try await fixture.send(.post, target, #"{"decision":"resend"}"#)
            #expect(refused.status == 409)
            #expect(try refused.json()["type"] == "/problems/order-ended")
            let taken = try await fixture.send(.post, target, #"{"decision":"assume-sent"}"#)
            #expect(taken.status == 200)
            #expect(try await fixture.get("/orders/1").json()["status"] == "FAILED")
        }
    }

    @Test func `tells the backlog and its age`() async throws {
        try await APIFixture.run { fixture in
            try await fixture.submit("1")
            try await fixture.submit("2")
            fixture.clock.advance(by: 30)
            let queue = try await fixture.get("/queue").json()
            #expect(queue["backlog"] == 2)
            #expect(queue["queued"] == 2)
            #expect(queue["held"] == 0)
            #expect(queue["oldestAgeSeconds"] == 30)
        }
    }
}
