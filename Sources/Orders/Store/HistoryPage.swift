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
