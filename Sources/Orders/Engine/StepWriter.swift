import FoundationEssentials
import Synchronization

/// Writes what the run of one order comes to, in as few transactions as the promises allow.
///
/// An intent, an open task and the end of the lease are on disk before anything follows from them. What has happened
/// already – a message was accepted, the execution has moved on and nothing was done outside since – is kept here for a
/// moment and goes in the transaction of the next of these; `settle` writes what none has taken along.
package final class StepWriter: Sendable {
    /// For what is read or decided beside the run.
    let store: any OrderStore
    let lease: Lease
    private let clock: any WallClock
    private let state = Mutex(State())
    /// Raised when a move that was on its way has arrived, or has not.
    ///
    /// One waits at most, as `WakeSignal` wants it: a move is kept only while a single task runs, so that of the run and its
    /// task one writes and the other may wait.
    private let arrived = WakeSignal()

    /// What waits for the next step.
    private struct Kept {
        /// One at most, but for what a step that failed has given back.
        var conclusions: [Conclusion] = []
        var move: Move?
    }

    private struct State {
        var kept = Kept()
        /// Whether a kept move is on its way: were the next written without waiting for it, it might be on disk alone.
        var isMoving = false

        mutating func take() -> Kept {
            defer { kept = Kept() }
            isMoving = kept.move != nil
            return kept
        }
    }

    /// For the run under that lease.
    package init(store: any OrderStore, lease: Lease, clock: any WallClock) {
        self.store = store
        self.lease = lease
        self.clock = clock
    }

    /// Whether something is kept that is not on disk.
    var isBehind: Bool {
        state.withLock { $0.kept.move != nil || !$0.kept.conclusions.isEmpty }
    }

    /// Keeps a move after which the order stays leased: until it is written nothing may be done outside.
    func keep(_ move: Move) {
        precondition(!move.endsLease, "what ends the lease is written at once")
        state.withLock { state in state.kept.move = state.kept.move?.followed(by: move) ?? move }
    }

    /// Keeps the outcome of a send; of two the second is written at once, since a step has room for one.
    func keep(_ conclusion: Conclusion) async throws {
        let isKept = state.withLock { state in
            guard state.kept.conclusions.isEmpty else { return false }
            state.kept.conclusions = [conclusion]
            return true
        }
        if !isKept { try await conclude(conclusion) }
    }

    /// Writes that a delivery is about to be sent, and answers its entry as it was before; nil means that it is new.
    func intend(_ intent: Delivery.Intent, at now: Date) async throws -> Delivery? {
        let kept = try await takeInTurn()
        return try await write(kept, kept.move, intent, at: now)
    }

    /// Writes a move.
    func record(_ move: Move) async throws {
        let kept = try await takeInTurn()
        _ = try await write(kept, kept.move?.followed(by: move) ?? move)
    }

    /// Writes a known outcome, however long the store takes: thrown away, it would become uncertain for nothing.
    func conclude(_ conclusion: Conclusion) async throws {
        while true {
            do {
                try await store.record(Step(conclusion), under: lease)
                return
            } catch StoreError.unavailable {
                try await clock.sleep(for: .seconds(1))
            }
        }
    }

    /// Writes what is kept.
    package func settle() async throws {
        guard isBehind else { return }
        let kept = try await takeInTurn()
        _ = try await write(kept, kept.move)
    }

    /// Writes the outcomes that are kept, at the end of a run; a move that nothing has followed is made again by the next.
    func settleOutcomes() async {
        let conclusions = state.withLock { state in
            defer { state.kept.conclusions = [] }
            return state.kept.conclusions
        }
        // Refused, or cut off while the store does not answer: the ledger then shows an intent without an outcome.
        for conclusion in conclusions { try? await conclude(conclusion) }
    }

    private func takeInTurn() async throws -> Kept {
        while true {
            let kept = state.withLock { $0.isMoving ? nil : $0.take() }
            if let kept { return kept }
            await arrived.wait()
            try Task.checkCancellation()
        }
    }

    private func write(
        _ kept: Kept,
        _ move: Move?,
        _ intent: Delivery.Intent? = nil,
        at now: Date? = nil
    ) async throws -> Delivery? {
        defer {
            if kept.move != nil {
                state.withLock { $0.isMoving = false }
                arrived.raise()
            }
        }
        do {
            // A step has room for one.
            for conclusion in kept.conclusions.dropFirst() {
                try await store.record(Step(conclusion), under: lease)
            }
            let step = Step(kept.conclusions.first, move: move, intent: intent, at: now)
            return try await store.record(step, under: lease)
        } catch {
            state.withLock { state in
                state.kept.conclusions = kept.conclusions + state.kept.conclusions
                if let move = kept.move {
                    state.kept.move = state.kept.move.map(move.followed) ?? move
                }
            }
            throw error
        }
    }
}
