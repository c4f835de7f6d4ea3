internal import Glibc

/// How many calls a second a client makes in adaptive mode: as many as it likes until it is throttled, then by CUBIC.
///
/// botocore's numbers (`retries/adaptive.py`, `throttling.py`). Times are seconds of any one clock.
struct AdaptiveRate: Sendable, Hashable {
    private static let scale = 0.4
    private static let beta = 0.7
    private static let minimumRate = 0.5
    private static let smoothing = 0.8

    /// Whether a throttle has been seen, since when calls wait for their turn.
    private(set) var isLimiting = false
    /// Calls a second.
    private(set) var rate = AdaptiveRate.minimumRate

    private var ceiling = AdaptiveRate.minimumRate
    private var lastFailure = 0.0
    private var tokens = 0.0
    private var capacity = 1.0
    private var filledAt: Double?
    private var meter = Meter()

    /// Takes a turn, and answers how many seconds to wait for it; nil when that is longer than the limit, and no turn is
    /// taken.
    ///
    /// So the debt is bounded by what the most patient caller waits for.
    mutating func takeTurn(at time: Double, within limit: Double) -> Double? {
        guard isLimiting else { return 0 }
        refill(time)
        let wait = max(0, (1 - tokens) / rate)
        guard wait <= max(0, limit) else { return nil }
        tokens -= 1
        return wait
    }

    /// Whoever had taken a turn does not use it.
    mutating func giveTurnBack() {
        guard isLimiting else { return }
        tokens = min(capacity, tokens + 1)
    }

    /// Learns from an answer.
    mutating func note(isThrottle: Bool, at time: Double) {
        let measured = meter.rate(at: time)
        let wanted: Double
        if isThrottle {
            ceiling = isLimiting ? min(measured, rate) : measured
            lastFailure = time
            isLimiting = true
            wanted = ceiling * Self.beta
        } else {
            let reach = cbrt(ceiling * (1 - Self.beta) / Self.scale)
            wanted = Self.scale * pow(time - lastFailure - reach, 3) + ceiling
        }
        setRate(min(wanted, 2 * measured), time)
    }

    private mutating func setRate(_ wanted: Double, _ time: Double) {
        refill(time)
        rate = max(wanted, Self.minimumRate)
        capacity = max(wanted, 1)
        tokens = min(tokens, capacity)
    }

    private mutating func refill(_ time: Double) {
        defer { filledAt = time }
        guard let filledAt else { return }
        tokens = min(capacity, tokens + max(0, time - filledAt) * rate)
    }

    /// The rate of answers, looked at every half second and smoothed.
    private struct Meter: Hashable {
        private var count = 0.0
        private var rate = 0.0
        private var last: Double?

        mutating func rate(at time: Double) -> Double {
            let bucket = (time * 2).rounded(.down) / 2
            count += 1
            if last == nil { last = time.rounded(.down) }
            return rate(of: bucket)
        }

        private mutating func rate(of bucket: Double) -> Double {
            guard let last, bucket > last else { return rate }
            rate = count / (bucket - last) * smoothing + rate * (1 - smoothing)
            (count, self.last) = (0, bucket)
            return rate
        }
    }
}
