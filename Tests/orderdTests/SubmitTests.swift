import JSON
import Testing

@testable import orderd

struct `A file of orders` {
    @Test(arguments: [
        (#"{"a": 1}"#, "o", false), ("{\n\"a\": 1\n}", "o", false),
        (#"{"a": 1}"#, "o.NDJSON", true),
        ("{\"a\": 1}\n{\"a\": 2}\n", "o.json", true), ("\n{broken\n{\"a\": 2}", "-", true),
        ("{\n  \"a\": {\"b\": 1},\n  broken\n}", "o", false), ("", "o", false),
        ("", "o.jsonl", true),
        ("[\n{\"a\": 1}\n]", "o", false),
    ])
    func `has one on each line or is one`(text: String, name: String, areLines: Bool) {
        #expect(LineBatches.areIn(Array(text.utf8), named: name) == areLines)
    }

    @Test func `is cut at lines, and empty ones count`() throws {
        let lines = (1...(2 * LineBatches.maximumOrders + 1)).map { #"{"a": \#($0)}"# + "\r\n" }
        let text = Array(("\n \n" + lines.joined() + "\n").utf8)
        for size in [7, 1_000, text.count] {
            var batches = LineBatches()
            var found: [LineBatches.Batch] = []
            var rest = text[...]
            while !rest.isEmpty {
                found += try batches.add(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            found += batches.end()
            #expect(found.map(\.firstLine) == [1, 503, 1_003])
            #expect(found.map(\.orders) == [500, 500, 1])
            #expect(found.flatMap(\.text) == text)
            #expect(found.last?.end == text.count)
        }
    }

    @Test func `has its last line also without a break, and a longest line`() throws {
        var batches = LineBatches()
        #expect(try batches.add(Array("\n{}".utf8)).isEmpty)
        let end = LineBatches.Batch(firstLine: 1, text: Array("\n{}".utf8), orders: 1, end: 3)
        #expect(batches.end() == [end])
        #expect(batches.end().isEmpty)
        let long = repeatElement(UInt8(ascii: "a"), count: LineBatches.maximumLine)
        #expect(throws: Never.self) { try batches.add(long) }
        #expect(throws: LineBatches.LineTooLong.self) { try batches.add([UInt8(ascii: "a")]) }
    }
}

struct `What became of a file's orders` {
    private static let batch = LineBatches.Batch(firstLine: 501, orders: 3)

    private static func settle(
        _ tally: inout SubmitTally,
        _ text: String
    ) throws -> (lines: [Int], rejections: [SubmitTally.Rejection])? {
        guard
            case .settled(let results, let rejections) = try tally.take(Array(text.utf8), of: batch)
        else { return nil }
        return (results.map { $0["line"]?.int ?? 0 }, rejections)
    }

    @Test func `is counted and told with the file's lines`() throws {
        var tally = SubmitTally()
        let answer = try Self.settle(
            &tally,
            """
            {"line": 1, "status": 202, "orderId": "1"}
            {"line": 3, "status": 200, "orderId": "2"}
            {"line": 4, "status": 409, "problem": {"title": "Another order", "detail": "it differs"}}
            """
        )
        #expect(answer?.lines == [501, 503, 504])
        #expect(answer?.rejections.map(\.text) == ["line 504: Another order: it differs"])
        #expect(
            tally.summary(seconds: 1.5)
                == "1 accepted, 1 known already, 1 rejected in 1.50 s"
        )
    }

    @Test func `is asked for again when the service could not take all, and counted once`() throws {
        var tally = SubmitTally()
        let first = try Self.settle(
            &tally,
            """
            {"line": 1, "status": 202}
            {"line": 2, "status": 503, "problem": {"title": "Full"}}
            """
        )
        #expect(first == nil)
        _ = try Self.settle(
            &tally,
            "{\"line\": 1, \"status\": 200}\n{\"line\": 2, \"status\": 202}"
        )
        #expect([tally.accepted, tally.known, tally.rejected] == [2, 0, 0])
    }
}

struct `Long work` {
    @Test(arguments: [
        (
            Progress(title: "submitting", done: 50, total: 100, note: "5 orders"), 10.0, 60,
            "submitting  ███████░░░░░░░░  50 %  5 orders  10.0 s left"
        ),
        (
            Progress(title: "copying", done: 3, note: "3 pages"), 61, 80,
            "copying  3 pages  1 min 01 s"
        ),
        (Progress(title: "copying", done: 200, total: 100), 61, 40, "copying  ██████████  100 %"),
        (Progress(title: "copying", done: 0, total: 100), 61, 20, "copying  ░░░░░  0 %"),
        (Progress(title: "copying", done: 50, total: 100), 61, 20, "copying  ██░░░  50…"),
    ])
    func `is told in one line`(progress: Progress, seconds: Double, width: Int, text: String) {
        #expect(progress.text(after: seconds, width: width) == text)
    }
}

struct `A bulk redrive that is waited for` {
    @Test(arguments: [
        (
            #"{"state": "running", "action": "redrive", "total": 20, "redriven": 4, "refused": 1}"#,
            "redriving  ████░░░░░░░░░░░░░░  25 %  5 of 20, 1 refused  30.0 s left"
        ),
        (#"{"action": "stop", "total": 0}"#, "stopping  0 of 0  10.0 s"),
    ])
    func `is told in one line`(document: String, text: String) throws {
        let progress = RedriveWait.progress(of: try JSONValue(parsing: document))
        #expect(progress.text(after: 10, width: 72) == text)
    }
}
