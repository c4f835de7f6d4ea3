import HTTP
import HTTPTypes
import JSON
import Logging
import OrderStoreSQLite
import Orders
import Sockets
import StatesLanguage
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
        try await deliver(fixture, kind, hash: hash, visit: 1, visits: [inputs])
    }

    /// The path of the content of a delivery whose state was visited with these inputs of its attempts each time.
    private static func deliver(
        _ fixture: APIFixture,
        _ kind: Delivery.Kind = .email,
        hash: String,
        visit: Int,
        visits: [[JSONValue]]
    ) async throws -> String {
        try await fixture.submit("1")
        let lease = try await fixture.claim()
        let key = Delivery.Key(state: "P", visit: visit, name: "n")
        let intent = Delivery.Intent(key: key, kind: kind, contentHash: hash)
        _ = try await fixture.store.intend(intent, at: fixture.clock.now, under: lease)
        let sent = Delivery.Outcome.sent(messageID: "m")
        try await fixture.store.conclude(key, sent, at: fixture.clock.now, under: lease)
        let ending = Ending(status: .succeeded, output: nil, error: nil, cause: nil)
        try await fixture.record(lease, visits: visits, next: .end(ending))
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

    /// What a search comes to: what was sent, or why it cannot be told.
    private static func search(
        _ fixture: APIFixture,
        _ clock: (any WallClock)? = nil,
        _ change: (inout SentContents.Limits) -> Void = { _ in }
    ) async throws -> String {
        var limits = SentContents.Limits()
        change(&limits)
        let contents = SentContents(
            store: fixture.store,
            writer: PlainWriter(),
            clock: clock ?? fixture.clock,
            limits: limits
        )
        let order = try await fixture.store.order(try #require(OrderID("1")))
        switch try await contents.content(of: try #require(order?.deliveries.first)) {
        case .asSent: return "found"
        case .lost(let reason): return reason
        case nil: return "refused"
        }
    }

    private static let fourth = ["aa", "aa", "aa", "ab"].map { PlainWriter.input(hash: $0) }

    @Test(arguments: [
        (5, "found"), (4, "the order's history is too long to be searched for it"),
    ])
    func `is looked for among so many events`(count: Int, verdict: String) async throws {
        try await APIFixture.run { fixture async throws in
            _ = try await Self.deliver(fixture, hash: "ab", given: Self.fourth + Self.fourth)
            #expect(try await Self.search(fixture) { $0.events = count } == verdict)
        }
    }

    @Test(arguments: [
        (4, "found"),
        (3, "it is none of the first 3 attempts of its state, and no more are looked at"),
    ])
    func `is looked for among so many attempts`(count: Int, verdict: String) async throws {
        try await APIFixture.run { fixture async throws in
            _ = try await Self.deliver(fixture, hash: "ab", given: Self.fourth)
            #expect(try await Self.search(fixture) { $0.attempts = count } == verdict)
        }
    }

    private static let late = "it took too long to look for it among the attempts of its state"

    @Test(arguments: [(5, "found"), (4, late)])
    func `is looked for so long`(seconds: Int, verdict: String) async throws {
        try await APIFixture.run { fixture async throws in
            _ = try await Self.deliver(fixture, hash: "ab", given: Self.fourth)
            // A second goes by with each look at it: before each attempt.
            let found = try await Self.search(fixture, HastyClock()) { $0.time = .seconds(seconds) }
            #expect(found == verdict)
        }
    }

    @Test func `is not looked for once nobody waits for it`() async throws {
        try await APIFixture.run { fixture async throws in
            _ = try await Self.deliver(fixture, hash: "ab", given: Self.fourth)
            let found = try await withThrowingTaskGroup(of: String.self) { group in
                group.cancelAll()
                group.addTask { try await Self.search(fixture) }
                return try await group.next()
            }
            #expect(found == Self.late)
        }
    }

    /// Writes nothing until its task is cancelled.
    private struct StandingWriter: DeliveryWriter {
        let begun: AsyncStream<Void>.Continuation
        let ended: AsyncStream<Void>.Continuation

        func write(
            _ delivery: Delivery,
            resource: TaskResource,
            input: JSONValue
        ) async throws -> WrittenDelivery? {
            begun.yield()
            let (never, continuation) = AsyncStream.makeStream(of: Void.self)
            for await _ in never {}
            continuation.finish()
            ended.yield()
            return nil
        }
    }

    @Test func `is not looked for once its client has gone`() async throws {
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let (ended, ending) = AsyncStream.makeStream(of: Void.self)
        let writer = StandingWriter(begun: beginning, ended: ending)
        try await APIFixture.run(writer: writer) { fixture async throws in
            let target = try await Self.deliver(fixture, hash: "ab", given: Self.fourth)
            let loops = try EventLoopGroup(count: 1, name: "test")
            defer { loops.shutdown() }
            let loop = loops.loops[0]
            let listener = try TCPListener.bind(
                to: SocketAddress(ip: .loopback, port: 0),
                on: loop
            )
            let server = HTTPServer(
                listener: listener,
                loops: [loop],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                handler: fixture.api
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                defer { group.cancelAll() }
                try await withTaskExecutorPreference(loop) {
                    let stream = try await TCPStream.connect(to: listener.localAddress, on: loop)
                    defer { stream.close() }
                    let request = "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                    try await stream.write(Array(request.utf8))
                    for await _ in begun { break }
                }
                for await _ in ended { break }
            }
        }
    }

    /// The second visit is sent what is looked for; inside of a Parallel or Map the event says nothing of the visit.
    @Test(arguments: [(1, "the templates have changed since"), (-1, "found")])
    func `is that of its visit where the history tells it`(
        visit: Int,
        verdict: String
    ) async throws {
        try await APIFixture.run { fixture async throws in
            let visits = [[PlainWriter.input(hash: "aa")], [PlainWriter.input(hash: "ab")]]
            _ = try await Self.deliver(fixture, hash: "ab", visit: visit, visits: visits)
            #expect(try await Self.search(fixture) == verdict)
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
            let places = try #require(fixture.api.parts.orders.contents).places
            let refused = try await places.takingAll { try await fixture.get(target) }
            #expect(refused.status == 503)
            #expect(refused.fields[.retryAfter] == "2")
            let taken = try await places.takingAll(but: 1) { try await fixture.get(target) }
            #expect(taken.status == 200)
        }
    }
}
