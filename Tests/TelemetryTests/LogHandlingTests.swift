import JSON
import Logging
import Synchronization
import Testing

@testable import Telemetry

struct `Addresses in the log` {
    @Test(
        arguments: [
            ("mail to ann@example.com failed", "mail to a***@example.com failed"),
            ("<ann.b+tag@sub.example.com>,x@y", "<a***@sub.example.com>,x***@y"),
            ("émile@exämple.com", "é***@exämple.com"),
            (#""john doe"@example.com"#, "***@example.com"), ("a@[127.0.0.1]", "a***@[127.0.0.1]"),
            ("no address", "no address"), ("@example.com", "@example.com"), ("a@ b", "a@ b"),
            ("a@@b.c", "a@@b.c"), ("", ""), ("x@", "x@"), ("a@b c@d", "a***@b c***@d"),
        ]
    )
    func `are masked`(line: String, masked: String) {
        var bytes = Array(line.utf8)
        AddressMask.mask(&bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == masked)
    }

    @Test(
        arguments: [
            "ann@example.com", "\u{1}ann@example.com", "\nann@example.com", "\\ann@example.com",
            "\\\\ann@example.com", "\"john doe\"@example.com", "\u{1}@example.com", "\\\"@b",
        ]
    )
    func `leave a line the JSON that it is, and show nobody`(text: String) throws {
        let lines = Mutex<[String]>([])
        let output = LogOutput { line in
            lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
        }
        let handler = JSONLogHandler(label: "engine", output: output)
        let logger = Logger(label: "engine", factory: { _ in handler })
        logger.error("m", metadata: ["error": "\(text)"])
        let line = try JSONValue(parsing: lines.withLock { $0[0] })
        let shown = try #require(line["error"]?.string)
        #expect(!shown.contains("nn@") && !shown.contains("john"))
        #expect(shown.hasSuffix(String(text.drop { $0 != "@" })))
    }
}

struct `Lines of a component` {
    private final class Recorder: Sendable {
        let lines = Mutex<[String]>([])
        let time = Mutex(Duration.zero)

        var output: LogOutput {
            LogOutput { line in
                self.lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
            }
        }

        func parsed() throws -> [JSONValue] {
            try lines.withLock { $0 }.map { try JSONValue(parsing: $0) }
        }
    }

    private let recorder = Recorder()
    private let levels = LogLevels(of: ["http", "engine"], .info, but: ["engine": .debug])

    private func repeats(_ limit: Int) -> LogRepeats {
        LogRepeats(limit: limit, window: .seconds(10)) { [recorder] in
            recorder.time.withLock(\.self)
        }
    }

    private func logger(_ component: String, _ repeats: LogRepeats) -> Logger {
        let json = JSONLogHandler(label: component, level: .trace, output: recorder.output)
        return Logger(label: component) { _ in
            ComponentLogHandler(component, levels, repeats, outputs: [json])
        }
    }

    @Test func `are written from its level on, which can change meanwhile`() throws {
        let repeats = repeats(0)
        let (http, engine) = (logger("http", repeats), logger("engine", repeats))
        http.debug("1")
        engine.debug("2")
        engine.trace("3")
        levels.set(["http": .trace, "engine": .error, "nothing": .trace])
        http.trace("4")
        engine.warning("5")
        engine.error("6")
        #expect(try recorder.parsed().map { $0["message"] } == ["2", "4", "6"])
        #expect(levels.all.map(\.name) == ["http", "engine"])
        #expect(levels.all.map(\.level) == [.trace, .error])
    }

    @Test func `keep what their logger was given`() throws {
        var logger = logger("http", repeats(0))
        logger[metadataKey: "a"] = "1"
        logger.logLevel = .debug
        logger.debug("m", metadata: ["b": "2"])
        let line = try #require(try recorder.parsed().first)
        #expect(line["a"] == "1" && line["b"] == "2" && line["label"] == "http")
    }

    @Test func `that repeat are left out beyond the limit, and told of once the window is over`()
        throws
    {
        let logger = logger("engine", repeats(2))
        for number in 1...5 { logger.warning("order waits", metadata: ["n": "\(number)"]) }
        // Another message, and what stands for something that happened once.
        logger.warning("another")
        for _ in 1...3 { logger.info("order ended") }
        #expect(try recorder.parsed().count == 2 + 1 + 3)
        recorder.time.withLock { $0 = .seconds(10) }
        logger.warning("order waits", metadata: ["n": "6"])
        let lines = try recorder.parsed()
        let summary = try #require(lines.first { $0["log.lines"] != nil })
        #expect(summary["log.message"] == "order waits" && summary["log.component"] == "engine")
        #expect(summary["log.lines"] == 3 && summary["level"] == "warning")
        #expect(lines.last?["n"] == "6" && lines.count == 8)
    }

    @Test func `are told of when the window is over, though nothing else is said`() {
        let repeats = repeats(1)
        let logger = logger("engine", repeats)
        for _ in 1...3 { logger.error("m") }
        #expect(repeats.summaries().isEmpty)
        recorder.time.withLock { $0 = .seconds(11) }
        let expected = LogRepeats.Summary(
            component: "engine",
            message: "m",
            level: .error,
            lines: 2
        )
        #expect(repeats.summaries() == [expected])
        #expect(repeats.summaries().isEmpty && repeats.lastSummaries().isEmpty)
    }

    @Test func `of more messages than are told apart are all written`() throws {
        let repeats = repeats(1)
        for number in 0..<LogRepeats.maximumMessages {
            #expect(repeats.admit("engine", "\(number)", .error).isWritten)
        }
        #expect(!repeats.admit("engine", "0", .error).isWritten)
        #expect(repeats.admit("engine", "one more", .error).isWritten)
        #expect(repeats.admit("engine", "one more", .error).isWritten)
    }
}

struct `A line for people` {
    private let parts = LogTextStyle.Parts(
        time: "2026-11-23T03:49:10.034Z",
        level: .warning,
        component: "engine",
        message: "order held: a decision is needed",
        members: [
            (name: "order.id", value: "001"),
            (
                name: "reason",
                value: "\"email uncertain: the connection was lost before the answer came\""
            ),
            (name: "span_id", value: "c243bfb06baffddc"),
            (name: "trace_id", value: "0af7651916cd43dd8448eb211c80319c"),
        ]
    )

    @Test func `is one line with its date where no terminal is`() {
        let text = LogTextStyle.plain.text(parts)
        #expect(
            text.hasPrefix(
                "2026-11-23T03:49:10.034Z WARNING  engine    order held: a decision is needed order.id=001 reason=\"email"
            )
        )
        #expect(text.count { $0 == "\n" } == 1)
    }

    @Test(
        arguments: [
            (
                80,
                """
                03:49:10.034 warn  engine    order held: a decision is needed order.id=001
                                             reason="email uncertain: the connection was lost
                                             before the answer came" span_id=c243bfb06baffddc
                                             trace_id=0af7651916cd43dd8448eb211c80319c

                """
            ),
            (
                120,
                """
                03:49:10.034 warn  engine    order held: a decision is needed order.id=001
                                             reason="email uncertain: the connection was lost before the answer came"
                                             span_id=c243bfb06baffddc trace_id=0af7651916cd43dd8448eb211c80319c

                """
            ),
            (
                50,
                """
                03:49:10.034 warn  engine    order held: a
                    decision is needed order.id=001
                    reason="email uncertain: the connection was
                    lost before the answer came"
                    span_id=c243bfb06baffddc
                    trace_id=0af7651916cd43dd8448eb211c80319c

                """
            ),
        ]
    )
    func `is continued under its message on a terminal`(width: Int, text: String) {
        let style = LogTextStyle.terminal(hasColours: false) { width }
        #expect(style.text(parts) == text)
        for line in text.split(separator: "\n") { #expect(line.count <= width) }
    }

    @Test func `has colours that do not change its shape`() {
        let plain = LogTextStyle.terminal(hasColours: false) { 80 }.text(parts)
        let coloured = LogTextStyle.terminal(hasColours: true) { 80 }.text(parts)
        #expect(coloured.contains("\u{1B}[33mwarn \u{1B}[0m"))
        #expect(coloured.replacing(#/\u{1B}\[\d+m/#, with: "") == plain)
    }
}
