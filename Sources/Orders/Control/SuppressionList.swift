import FoundationEssentials
import Synchronization

/// The addresses that nothing is sent to, in memory: intake and sends ask for every order.
///
/// It is true for what this node has written; a store that several nodes share needs more.
package final class SuppressionList: Sendable {
    private let store: any SuppressionStore
    private let clock: any WallClock
    private let addresses: Mutex<Set<String>>

    /// All that the store has.
    package init(store: any SuppressionStore, clock: any WallClock) async throws {
        self.store = store
        self.clock = clock
        var all: Set<String> = []
        var last = ""
        while true {
            let page = try await store.suppressions(after: last, limit: Self.pageSize)
            guard let end = page.last else { break }
            all.formUnion(page.map(\.address))
            last = end.address
        }
        addresses = Mutex(all)
    }

    private static let pageSize = 10_000

    package var count: Int { addresses.withLock(\.count) }

    /// Whether nothing is sent to that mailbox.
    package func contains(_ mailbox: String) -> Bool {
        addresses.withLock { $0.isEmpty ? false : $0.contains(Suppression.key(of: mailbox)) }
    }

    /// Puts an address on the list; answers it as it stands, and whether it was there before.
    package func add(
        _ address: EmailAddress,
        _ cause: Suppression.Cause,
        detail: String? = nil,
        by operator: Operator
    ) async throws -> (suppression: Suppression, isNew: Bool) {
        let suppression = Suppression(
            address,
            cause,
            detail: detail,
            since: clock.now,
            by: `operator`
        )
        let before = try await store.suppress(suppression)
        addresses.withLock { _ = $0.insert(suppression.address) }
        return (suppression, before == nil)
    }

    /// Takes an address off the list; nil when it was not there.
    package func remove(
        _ address: EmailAddress,
        by operator: Operator
    ) async throws -> Suppression? {
        let key = Suppression.key(of: address.mailbox)
        let before = try await store.release(key, by: `operator`, at: clock.now)
        addresses.withLock { _ = $0.remove(key) }
        return before
    }

    /// The address on the list, or nil.
    package func find(_ address: EmailAddress) async throws -> Suppression? {
        try await store.suppression(of: Suppression.key(of: address.mailbox))
    }

    /// Those on the list behind that address, in order.
    package func page(after address: String, limit: Int) async throws -> [Suppression] {
        try await store.suppressions(after: address, limit: limit)
    }
}
