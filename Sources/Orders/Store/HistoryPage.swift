package struct HistoryPage: Sendable, Equatable {
    /// The events, in order of their ids.
    package var events: [RecordedEvent]
    /// Whether later events exist.
    package var hasMore: Bool

    package init(events: [RecordedEvent], hasMore: Bool) {
        self.events = events
        self.hasMore = hasMore
    }
}

extension HistoryPage {
    /// Makes a page of what a store keeps: rows with the events of one step each, handed over in order.
    package struct Maker {
        private let start: Int
        private let limit: Int
        private var events: [RecordedEvent] = []
        private var size = 0
        private var hasMore = false

        /// Events after that one, so many at most.
        package init(after start: Int, limit: Int) { (self.start, self.limit) = (start, limit) }

        package var page: HistoryPage { HistoryPage(events: events, hasMore: hasMore) }

        /// Takes in the events of a row, one a line, of which the first has that id; false once the page is full.
        package mutating func take(_ row: (first: Int, lines: [UInt8])) -> Bool {
            for (offset, line) in row.lines.split(separator: UInt8(ascii: "\n")).enumerated()
            where row.first + offset > start {
                hasMore = !events.isEmpty && (events.count == limit || size > Self.maximumSize)
                if hasMore { return false }
                events.append(RecordedEvent(id: row.first + offset, json: Array(line)))
                size += line.count
            }
            return !hasMore
        }

        /// The most bytes of events in a page, beyond which it ends before its limit of events.
        private static let maximumSize = 4 * 1024 * 1024
    }

    /// The events of one step as a store keeps them: one a line.
    package static func lines(_ events: [RecordedEvent]) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(events.reduce(0) { $0 + $1.json.count + 1 })
        for event in events {
            if !lines.isEmpty { lines.append(UInt8(ascii: "\n")) }
            lines.append(contentsOf: event.json)
        }
        return lines
    }
}
