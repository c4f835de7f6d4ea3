/// Where an order is on its way: `QUEUED → RUNNING → SUCCEEDED | FAILED | TIMED_OUT | ABORTED`.
package enum OrderStatus: String, Sendable, Hashable, CaseIterable {
    /// On disk, not yet taken up.
    case queued = "QUEUED"
    /// Its workflow has begun and not ended; it may be working or waiting.
    case running = "RUNNING"
    case succeeded = "SUCCEEDED"
    case failed = "FAILED"
    /// Its workflow took longer than its definition allows.
    case timedOut = "TIMED_OUT"
    /// A person stopped it.
    case aborted = "ABORTED"
    /// It needs a person's decision before it goes on.
    case held = "HELD"

    /// Whether an order of that status can have an error: why it ended so, or is held.
    package var hasError: Bool {
        switch self {
        case .failed, .timedOut, .aborted, .held: true
        case .queued, .running, .succeeded: false
        }
    }

    /// Whether the order has come to its end.
    package var isFinal: Bool {
        switch self {
        case .succeeded, .failed, .timedOut, .aborted: true
        case .queued, .running, .held: false
        }
    }
}
