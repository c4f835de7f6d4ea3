import HTTPTypes
import Sockets
import Synchronization
import TestClosing
import Testing

@testable import HTTP

/// Malformed and odd requests, each sent through a socket in one write, in two, and byte by byte.
@Suite(.closing)
struct `Every request of the corpus` {
    @Test(arguments: WireCase.files)
    func `is answered as it should be, however it is cut`(file: String) async throws {
        let cases = try WireCase.read(file)
        #expect(cases.count >= 10)
        var configuration = ServerConfiguration.patient
        configuration.maximumBodySize = 1_000
        let seen = Seen()
        try await withServer(seen.handler, configuration: configuration) { server in
            for wireCase in cases {
                for pieces in Pieces.allCases {
                    seen.clear()
                    let answers = try await Self.send(wireCase, in: pieces, to: server)
                    Self.check(wireCase, pieces, answers, seen.requests)
                }
            }
        }
    }

    @Test func `has a name of its own, and there are hundreds`() throws {
        let names = try WireCase.files.flatMap { try WireCase.read($0).map(\.description) }
        #expect(Set(names).count == names.count)
        #expect(names.count >= 300)
    }

    /// How the bytes are cut into writes.
    private enum Pieces: CaseIterable {
        case one
        case two
        case bytes

        /// The ends of the pieces; what is very long comes in a thousand pieces rather than in single bytes.
        func ends(of count: Int) -> [Int] {
            switch self {
            case .one: [count]
            case .two: [count / 2, count]
            case .bytes: Array(stride(from: 0, to: count, by: max(1, count / 1_000))) + [count]
            }
        }
    }

    /// The requests that reached the handler.
    private final class Seen: Sendable {
        private let state = Mutex<[String]>([])

        var requests: [String] { state.withLock { $0 } }

        func clear() { state.withLock { $0 = [] } }

        var handler: ClosureHandler {
            ClosureHandler { request in
                let body = String(decoding: request.body, as: UTF8.self)
                self.state.withLock { $0.append("\(request.method) \(request.path) \(body)") }
                return ServerResponse(.ok, body: [120])
            }
        }
    }

    private static let last = "GET /last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

    /// All that the server answers, to an honest request behind the case's bytes too unless the client ends before.
    private static func send(
        _ wireCase: WireCase,
        in pieces: Pieces,
        to server: Loopback
    ) async throws -> String {
        let wire = try await server.connect()
        defer { wire.stream.close() }
        var start = 0
        let bytes = wireCase.bytes + (wireCase.ending == .cut ? [] : Array(last.utf8))
        for end in pieces.ends(of: bytes.count) where end > start {
            try await wire.stream.write(Array(bytes[start..<end]))
            start = end
            // The server gets to read this piece before the next one is written.
            await Task.yield()
        }
        if wireCase.ending == .cut { try await wire.stream.shutdownWrite() }
        return try await wire.readToEnd()
    }

    private static func check(
        _ wireCase: WireCase,
        _ pieces: Pieces,
        _ answers: String,
        _ seen: [String]
    ) {
        var expected = wireCase.statuses
        var requests = wireCase.seen
        if wireCase.ending == .open {
            expected.append("200")
            requests?.append("GET /last")
        }
        // A problem's text may name the protocol too.
        let found = statuses(answers)
            .filter { Int($0) != nil && ($0 != "100" || !wireCase.mayContinue) }
        #expect(found == expected, "\(wireCase), \(pieces)")
        let count = expected.count { $0 == "200" }
        #expect(seen.count == count, "\(wireCase), \(pieces): \(seen)")
        if let requests {
            #expect(seen.map(trimmed) == requests.map(trimmed), "\(wireCase), \(pieces)")
        }
    }

    private static func trimmed(_ text: String) -> Substring {
        text.hasSuffix(" ") ? text.dropLast() : text[...]
    }
}
