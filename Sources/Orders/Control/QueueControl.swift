import FoundationEssentials
import Synchronization

/// What the queue as a whole does: runs, rests or empties itself, until somebody says otherwise, over restarts too.
package final class QueueControl: Sendable {
    private let store: any OrderStore
    private let clock: any WallClock
    private let dispatcher: Dispatcher
    private let gate: IntakeGate
    /// The place of the word that is obeyed, among all that the store heard.
    private let latest = Mutex<Int64>(0)

    /// Control over what that dispatcher takes up and what that gate lets in.
    package init(
        store: any OrderStore,
        clock: any WallClock,
        dispatcher: Dispatcher,
        gate: IntakeGate
    ) {
        self.store = store
        self.clock = clock
        self.dispatcher = dispatcher
        self.gate = gate
    }

    package var mode: QueueMode {
        if dispatcher.status.isPaused { return .paused }
        return gate.closed.contains(.draining) ? .draining : .running
    }

    /// Does what the queue was told before the restart.
    package func restore() async throws { apply(try await store.queueMode()) }

    /// Lets the queue do that from now on.
    ///
    /// Of two who say it at the same time, whoever the store heard last is obeyed.
    package func set(_ mode: QueueMode, by operator: Operator) async throws {
        let place = try await store.setQueueMode(mode, by: `operator`, at: clock.now)
        latest.withLock { latest in
            guard place > latest else { return }
            latest = place
            apply(mode)
        }
    }

    private func apply(_ mode: QueueMode) {
        gate.set(.draining, isClosed: mode == .draining)
        switch mode {
        case .paused: dispatcher.pause()
        case .running, .draining: dispatcher.resume()
        }
    }
}
