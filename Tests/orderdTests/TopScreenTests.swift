import Foundation
import JSON
import Testing

@testable import orderd

struct `The screen of a running service` {
    private static func answers(held: String = "[]") throws -> TopScreen.Answers {
        TopScreen.Answers(
            queue: try JSONValue(
                parsing: #"""
                    {"mode": "running", "backlog": 12, "queued": 3, "inFlight": 4, "waiting": {"email": 5, "http": 1},
                    "held": 1, "oldestAgeSeconds": 75, "rates": {"acceptedPerSecond": 2.5, "endedPerSecond": 0.0},
                    "providers": {"email": {"restsUntil": "2026-12-01T00:00:30Z"}, "notice": {"maximumPerSecond": 5}}}
                    """#
            ),
            health: try JSONValue(
                parsing: #"""
                    {"status": "warn", "checks": {"a": [{"status": "pass"}],
                    "orders:held": [{"status": "warn", "observedValue": 1, "output": "decide\u001b[2J"}]}}
                    """#
            ),
            held: try JSONValue(parsing: #"{"orders": \#(held)}"#)
        )
    }

    private static let time = Date(timeIntervalSince1970: 1_796_083_200)

    @Test func `has rates, queue, providers, what is not well, and held orders`() throws {
        var screen = TopScreen(place: "127.0.0.1:8080")
        let held = #"[{"orderId": "0\u001b1", "status": "HELD", "error": "Held"}]"#
        screen.take(try Self.answers(), at: Self.time)
        screen.take(try Self.answers(held: held), at: Self.time)
        #expect(
            screen.text(width: 60, height: 40, paint: .off) == """
                orderd  127.0.0.1:8080           running, warn  00:00:00 UTC
                accepted       2.5/s  ██
                ended          0.0/s  ▁▁
                queue     backlog 12            queued 3
                          in flight 4           due later 0
                          oldest 1 min 15 s     held 1
                          quarantined 0         uncertain 0

                PROVIDER  STATE                 WAITING  A SECOND
                email     rests until 00:00:30        5
                notice    open                                  5
                http                                  1

                warn orders:held: decide\u{FFFD}[2J

                ORDER  STATUS  ERROR
                0\u{FFFD}1    HELD    Held
                """
        )
    }

    @Test(arguments: [20, 40, 80, 120, 200])
    func `has room on the terminal`(width: Int) throws {
        var screen = TopScreen(place: String(repeating: "long.", count: 30))
        let order = #"{"orderId": "\#(String(repeating: "x", count: 80))", "status": "HELD"}"#
        let held = "[" + repeatElement(order, count: 50).joined(separator: ", ") + "]"
        for _ in 0..<300 { screen.take(try Self.answers(held: held), at: Self.time) }
        screen.miss(String(repeating: "no connection ", count: 20))
        let lines = screen.text(width: width, height: 24, paint: .off).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        #expect(lines.count == 24 && lines.last == "…")
        for line in lines { #expect(TerminalText.width(of: String(line)) <= width) }
    }

    @Test func `has bars from nothing to the highest`() {
        #expect(TopScreen.bars([0, 1, 4, 8]) == "▁▁▄█")
        #expect(TopScreen.bars([]) == "")
    }

    @Test func `has colours for what a status says`() throws {
        let table = TextTable([.text("A"), .text("STATUS")], [["FAILED", "FAILED"]])
        #expect(
            table.text(width: 80, paint: .on)
                == "\u{1B}[2mA       STATUS\u{1B}[0m\nFAILED  \u{1B}[31mFAILED\u{1B}[0m"
        )
        let details = try JSONValue(parsing: #"{"status": "HELD", "error": "HELD"}"#)
        #expect(
            DocumentView.details.text(of: details, width: 80, paint: .on)
                == "status  \u{1B}[33mHELD\u{1B}[0m\nerror   HELD"
        )
    }
}
