import Synchronization

/// A run of an order: what it is told while it waits, and the way to stop it while it is under way.
///
/// A send is never cut off by a stop: nobody could tell then whether it was accepted. Everything else is.
package final class RunningOrder: Sendable {
    private let state = Mutex(State())
    /// Raised with all news; the run alone waits for it.
    private let news = WakeSignal()

    /// What the run is told.
    enum News: Sendable {
        /// One of its tasks is over.
        case task(TaskReport)
        /// Nothing can be written about one of its tasks now.
        case failed(any Error)
        /// There is an answer to one of its tasks: a hint.
        case answered
        /// The time of a timer has come, perhaps.
        case awake
        /// It was stopped and sends nothing.
        case stopped
    }

    private struct State {
        var isStopped = false
        var sends = 0
        var isAnswered = false
        var isAwake = false
        /// How its tasks ended, the last first.
        var ends: [News] = []

        mutating func take(heedsAnswers: Bool) -> News? {
            if isStopped, sends == 0 { return .stopped }
            if let end = ends.popLast() { return end }
            if heedsAnswers, isAnswered {
                isAnswered = false
                return .answered
            }
            guard isAwake else { return nil }
            isAwake = false
            return .awake
        }
    }

    package init() {}

    /// The next news, as soon as there are any; answers wait while they are not heeded.
    ///
    /// Throws `CancellationError` when the run is cancelled.
    func next(heedsAnswers: Bool) async throws -> News {
        while true {
            try Task.checkCancellation()
            let next = state.withLock { $0.take(heedsAnswers: heedsAnswers) }
            if let next { return next }
            await news.wait()
        }
    }

    /// Tells the run how one of its tasks ended.
    func report(_ end: News) { tell { $0.ends.insert(end, at: 0) } }

    /// Tells the run that there is an answer to one of its tasks: a hint.
    func noteAnswer() { tell { $0.isAnswered = true } }

    /// Has the run look at the time.
    func wake() { tell { $0.isAwake = true } }

    /// Ends the run as soon as it sends nothing.
    func stop() { tell { $0.isStopped = true } }

    private func tell(_ change: (inout State) -> Void) {
        state.withLock { change(&$0) }
        news.raise()
    }

    /// Notes that a send begins; false when the run is stopped and nothing may be sent any more.
    func beginSend() -> Bool {
        state.withLock { state in
            guard !state.isStopped else { return false }
            state.sends += 1
            return true
        }
    }

    /// Notes that a send has ended and its outcome is the run's to write.
    func endSend() {
        let isOver = state.withLock { state in
            state.sends -= 1
            return state.isStopped && state.sends == 0
        }
        if isOver { news.raise() }
    }
}
