/// How often a call is made that changes nothing when it is made twice, as the SDKs' modes have it.
///
/// Calls that send something are never repeated by it: `AWSRequest.isRepeatable`.
package struct RetryPolicy: Sendable, Hashable {
    package enum Mode: Sendable, Hashable {
        /// Repeats within a quota.
        case standard
        /// Slows down all calls of a client as well while its service throttles.
        case adaptive
    }

    /// Calls in all.
    package let attempts: Int
    package let mode: Mode
    /// The longest wait between two calls, but for what the service asks.
    package let maximumDelay: Duration

    /// At most so many calls; at least one.
    package init(
        attempts: Int,
        mode: Mode = .standard,
        maximumDelay: Duration = .seconds(20)
    ) {
        precondition(attempts > 0, "a call is made once at least")
        self.attempts = attempts
        self.mode = mode
        self.maximumDelay = maximumDelay
    }

    package static let never = RetryPolicy(attempts: 1)
    /// What the SDKs do when nothing is set.
    package static let standard = RetryPolicy(attempts: 3)

    /// How long to wait after that attempt failed; nil: not again.
    ///
    /// Uniform between zero and a bound that doubles with each attempt. A service that asks for more gets it, up to
    /// five seconds above the bound.
    package func delay(
        after attempt: Int,
        of error: AWSError,
        using random: inout some RandomNumberGenerator
    ) -> Duration? {
        guard attempt < attempts, error.isTransient else { return nil }
        let bound = min(.seconds(1) * (1 << min(attempt - 1, 20)), maximumDelay)
        let jittered = bound * Double.random(in: 0...1, using: &random)
        guard let asked = error.serviceError?.retryAfter else { return jittered }
        return max(jittered, min(asked, bound + Self.patience))
    }

    /// How far a service's wish may go beyond the bound.
    private static let patience = Duration.seconds(5)
}

/// What a client may spend on repeating calls, so that it does not add to the troubles of a service that is down.
///
/// botocore's numbers: 500 at first, 5 for a repetition, 10 after a timeout.
struct RetryQuota: Sendable, Hashable {
    static let capacity = 500
    private(set) var available = capacity

    /// What repeating the call costs; nil when that much is not left.
    mutating func take(for error: AWSError) -> Int? {
        let cost = error.isTimeout ? 10 : 5
        guard cost <= available else { return nil }
        available -= cost
        return cost
    }

    /// A success gives back what its last repetition cost; one without a repetition, 1.
    mutating func giveBack(_ cost: Int?) { available = min(Self.capacity, available + (cost ?? 1)) }
}
