import JSON
import Testing

@testable import orderd

/// Text as a terminal shows it.
struct `A terminal's text` {
    @Test(arguments: [
        ("plain – ü", "plain – ü"),
        ("a\u{1B}[31mred", "a\u{FFFD}[31mred"),
        ("a\nb\tc\r\nd", "a b c d"),
        ("\u{07}\u{7F}\u{9B}2J", "\u{FFFD}\u{FFFD}\u{FFFD}2J"),
        ("\u{202E}evil\u{2066}\u{200F}", "\u{FFFD}evil\u{FFFD}\u{FFFD}"),
        ("a\u{2028}b", "a\u{FFFD}b"),
        ("👩‍👩‍👧 e\u{301}", "👩‍👩‍👧 e\u{301}"),
    ])
    func `holds nothing that steers it`(text: String, harmless: String) {
        #expect(TerminalText.harmless(text) == harmless)
    }

    /// What it means stays what it was.
    @Test(arguments: [
        (#"{"a": "\#u{9B}2J\#u{202E}é"}"#, #"{"a": "\u009b2J\u202eé"}"#),
        ("{\r\n\t}", "{ \n\t}"),
        (#"["\u001b"]"#, #"["\u001b"]"#),
    ])
    func `of JSON is JSON`(json: String, escaped: String) throws {
        #expect(TerminalText.escapedJSON(json) == escaped)
        #expect(try JSONValue(parsing: escaped) == JSONValue(parsing: json))
    }

    @Test(arguments: [
        ("abc", 3), ("", 0), ("日本語", 6), ("ｆ", 2), ("한글", 4), ("e\u{301}", 1), ("👍", 2), ("👩‍👩‍👧", 2),
        ("é–…", 3), ("❤\u{FE0F}", 2), ("…", 1),
    ])
    func `takes so many columns`(text: String, width: Int) {
        #expect(TerminalText.width(of: text) == width)
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"), ("日本語", 2, "…"), ("abc", 1, "…"), ("abc", 0, ""),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
    func `is cut where there is no room`(text: String, width: Int, cut: String) {
        #expect(TerminalText.cut(text, to: width) == cut)
    }

    @Test(arguments: [
        ("order-0001", 10, "order-0001"), ("order-0001", 9, "orde…0001"),
        ("order-0001", 6, "ord…01"),
        ("order-0001", 3, "o…1"), ("order-0001", 2, "o…"), ("注文番号一", 7, "注…号一"),
        ("注文番号一", 5, "注…一"),
    ])
    func `keeps an id's end`(text: String, width: Int, cut: String) {
        #expect(TerminalText.cutInside(text, to: width) == cut)
        #expect(TerminalText.width(of: cut) <= width)
    }

    @Test(arguments: [
        ("", 10, 0, [""]),
        ("one two three", 7, 0, ["one two", "three"]),
        ("one two three", 6, 2, ["one", "  two", "  thre", "  e"]),
        ("abcdefgh", 3, 0, ["abc", "def", "gh"]),
        ("日本語", 4, 0, ["日本", "語"]),
        ("日本", 1, 0, ["日", "本"]),
        ("a\u{1B}b", 10, 0, ["a\u{FFFD}b"]),
        ("  \"a\": 1", 20, 4, ["  \"a\": 1"]),
    ])
    func `is wrapped`(text: String, width: Int, hanging: Int, lines: [String]) {
        #expect(TerminalText.lines(of: text, width: width, hanging: hanging) == lines)
    }
}

/// Rows and widths, and the text that they come to.
struct `A table` {
    private static let columns: [TextTable.Column] = [
        .id("ORDER"), .text("STATUS"), .number("TRIES"), .text("ERROR"),
    ]

    @Test(arguments: [
        (
            [["001", "FAILED", "12", "Busy: later"], ["a-2", "HELD", "1", ""]], 80,
            """
            ORDER  STATUS  TRIES  ERROR
            001    FAILED     12  Busy: later
            a-2    HELD        1
            """
        ),
        // The widest is cut, and not the id.
        (
            [
                [
                    "order-2026-11-30-0001", "FAILED", "1",
                    "a cause that is far too long for the line",
                ]
            ], 60,
            """
            ORDER                  STATUS  TRIES  ERROR
            order-2026-11-30-0001  FAILED      1  a cause that is far t…
            """
        ),
        // An id only where there is no other way.
        (
            [["order-2026-11-30-0001", "FAILED", "1", "a cause that is far too long"]], 30,
            """
            ORDER    STATUS  TRIES  ERROR
            ord…001  FAILED      1  a cau…
            """
        ),
        (
            [["注文番号", "HELD", "1", "店が閉まっています"]], 36,
            """
            ORDER     STATUS  TRIES  ERROR
            注文番号  HELD        1  店が閉まっ…
            """
        ),
        // A column in which nothing stands is left out.
        (
            [["001", "QUEUED", "", ""], ["002", "", "", ""]], 80,
            """
            ORDER  STATUS
            001    QUEUED
            002
            """
        ),
        (
            [["a\u{1B}]0;x\u{07}", "b\nc", "1", ""]], 80,
            """
            ORDER    STATUS  TRIES
            a\u{FFFD}]0;x\u{FFFD}  b c         1
            """
        ),
        ([], 80, "ORDER  STATUS  TRIES  ERROR"),
    ])
    func `has room on the line`(rows: [[String]], width: Int, text: String) {
        let found = TextTable(Self.columns, rows).text(width: width)
        #expect(found == text)
    }

    /// Whatever is in it and however narrow the terminal.
    @Test(arguments: 1...90)
    func `is never wider than the terminal`(width: Int) {
        let rows = [
            [
                "日本語のとても長い注文番号-0001", "FAILED", "12",
                "e\u{301}👍 " + String(repeating: "店", count: 60),
            ],
            [String(repeating: "x", count: 80), "HELD", "1234567890", "\u{1B}[2J"],
        ]
        for line in TextTable(Self.columns, rows).text(width: width).split(separator: "\n") {
            #expect(TerminalText.width(of: String(line)) <= width)
        }
    }
}

/// The service's documents as a person sees them.
struct `A document of the service` {
    @Test(arguments: [
        (
            DocumentView.orders,
            #"{"orders": [{"orderId": "001", "status": "FAILED", "createdAt": "2026-11-23T04:27:32.311Z", "state": "Charge", "error": "Busy", "cause": "later", "links": {}}], "next": "/orders?limit=1&cursor=abc%3D"}"#,
            """
            ORDER  STATUS  CREATED (UTC)        STATE   ERROR
            001    FAILED  2026-11-23 04:27:32  Charge  Busy: later
            more: --cursor abc=
            """
        ),
        (DocumentView.orders, #"{"orders": []}"#, "no orders"),
        (
            DocumentView.history,
            #"{"events": [{"id": 1, "type": "ExecutionStarted", "timestamp": 1763871452.311}, {"id": 2, "type": "TaskFailed", "timestamp": 1763871453, "taskFailedEventDetails": {"error": "E", "cause": "c"}}, {"id": 3, "type": "PassStateEntered", "timestamp": 1763871453, "stateEnteredEventDetails": {"name": "A", "input": "{}"}}]}"#,
            """
            ID  TIME (UTC)    EVENT             WHAT
             1  04:17:32.311  ExecutionStarted
             2  04:17:33.000  TaskFailed        E: c
             3  04:17:33.000  PassStateEntered  A
            """
        ),
        (
            DocumentView.redrives,
            #"{"redrives": [{"id": 1, "state": "running", "status": "FAILED", "ratePerSecond": 10, "createdAt": "2026-11-23T04:27:32Z", "total": 20, "redriven": 3, "refused": 0}]}"#,
            """
            ID  STATE    OF      DONE  REFUSED  A SECOND  BEGUN (UTC)
             1  running  FAILED  3/20        0        10  2026-11-23 04:27:32
            """
        ),
        (
            DocumentView.details,
            #"{"orderId": "001", "attempts": {"started": 2}, "input": {"orderId": "001", "note": "\u001b[2J"}, "cause": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", "deliveries": [{"id": 1, "status": "sent"}, {"id": 2, "status": "waiting", "reason": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"}], "links": {"self": "x"}}"#,
            """
            orderId           001
            attempts.started  2
            input             {
                                "orderId": "001",
                                "note": "\\u001b[2J"
                              }
            cause             one two three four five six seven eight nine ten eleven twelve
                                thirteen fourteen fifteen

            deliveries:
            ID  STATUS
             1  sent
             2  waiting
            2: one two three four five six seven eight nine ten eleven twelve thirteen
              fourteen fifteen sixteen
            """
        ),
        (
            DocumentView.problem,
            #"{"type": "/problems/x", "title": "Not an order", "detail": "It is wrong", "status": 400, "errors": [{"pointer": "/a", "detail": "is missing"}]}"#,
            """
            Not an order: It is wrong
            - /a: is missing
            """
        ),
        (
            DocumentView.problem,
            #"{"title": "Invalid", "detail": "1 fault", "errors": [{"pointer": "", "detail": "R.asl.json:1: no StartAt"}]}"#,
            """
            Invalid: 1 fault
            - R.asl.json:1: no StartAt
            """
        ),
        (
            DocumentView.health,
            #"{"status": "warn", "time": "2026-11-23T04:27:32Z", "checks": {"disk:free": [{"status": "warn", "observedValue": 3, "output": "3 MiB"}]}}"#,
            """
            warn at 2026-11-23T04:27:32Z
            CHECK      STATUS  VALUE
            disk:free  warn    3

            disk:free: 3 MiB
            """
        ),
        (DocumentView.orders, "[1, 2]", "  1, 2"),
    ])
    func `is lines for a person`(view: DocumentView, document: String, text: String) throws {
        #expect(try view.text(of: JSONValue(parsing: document), width: 80) == text)
    }
}
