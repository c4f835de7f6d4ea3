/// A history event as it is kept: its id and its JSON text in AWS's shape.
public struct RecordedEvent: Sendable, Equatable {
    /// Counts from 1 within an order.
    public var id: Int
    /// The event as JSON text without line breaks.
    public var json: [UInt8]

    /// An event of that id.
    public init(id: Int, json: [UInt8]) {
        self.id = id
        self.json = json
    }
}
