import FoundationEssentials
import HTTPTypes
import JSON
import OrderStoreSQLite
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

/// The same decision about many uncertain deliveries.
@Suite(.closing)
struct `A decision about many deliveries` {
    private static let path = "/deliveries/decisions"

    /// Orders that are held for their e-mails, each a minute after the one before.
    private static func makeHeld(_ numbers: ClosedRange<Int>, _ fixture: APIFixture) async throws {
        for number in numbers {
            try await fixture.submit("\(number)")
            _ = try await fixture.makeUncertainDelivery()
            fixture.clock.advance(by: 60)
        }
    }

    private static func numbers(_ answer: JSONValue) -> [String] {
        (answer["deliveries"]?.array ?? []).compactMap { $0["orderId"]?.string }
    }

    @Test func `is told of beforehand, done, and done again without harm`() async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeHeld(1...3, fixture)
            let body = #"{"decision":"assume-sent","reason":"they have it"#
            let preview = try await fixture.send(.post, Self.path, body + #"","preview":true}"#)
            #expect(preview.status == 200)
            #expect(try preview.json()["matching"] == 3)
            #expect(try preview.json()["decided"] == 0)
            #expect(Self.numbers(try preview.json()) == ["3", "2", "1"])
            #expect(try await fixture.store.deliveries(.uncertain, limit: 9).count == 3)

            let fields: HTTPFields = [.operatorName: "ada"]
            let done = try await fixture.send(.post, Self.path, body + #""}"#, fields: fields)
            #expect(done.status == 200)
            #expect(try done.json()["decided"] == 3)
            #expect(try done.json()["hasMore"] == false)
            #expect(try done.json()["deliveries"]?[0]?["status"] == "sent")
            for number in 1...3 {
                let order = try await fixture.get("/orders/\(number)").json()
                #expect(order["status"] == "RUNNING")
                let audit = order["audit"]?.array ?? []
                #expect(audit.count == 1)
                #expect(audit.first?["action"] == "decide")
                #expect(audit.first?["by"] == "ada")
                #expect(audit.first?["reason"] == "they have it")
            }
            let again = try await fixture.send(.post, Self.path, body + #""}"#)
            #expect(try again.json()["matching"] == 0)
            #expect(try again.json()["decided"] == 0)
            let order = try await fixture.get("/orders/1").json()
            #expect(order["audit"]?.array?.count == 1)
        }
    }

    @Test(arguments: [
        (#""kind":"email""#, ["4", "3", "2", "1"]), (#""kind":"notice""#, []),
        (#""workflow":"W""#, ["4", "3", "2", "1"]), (#""workflow":"Refunds""#, []),
        (#""orderStatus":"HELD""#, ["4", "3", "2"]), (#""orderStatus":"ABORTED""#, ["1"]),
        (#""createdAfter":"2027-01-15T08:02:00Z""#, ["4", "3"]),
        (#""createdBefore":"2027-01-15T08:02:00Z""#, ["2", "1"]),
        (#""intendedAfter":"2027-01-15T08:03:00Z""#, ["4"]),
        (#""intendedBefore":"2027-01-15T08:01:00Z""#, ["1"]),
        (#""limit":3"#, ["4", "3", "2"]),
        (#""limit":3,"orderStatus":"HELD""#, ["4", "3", "2"]),
    ])
    func `means those that its members mean`(members: String, meant: [String]) async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeHeld(1...4, fixture)
            _ = try await fixture.send(.post, "/orders/1/stop")
            let body = #"{"decision":"assume-sent",\#(members)}"#
            let answer = try await fixture.send(.post, Self.path, body)
            #expect(answer.status == 200, "\(answer.text)")
            #expect(Self.numbers(try answer.json()) == meant)
            let hasMore = members == #""limit":3"#
            #expect(try answer.json()["hasMore"]?.bool == hasMore)
            let left = try await fixture.store.deliveries(.uncertain, limit: 9)
            #expect(left.count == 4 - meant.count)
        }
    }

    @Test func `goes on where the last one says`() async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeHeld(1...5, fixture)
            for number in [5, 2] { _ = try await fixture.send(.post, "/orders/\(number)/stop") }
            var (before, decided) = ("", [String]())
            while true {
                let body = #"{"decision":"resend","limit":1\#(before)}"#
                let answer = try await fixture.send(.post, Self.path, body).json()
                decided += Self.numbers(answer)
                #expect(answer["hasMore"]?.bool == (answer["next"] != nil))
                guard let next = answer["next"]?.int else { break }
                before = #","before":\#(next)"#
            }
            #expect(decided == ["4", "3", "1"])
            let wrong = try await fixture.send(
                .post,
                Self.path,
                #"{"decision":"resend","before":"x"}"#
            )
            #expect(wrong.status == 400)
        }
    }

    @Test func `to resend passes over orders that have ended`() async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeHeld(1...3, fixture)
            _ = try await fixture.send(.post, "/orders/3/stop")
            for preview in [true, false] {
                let body = #"{"decision":"resend","limit":1,"preview":\#(preview)}"#
                let answer = try await fixture.send(.post, Self.path, body).json()
                #expect(answer["matching"] == 3)
                #expect(answer["refused"] == 1)
                #expect(answer["hasMore"] == true)
                #expect(Self.numbers(answer) == ["2"])
            }
            #expect(
                try await fixture.store.deliveries(.resend, limit: 9).map(\.order.text) == ["2"]
            )
        }
    }

    @Test(arguments: [
        ("{}", "send {"), (#"{"decision":"guess"}"#, "send {"),
        (
            #"{"decision":"resend","kind":"emial"}"#,
            "kind must be one of email, invocation, message, notice"
        ),
        (#"{"decision":"resend","status":"HELD"}"#, "status means nothing here"),
        (#"{"decision":"resend","orderStatus":"held"}"#, "orderStatus must be one of QUEUED"),
        (#"{"decision":"resend","createdAfter":"noon"}"#, "createdAfter must be a time"),
        (#"{"decision":"resend","limit":0}"#, "limit must be a whole number, 1 to 1000"),
        (#"{"decision":"resend","limit":1001}"#, "limit must be a whole number, 1 to 1000"),
        (#"{"decision":"resend","preview":"yes"}"#, "preview must be true or false"),
        (#"{"decision":"resend","reason":1}"#, "reason must be a string"),
    ])
    func `that is not understood changes nothing`(body: String, detail: String) async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeHeld(1...1, fixture)
            let answer = try await fixture.send(.post, Self.path, body)
            #expect(answer.status == 400)
            #expect(
                try answer.json()["detail"]?.string?.hasPrefix(detail) == true,
                "\(answer.text)"
            )
            #expect(try await fixture.store.deliveries(.uncertain, limit: 9).count == 1)
        }
    }

    @Test func `leaves alone what has its outcome meanwhile`() async throws {
        try await APIFixture.run { fixture async throws in
            try await Self.makeHeld(1...2, fixture)
            let id = try #require(OrderID("2"))
            let late = try #require(try await fixture.store.order(id))
            let delivery = try #require(late.deliveries.first)
            // It was found as uncertain, and is sent after all.
            let lease = Lease(
                order: 2,
                id: late.id,
                fence: delivery.fence,
                node: fixture.store.node
            )
            let sent = Delivery.Outcome.sent(messageID: "m")
            try await fixture.store.conclude(
                delivery.key,
                sent,
                at: fixture.clock.now,
                under: lease
            )
            let result = try await fixture.api.parts.control
                .decide(delivery.id, .resend, by: Operator("ada"))
            #expect(result != .applied(delivery))
            let body = #"{"decision":"resend"}"#
            let answer = try await fixture.send(.post, Self.path, body).json()
            #expect(answer["decided"] == 1)
            let order = try await fixture.get("/orders/2").json()
            #expect(order["deliveries"]?[0]?["messageId"] == "m")
            #expect(order["audit"] == nil)
        }
    }
}
