import JSON
import Testing

@testable import orderd

struct `A spoken duration` {
    @Test(arguments: [
        (-1.0, "0 ms"), (0.0154, "15 ms"), (0.9994, "999 ms"), (0.9996, "1.00 s"), (1.2, "1.20 s"),
        (9.999, "9.99 s"), (12.34, "12.3 s"), (59.99, "59.9 s"), (60, "1 min 00 s"),
        (3_599, "59 min 59 s"), (3_900, "1 h 05 min"), (90_000, "1 d 01 h"), (.nan, "?"),
        (.infinity, "?"),
    ])
    func `has as many digits as are read`(seconds: Double, text: String) {
        #expect(SpokenDuration(seconds: seconds).text == text)
    }
}

/// Step Functions' events, and the lines that a person reads.
struct `The story of an order` {
    private static let order = #"""
        {"orderId": "001", "status": "FAILED", "createdAt": "2026-12-01T00:00:00.000Z",
         "finishedAt": "2026-12-01T00:00:05.000Z"}
        """#

    /// Events of (seconds after the order's acceptance, type, id of the event before, details).
    private static func events(_ events: [(Double, String, Int, String)]) throws -> [JSONValue] {
        try events.enumerated().map { place, event in
            let time = 1_796_083_200 + event.0
            return try JSONValue(
                parsing: #"""
                    {"id": \#(place + 1), "timestamp": \#(time), "type": "\#(event.1)",
                     "previousEventId": \#(event.2), "someDetails": {\#(event.3)}}
                    """#
            )
        }
    }

    private static let failing: [(Double, String, Int, String)] = [
        (0.5, "ExecutionStarted", 0, ""),
        (0.5, "TaskStateEntered", 0, #""name": "Charge""#),
        (0.5, "TaskScheduled", 2, #""resourceType": "http", "resource": "invoke""#),
        (0.5, "TaskStarted", 3, ""),
        (1.5, "TaskFailed", 4, #""error": "Busy", "cause": "later""#),
        (3.5, "TaskScheduled", 5, #""resourceType": "http", "resource": "invoke""#),
        (5, "TaskTimedOut", 6, #""error": "States.Timeout""#),
        (5, "ExecutionFailed", 7, #""error": "States.Timeout""#),
    ]

    @Test func `has attempts below their state and ends with the order`() throws {
        let story = try OrderStory(
            JSONValue(parsing: Self.order),
            events: Self.events(Self.failing)
        )
        #expect(
            story.text(width: 80, paint: .off) == """
                001  FAILED  accepted 2026-12-01T00:00:00.000Z  took 5.00 s
                      START        TOOK  WHAT
                    +500 ms              order  started
                    +500 ms      4.50 s  Charge  Task
                    +500 ms      1.00 s    http:invoke  failed: Busy: later
                    +3.50 s      1.50 s    http:invoke  timed out: States.Timeout
                    +5.00 s              order  failed: States.Timeout
                """
        )
    }

    @Test func `keeps branches and items together that ran beside each other`() throws {
        let events = try Self.events([
            (0, "ParallelStateEntered", 0, #""name": "Both""#),
            (0, "ParallelStateStarted", 1, ""),
            (0, "WaitStateEntered", 2, #""name": "Long""#),
            (0, "MapStateEntered", 2, #""name": "Each""#),
            (0, "MapStateStarted", 4, #""length": 2"#),
            (0, "MapIterationStarted", 5, #""name": "Each", "index": 0"#),
            (0, "MapIterationStarted", 5, #""name": "Each", "index": 1"#),
            (0, "PassStateEntered", 6, #""name": "P""#),
            (0, "WaitStateEntered", 7, #""name": "W""#),
            (1, "PassStateExited", 8, #""name": "P""#),
            (1, "MapIterationSucceeded", 10, #""name": "Each", "index": 0"#),
            (2, "MapIterationFailed", 9, #""name": "Each", "index": 1, "error": "E""#),
            (2, "MapStateFailed", 12, #""error": "E""#),
            (3, "MapStateExited", 13, #""name": "Each""#),
            (4, "WaitStateExited", 3, #""name": "Long""#),
            (4, "ParallelStateSucceeded", 15, ""),
        ])
        let story = OrderStory(try JSONValue(parsing: "{}"), events: events)
        #expect(
            story.text(width: 80, paint: .off) == """
                ?  ?
                      START        TOOK  WHAT
                      +0 ms           …  Both  Parallel
                      +0 ms      4.00 s    Long  Wait
                      +0 ms      3.00 s    Each  Map, failed: E
                      +0 ms      1.00 s      [0]  item, succeeded
                      +0 ms      1.00 s        P  Pass
                      +0 ms      2.00 s      [1]  item, failed: E
                      +0 ms      2.00 s        W  Wait
                """
        )
    }

    @Test func `has what was sent where it was sent, and who stepped in`() throws {
        let order = try JSONValue(
            parsing: #"""
                {"orderId": "00\u001b[2J1", "status": "HELD", "createdAt": "2026-12-01T00:00:00Z",
                 "deliveries": [{"id": 7, "kind": "email", "state": "Charge", "status": "uncertain",
                 "attempts": 2, "intendedAt": "2026-12-01T00:00:01Z", "reason": "no\u001b[31m answer"}],
                 "audit": [{"at": "2026-12-01T00:01:00Z", "action": "stop", "by": "ada", "reason": "x"}]}
                """#
        )
        let story = OrderStory(order, events: try Self.events(Array(Self.failing.prefix(4))))
        #expect(
            story.text(width: 60, paint: .off) == """
                00\u{FFFD}[2J1  HELD  accepted 2026-12-01T00:00:00Z
                      START        TOOK  WHAT
                    +500 ms              order  started
                    +500 ms           …  Charge  Task
                    +500 ms           …    http:invoke
                    +1.00 s           …      email 7  uncertain after 2
                                               tries: no\u{FFFD}[31m answer
                +1 min 00 s              stop by ada: x
                """
        )
    }

    @Test func `is told line by line while it happens`() throws {
        let lines = Timeline.Lines(width: 80, paint: .off, zero: 1_796_083_200)
        var timeline = Timeline()
        var told: [String] = []
        for event in try Self.events([
            (0, "PassStateEntered", 0, #""name": "P""#),
            (0, "PassStateExited", 1, #""name": "P""#),
            (0, "WaitStateEntered", 2, #""name": "W""#),
            (61, "WaitStateExited", 3, #""name": "W""#),
            (61, "ExecutionSucceeded", 4, ""),
        ]) {
            let change = timeline.add(event)
            if let line = lines.text(of: change, in: timeline) { told.append(line) }
        }
        #expect(
            told == [
                "      +0 ms              P  Pass",
                "      +0 ms              W  Wait",
                "+1 min 01 s  1 min 01 s  W  Wait, done",
                "+1 min 01 s              order  succeeded",
            ]
        )
    }

    @Test(arguments: [
        (80, "001  FAILED  accepted 2026-12-01T00:00:00.000Z  took 5.00 s"),
        (50, "001  FAILED\naccepted 2026-12-01T00:00:00.000Z  took 5.00 s"),
        (20, "001  FAILED\naccepted 2026-12-01…"),
    ])
    func `begins with the order as far as there is room`(width: Int, title: String) throws {
        let order = try JSONValue(parsing: Self.order)
        #expect(OrderStory.title(of: order, width: width, .off) == title)
    }

    @Test func `is coloured when a person looks on, and no event steers the terminal`() throws {
        let event = try JSONValue(
            parsing: #"""
                {"id": 1, "timestamp": 0, "type": "ExecutionFailed", "someDetails": {"error": "\u001b[2J"}}
                """#
        )
        let text = OrderStory(.null, events: [event]).text(width: 80, paint: .on)
        #expect(text.hasSuffix("\u{1B}[31morder  failed: \u{FFFD}[2J\u{1B}[0m"))
    }
}

struct `Colours` {
    @Test(arguments: [
        (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false),
        (true, ["NO_COLOR": ""], true), (true, ["TERM": "dumb"], false),
    ])
    func `are for a terminal that wants them`(
        isTerminal: Bool,
        environment: [String: String],
        isOn: Bool
    ) {
        let paint = Paint(isTerminal: isTerminal, environment: environment)
        #expect(paint("a", .bad) == (isOn ? "\u{1B}[31ma\u{1B}[0m" : "a"))
    }
}
