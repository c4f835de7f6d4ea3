import Foundation
import Logging
import Synchronization
import Testing

@testable import Telemetry

struct `A log line` {
    private let lines = Lines()
    // 2026-11-23T03:49:10.034Z
    private let time = LogTime { Date(timeIntervalSince1970: 1_795_405_750.034_5) }

    private func json(_ change: (inout JSONLogHandler) -> Void = { _ in }) -> Logger {
        var handler = JSONLogHandler(
            label: "orders",
            level: .trace,
            output: lines.output,
            time: time
        )
        change(&handler)
        return Logger(label: "orders", factory: { _ in handler })
    }

    private func text() -> Logger {
        let handler = TextLogHandler(label: "orders", output: lines.output, time: time)
        return Logger(label: "orders", factory: { _ in handler })
    }

    @Test func `is one JSON object with the metadata's members`() {
        json().info("order finished", metadata: ["order.id": "001", "attempt": "\(2)"])
        #expect(
            lines.all == [
                #"{"time":"2026-11-23T03:49:10.034Z","level":"info","label":"orders","#
                    + #""message":"order finished","attempt":"2","order.id":"001"}"# + "\n"
            ]
        )
    }

    @Test(
        arguments: [
            (.stringConvertible(2), "2"), (.stringConvertible(-2 as Int32), "-2"),
            (.stringConvertible(UInt64.max), "18446744073709551615"),
            (.stringConvertible(0.125), "0.125"), (.stringConvertible(1e21), "1e+21"),
            (.stringConvertible(Double.infinity), #""inf""#),
            (.stringConvertible(Float.nan), #""nan""#),
            (.stringConvertible(true), "true"),
            (.stringConvertible(URL(filePath: "/a")), #""file:///a""#),
            (.string("2"), #""2""#), (.array([.stringConvertible(1), "1"]), #"[1,"1"]"#),
        ] as [(Logger.MetadataValue, String)]
    )
    func `has numbers and truth values as such`(value: Logger.MetadataValue, text: String) throws {
        json().info("m", metadata: ["v": value])
        #expect(lines.all[0].hasSuffix(#","v":\#(text)}"# + "\n"))
    }

    @Test func `escapes whatever would end it`() {
        json().info("a\"b\\c\nd\re\tf\u{1}g\u{7f}")
        #expect(lines.all[0].contains(#""message":"a\"b\\c\nd\re\tf\u0001g\u007f""#))
        #expect(lines.all[0].filter { $0 == "\n" }.count == 1)
    }

    @Test func `escapes names and the values inside values as well`() {
        json().info("m", metadata: ["a\u{7f}\"": ["\u{7f}", ["\u{7f}\n": "\r"]]])
        #expect(lines.all[0].contains(#""a\u007f\"":["\u007f",{"\u007f\n":"\r"}]}"#))
    }

    @Test func `flattens dictionaries and keeps arrays`() {
        json().info(
            "m",
            metadata: ["order": ["id": "1", "by": ["x": "y"]], "list": ["a", ["b": "c"]]]
        )
        #expect(lines.all[0].contains(#""list":["a",{"b":"c"}],"order.by.x":"y","order.id":"1"}"#))
    }

    @Test func `keeps its own members apart from metadata of the same name`() {
        json().info("m", metadata: ["level": "high"])
        #expect(lines.all[0].contains(#""level":"info""#))
        #expect(lines.all[0].contains(#""metadata.level":"high""#))
    }

    @Test func `takes the nearest of the values with one name`() {
        let logger = json {
            $0.metadata = ["a": "handler", "b": "handler", "c": "handler"]
            $0.metadataProvider = .init { ["b": "provider", "c": "provider"] }
        }
        logger.info("m", metadata: ["c": "call"])
        #expect(lines.all[0].contains(#""a":"handler","b":"provider","c":"call""#))
    }

    @Test func `is left out below the level`() {
        json { $0.logLevel = .warning }.notice("m")
        #expect(lines.all.isEmpty)
    }

    @Test func `for people shows time, level, component, message and values`() {
        text().warning("disk is filling", metadata: ["free": "3 GB", "path": "/var", "none": ""])
        #expect(
            lines.all == [
                "2026-11-23T03:49:10.034Z WARNING  orders    disk is filling"
                    + " free=\"3 GB\" none=\"\" path=/var\n"
            ]
        )
    }

    @Test func `for people lets no control character through`() {
        text().info("a\nb", metadata: ["k": "\u{1b}[31m\r\"x"])
        #expect(lines.all[0].hasSuffix("INFO     orders    a\\nb k=\"\\u{1b}[31m\\r\\\"x\"\n"))
    }
}

/// Collects what is logged.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var output: LogOutput {
        LogOutput { line in
            self.lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
        }
    }

    var all: [String] { lines.withLock { $0 } }
}
