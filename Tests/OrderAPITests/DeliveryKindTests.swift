import HTTP
import JSON
import Orders
import TestClosing
import Testing

@testable import OrderAPI

/// What is told of the kinds of deliveries that there are.
@Suite(.closing)
struct `The kinds of deliveries` {
    @Test func `are e-mails, notices, messages and invocations`() async throws {
        try await APIFixture.run { fixture in
            let queue = try await fixture.get("/queue").text
            let providers = #""providers":{"email":{},"invocation":{},"message":{},"notice":{}}}"#
            #expect(queue.hasSuffix(providers), "\(queue)")
            let metrics = try await fixture.get("/metrics").text
            let waiting = metrics.split(separator: "\n").filter {
                $0.hasPrefix("orderd_orders_waiting{")
            }
            #expect(
                waiting == [
                    #"orderd_orders_waiting{for="email"} 0"#,
                    #"orderd_orders_waiting{for="invocation"} 0"#,
                    #"orderd_orders_waiting{for="message"} 0"#,
                    #"orderd_orders_waiting{for="notice"} 0"#,
                ]
            )
            #expect(try await fixture.get("/openapi.json").bytes == OpenAPIDocument.bytes)
        }
    }

    @Test func `are told of wherever they stand when there is one more`() async throws {
        let other = try #require(Delivery.Kind(rawValue: "web-push"))
        try await APIFixture.run(kinds: Delivery.Kind.known + [other]) { fixture in
            let queue = try await fixture.get("/queue").json()
            let names: JSONValue = ["email", "invocation", "message", "notice", "web-push"]
            #expect(queue["providers"]?.object?.keys.map { JSONValue.string($0) } == names.array)
            let metrics = try await fixture.get("/metrics").text
            #expect(metrics.contains(#"orderd_orders_waiting{for="web-push"} 0"#))
            let schemas = try await fixture.get("/openapi.json").json()["components"]?["schemas"]
            #expect(schemas?["Delivery"]?["properties"]?["kind"]?["enum"] == names)
            let providers = schemas?["Queue"]?["properties"]?["providers"]?["properties"]
            #expect(providers?.object?.keys.map { JSONValue.string($0) } == names.array)
            #expect(providers?["web-push"] == providers?["email"])
        }
    }
}
