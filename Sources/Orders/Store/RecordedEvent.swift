/// A history event as it is kept: its id and its JSON text in AWS's shape.
package struct RecordedEvent: Sendable, Equatable {
    /// Counts from 1 within an order.
    package var id: Int
    /// The event as JSON text without line breaks.
    package var json: [UInt8]

    package init(id: Int, json: [UInt8]) {
        self.id = id
        self.json = json
    }
}
