package import FoundationEssentials

/// Where the addresses live that nothing is sent to.
///
/// What is kept and not as it was written is none of them: it does not act.
package protocol SuppressionStore: AnyObject, Sendable {
    /// Puts an address on the list, with an audit entry; one that is there is replaced, and answered as it was.
    ///
    /// Throws `StoreError.unavailable` when the list is full.
    func suppress(_ suppression: Suppression) async throws -> Suppression?

    /// Takes an address off the list, with an audit entry, and answers it as it was; nil when it was not there.
    func release(
        _ address: String,
        by operator: Operator,
        at now: Date
    ) async throws
        -> Suppression?

    /// The address on the list, or nil.
    func suppression(of address: String) async throws -> Suppression?

    /// Those on the list, in order of their addresses: at most `limit`, those behind `address` first.
    func suppressions(after address: String, limit: Int) async throws -> [Suppression]
}
