import HTTP
import HTTPTypes
import JSON
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `A request with an Idempotency-Key` {
    private static let order = #"{"customerEmail":"a@example.com"}"#

    private static func key(_ text: String) -> HTTPFields { [.idempotencyKey: text] }

    @Test func `is answered as it was the first time`() async throws {
        try await APIFixture.run { fixture async throws in
            func send(_ key: String) async throws -> APIAnswer {
                try await fixture.send(.post, "/orders", Self.order, fields: Self.key(key))
            }
            let first = try await send("k1")
            // Time passes, and the order goes on meanwhile.
            fixture.clock.advance(by: 60)
            _ = try await fixture.claim()
            let again = try await send(#""k1""#)
            #expect((first.status, again.status) == (202, 202))
            #expect(first.text == again.text)
            #expect(first.fields[.location] == again.fields[.location])
            #expect(first.fields[.idempotencyReplayed] == nil)
            #expect(again.fields[.idempotencyReplayed] == "true")
            #expect(try await send("k2").text != first.text)
        }
    }

    @Test func `and another body is refused`() async throws {
        try await APIFixture.run { fixture async throws in
            let other = #"{"customerEmail":"b@example.com"}"#
            _ = try await fixture.send(.post, "/orders", Self.order, fields: Self.key("k"))
            let answer = try await fixture.send(.post, "/orders", other, fields: Self.key("k"))
            #expect(answer.status == 422)
            #expect(try answer.json()["type"] == "/problems/idempotency-key-reused")
        }
    }

    @Test func `belongs to who sent it`() async throws {
        try await APIFixture.run { fixture async throws in
            var locations: Set<String?> = []
            for identity in ["shop", "till", nil] {
                let answer = try await fixture.send(
                    .post,
                    "/orders",
                    Self.order,
                    fields: Self.key("k"),
                    identity: identity
                )
                locations.insert(answer.fields[.location])
            }
            #expect(locations.count == 3)
        }
    }

    @Test func `waits for no other that is in progress`() async throws {
        try await APIFixture.run { fixture async throws in
            let request = SubmitPreferences.ofTest(Self.key("k"), Self.order)
            let digest = try #require(try SubmitPreferences(request).key).digest
            #expect(fixture.api.parts.inHand.begin(digest))
            let busy = try await fixture.send(.post, "/orders", Self.order, fields: Self.key("k"))
            #expect(busy.status == 409)
            #expect(busy.fields[.retryAfter] == "1")
            fixture.api.parts.inHand.end(digest)
            let free = try await fixture.send(.post, "/orders", Self.order, fields: Self.key("k"))
            #expect(free.status == 202)
        }
    }

    @Test(arguments: ["", "a b", "\"\"", String(repeating: "k", count: 256), "ä"])
    func `is refused when the key is none`(key: String) async throws {
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/orders", Self.order, fields: Self.key(key))
            #expect(answer.status == 400)
        }
    }

    @Test(arguments: ["gzip", "identity, br"])
    func `is refused when its body is coded`(coding: String) async throws {
        try await APIFixture.run { fixture async throws in
            for (path, type) in [
                ("/orders", "application/json"), ("/orders", "application/x-ndjson"),
                ("/queue/pause", "application/json"),
            ] {
                let answer = try await fixture.send(
                    .post,
                    path,
                    Self.order,
                    type: type,
                    fields: [.contentEncoding: coding]
                )
                #expect(answer.status == 415)
                #expect(answer.fields[.acceptEncoding] == "identity")
            }
            let fields: HTTPFields = [.contentEncoding: "identity"]
            let plain = try await fixture.send(.post, "/orders", Self.order, fields: fields)
            #expect(plain.status == 202)
        }
    }

    @Test func `may have a key of the greatest length`() async throws {
        try await APIFixture.run { fixture async throws in
            let key = Self.key(String(repeating: "k", count: 255))
            #expect(
                try await fixture.send(.post, "/orders", Self.order, fields: key).status == 202
            )
        }
    }
}

@Suite(.closing)
struct `A client that prefers to wait` {
    @Test(arguments: [
        ("wait=10", 10), ("Wait = 5", 5), ("wait=100", 30), ("respond-async, wait=3", 3),
        ("wait=\"4\"; x=y", 4), ("wait=0", 0), ("wait", nil), ("wait=-1", nil), ("wait=x", nil),
        ("return=minimal", nil),
    ])
    func `says for how long`(field: String, seconds: Int?) throws {
        let request = SubmitPreferences.ofTest([.prefer: field], "{}")
        #expect(try SubmitPreferences(request).wait == seconds)
    }

    @Test func `is answered at the order's end, and when it has ended already`() async throws {
        try await APIFixture.run { fixture async throws in
            let order = #"{"orderId":"1","customerEmail":"a@example.com"}"#
            let accepted = try await fixture.send(
                .post,
                "/orders",
                order,
                fields: [.prefer: "wait=0"]
            )
            #expect(accepted.status == 202)
            _ = try await fixture.send(.post, "/orders/1/stop")
            let ended = try await fixture.send(
                .post,
                "/orders",
                order,
                fields: [.prefer: "wait=30"]
            )
            #expect(ended.status == 200)
            #expect(try ended.json()["status"] == "ABORTED")
            #expect(ended.fields[.preferenceApplied] == "wait=30")
        }
    }
}

@Suite(.closing)
struct `A batch` {
    private static let type = "application/x-ndjson"

    @Test func `has a result for each line, in their order`() async throws {
        try await APIFixture.run { fixture async throws in
            let lines = [
                #"{"orderId":"1","customerEmail":"a@example.com"}"#, "{", "",
                #"{"orderId":"2"}"#, #"{"orderId":"1","customerEmail":"a@example.com"}"#,
                #"{"orderId":"1","customerEmail":"b@example.com"}"#,
            ]
            let body = lines.joined(separator: "\r\n")
            let answer = try await fixture.send(.post, "/orders", body, type: Self.type)
            #expect(answer.status == 200)
            #expect(answer.fields[.contentType] == Self.type)
            let results = try answer.text.split(separator: "\n").map {
                try JSONValue(parsing: "\($0)")
            }
            #expect(results.map { $0["line"]?.int } == [1, 2, 4, 5, 6])
            #expect(results.map { $0["status"]?.int } == [202, 400, 422, 200, 409])
            #expect(results[0]["location"] == "/orders/1")
            #expect(results[2]["problem"]?["errors"]?[0]?["pointer"] == "/customerEmail")
            #expect(try await fixture.get("/orders/1").status == 200)
        }
    }

    @Test func `has a thousand lines at most, and one at least`() async throws {
        try await APIFixture.run(backlog: 2_000) { fixture async throws in
            let line = #"{"customerEmail":"a@example.com"}"# + "\n"
            func send(_ count: Int) async throws -> APIAnswer {
                let body = String(repeating: line, count: count)
                return try await fixture.send(.post, "/orders", body, type: Self.type)
            }
            let full = try await send(1_000)
            #expect(full.text.split(separator: "\n").count { $0.contains("202") } == 1_000)
            #expect(try await send(1_001).status == 400)
            #expect(try await fixture.send(.post, "/orders", "\n", type: Self.type).status == 400)
        }
    }

    @Test func `with an Idempotency-Key is accepted once, each line by its place`() async throws {
        try await APIFixture.run { fixture async throws in
            func send(_ lines: [String]) async throws -> [JSONValue] {
                let answer = try await fixture.send(
                    .post,
                    "/orders",
                    lines.joined(separator: "\n"),
                    type: Self.type,
                    fields: [.idempotencyKey: "k"]
                )
                return try answer.text.split(separator: "\n").map {
                    try JSONValue(parsing: "\($0)")
                }
            }
            let (one, other) = (
                #"{"customerEmail":"a@example.com"}"#, #"{"customerEmail":"b@example.com"}"#
            )
            let first = try await send([one, one])
            #expect(first.map { $0["status"]?.int } == [202, 202])
            #expect(first[0]["orderId"] != first[1]["orderId"])
            #expect(try await send([one, one]) == first)
            let changed = try await send([one, other, one])
            #expect(changed.map { $0["status"]?.int } == [202, 422, 202])
            #expect(changed[0] == first[0])
        }
    }

    @Test func `may be larger than an order`() throws {
        let fields: HTTPFields = [.contentType: "application/x-ndjson; charset=utf-8"]
        #expect(OrderAPI.isBatch(.init(fields)))
        #expect(!OrderAPI.isBatch(.init([.contentType: "application/json"])))
    }
}

@Suite(.closing)
struct `An order that is asked for again` {
    @Test func `is sent again only when it has changed`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            let first = try await fixture.get("/orders/1")
            let tag = try #require(first.fields[.eTag])
            for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                let answer = try await fixture.send(
                    .get,
                    "/orders/1",
                    fields: [.ifNoneMatch: known]
                )
                #expect(answer.status == 304)
                #expect(answer.bytes.isEmpty)
                #expect(answer.fields[.eTag] == tag)
            }
            _ = try await fixture.send(.post, "/orders/1/stop")
            let changed = try await fixture.send(.get, "/orders/1", fields: [.ifNoneMatch: tag])
            #expect(changed.status == 200)
            #expect(changed.fields[.eTag] != tag)
        }
    }

    @Test func `is shown as it stands also when it had ended before`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            _ = try await fixture.send(.post, "/orders/1/stop")
            let ended = try await fixture.get("/orders/1")
            #expect(try await fixture.get("/orders/1").bytes == ended.bytes)
            #expect(try await fixture.send(.delete, "/orders/1").status == 200)
            #expect(try await fixture.get("/orders/1").status == 404)
        }
    }

    @Test func `is read and erased in the version that was meant, and in no other`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            let old = try #require(try await fixture.get("/orders/1").fields[.eTag])
            _ = try await fixture.send(.post, "/orders/1/stop")
            let tag = try #require(try await fixture.get("/orders/1").fields[.eTag])
            for method in [HTTPRequest.Method.get, .delete] {
                for other in [old, "W/\(tag)", "\"x\""] {
                    let answer = try await fixture.send(
                        method,
                        "/orders/1",
                        fields: [.ifMatch: other]
                    )
                    #expect(answer.status == 412, "\(method) \(other)")
                    #expect(try answer.json()["type"] == "/problems/precondition-failed")
                    #expect(answer.fields[.eTag] == tag)
                }
                let fields: HTTPFields = [.ifMatch: "\(old), \(tag)"]
                #expect(try await fixture.send(method, "/orders/1", fields: fields).status == 200)
            }
        }
    }

    @Test func `is gone once its data are erased, but for its accounting`() async throws {
        try await APIFixture.run { fixture async throws in
            let order = #"{"orderId":"1","customerEmail":"a@example.com"}"#
            let key: HTTPFields = [.idempotencyKey: "k"]
            _ = try await fixture.send(.post, "/orders", order, fields: key)
            _ = try await fixture.send(.post, "/orders/1/stop")
            let erased = try await fixture.send(.delete, "/orders/1")
            #expect(erased.status == 200)
            for path in ["/orders/1", "/orders/1/history", "/orders/1/events"] {
                let answer = try await fixture.get(path)
                #expect(answer.status == 404, "\(path)")
                let problem = try answer.json()
                #expect(problem["type"] == "/problems/data-erased")
                #expect(problem["order"] == (try erased.json()))
                #expect(!answer.text.contains("a@example.com"))
            }
            let list = try await fixture.get("/orders").json()
            #expect(list["orders"]?[0]?["erasedAt"] != nil)
            #expect(try await fixture.send(.delete, "/orders/1").status == 200)
            // The key is remembered, what was answered then is not.
            let again = try await fixture.send(.post, "/orders", order, fields: key)
            #expect(again.status == 200)
            #expect(try again.json() == (try erased.json()))
            #expect(try await fixture.submit("1").status == 409)
        }
    }
}

struct `Documents of ended orders` {
    private static func entry(_ size: Int = 2) -> EndedDocuments.Entry {
        EndedDocuments.Entry([UInt8](repeating: 32, count: size))
    }

    @Test func `hold for one revision`() throws {
        let documents = EndedDocuments()
        let number = try #require(OrderID("1"))
        #expect(documents.find(number, revision: 3) == nil)
        documents.keep(Self.entry(), of: number, revision: 3)
        #expect(documents.find(number, revision: 3)?.document.count == 2)
        #expect(documents.find(number, revision: 4) == nil)
        // Read before the change, kept after it.
        documents.keep(Self.entry(), of: number, revision: 3)
        #expect(documents.find(number, revision: 4) == nil)
        #expect(documents.find(number, revision: 3) == nil)
    }

    @Test func `are as many as two halves, and none is large`() throws {
        let documents = EndedDocuments()
        let numbers = (0..<5 * EndedDocuments.halfCount).compactMap { OrderID("\($0)") }
        #expect(documents.find(numbers[0], revision: 0) == nil)
        for number in numbers { documents.keep(Self.entry(), of: number, revision: 0) }
        let kept = numbers.filter { documents.find($0, revision: 0) != nil }
        #expect(kept == numbers.suffix(2 * EndedDocuments.halfCount))
        documents.keep(Self.entry(EndedDocuments.largestDocument + 1), of: numbers[0], revision: 0)
        #expect(documents.find(numbers[0], revision: 0) == nil)
    }
}

@Suite(.closing)
struct `A stream of events` {
    @Test func `tells the whole history of an order that has ended, and goes on after an id`()
        async throws
    {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            let lease = try await fixture.claim()
            try await fixture.record(lease, events: 150, next: .proceed)
            _ = try await fixture.send(.post, "/orders/1/stop")
            let whole = try await fixture.get("/orders/1/events")
            #expect(whole.fields[.contentType] == "text/event-stream")
            #expect(whole.text.contains("id: 150\ndata: {\"id\":150,"))
            #expect(whole.text.contains("event: end\ndata: {\"orderId\":\"1\""))
            for rest in [
                try await fixture.send(.get, "/orders/1/events", fields: [.lastEventID: "149"]),
                try await fixture.get("/orders/1/events?after=149"),
            ] {
                #expect(!rest.text.contains("id: 149\n"))
                #expect(rest.text.contains("id: 150\n"))
            }
            for id in ["x", "", "-1", "1.5", "9007199254740992"] {
                let fields: HTTPFields = [.lastEventID: id]
                let wrong = try await fixture.send(.get, "/orders/1/events", fields: fields)
                #expect(wrong.status == 400, "\(id)")
            }
            #expect(try await fixture.get("/orders/2/events").status == 404)
        }
    }

    @Test func `is refused while too many are followed`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            for _ in 0..<RequestsInHand.maximumWaiting {
                #expect(fixture.api.parts.inHand.beginWaiting())
            }
            let answer = try await fixture.get("/orders/1/events")
            #expect(answer.status == 503)
            #expect(answer.fields[.retryAfter] == "5")
            #expect(try answer.json()["type"] == "/problems/too-many-waiting")
        }
    }

    @Test func `ends when the service stops`() async throws {
        try await APIFixture.run { fixture async throws in
            try await fixture.submit("1")
            fixture.health.stop()
            let answer = try await fixture.get("/orders/1/events")
            #expect(answer.status == 200)
            #expect(!answer.text.contains("event: end"))
        }
    }
}
