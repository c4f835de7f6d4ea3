import Synchronization

/// Wakes one waiting task; raised while nobody waits, it lets the next wait pass at once.
package final class WakeSignal: Sendable {
    /// Nobody waits while it is raised.
    private struct State {
        var isRaised = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// A signal that nobody has raised yet.
    package init() {}

    /// Lets the waiting task go on, or the next one that waits.
    ///
    /// A hint: many may fall into one.
    package func raise() {
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            // For every order, and nearly always it is raised already.
            if state.isRaised { return nil }
            guard let waiting = state.waiting.take() else {
                state.isRaised = true
                return nil
            }
            return waiting
        }
        waiting?.resume()
    }

    /// Takes it down again; whether it was raised.
    package func lower() -> Bool {
        state.withLock { state in
            defer { state.isRaised = false }
            return state.isRaised
        }
    }

    /// Waits until it is raised or the task is cancelled.
    package func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isRaised = state.withLock { state -> Bool in
                    if !state.isRaised { state.waiting = continuation }
                    defer { state.isRaised = false }
                    return state.isRaised
                }
                if isRaised { continuation.resume() }
            }
        } onCancel: {
            // Before the wait has begun this leaves the signal raised, so that the wait passes at once.
            raise()
        }
    }

    /// Waits until it is raised, for that long at most.
    package func wait(for duration: Duration, clock: any WallClock) async {
        // No timer for a wait that is over already: under load that is most of them.
        if lower() { return }
        await withTaskGroup { group in
            group.addTask { await self.wait() }
            group.addTask { try? await clock.sleep(for: duration) }
            await group.next()
            group.cancelAll()
        }
    }
}
