package import FoundationEssentials

/// Where the engine gets the time from, and how it waits.
///
/// What is due is due by the wall clock; how long to wait is measured by a clock that nobody can set.
package protocol WallClock: Sendable {
    var now: Date { get }

    /// Waits that long. Throws `CancellationError` when the task is cancelled meanwhile.
    func sleep(for duration: Duration) async throws
}

/// The machine's clock.
package struct SystemClock: WallClock {
    package init() {}

    /// The present instant in whole milliseconds, as it is stored and shown.
    package var now: Date {
        Date(timeIntervalSince1970: (Date().timeIntervalSince1970 * 1000).rounded(.down) / 1000)
    }

    /// Waits by the machine's monotonic clock.
    package func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration, clock: .continuous)
    }
}
