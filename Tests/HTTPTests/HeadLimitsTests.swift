import Glibc
import HTTPTypes
import Testing

@testable import HTTP

struct `The limits of a request` {
    /// `GET /aaa… HTTP/1.1` of exactly this many bytes.
    static func startLine(_ count: Int) -> String {
        "GET /\(String(repeating: "a", count: count - 14)) HTTP/1.1"
    }

    static func field(_ count: Int) -> String {
        "X: \(String(repeating: "b", count: count - 3))"
    }

    static func request(_ lines: [String]) -> String {
        (lines + ["Host: a", "", ""]).joined(separator: "\r\n")
    }

    private func statuses(_ reading: RequestReading, _ text: String) -> [String] {
        let outcomes = reading.outcomes(of: text)
        #expect(outcomes.count == 1, "\(outcomes)")
        return (outcomes.first ?? []).map { String($0.prefix(3)) }
    }

    @Test func `hold for the request line`() {
        var reading = RequestReading()
        reading.limits.startLine = 40
        #expect(statuses(reading, Self.request([Self.startLine(40)])) == ["GET"])
        #expect(statuses(reading, Self.request([Self.startLine(41)])) == ["414"])
        #expect(statuses(reading, String(repeating: "A", count: 41)) == ["414"])
    }

    @Test func `hold for a field line`() {
        var reading = RequestReading()
        reading.limits.fieldLine = 40
        let line = Self.startLine(20)
        #expect(statuses(reading, Self.request([line, Self.field(40)])) == ["GET"])
        #expect(statuses(reading, Self.request([line, Self.field(41)])) == ["431"])
    }

    @Test func `hold for the number of fields`() {
        var reading = RequestReading()
        reading.limits.fieldLines = 3
        let line = Self.startLine(20)
        #expect(statuses(reading, Self.request([line, "A: 1", "B: 2"])) == ["GET"])
        #expect(statuses(reading, Self.request([line, "A: 1", "B: 2", "C: 3"])) == ["431"])
    }

    @Test func `hold for the whole head`() {
        var reading = RequestReading()
        reading.limits.total = 100
        let rest = Self.request([Self.startLine(20), ""]).utf8.count
        let fits = Self.field(100 - rest)
        #expect(statuses(reading, Self.request([Self.startLine(20), fits])) == ["GET"])
        #expect(statuses(reading, Self.request([Self.startLine(20), fits + "b"])) == ["431"])
        reading.limits.total = 30
        #expect(statuses(reading, Self.request([Self.startLine(50)])) == ["414"])
    }

    @Test func `hold for a body whose length is known`() {
        var reading = RequestReading()
        reading.maximumBodySize = 3
        let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: "
        #expect(statuses(reading, head + "3\r\n\r\nabc") == ["POS"])
        #expect(statuses(reading, head + "4\r\n\r\n") == ["413"])
    }

    @Test func `hold for a body in chunks`() {
        var reading = RequestReading()
        reading.maximumBodySize = 3
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        #expect(statuses(reading, head + "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n") == ["POS"])
        #expect(statuses(reading, head + "2\r\nab\r\n2\r\n") == ["413"])
    }

    @Test func `hold for one chunk's size line`() {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        let longest = "1;" + String(repeating: "e", count: ChunkedDecoder.longestSizeLine - 2)
        let reading = RequestReading()
        #expect(reading.outcome(of: "\(head)\(longest)\r\na\r\n0\r\n\r\n") == ["POST / a a"])
        let refused = reading.outcome(of: "\(head)\(longest)e\r\na\r\n0\r\n\r\n")
        #expect(refused == ["400 A chunk's size line is too long."])
    }

    @Test func `hold for all extensions of a body`() {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        let chunk = "1;" + String(repeating: "e", count: 1_022) + "\r\na\r\n"
        let reading = RequestReading()
        let sixteen = String(repeating: chunk, count: 16)
        let body = String(repeating: "a", count: 16)
        #expect(reading.outcome(of: "\(head)\(sixteen)0\r\n\r\n") == ["POST / a \(body)"])
        let refused = reading.outcome(of: "\(head)\(sixteen)\(chunk)0\r\n\r\n")
        #expect(refused == ["400 The chunks carry too many extensions."])
    }

    @Test func `hold for a trailer`() {
        var reading = RequestReading()
        reading.limits.fieldLines = 2
        let text = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
        #expect(statuses(reading, text + "A: 1\r\nB: 2\r\n\r\n") == ["POS"])
        #expect(statuses(reading, text + "A: 1\r\nB: 2\r\nC: 3\r\n\r\n") == ["431"])
    }

    @Test(.timeLimit(.minutes(60)))
    func `let a head of a megabyte arrive one byte at a time in linear time`() {
        var reading = RequestReading()
        reading.limits.total = 2_000_000
        reading.limits.fieldLine = 2_000_000
        let text = Self.request([Self.startLine(20), Self.field(1_000_000)])
        let bytes = Array(text.utf8)
        let start = Self.threadSeconds
        #expect(reading.outcome(of: bytes, cutAt: Array(0..<bytes.count)).count == 1)
        // Linear work takes well below a second even without optimisation; quadratic work takes minutes.
        #expect(Self.threadSeconds - start < 20)
    }

    /// How long this thread has worked, which says nothing of what else keeps the machine busy.
    private static var threadSeconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec
    }
}
