import HTTPTypes
import Sockets
import Synchronization
import TestClosing
import Testing

@testable import HTTP

/// Lets in who shows a ticket, and keeps count of the bodies it was given.
private struct Doorkeeper: HTTPHandler {
    let bodies = BodyCount()

    final class BodyCount: Sendable {
        let value = Mutex(0)
    }

    func admit(_ request: inout ServerRequest) -> Admission {
        request.identity = request.fields[.authorization]
        guard let identity = request.identity else {
            return .refused(ServerResponse(.unauthorized))
        }
        return .admitted { request in
            bodies.value.withLock { $0 += request.body.count }
            return ServerResponse(.ok, body: Array(identity.utf8))
        }
    }
}

@Suite(.closing)
struct `A request that is refused` {
    private static func post(_ fields: String) -> String {
        "POST /o HTTP/1.1\r\nHost: h\r\n\(fields)\r\n"
    }

    private static let get = "GET /a HTTP/1.1\r\nHost: h\r\nAuthorization: t\r\n\r\n"

    /// Both ends without a byte of the body having been sent.
    @Test(arguments: [
        "Content-Length: 1000000\r\n", "Content-Length: 16385\r\n",
        "Transfer-Encoding: chunked\r\n", "Content-Length: 5\r\nExpect: 100-continue\r\n",
        "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n",
    ])
    func `is told so before its long or unasked body comes`(fields: String) async throws {
        let answer = try await withServer(Doorkeeper()) { server in
            let wire = try await server.connect()
            defer { wire.stream.close() }
            try await wire.send(Self.post(fields))
            return try await wire.readToEnd()
        }
        #expect(statuses(answer) == ["401"])
        #expect(answer.contains("\r\nConnection: close\r\n"))
    }

    @Test func `does not end the connection when its body is short`() async throws {
        let body = String(repeating: "b", count: 16_384)
        let text = Self.post("Content-Length: 16384\r\n") + body + Self.get
        let handler = Doorkeeper()
        let answers = try await withServer(handler) { try await $0.exchange(text) }
        #expect(statuses(answers) == ["401", "200"])
        #expect(handler.bodies.value.withLock { $0 } == 0)
    }

    @Test func `leaves a body that nobody takes for a request`() async throws {
        let text = Self.post("Content-Length: 70000\r\n") + Self.get + Self.get
        let answers = try await withServer(Doorkeeper()) { try await $0.exchange(text) }
        #expect(statuses(answers) == ["401"])
    }

    @Test func `is asked for its body when it is let in`() async throws {
        let head = Self.post("Content-Length: 3\r\nExpect: 100-continue\r\nAuthorization: t\r\n")
        let (first, second) = try await withServer(Doorkeeper()) { server in
            let wire = try await server.connect()
            defer { wire.stream.close() }
            try await wire.send(head)
            let first = try await wire.read()
            try await wire.send("abc")
            return (first, try await wire.read())
        }
        #expect(statuses(first) == ["100"])
        #expect(second.hasSuffix("\r\n\r\nt"))
    }
}
