import HTTPTypes
import JSON
import OrderStoreSQLite
import Orders
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

/// A message as it was sent, over the API.
@Suite(.closing)
struct `The content of a delivery` {
    private static func deliver(
        _ fixture: APIFixture,
        _ kind: Delivery.Kind = .email,
        hash: String,
        given inputs: [JSONValue]
    ) async throws -> String {
        try await fixture.submit("1")
        let lease = try await fixture.claim()
        let key = Delivery.Key(state: "P", visit: 1, name: "n")
        let intent = Delivery.Intent(key: key, kind: kind, contentHash: hash)
        _ = try await fixture.store.intend(intent, at: fixture.clock.now, under: lease)
        let sent = Delivery.Outcome.sent(messageID: "m")
        try await fixture.store.conclude(key, sent, at: fixture.clock.now, under: lease)
        let ending = Ending(status: .succeeded, output: nil, error: nil, cause: nil)
        try await fixture.record(lease, given: inputs, next: .end(ending))
        let order = try await fixture.get("/orders/1").json()
        let id = order["deliveries"]?[0]?["id"]?.int ?? 0
        return "/orders/1/deliveries/\(id)/content"
    }

    @Test func `is that of the attempt which has the ledger's digest`() async throws {
        try await APIFixture.run { fixture async throws in
            let target = try await Self.deliver(
                fixture,
                hash: "ab",
                given: [
                    ["unwritable": "at first"], ["other": 1], PlainWriter.input(hash: "aa"),
                    PlainWriter.input(hash: "ab", html: "<b>ab</b>"),
                ]
            )
            let answer = try await fixture.get(target)
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer.fields[.cacheControl] == "no-store")
            #expect(
                try answer.json() == [
                    "kind": "email", "from": "shop@example.com", "to": ["a@example.com"],
                    "cc": [], "bcc": [], "replyTo": [], "subject": "Hello",
                    "text": "1 < 2 & ab", "html": "<b>ab</b>",
                    "attachments": [["name": "a.pdf", "type": "application/pdf", "size": 7]],
                ]
            )
        }
    }

    @Test func `is shown by a frame that runs and loads nothing`() async throws {
        try await APIFixture.run { fixture async throws in
            let html = "<p onclick='x()'>ä<script>x()</script><img src='http://e.example/1'>"
            let target = try await Self.deliver(
                fixture,
                hash: "ab",
                given: [PlainWriter.input(hash: "ab", html: html)]
            )
            let answer = try await fixture.get("\(target).html")
            #expect(answer.text == html)
            #expect(answer.fields[.contentType] == "text/html; charset=utf-8")
            #expect(
                answer.fields[.contentSecurityPolicy]
                    == "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
            )
            #expect(answer.fields[.xContentTypeOptions] == "nosniff")
            #expect(answer.fields[.cacheControl] == "no-store")
        }
    }

    @Test(arguments: [(Delivery.Kind.email, "1 &lt; 2 &amp; ab"), (.notice, "&lt;b&gt;")])
    func `without HTML is a text that is none`(kind: Delivery.Kind, text: String) async throws {
        try await APIFixture.run { fixture async throws in
            let target = try await Self.deliver(
                fixture,
                kind,
                hash: "ab",
                given: [PlainWriter.input(hash: "ab")]
            )
            let page = try await fixture.get("\(target).html").text
            #expect(page.contains(">\(text)</pre>"), "\(page)")
        }
    }

    @Test(
        arguments: [
            ([PlainWriter.input(hash: "aa")], "the templates have changed since"),
            (
                [["unwritable": "terms.pdf is gone"]],
                "cannot be written any more: terms.pdf is gone"
            ),
            (
                [["other": 1]],
                "the order's history does not hold what its state was given, as of a distributed Map's children"
            ),
            (
                [],
                "the order's history does not hold what its state was given, as of a distributed Map's children"
            ),
        ] as [([JSONValue], String)]
    )
    func `that is another now is not shown, and the reason is`(
        inputs: [JSONValue],
        reason: String
    ) async throws {
        try await APIFixture.run { fixture async throws in
            let target = try await Self.deliver(fixture, hash: "ab", given: inputs)
            for path in [target, "\(target).html"] {
                let answer = try await fixture.get(path)
                #expect(answer.status == 410)
                let problem = try answer.json()
                #expect(problem["type"] == "/problems/not-as-sent")
                #expect(problem["detail"]?.string?.hasSuffix(reason) == true, "\(answer.text)")
            }
        }
    }

    @Test(arguments: [(5, true), (4, false)])
    func `is looked for among so many events`(count: Int, isFound: Bool) async throws {
        try await APIFixture.run { fixture async throws in
            let inputs = ["aa", "aa", "aa", "ab"].map { PlainWriter.input(hash: $0) }
            _ = try await Self.deliver(fixture, hash: "ab", given: inputs + inputs)
            let order = try await fixture.store.order(try #require(OrderID("1")))
            let contents = SentContents(
                store: fixture.store,
                writer: PlainWriter(),
                maximumEvents: count
            )
            let verdict = try await contents.content(of: try #require(order?.deliveries.first))
            switch verdict {
            case .asSent: #expect(isFound)
            case .lost(let reason): #expect(!isFound && reason.contains("too long"))
            case nil: Issue.record("refused")
            }
        }
    }

    @Test func `is gone once the order is erased`() async throws {
        try await APIFixture.run { fixture async throws in
            let input = PlainWriter.input(hash: "ab")
            let target = try await Self.deliver(fixture, hash: "ab", given: [input])
            #expect(try await fixture.get(target).status == 200)
            #expect(try await fixture.send(.delete, "/orders/1").status == 200)
            let answer = try await fixture.get(target)
            #expect(answer.status == 410)
            #expect(answer.text.contains("the order's data are erased"))
        }
    }

    @Test func `waits until others are made`() async throws {
        try await APIFixture.run { fixture async throws in
            let input = PlainWriter.input(hash: "ab")
            let target = try await Self.deliver(fixture, hash: "ab", given: [input])
            let contents = try #require(fixture.api.parts.orders.contents)
            for _ in 0..<SentContents.maximumRunning { #expect(contents.begin()) }
            let refused = try await fixture.get(target)
            #expect(refused.status == 503)
            #expect(refused.fields[.retryAfter] == "2")
            contents.end()
            #expect(try await fixture.get(target).status == 200)
        }
    }
}
