/// What an order is held for, by the name of the error that it shows.
package enum Hold: String, Sendable, Hashable, CaseIterable {
    /// A delivery is uncertain, and a person decides about it.
    case delivery = "Held"
    /// The process ended too often while it ran.
    case quarantine = "Quarantined"
    /// What is stored of it is not what was written.
    case damage = "Damaged"
    /// The store is a copy of an earlier time.
    case restoration = "Restored"
}
