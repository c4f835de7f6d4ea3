import HTTPTypes
import JSON
import OrderStoreSQLite
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

/// What a client has that waits for an order, or follows it.
@Suite(.closing)
struct `A client that waits` {
    private static let order = #"{"orderId":"1","customerEmail":"a@example.com"}"#

    @Test func `longer than it wants to is answered with the order as it stands then`() async throws
    {
        try await APIFixture.run { fixture async throws in
            async let answer = fixture.send(
                .post,
                "/orders",
                Self.order,
                fields: [.prefer: "wait=10"]
            )
            while fixture.clock.sleeping == 0 {
                try Task.checkCancellation()
                await Task.yield()
            }
            _ = try await fixture.claim()
            let isOver = Mutable(false)
            async let passing: Void = Self.pass(fixture.clock, until: isOver)
            let late = try await answer
            isOver.value = true
            await passing
            #expect(late.status == 202)
            #expect(try late.json()["status"] == "RUNNING")
            #expect(late.fields[.preferenceApplied] == "wait=10")
            #expect(late.fields[.location] == "/orders/1")
        }
    }

    private static func pass(_ clock: ManualClock, until isOver: Mutable<Bool>) async {
        while !isOver.value, !Task.isCancelled {
            clock.advance(by: 0.25)
            await Task.yield()
        }
    }

    @Test func `for an order that is held is answered at once`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            _ = try await fixture.makeUncertainDelivery()
            let fields: HTTPFields = [.prefer: "wait=10"]
            let answer = try await fixture.send(.post, "/orders", Self.order, fields: fields)
            #expect(answer.status == 200)
            #expect(try answer.json()["status"] == "HELD")
        }
    }

    @Test func `reads what an order waits for, and that its notice is not refused`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            let lease = try await fixture.claim()
            let key = Delivery.Key(state: "P", visit: 2, name: "notice")
            let intent = Delivery.Intent(key: key, kind: .notice, contentHash: "00")
            _ = try await fixture.store.intend(intent, at: fixture.clock.now, under: lease)
            let later = Delivery.Outcome.postponed(reason: "Throttling: slow down")
            try await fixture.store.conclude(key, later, at: fixture.clock.now, under: lease)
            let next = Move.Next.sleep(until: fixture.clock.now, gate: "notice")
            try await fixture.record(lease, events: 2, next: next)
            let order = try await fixture.get("/orders/1").json()
            #expect(order["status"] == "RUNNING")
            #expect(order["waitingFor"] == "notice")
            #expect(order["deliveries"]?[0]?["status"] == "waiting")
            #expect(order["deliveries"]?[0]?["reason"] == "Throttling: slow down")
            let listed = try await fixture.get("/deliveries?status=waiting").json()
            #expect(listed["deliveries"]?[0]?["orderId"] == "1")
            _ = try await fixture.send(.post, "/orders/1/stop")
            let stopped = try await fixture.get("/orders/1").json()
            #expect(stopped["waitingFor"] == nil)
            #expect(stopped["deliveries"]?[0]?["status"] == "refused")
        }
    }

    @Test func `in a stream is told once that there is nothing left`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            try await fixture.record(try await fixture.claim(), events: 3, next: .proceed)
            _ = try await fixture.send(.post, "/orders/1/stop")
            let first = try await fixture.get("/orders/1/events").text
            let ids = first.matches(of: #/(?m)^id: (.*)$/#).map { String($0.output.1) }
            let end = try #require(ids.last)
            #expect(first.contains("\n\nid: \(end)\nevent: end\ndata: {"))
            #expect(Set(ids).count == ids.count)
            // It lost the connection before the end: that is what is left.
            let rest = try await Self.follow(fixture, after: ids[ids.count - 2])
            #expect(rest.status == 200)
            #expect(rest.text.contains("event: end"))
            #expect(!rest.text.contains("id: \(ids[0])\n"))
            let nothing = try await Self.follow(fixture, after: end)
            #expect(nothing.status == 204)
            #expect(nothing.bytes.isEmpty)
            // Run again, there is more.
            let redrive = try await fixture.send(.post, "/orders/1/redrive", #"{"from":"start"}"#)
            #expect(redrive.status == 202)
            _ = try await fixture.send(.post, "/orders/1/stop")
            let more = try await Self.follow(fixture, after: end)
            #expect(more.status == 200)
            #expect(
                more.text.contains("ExecutionRedriven") || more.text.contains("ExecutionStarted")
            )
        }
    }

    private static func follow(_ fixture: APIFixture, after id: String) async throws -> APIAnswer {
        try await fixture.send(.get, "/orders/1/events", fields: [.lastEventID: id])
    }

    @Test(
        arguments: [
            ("0", 0, false), ("7", 7, false), ("7-end", 7, true), ("0-end", 0, true),
            ("", nil, false), ("-end", nil, false), ("7-end-end", nil, false),
            ("7-End", nil, false),
            ("-1", nil, false), ("-1-end", nil, false), ("9007199254740992", nil, false),
        ] as [(String, Int?, Bool)]
    )
    func `names its place in a stream`(text: String, event: Int?, isEnd: Bool) {
        let place = StreamPlace(text)
        #expect(place == event.map { StreamPlace(event: $0, isEnd: isEnd) })
        if let place { #expect(place.text == text) }
    }
}
