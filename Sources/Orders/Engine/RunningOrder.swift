import Synchronization

/// A run of an order that somebody may stop while it is under way.
///
/// A send is never cut off by it: nobody could tell then whether it was accepted. Everything else is.
package final class RunningOrder: Sendable {
    private let state = Mutex(State())
    private let ended = WakeSignal()
    private let answered = WakeSignal()

    private struct State {
        var isStopped = false
        var sends = 0
    }

    package init() {}

    /// Ends the run as soon as it sends nothing.
    func stop() {
        let isQuiet = state.withLock { state in
            state.isStopped = true
            return state.sends == 0
        }
        if isQuiet { ended.raise() }
    }

    /// Notes that a send begins; false when the run is stopped and nothing may be sent any more.
    func beginSend() -> Bool {
        state.withLock { state in
            guard !state.isStopped else { return false }
            state.sends += 1
            return true
        }
    }

    /// Notes that a send has ended and its outcome is kept.
    func endSend() {
        let isOver = state.withLock { state in
            state.sends -= 1
            return state.isStopped && state.sends == 0
        }
        if isOver { ended.raise() }
    }

    /// Tells the run that there is an answer to one of its tasks: a hint.
    func noteAnswer() { answered.raise() }

    /// Returns when there was a hint since the last time, or when the waiting task is cancelled.
    func whenAnswered() async { await answered.wait() }

    /// Returns when it was stopped and sends nothing, or when the waiting task is cancelled.
    func whenStopped() async { await ended.wait() }
}
