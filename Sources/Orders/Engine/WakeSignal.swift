import Synchronization

/// Wakes one waiting task; raised while nobody waits, it lets the next wait pass at once.
public final class WakeSignal: Sendable {
    private enum State {
        case lowered
        case raised
        case awaited(CheckedContinuation<Void, Never>)
    }

    private let state = Mutex(State.lowered)

    /// A signal that nobody has raised yet.
    public init() {}

    /// Lets the waiting task go on, or the next one that waits.
    ///
    /// A hint: many may fall into one.
    public func raise() {
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard case .awaited(let continuation) = state else {
                state = .raised
                return nil
            }
            state = .lowered
            return continuation
        }
        waiting?.resume()
    }

    /// Takes it down again; whether it was raised.
    public func lower() -> Bool {
        state.withLock { state in
            guard case .raised = state else { return false }
            state = .lowered
            return true
        }
    }

    /// Waits until it is raised or the task is cancelled.
    public func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isRaised = state.withLock { state -> Bool in
                    guard case .raised = state else {
                        state = .awaited(continuation)
                        return false
                    }
                    state = .lowered
                    return true
                }
                if isRaised { continuation.resume() }
            }
        } onCancel: {
            // Before the wait has begun this leaves the signal raised, so that the wait passes at once.
            raise()
        }
    }

    /// Waits until it is raised, for that long at most.
    public func wait(for duration: Duration, clock: any WallClock) async {
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
