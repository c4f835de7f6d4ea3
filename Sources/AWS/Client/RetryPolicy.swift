/// How often a call is made that the service did not accept.
///
/// What it may have accepted is never repeated.
package struct RetryPolicy: Sendable, Hashable {
    /// Calls in all.
    package let attempts: Int
    /// The longest wait between two calls, but for what the service asks.
    package let maximumDelay: Duration

    /// At most so many calls; at least one.
    package init(attempts: Int, maximumDelay: Duration = .seconds(20)) {
        precondition(attempts > 0, "a call is made once at least")
        self.attempts = attempts
        self.maximumDelay = maximumDelay
    }

    package static let never = RetryPolicy(attempts: 1)

    /// How long to wait after that attempt failed; nil: not again.
    ///
    /// Uniform between zero and a bound that doubles with each attempt, as the SDKs' standard mode has it;
    /// never less than the service asks for.
    func delay(
        after attempt: Int,
        of error: AWSError,
        using random: inout some RandomNumberGenerator
    ) -> Duration? {
        guard attempt < attempts, error.acceptance == .notAccepted, error.isTransient else {
            return nil
        }
        let base = error.isThrottle ? Self.throttleScale : Self.scale
        let bound = min(base * (1 << min(attempt - 1, 20)), maximumDelay)
        let jittered = bound * Double.random(in: 0...1, using: &random)
        guard let asked = error.serviceError?.retryAfter else { return jittered }
        return max(asked, jittered)
    }

    private static let scale = Duration.milliseconds(50)
    private static let throttleScale = Duration.seconds(1)
}
