package import FoundationEssentials

/// Log events that one PutLogEvents can take, within its limits (CloudWatch Logs API Reference, PutLogEvents).
///
/// The messages lie in one text, so that a line costs no memory of its own.
package struct LogBatch: Sendable, Hashable {
    package enum Limit {
        /// Events in a batch.
        package static let events = 10_000
        /// Bytes of a batch: of its messages in UTF-8, and the overhead of each.
        package static let bytes = 1_048_576
        package static let overhead = 26
        /// The longest message, in bytes: an event may be as large as a batch.
        package static let message = bytes - overhead
        /// From the first to the last event, in milliseconds.
        static let span: Int64 = 24 * 3_600_000
        /// How old an event may be, in milliseconds.
        static let age: Int64 = 14 * 24 * 3_600_000
        /// How far ahead of time an event may be, in milliseconds.
        static let lead: Int64 = 2 * 3_600_000
    }

    package struct Event: Sendable, Hashable {
        /// Milliseconds since 1970.
        package let time: Int64
        let message: Range<Int>
    }

    package private(set) var events: [Event] = []
    private var text: [UInt8] = []
    private var earliest = Int64.max
    private var latest = Int64.min

    package init() {}

    package var count: Int { events.count }

    /// As AWS counts them: never less than the memory that the messages take.
    package private(set) var bytes = 0

    /// What CloudWatch would pass over.
    package struct OutOfTime: Sendable, Hashable {
        package var tooOld = 0
        package var tooNew = 0
    }

    /// What an event of that message counts for.
    package static func size(of message: some Collection<UInt8>) -> Int {
        min(message.count, Limit.message) + Limit.overhead
    }

    /// Takes an event in, unless another batch has to begin with it; whether it was taken.
    ///
    /// A message that is too long ends with a mark where it is cut.
    package mutating func append(_ message: ArraySlice<UInt8>, at time: Int64) -> Bool {
        let size = Self.size(of: message)
        let span = max(latest, time).subtractingReportingOverflow(min(earliest, time))
        guard count < Limit.events, bytes + size <= Limit.bytes,
            isEmpty || (!span.overflow && span.partialValue <= Limit.span)
        else { return false }
        let start = text.count
        if message.count > Limit.message {
            text.append(contentsOf: Self.cut(message))
        } else {
            text.append(contentsOf: message)
        }
        events.append(Event(time: time, message: start..<text.count))
        bytes += size
        (earliest, latest) = (min(earliest, time), max(latest, time))
        return true
    }

    package var isEmpty: Bool { events.isEmpty }

    /// Puts the events into the order of their times and takes those out that CloudWatch would pass over at that time.
    ///
    /// Events of one time stay as they came; a clock that was set back is the reason for others to move.
    package mutating func settle(at now: Date) -> OutOfTime {
        let time = Int64((now.timeIntervalSince1970 * 1_000).rounded(.down))
        var out = OutOfTime()
        events = events.filter { event in
            if event.time < time - Limit.age { out.tooOld += 1 }
            if event.time > time + Limit.lead { out.tooNew += 1 }
            return (time - Limit.age...time + Limit.lead).contains(event.time)
        }
        let isSorted = zip(events, events.dropFirst()).allSatisfy { $0.time <= $1.time }
        if !isSorted {
            events = events.enumerated()
                .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
                .map(\.element)
        }
        return out
    }

    /// The message of the event, which is one of this batch.
    package func message(of event: Event) -> String {
        String(decoding: text[event.message], as: UTF8.self)
    }

    private static let mark = Array("… [cut]".utf8)

    /// The beginning of the message, up to a whole character, and the mark.
    private static func cut(_ message: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = message.startIndex + Limit.message - mark.count
        // The bytes of a character behind its first are 10xxxxxx.
        while end > message.startIndex, message[end] & 0xC0 == 0x80 { end -= 1 }
        return message[..<end] + mark
    }
}
