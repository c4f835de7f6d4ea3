/// What a receiver's answer means for a batch of spans (OTLP 1.x, "OTLP/HTTP Response" and "Failures").
package enum ExportAnswer: Sendable, Equatable {
    /// It was taken, but for so many spans.
    case taken(rejected: Int)
    /// It may be sent again, after that many seconds if any are said.
    case again(after: Double?)
    /// It is not to be sent again.
    case refused

    /// Reads an answer; `retryAfter` in seconds, or an HTTP date, which is passed over.
    package init(status: Int, retryAfter: String?, body: [UInt8]) {
        switch status {
        case 200..<300: self = .taken(rejected: OTLP.rejectedSpans(in: body))
        case 429, 502, 503, 504:
            let seconds = retryAfter.flatMap(Double.init).flatMap { $0 >= 0 ? $0 : nil }
            self = .again(after: seconds)
        default: self = .refused
        }
    }
}

/// How long to wait before a batch is sent again: doubling from a second to half a minute, with jitter, or as the receiver says.
package struct ExportPauses: Sendable {
    package static let first = 1.0
    package static let longest = 30.0
    private var next = first

    package init() {}

    /// Seconds until the next attempt; `random` is from 0 to 1.
    package mutating func pause(after said: Double?, random: Double) -> Double {
        defer { next = min(next * 2, Self.longest) }
        return max(said ?? 0, next * (0.5 + random / 2))
    }
}
