import Synchronization

/// So many of one kind at a time: whoever finds all places taken is told so, and does not wait.
package final class Places: Sendable {
    package let count: Int
    private let taken = Mutex(0)

    init(_ count: Int) { self.count = count }

    /// What `body` comes to in a place of its own, which is free again once it has ended; nil when all are taken.
    package func take<Value>(_ body: () async throws -> Value) async rethrows -> Value? {
        let isFree = taken.withLock { taken in
            guard taken < count else { return false }
            taken += 1
            return true
        }
        guard isFree else { return nil }
        defer { taken.withLock { $0 -= 1 } }
        return try await body()
    }
}
