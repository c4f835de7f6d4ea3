import HTTP
import HTTPTypes
import JSON
import OrderStoreSQLite
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

/// An order of another workflow than the default one is known by its full id in URLs.
@Suite(.closing)
struct `An order of a named workflow` {
    private func withRefund(_ body: (APIFixture) async throws -> Void) async throws {
        try await APIFixture.run { fixture async throws in
            let id = try #require(OrderID("Refunds:001"))
            var order = NewOrder(
                id: id,
                input: Array(#"{"orderId":"001"}"#.utf8),
                workflow: "w",
                createdAt: fixture.clock.now
            )
            order.due = fixture.clock.now
            _ = try await fixture.store.submit(order)
            try await body(fixture)
        }
    }

    @Test func `is found under its full id, and has it in its document and its links`()
        async throws
    {
        try await withRefund { fixture in
            let answer = try await fixture.get("/orders/Refunds:001")
            #expect(answer.status == 200)
            let document = try answer.json()
            #expect(document["orderId"] == "Refunds:001")
            #expect(document["links"]?["self"] == "/orders/Refunds:001")
            #expect(try await fixture.get("/orders/Refunds%3A001").status == 200)
            #expect(try await fixture.get("/orders/001").status == 404)
            #expect(try await fixture.get("/orders/Other:001").status == 404)
            #expect(try await fixture.get("/orders/Refunds:001/history").status == 200)
        }
    }

    @Test func `is stopped by its full id`() async throws {
        try await withRefund { fixture in
            let answer = try await fixture.send(.post, "/orders/Refunds:001/stop")
            #expect(answer.status == 202)
            #expect(answer.fields[.location] == "/orders/Refunds:001")
            #expect(try answer.json()["status"] == "ABORTED")
        }
    }

    @Test func `does not take the number of the default workflow`() async throws {
        try await withRefund { fixture in
            let order = #"{"orderId":"001","customerEmail":"a@example.com"}"#
            #expect(try await fixture.send(.post, "/orders", order).status == 202)
            // By its own name too the default workflow's orders have their numbers alone.
            let answer = try await fixture.get("/orders/W:001")
            #expect(try answer.json()["orderId"] == "001")
        }
    }

    @Test(arguments: ["a:b:c", ":001", "Refunds:", "a%20b:1"])
    func `has no other form of id`(id: String) async throws {
        try await withRefund { fixture in
            let answer = try await fixture.get("/orders/\(id)")
            #expect(answer.status == 404)
            #expect(try answer.json()["detail"]?.string?.contains("no order can have") == true)
        }
    }

    @Test func `may be without an address, and OpenAPI says so`() throws {
        func required(_ rules: OrderRules) throws -> String {
            String(
                decoding: OpenAPIDocument.bytes(nil, kinds: Delivery.Kind.known, orders: rules),
                as: UTF8.self
            )
        }
        let demanded = try required(OrderRules())
        let free = try required(OrderRules(requiresEmail: false))
        #expect(demanded != free)
        let schema = ["components", "schemas", "NewOrder", "required"]
        for (text, isThere) in [(demanded, true), (free, false)] {
            var value = try JSONValue(parsing: Array(text.utf8))
            for name in schema.dropLast() { value = try #require(value[name]) }
            #expect((value["required"] != nil) == isThere)
        }
    }
}
