import HTTPTypes
import JSON
import OrderStoreSQLite
import Orders
import Telemetry
import TestClosing
import Testing

@testable import OrderAPI

private let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

@Suite(.closing)
struct `The trace of a request` {
    /// Headers, and what is kept of them with the order.
    @Test(
        arguments: [
            ([:], nil),
            (
                ["traceparent": parent, "tracestate": "rojo=1"],
                #"{"source":"http","traceparent":"\#(parent)","tracestate":"rojo=1"}"#
            ),
            (
                [
                    "traceparent": parent,
                    "X-Amzn-Trace-Id": "Root=1-67891233-abcdef012345678912345678",
                ],
                #"{"source":"http","traceparent":"\#(parent)"}"#
            ),
            (["traceparent": "none", "tracestate": "rojo=1"], nil),
            (["tracestate": "rojo=1"], nil),
            (
                ["traceparent": parent, "tracestate": "rojo=1,rojo=2"],
                #"{"source":"http","traceparent":"\#(parent)"}"#
            ),
            (
                ["X-Amzn-Trace-Id": "Root=1-67891233-abcdef012345678912345678"],
                #"{"source":"http","traceHeader":"Root=1-67891233-abcdef012345678912345678"}"#
            ),
        ] as [([String: String], String?)]
    )
    func `is kept with its order, and with that of each line of a batch`(
        names: [String: String],
        origin: String?
    ) async throws {
        let fields = HTTPFields(names)
        try await APIFixture.run { fixture async throws in
            let order = #"{"orderId":"1","customerEmail":"a@example.com"}"#
            let first = try await fixture.send(.post, "/orders", order, fields: fields)
            #expect(first.status == 202)
            let batch = order.replacing("1", with: "2") + "\n" + order.replacing("1", with: "3")
            let type = "application/x-ndjson"
            _ = try await fixture.send(.post, "/orders", batch, type: type, fields: fields)
            for number in ["1", "2", "3"] {
                let id = try #require(OrderID(number))
                let kept = try #require(try await fixture.store.order(id)).origin
                #expect(kept.map { String(decoding: $0, as: UTF8.self) } == origin)
            }
        }
    }

    @Test func `does not change what a key is answered with`() async throws {
        try await APIFixture.run { fixture async throws in
            let order = #"{"customerEmail":"a@example.com"}"#
            let fields = HTTPFields(["traceparent": parent, "Idempotency-Key": "k"])
            let first = try await fixture.send(.post, "/orders", order, fields: fields)
            let again = try await fixture.send(.post, "/orders", order, fields: fields)
            #expect(first.status == 202 && again.status == 202)
            #expect(first.text == again.text)
        }
    }
}

extension HTTPFields {
    fileprivate init(_ values: [String: String]) {
        self.init()
        for (name, value) in values {
            if let name = HTTPField.Name(name) { self[name] = value }
        }
    }
}

@Suite(.closing)
struct `The levels of the log` {
    @Test func `are shown and changed by request`() async throws {
        try await APIFixture.run { fixture async throws in
            let before = try await fixture.get("/log/levels").json()
            #expect(before == ["levels": ["http": "info", "engine": "info"]])
            let change = #"{"levels":{"engine":"trace"},"reason":"looking"}"#
            let after = try await fixture.send(.post, "/log/levels", change).json()
            #expect(after == ["levels": ["http": "info", "engine": "trace"]])
            let all = #"{"levels":{"all":"error","http":"notice"}}"#
            _ = try await fixture.send(.post, "/log/levels", all)
            let last = try await fixture.get("/log/levels").json()
            #expect(last == ["levels": ["http": "notice", "engine": "error"]])
        }
    }

    @Test(
        arguments: [
            "{}", #"{"levels":{}}"#, #"{"levels":"debug"}"#, #"{"levels":{"engine":"loud"}}"#,
            #"{"levels":{"engine":5}}"#, #"{"levels":{"other":"debug"}}"#, #"{"level":"debug"}"#,
        ]
    )
    func `stay as they are when a change is none`(body: String) async throws {
        try await APIFixture.run { fixture async throws in
            #expect(try await fixture.send(.post, "/log/levels", body).status == 400)
            let levels = try await fixture.get("/log/levels").json()
            #expect(levels == ["levels": ["http": "info", "engine": "info"]])
        }
    }
}
