package import FoundationEssentials

/// Where the addresses live that nothing is sent to.
///
/// What is kept and not as it was written is none of them: it does not act.
package protocol SuppressionStore: AnyObject, Sendable {
    /// Puts an address on the list, with an audit entry; one that is there is replaced.
    ///
    /// Throws `StoreError.unavailable` when the list is full.
    func suppress(_ suppression: Suppression) async throws -> SuppressionChange

    /// Takes an address off the list, with an audit entry if it was there.
    func release(
        _ address: String,
        by operator: Operator,
        at now: Date
    ) async throws -> SuppressionChange

    /// The address on the list, or nil.
    func suppression(of address: String) async throws -> Suppression?

    /// Those on the list, in order of their addresses: at most `limit`, those behind `address` first.
    func suppressions(after address: String, limit: Int) async throws -> [Suppression]
}

/// What became of the list.
package struct SuppressionChange: Sendable, Equatable {
    /// The address as it was on the list; nil when it was not.
    package var before: Suppression?
    /// Grows with every change, so that of two about one address the later is recognised.
    package var number: Int64

    package init(before: Suppression?, number: Int64) {
        self.before = before
        self.number = number
    }
}
