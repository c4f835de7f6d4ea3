import Formats
import FoundationEssentials
import JSON

/// When a client wants its order to be taken up first: the order's member `notBefore`.
struct NotBefore {
    /// nil for at once.
    private(set) var date: Date?
    private(set) var fault: OrderFault?

    init(_ value: JSONValue?) {
        guard let value else { return }
        guard let date = value.string.flatMap(Timestamp.date) else {
            fault = OrderFault(
                "/notBefore",
                "must be a time such as 2026-11-23T12:00:00Z (RFC 3339)"
            )
            return
        }
        self.date = date
        if date >= Self.year10000 {
            fault = OrderFault("/notBefore", "lies beyond the year 9999")
        }
    }

    /// What RFC 3339 cannot write any more.
    ///
    /// A nearer limit of ours could not be said in the schema, and an order that waits is shown with its time and can
    /// be stopped.
    private static let year10000 = Date(timeIntervalSince1970: 253_402_300_800)

    /// What an order says that was accepted, as JSON text; nil for at once.
    static func date(inOrder text: [UInt8]) -> Date? {
        guard let members = try? JSONValue(parsing: text).object else { return nil }
        return NotBefore(members["notBefore"]).date
    }
}
