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

    /// How long to wait before a call; nil when its turn would come after that limit, and is not taken.
    func takeTurn(within limit: Duration) -> Duration? {
        guard policy.mode == .adaptive else { return .zero }
        let most = limit / .seconds(1)
        return rate.withLock { $0.takeTurn(at: time, within: most) }.map { .seconds($0) }
    }

    /// A call that had taken a turn is not made.
    func giveTurnBack() {
        guard policy.mode == .adaptive else { return }
        rate.withLock { $0.giveTurnBack() }
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

/// What clients remember that are made anew for each use: without it their quota would always be full, and their pace the
/// fastest.
final class RetriesMemory: Sendable {
    private struct Key: Hashable {
        let service: String
        let endpoint: Endpoint
        let policy: RetryPolicy
    }

    private let kept = Mutex<[Key: Retries]>([:])
    /// Settings change rarely, so more than a few are old ones.
    private static let limit = 16

    var count: Int { kept.withLock { $0.count } }

    /// The same ones as long as service, place and policy are the same.
    func retries(
        _ policy: RetryPolicy,
        of service: AWSService,
        at endpoint: Endpoint
    ) -> Retries {
        let key = Key(service: service.id, endpoint: endpoint, policy: policy)
        return kept.withLock { kept in
            if let known = kept[key] { return known }
            if kept.count >= Self.limit { kept = [:] }
            let new = Retries(policy)
            kept[key] = new
            return new
        }
    }
}
