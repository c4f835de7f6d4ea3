import Synchronization

/// Requests that are being worked on and of which there may be one of a kind, or so many at a time.
final class RequestsInHand: Sendable {
    /// Clients that wait for something to happen, at most.
    static let maximumWaiting = 1_000

    private let state = Mutex((keys: Set<[UInt8]>(), waiting: 0))

    /// Notes that a request with this key is in hand; false when there is one already.
    ///
    /// It is for the 409 of draft-ietf-httpapi-idempotency-key-header alone: of two that race to the disk the store
    /// makes one order.
    func begin(_ key: [UInt8]) -> Bool { state.withLock { $0.keys.insert(key).inserted } }

    /// The request with this key has been answered.
    func end(_ key: [UInt8]) { state.withLock { _ = $0.keys.remove(key) } }

    /// Whether one more client may wait.
    var hasRoom: Bool { state.withLock { $0.waiting < Self.maximumWaiting } }

    /// Lets one more client wait; false when too many do.
    func beginWaiting() -> Bool {
        state.withLock { state in
            guard state.waiting < Self.maximumWaiting else { return false }
            state.waiting += 1
            return true
        }
    }

    func endWaiting() { state.withLock { $0.waiting -= 1 } }
}
