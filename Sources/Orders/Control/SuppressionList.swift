import FoundationEssentials
import Synchronization

/// The addresses that nothing is sent to, in memory: intake and sends ask for every order.
///
/// It is true for what this node has written; a store that several nodes share needs more.
package final class SuppressionList: Sendable {
    private let store: any SuppressionStore
    private let clock: any WallClock
    private let state: Mutex<State>

    private struct State {
        var addresses: Set<String>
        /// How many changes are under way.
        var pending = 0
        /// The number of the last change of each address that was changed while any was: they may end in another order than
        /// the store made them in.
        var latest: [String: Int64] = [:]
    }

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
        state = Mutex(State(addresses: all))
    }

    private static let pageSize = 10_000

    package var count: Int { state.withLock { $0.addresses.count } }

    /// Whether nothing is sent to that mailbox.
    package func contains(_ mailbox: String) -> Bool {
        state.withLock { state in
            !state.addresses.isEmpty && state.addresses.contains(Suppression.key(of: mailbox))
        }
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
        let change = try await change(suppression.address, isListed: true) {
            try await store.suppress(suppression)
        }
        return (suppression, change.before == nil)
    }

    /// Takes an address off the list; nil when it was not there.
    package func remove(
        _ address: EmailAddress,
        by operator: Operator
    ) async throws -> Suppression? {
        let key = Suppression.key(of: address.mailbox)
        return try await change(key, isListed: false) {
            try await store.release(key, by: `operator`, at: clock.now)
        }.before
    }

    /// Changes the store, and then what is known of it.
    private func change(
        _ address: String,
        isListed: Bool,
        _ write: () async throws -> SuppressionChange
    ) async throws -> SuppressionChange {
        state.withLock { $0.pending += 1 }
        defer {
            state.withLock { state in
                state.pending -= 1
                if state.pending == 0 { state.latest = [:] }
            }
        }
        let change = try await write()
        state.withLock { state in
            guard change.number > state.latest[address] ?? 0 else { return }
            state.latest[address] = change.number
            if isListed { state.addresses.insert(address) } else { state.addresses.remove(address) }
        }
        return change
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
