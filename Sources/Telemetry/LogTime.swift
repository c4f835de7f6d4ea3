internal import Formats
package import FoundationEssentials
internal import Synchronization

/// Writes instants as RFC 3339 does, in UTC with milliseconds.
///
/// All but the milliseconds is kept for the second it belongs to: a busy process logs many lines in one.
package final class LogTime: Sendable {
    private let now: @Sendable () -> Date
    private let kept = Mutex((second: Int.min, text: [UInt8]()))

    package static let system = LogTime { Date.now }

    package init(now: @escaping @Sendable () -> Date) {
        self.now = now
    }

    /// `2026-11-23T03:49:10.034Z`.
    package func text() -> String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the same to a line.
    package func write(into line: inout [UInt8]) {
        let milliseconds = Int((now().timeIntervalSince1970 * 1_000).rounded(.down))
        let second = milliseconds / 1_000 - (milliseconds % 1_000 < 0 ? 1 : 0)
        kept.withLock { kept in
            if kept.second != second {
                kept.second = second
                kept.text.removeAll(keepingCapacity: true)
                Timestamp.write(millisecondsSince1970: second * 1_000, into: &kept.text)
                // The milliseconds and the mark behind them.
                kept.text.removeLast(4)
            }
            line.append(contentsOf: kept.text)
        }
        let fraction = milliseconds - second * 1_000
        line.append(UInt8(ascii: "0") + UInt8(fraction / 100))
        line.append(UInt8(ascii: "0") + UInt8(fraction / 10 % 10))
        line.append(UInt8(ascii: "0") + UInt8(fraction % 10))
        line.append(UInt8(ascii: "Z"))
    }
}
