import JSON
import Testing

@testable import orderd

struct `A stream of server-sent events` {
    typealias Message = EventStreamParser.Message

    @Test(arguments: [
        ("retry: 1000\n\nid: 1\ndata: {}\n\n", [Message(data: "{}", id: "1")]),
        (
            "id: 7-end\nevent: end\ndata: a\ndata:b\n\ndata: c\n\n",
            [
                Message(event: "end", data: "a\nb", id: "7-end"),
                Message(event: "", data: "c", id: "7-end"),
            ]
        ),
        ("data: a\r\n\r\n:\n\ndata\n\n", [Message(data: "a"), Message()]),
        ("data: a\r\rdata: half", [Message(data: "a")]),
        ("id: 1\u{0}\ndata: é\n\n", [Message(data: "é")]),
        ("event: end\n\ndata: x\n\n", [Message(data: "x")]),
    ])
    func `is messages however it is cut`(text: String, messages: [Message]) {
        for size in [1, 2, 3, 1_000] {
            var parser = EventStreamParser()
            var found: [Message] = []
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                found += parser.add(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            #expect(found == messages, "in pieces of \(size)")
        }
    }

    @Test func `has a longest message`() {
        var parser = EventStreamParser()
        _ = parser.add([UInt8](repeating: UInt8(ascii: "a"), count: EventStreamParser.maximumSize))
        #expect(!parser.isTooLong)
        _ = parser.add([UInt8(ascii: "a")])
        #expect(parser.isTooLong)
        #expect(parser.add(Array("\n\ndata: a\n\n".utf8)).isEmpty)
    }
}

struct `An order that is followed` {
    private static let event = EventStreamParser.Message(data: #"{"id": 3}"#, id: "3")
    private static let end = EventStreamParser.Message(
        event: "end",
        data: #"{"status": "FAILED"}"#,
        id: "3-end"
    )

    @Test func `goes on where it was until its end`() {
        var watch = OrderWatch()
        #expect(watch.take(Self.event)?["id"]?.int == 3)
        #expect(watch.next(after: .lost("gone")) == .rest(seconds: 1, why: "gone"))
        #expect(watch.next(after: .lost("gone")) == .rest(seconds: 2, why: "gone"))
        #expect(watch.place == "3")
        #expect(watch.take(Self.end) == nil)
        #expect(watch.next(after: .closed) == .ended(status: "FAILED"))
    }

    @Test func `is given up when nobody was there at first, or refuses it`() {
        var watch = OrderWatch()
        #expect(watch.next(after: .lost("no connection")) == .failed(why: "no connection"))
        watch.began()
        #expect(watch.next(after: .refused("no", mayPass: false)) == .failed(why: "no"))
        #expect(
            watch.next(after: .refused("busy", mayPass: true)) == .rest(seconds: 1, why: "busy")
        )
    }

    @Test func `is given up after so many tries in a row, and rests longer before each`() {
        var watch = OrderWatch()
        watch.began()
        var seconds: [Int] = []
        while case .rest(let next, _) = watch.next(after: .lost("gone")) { seconds.append(next) }
        #expect(seconds.prefix(6) == [1, 2, 4, 8, 15, 15])
        #expect(seconds.count == OrderWatch.maximumTries)
    }

    @Test func `says once that it is held, and what lets it go on`() throws {
        var watch = OrderWatch()
        func notice(_ text: String) throws -> String? {
            watch.notice(of: try JSONValue(parsing: text))
        }
        #expect(try notice(#"{"status": "RUNNING"}"#) == nil)
        let held = #"{"status": "HELD", "error": "Held"}"#
        #expect(try notice(held)?.contains("orderd deliveries decide") == true)
        #expect(try notice(held) == nil)
        #expect(try notice(#"{"status": "QUEUED"}"#) == nil)
        let quarantined = #"{"status": "HELD", "error": "Quarantined"}"#
        #expect(try notice(quarantined)?.contains("orderd orders redrive") == true)
    }

    @Test(arguments: [("SUCCEEDED", 0), ("FAILED", 3), ("TIMED_OUT", 4), ("ABORTED", 5), ("?", 1)])
    func `has an exit status that tells its end`(status: String, code: Int32) {
        #expect(ExitCodes.end(status) == code)
    }
}
