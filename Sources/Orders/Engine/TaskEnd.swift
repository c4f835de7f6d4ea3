/// How the call of an integration ended.
package enum TaskEnd: Sendable, Hashable {
    case succeeded
    case failed(ErrorClass)
    case timedOut
    case postponed
    case held
    /// Nothing can be written about the order.
    case abandoned

    /// All that there are.
    package static let all: [TaskEnd] =
        [.succeeded, .timedOut, .postponed, .held, .abandoned]
        + ErrorClass.allCases.map(TaskEnd.failed)

    init(_ outcome: TaskOutcome) {
        switch outcome {
        case .succeeded: self = .succeeded
        case .failed(let error, _): self = .failed(ErrorClass(error))
        case .postponed: self = .postponed
        case .held: self = .held
        case .abandoned: self = .abandoned
        }
    }

    package var name: String {
        switch self {
        case .succeeded: "succeeded"
        case .failed: "failed"
        case .timedOut: "timed_out"
        case .postponed: "postponed"
        case .held: "held"
        case .abandoned: "abandoned"
        }
    }

    /// nil unless it failed.
    package var errorClass: ErrorClass? {
        guard case .failed(let errorClass) = self else { return nil }
        return errorClass
    }

    /// Whether the state's Retry counts it.
    var isAttempt: Bool {
        switch self {
        case .succeeded, .failed, .timedOut: true
        case .postponed, .held, .abandoned: false
        }
    }
}

/// What kind of failure an error's name tells of: names are anybody's, and a metric's labels are not.
package enum ErrorClass: String, Sendable, CaseIterable {
    case timeout
    case throttled
    case denied
    case missing
    case invalid
    case other

    /// By what the names of AWS's errors, Step Functions' and Python's have in common; the first that fits.
    private static let words: [(ErrorClass, [String])] = [
        (.throttled, ["Throttl", "TooManyRequests", "LimitExceeded", "RequestLimit", "SlowDown"]),
        (.timeout, ["Timeout", "TimedOut"]),
        (
            .denied,
            ["AccessDenied", "Permission", "Unauthorized", "NotAuthorized", "Forbidden", "Expired"]
        ),
        (.missing, ["NotFound", "DoesNotExist", "NoSuch"]),
        (
            .invalid,
            [
                "Invalid", "Validation", "Malformed", "BadRequest", "ValueError", "TypeError",
                "KeyError", "ParameterPath", "QueryEvaluation",
            ]
        ),
    ]

    package init(_ error: String) {
        self =
            Self.words.first { $0.1.contains { error.contains($0) } }?.0 ?? .other
    }
}
