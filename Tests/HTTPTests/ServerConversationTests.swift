import HTTPTypes
import Sockets
import Synchronization
import TestClosing
import Testing

@testable import HTTP

@Suite(.closing)
struct `A server` {
    static let get = "GET /a HTTP/1.1\r\nHost: h\r\n\r\n"

    static func post(_ body: String, _ fields: String = "") -> String {
        "POST /o HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)"
    }

    @Test func `answers pipelined requests in their order`() async throws {
        let answers = try await withServer { server in
            try await server.exchange(Self.get + Self.post("1") + Self.get + Self.post("2"))
        }
        #expect(statuses(answers) == ["200", "200", "200", "200"])
        let bodies = answers.split(separator: "\r\n\r\n").dropFirst().map { $0.prefix(9) }
        #expect(
            bodies.map { String($0.prefix { $0 != "H" }) } == [
                "GET /a ", "POST /o 1", "GET /a ", "POST /o 2",
            ]
        )
    }

    @Test func `sends the answers to pipelined reads in one piece`() async throws {
        let first = try await withServer { server in
            let wire = try await server.connect()
            defer { wire.stream.close() }
            try await wire.send(Self.get + Self.get + Self.get)
            return try await wire.read()
        }
        #expect(statuses(first).count == 3)
    }

    @Test func `answers a client that has ended its side`() async throws {
        let answer = try await withServer { try await $0.exchange(Self.get) }
        #expect(answer.hasSuffix("\r\n\r\nGET /a "))
        #expect(!answer.contains("Connection:"))
    }

    @Test func `lets a handler that waits know when its client has gone`() async throws {
        let (begun, gone) = (Signal(), Signal())
        let handler = ClosureHandler { request in
            begun.set()
            await request.client?.whenGone()
            if request.path == "/b" { gone.set() }
            return ServerResponse(.ok)
        }
        try await withServer(handler) { server in
            // Nobody can tell one that has only ended its side; it gets its answers.
            #expect(statuses(try await server.exchange(Self.get + Self.get)) == ["200", "200"])
            let wire = try await server.connect()
            try await wire.send("GET /b HTTP/1.1\r\nHost: h\r\n\r\n")
            await begun.wait()
            wire.stream.close()
            await gone.wait()
        }
    }

    @Test func `lets a handler go on that waits for its client's end no more`() async throws {
        let handler = ClosureHandler { request in
            await withTaskGroup { group in
                group.addTask { await request.client?.whenGone() }
                group.cancelAll()
            }
            return ServerResponse(.ok)
        }
        try await withServer(handler) { server in
            let wire = try await server.connect()
            defer { wire.stream.close() }
            for _ in 1...3 {
                try await wire.send(Self.get)
                #expect(statuses(try await wire.read()) == ["200"])
            }
        }
    }

    @Test func `closes when it is asked to`() async throws {
        let text = "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
        let answer = try await withServer {
            try await $0.exchange(text + Self.get, endsAfterwards: false)
        }
        #expect(statuses(answer) == ["200"])
        #expect(answer.contains("\r\nConnection: close\r\n"))
    }

    @Test func `keeps a connection of HTTP 1.0 that asks for it`() async throws {
        let text = "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
        let answers = try await withServer {
            try await $0.exchange(text + "GET /b HTTP/1.0\r\n\r\n", endsAfterwards: false)
        }
        #expect(statuses(answers) == ["200", "200"])
        #expect(answers.contains("\r\nConnection: keep-alive\r\n"))
        #expect(answers.contains("\r\nConnection: close\r\n"))
    }

    @Test func `answers HEAD with the length and without the body`() async throws {
        let answer = try await withServer {
            try await $0.exchange("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n" + Self.get)
        }
        #expect(answer.contains("Content-Length: 8\r\n\r\nHTTP/1.1 200"))
    }

    @Test func `sends no length and no body where none may be`() async throws {
        let handler = ClosureHandler { _ in ServerResponse(.noContent, body: [1, 2, 3]) }
        let answer = try await withServer(handler) { try await $0.exchange(Self.get) }
        #expect(answer.hasSuffix("\r\n\r\n"))
        #expect(!answer.contains("Content-Length"))
    }

    @Test func `takes a body whether it came with the head or not`() async throws {
        let answer = try await withServer { server in
            let wire = try await server.connect()
            defer { wire.stream.close() }
            try await wire.send("POST /o HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nab")
            try await wire.send("cd")
            try await wire.send("ef")
            return try await wire.read(until: "POST /o abcdef")
        }
        #expect(statuses(answer) == ["200"])
    }

    @Test func `asks for a body that is held back for that`() async throws {
        let (interim, final) = try await withServer { server in
            let wire = try await server.connect()
            defer { wire.stream.close() }
            let head =
                "POST /o HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
            try await wire.send(head)
            let interim = try await wire.read()
            try await wire.send("3\r\nabc\r\n0\r\n\r\n")
            return (interim, try await wire.read(until: "POST /o abc"))
        }
        #expect(interim == "HTTP/1.1 100 Continue\r\n\r\n")
        #expect(statuses(final) == ["200"])
    }

    @Test func `refuses a body by its length before it asks for it`() async throws {
        let text =
            "POST /o HTTP/1.1\r\nHost: h\r\nContent-Length: 262145\r\nExpect: 100-continue\r\n\r\n"
        let answer = try await withServer { try await $0.exchange(text, endsAfterwards: false) }
        #expect(statuses(answer) == ["413"])
    }

    @Test func `takes the largest body that it or its handler allows, and no larger`() async throws
    {
        var configuration = ServerConfiguration.patient
        configuration.maximumBodySize = 3
        for (own, allowed) in [(nil, 3), (5, 5)] as [(Int?, Int)] {
            let handler = ClosureHandler(maximumBodySize: own) { _ in ServerResponse(.accepted) }
            let answers = try await withServer(handler, configuration: configuration) { server in
                let fits = String(repeating: "x", count: allowed)
                return try await server.exchange(Self.post(fits) + Self.post(fits + "x"))
            }
            #expect(statuses(answers) == ["202", "413"])
        }
    }

    @Test func `explains a refusal as a problem and closes`() async throws {
        let answer = try await withServer {
            try await $0.exchange("GET / HTTP/1.1\r\n\r\n" + Self.get, endsAfterwards: false)
        }
        #expect(statuses(answer) == ["400"])
        #expect(answer.contains("\r\nContent-Type: application/problem+json\r\n"))
        #expect(answer.contains("\r\nConnection: close\r\n"))
        let id = try #require(
            answer.components(after: "X-Request-Id: ").first?.prefix { !$0.isNewline }
        )
        #expect(
            answer.hasSuffix(
                #"{"type":"/problems/bad-request","title":"Bad Request","status":400,"#
                    + #""detail":"The Host field is missing.","requestId":"\#(id)"}"#
            )
        )
    }

    @Test func `lets a client that is still sending read the refusal`() async throws {
        let answer = try await withServer { server in
            let wire = try await server.connect()
            defer { wire.stream.close() }
            try await wire.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 500000\r\n\r\n")
            for _ in 0..<5 { try await wire.send(String(repeating: "x", count: 100_000)) }
            return try await wire.readToEnd()
        }
        #expect(statuses(answer) == ["413"])
    }

    @Test func `serves on after a client broke off`() async throws {
        let large = [UInt8](repeating: 120, count: 4_000_000)
        let handler = ClosureHandler { _ in ServerResponse(.ok, body: large) }
        let size = try await withServer(handler) { server in
            // Closing with unread bytes makes the kernel send a reset.
            for _ in 0..<3 {
                let wire = try await server.connect()
                try await wire.send(Self.get)
                _ = try await wire.read()
                wire.stream.close()
            }
            return try await server.exchange(Self.get).utf8.count
        }
        #expect(size > large.count)
    }

    @Test(arguments: ["abc-123", "1", String(repeating: "a", count: 128)])
    func `takes over a request id`(id: String) async throws {
        let answer = try await withServer {
            try await $0.exchange("GET / HTTP/1.1\r\nHost: h\r\nX-Request-ID: \(id)\r\n\r\n")
        }
        #expect(answer.contains("\r\nX-Request-Id: \(id)\r\n"))
    }

    @Test(arguments: [
        "", "a b", "a\"", "ä", "buyer@example.com", String(repeating: "a", count: 129),
    ])
    func `replaces a request id that is not fit for logs`(id: String) async throws {
        let answer = try await withServer {
            try await $0.exchange("GET / HTTP/1.1\r\nHost: h\r\nX-Request-ID: \(id)\r\n\r\n")
        }
        #expect(answer.contains("\r\nX-Request-Id: "))
        #expect(!answer.contains("\r\nX-Request-Id: \(id)\r\n"))
    }

    @Test func `lets no handler write the connection's own fields`() async throws {
        let handler = ClosureHandler { _ in
            ServerResponse(
                .ok,
                fields: [
                    .contentLength: "999", .transferEncoding: "chunked", .connection: "close",
                    .date: "today", .requestID: "theirs", .location: "/a\r\nX-Evil: 1",
                ],
                body: [120]
            )
        }
        let answer = try await withServer(handler) { try await $0.exchange(Self.get) }
        #expect(answer.contains("\r\nContent-Length: 1\r\n"))
        for wrong in [
            "999", "chunked", "Connection", "today", "X-Request-Id: theirs", "\r\nX-Evil",
        ] {
            #expect(!answer.contains(wrong))
        }
    }

    @Test func `reports every answer to the access log`() async throws {
        let records = Mutex<[AccessRecord]>([])
        var handler = ClosureHandler { _ in ServerResponse(.accepted, body: [1, 2]) }
        handler.route = "/orders/{id}"
        let log: @Sendable (AccessRecord) -> Void = { record in
            records.withLock { $0.append(record) }
        }
        _ = try await withServer(handler, accessLog: log) {
            try await $0.exchange(Self.post("x") + "bad\r\n")
        }
        let seen = records.withLock { $0 }
        #expect(seen.map(\.method) == [.post, nil])
        #expect(seen.map(\.route) == ["/orders/{id}", nil])
        #expect(seen.map(\.status) == [.accepted, .badRequest])
        #expect(seen.first?.bodyBytes == 2)
        #expect(seen.map(\.remoteAddress) == ["127.0.0.1", "127.0.0.1"])
    }

    @Test func `reports of which request it refused the body`() async throws {
        let records = Mutex<[AccessRecord]>([])
        let log: @Sendable (AccessRecord) -> Void = { record in
            records.withLock { $0.append(record) }
        }
        let answers = try await withServer(accessLog: log) { server in
            let broken = try await server.exchange(
                """
                PUT /a HTTP/1.1\r\nHost: h\r\nX-Request-Id: mine\r\n\
                Transfer-Encoding: chunked\r\n\r\nnone\r\n
                """
            )
            let tooLarge = try await server.exchange(
                "HEAD /a HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n"
            )
            return [broken, tooLarge]
        }
        #expect(answers.map(statuses) == [["400"], ["413"]])
        #expect(answers[0].contains("\r\nX-Request-Id: mine\r\n"))
        #expect(answers[1].hasSuffix("\r\n\r\n"), "HEAD is answered without a body.")
        let seen = records.withLock { $0 }
        #expect(seen.map(\.method) == [.put, .head])
        #expect(seen.first?.requestID == "mine")
        #expect(seen.last?.bodyBytes == 0)
    }
}

@Suite(.closing)
struct `A streamed answer` {
    private static func streaming(
        _ pieces: [String],
        _ error: CancellationError? = nil
    ) -> ClosureHandler {
        ClosureHandler { _ in
            ServerResponse(
                .ok,
                fields: [.contentType: "text/event-stream"],
                body: .stream { writer in
                    for piece in pieces { try await writer.write(Array(piece.utf8)) }
                    if let error { throw error }
                }
            )
        }
    }

    @Test func `comes in chunks, and the connection goes on`() async throws {
        let answers = try await withServer(Self.streaming(["ab", "", "cde"])) {
            try await $0.exchange(`A server`.get + `A server`.get)
        }
        #expect(statuses(answers) == ["200", "200"])
        #expect(answers.contains("\r\nTransfer-Encoding: chunked\r\n"))
        #expect(answers.hasSuffix("\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n"))
    }

    @Test func `to HTTP 1.0 ends with the connection`() async throws {
        let answer = try await withServer(Self.streaming(["ab", "cde"])) {
            try await $0.exchange(
                "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
                endsAfterwards: false
            )
        }
        #expect(answer.hasSuffix("\r\nConnection: close\r\n\r\nabcde"))
    }

    @Test func `to HEAD is its head alone`() async throws {
        let answer = try await withServer(Self.streaming(["ab"])) {
            try await $0.exchange("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n")
        }
        #expect(answer.hasSuffix("\r\nTransfer-Encoding: chunked\r\n\r\n"))
    }

    @Test func `that fails has no end mark`() async throws {
        let answer = try await withServer(Self.streaming(["ab"], CancellationError())) {
            try await $0.exchange(`A server`.get)
        }
        #expect(answer.hasSuffix("\r\n\r\n2\r\nab\r\n"))
    }
}
