/// A part of an order's history.
public struct HistoryPage: Sendable, Equatable {
    /// The events, in order of their ids.
    public var events: [RecordedEvent]
    /// Whether later events exist.
    public var hasMore: Bool

    /// A part with those events.
    public init(events: [RecordedEvent], hasMore: Bool) {
        self.events = events
        self.hasMore = hasMore
    }
}
