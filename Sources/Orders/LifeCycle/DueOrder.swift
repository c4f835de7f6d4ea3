package import FoundationEssentials

/// An order whose time has come.
package struct DueOrder: Sendable, Equatable {
    /// Its place in the store, which grows with the time of acceptance.
    package var place: Int64
    /// Since when it is due.
    package var due: Date
    /// The gate that it has waited for.
    package var gate: String?

    package init(place: Int64, due: Date, gate: String? = nil) {
        self.place = place
        self.due = due
        self.gate = gate
    }

    /// Of two that are due since the same time the one comes first that was accepted first.
    static func isEarlier(_ one: DueOrder, _ other: DueOrder) -> Bool {
        (one.due, one.place) < (other.due, other.place)
    }
}
