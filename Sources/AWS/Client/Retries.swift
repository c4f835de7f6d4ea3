internal import Synchronization

/// What a client remembers of its calls in order to repeat them: its quota and its pace.
final class Retries: Sendable {
    let policy: RetryPolicy
    private let quota = Mutex(RetryQuota())
    private let rate = Mutex(AdaptiveRate())
    private let start = ContinuousClock.now

    init(_ policy: RetryPolicy) { self.policy = policy }

    /// A repetition: when, and what it took from the quota.
    struct Next {
        let delay: Duration
        let cost: Int
    }

    /// The repetition after that attempt failed; nil: there is none.
    func next(
        after attempt: Int,
        of error: AWSError,
        using random: inout some RandomNumberGenerator
    ) -> Next? {
        guard let delay = policy.delay(after: attempt, of: error, using: &random),
            let cost = quota.withLock({ $0.take(for: error) })
        else { return nil }
        return Next(delay: delay, cost: cost)
    }

    /// How long to wait before a call; nil: not at all.
    func takeTurn() -> Duration? {
        guard policy.mode == .adaptive else { return nil }
        let seconds = rate.withLock { $0.takeTurn(at: time) }
        return seconds > 0 ? .seconds(seconds) : nil
    }

    func succeeded(paid: Int?) {
        quota.withLock { $0.giveBack(paid) }
        note(isThrottle: false)
    }

    func failed(_ error: AWSError) { note(isThrottle: error.isThrottle) }

    private func note(isThrottle: Bool) {
        guard policy.mode == .adaptive else { return }
        rate.withLock { $0.note(isThrottle: isThrottle, at: time) }
    }

    private var time: Double { (ContinuousClock.now - start) / .seconds(1) }
}
