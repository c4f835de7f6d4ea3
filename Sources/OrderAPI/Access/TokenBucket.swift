/// How many requests a caller may still send: a bucket that fills at a steady rate and holds a second's worth.
///
/// It decides from the time it is given.
struct TokenBucket {
    /// What became of a request.
    struct Verdict: Equatable {
        var isAdmitted: Bool
        /// How many more may follow at once.
        var remaining: Int
        /// Seconds until one more may be sent, or until the bucket is full; one at least.
        var reset: Int
    }

    let rate: Int
    private var tokens: Double
    private var filledAt: ContinuousClock.Instant

    init(rate: Int, now: ContinuousClock.Instant) {
        self.rate = rate
        tokens = Double(rate)
        filledAt = now
    }

    /// Takes one request out of the bucket, if there is one.
    mutating func take(now: ContinuousClock.Instant) -> Verdict {
        let elapsed = max(.zero, filledAt.duration(to: now))
        tokens = min(Double(rate), tokens + elapsed / .seconds(1) * Double(rate))
        filledAt = max(filledAt, now)
        let isAdmitted = tokens >= 1
        if isAdmitted { tokens -= 1 }
        // Full again within a second, whatever the rate is.
        return Verdict(isAdmitted: isAdmitted, remaining: Int(tokens), reset: 1)
    }
}
