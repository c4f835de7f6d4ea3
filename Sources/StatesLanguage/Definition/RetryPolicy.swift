/// Which errors a retrier or a catcher is for.
struct ErrorFilter: Sendable, Hashable {
    var names: [String]

    /// Whether the error's name is one of these, or covered by a wildcard.
    ///
    /// `States.ALL` and `States.TaskFailed` pass over what ends an execution whatever was planned.
    func matches(_ error: String?) -> Bool {
        if error == ErrorName.runtime { return false }
        return names.contains { name in
            switch name {
            case ErrorName.all: true
            case ErrorName.taskFailed: error != ErrorName.timeout
            case ErrorName.heartbeatTimeout where error == ErrorName.timeout: false
            default: name == error
            }
        }
    }
}

/// One entry of a state's `Retry`.
struct Retrier: Sendable, Hashable {
    var errors: ErrorFilter
    var intervalSeconds = 1
    var maximumAttempts = 3
    var backoffRate = 2.0
    var maximumDelaySeconds: Int?
    var hasFullJitter = false

    /// The delay before the attempt that follows so many retries, without jitter.
    func delay(afterRetries retries: Int) -> Double {
        // A long enough series overflows to infinity, which the limit below takes care of.
        var delay = Double(intervalSeconds)
        for _ in 0..<retries where delay < Double(Self.longestDelay) { delay *= backoffRate }
        return min(
            delay,
            Double(maximumDelaySeconds ?? Self.longestDelay),
            Double(Self.longestDelay)
        )
    }

    /// No state waits longer: AWS's bound of `Seconds`.
    static let longestDelay = 99_999_999
}

/// One entry of a state's `Catch`.
struct Catcher: Sendable {
    var errors: ErrorFilter
    var next: Destination
    var flow: CatchFlow
}
