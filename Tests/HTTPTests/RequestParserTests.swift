import HTTPTypes
import Testing

@testable import HTTP

struct `A request` {
    static let valid: [(text: String, lines: [String])] = [
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", ["GET / a"]),
        ("GET /orders?status=a&b HTTP/1.1\r\nHost: a:80\r\n\r\n", ["GET /orders?status=a&b a:80"]),
        ("GET /? HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /? a"]),
        ("GET /%7Ea/%C3%A4 HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /%7Ea/%C3%A4 a"]),
        ("GET / HTTP/1.0\r\n\r\n", ["GET / - close"]),
        ("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n", ["GET / a"]),
        ("GET / HTTP/1.1\r\nHost: a\r\nConnection: foo, Close\r\n\r\n", ["GET / a close"]),
        ("GET / HTTP/1.2\r\nHost: a\r\n\r\n", ["GET / a"]),
        ("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", ["GET / a"]),
        ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", ["BREW / a"]),
        ("GET http://b:81/x?y HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /x?y b:81"]),
        ("GET HTTPS://b HTTP/1.1\r\nHost: a\r\n\r\n", ["GET / b"]),
        ("GET http://b?q HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /?q b"]),
        ("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", ["OPTIONS * a"]),
        ("OPTIONS http://b HTTP/1.1\r\nHost: a\r\n\r\n", ["OPTIONS * b"]),
        ("CONNECT b:443 HTTP/1.1\r\nHost: a\r\n\r\n", ["CONNECT  b:443"]),
        ("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", ["GET / [::1]:8080"]),
        ("GET / HTTP/1.1\r\nHost:a\r\nX:\r\nY: \t b c \t\r\n\r\n", ["GET / a"]),
        ("GET / HTTP/1.1\r\nhOsT: a\r\n\r\n", ["GET / a"]),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", ["POST / a abc"]),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 003\r\n\r\nabc", ["POST / a abc"]),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", ["POST / a"]),
        ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", ["POST / a"]),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nExpect: 100-Continue\r\n\r\nx",
            ["POST / a expect x"]
        ),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nExpect: 100-continue\r\n\r\n",
            ["POST / a"]
        ),
        ("GET / HTTP/1.0\r\nExpect: magic\r\n\r\n", ["GET / - close"]),
        (chunked("3\r\nabc\r\n2;x=\"y\"\r\nde\r\n0\r\n\r\n"), ["POST / a abcde"]),
        (
            chunked("0000000000000000000A \t;x\r\n0123456789\r\n0\r\nT: 1\r\n\r\n"),
            ["POST / a 0123456789"]
        ),
        (chunked("0\r\n\r\n"), ["POST / a"]),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx\r\nGET /2 HTTP/1.1\r\nHost: b\r\n\r\n",
            ["POST / a x", "GET /2 b"]
        ),
        (
            chunked("1\r\na\r\n0\r\n\r\n") + "GET /2 HTTP/1.1\r\nHost: b\r\n\r\n",
            ["POST / a a", "GET /2 b"]
        ),
    ]

    static let invalid: [(text: String, status: Int)] = [
        ("GET /\r\n\r\n", 400),
        ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400),
        (" GET / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("G@T / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("\u{16}\u{3}\u{1}", 400),
        ("GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /ä HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /a\tb HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /%4 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET /?%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET http:///a HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET http://u@b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET ftp://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("CONNECT /x HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET / http/1.1\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/1\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
        ("GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        ("GET / HTTP/1.1\nHost: a\n\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\rHost: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: a\u{0}b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: a\u{7F}\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX(): b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nXä: b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost:\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a:x\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nExpect: magic\r\n\r\n", 417),
        (length("+5"), 400),
        (length("-1"), 400),
        (length("0x5"), 400),
        (length(""), 400),
        (length("5, 5"), 400),
        (length("5 5"), 400),
        (length("1.0"), 400),
        (length("9223372036854775808"), 400),
        (length("99999999999999999999999"), 400),
        (length("1\r\nContent-Length: 1"), 400),
        (length("9223372036854775807"), 413),
        (length("1\r\nTransfer-Encoding: chunked"), 400),
        ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (coding("identity"), 400),
        (coding("chunked, identity"), 400),
        (coding("chunked, chunked"), 400),
        (coding("chunked\r\nTransfer-Encoding: chunked"), 400),
        (coding("chunked;x"), 400),
        (coding("\u{b}chunked"), 400),
        (coding("gzip, chunked"), 501),
        (coding(""), 400),
        (chunked("x\r\n"), 400),
        (chunked(" 1\r\na\r\n0\r\n\r\n"), 400),
        (chunked("1 \r\na\r\n0\r\n\r\n"), 400),
        (chunked("0x1\r\na\r\n0\r\n\r\n"), 400),
        (chunked("-1\r\na\r\n0\r\n\r\n"), 400),
        (chunked("\r\n"), 400),
        (chunked("1\na\r\n0\r\n\r\n"), 400),
        (chunked("1\r\nab\r\n0\r\n\r\n"), 400),
        (chunked("1\r\na\n0\r\n\r\n"), 400),
        (chunked("1\r\na\rb0\r\n\r\n"), 400),
        (chunked("1;a\u{0}\r\na\r\n0\r\n\r\n"), 400),
        (chunked("8000000000000000\r\n"), 400),
        (chunked("ffffffffffffffff\r\n"), 400),
        (chunked("10000000000000000\r\n"), 400),
        (chunked("7fffffffffffffff\r\n"), 413),
        (chunked("0\r\nT : 1\r\n\r\n"), 400),
        (chunked("0\r\n T: 1\r\n\r\n"), 400),
    ]

    static func length(_ value: String) -> String {
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(value)\r\n\r\n"
    }

    static func coding(_ value: String) -> String {
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \(value)\r\n\r\n0\r\n\r\n"
    }

    static func chunked(_ body: String) -> String {
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: CHUNKED\r\n\r\n\(body)"
    }

    @Test(arguments: valid)
    func `is read the same however its bytes are cut`(text: String, lines: [String]) {
        #expect(RequestReading().outcomes(of: text) == [lines])
    }

    @Test(arguments: invalid)
    func `that breaks a rule is refused the same however its bytes are cut`(
        text: String,
        status: Int
    ) throws {
        let outcomes = RequestReading().outcomes(of: text)
        #expect(outcomes.count == 1, "\(outcomes)")
        let line = try #require(outcomes.first?.last)
        #expect(line.hasPrefix("\(status) "), "\(text.debugDescription): \(line)")
    }

    @Test func `is not begun before its first line is whole`() {
        #expect(RequestReading().outcomes(of: "") == [[]])
        #expect(RequestReading().outcomes(of: "GET / HTTP/1.1\r\nHost: a\r\n") == [[]])
        #expect(RequestReading().outcomes(of: Self.chunked("3\r\nabc\r\n0\r\n")) == [[]])
    }
}
