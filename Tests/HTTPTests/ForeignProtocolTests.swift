import Sockets
import TestClosing
import Testing

@testable import HTTP

/// What a client is told that speaks another protocol, or too much of ours.
@Suite(.closing)
struct `A port of plain HTTP 1.1` {
    @Test(arguments: [
        (
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u{0}\u{0}\u{0}\u{4}", "505",
            "This port speaks HTTP/1.1"
        ),
        ("PRI * HTTP/2.0\r\n", "505", "This port speaks HTTP/1.1"),
        ("PRI /a HTTP/2.0\r\n", "505", "HTTP/1.1 and HTTP/1.0"),
        ("GET / HTTP/3.0\r\n", "505", "HTTP/1.1 and HTTP/1.0"),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}", "400", "use an http:// URL"),
        ("\u{16}", "400", "use an http:// URL"),
        ("\u{0}\u{0}", "400", "not an HTTP/1.1 request"),
    ])
    func `says what it speaks`(bytes: String, status: String, phrase: String) async throws {
        let answer = try await withServer {
            try await $0.exchange(bytes, endsAfterwards: false)
        }
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
        #expect(answer.contains(phrase), "\(answer)")
        #expect(answer.contains("\r\nConnection: close\r\n"))
    }

    @Test(arguments: ["Content-Length: 11\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\nb\r\n"])
    func `says how much it takes`(fields: String) async throws {
        var configuration = ServerConfiguration.patient
        configuration.maximumBodySize = 10
        let answer = try await withServer(configuration: configuration) {
            try await $0.exchange("POST / HTTP/1.1\r\nHost: a\r\n\(fields)hello world")
        }
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(answer.contains("larger than 10 bytes"), "\(answer)")
    }

    @Test(arguments: [
        ("a", true), ("a:", true), ("a:0", true), ("a:08080", true),
        ("[::1]:0000000000000443", true),
        ("a:65535", true), ("a:000065535", true), ("a:65536", false), ("a:000065536", false),
        ("a:99999999999999999999999", false), ("a:8 0", false), ("a:+80", false),
        ("a:80:80", false),
    ])
    func `takes a port of any digits that come to one`(host: String, isValid: Bool) async throws {
        let answer = try await withServer {
            try await $0.exchange("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n")
        }
        #expect(statuses(answer) == [isValid ? "200" : "400"])
    }
}
