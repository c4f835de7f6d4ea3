package import JSON

/// How a state ended badly: the name that `ErrorEquals` is matched with, and a text for people.
///
/// Both may be absent: a Fail state and a failed callback need not say anything.
package struct ErrorOutput: Error, Sendable, Hashable {
    /// The error's name: `States.Timeout`, `ValueError`.
    package var error: String?
    /// What happened, for people; `maximumCause` characters at most.
    package let cause: String?

    /// The most characters of a cause: Step Functions' limit in StopExecution, SendTaskFailure and history events.
    package static let maximumCause = 32_768

    /// An error with a name and, if there is more to say, a text, which is cut where it is too long.
    ///
    /// The cause of one that waited for an execution quotes that one's, so that a chain would double it with every link.
    package init(_ error: String?, cause: String? = nil) {
        self.error = error
        let isLong = (cause?.utf8.count ?? 0) > Self.maximumCause
        guard let cause, isLong else {
            self.cause = cause
            return
        }
        // Of scalars, since one character may be as long as it likes.
        self.cause = String(cause.unicodeScalars.prefix(Self.maximumCause))
    }

    /// What a catcher's state gets as its input: `{"Error": …, "Cause": …}`.
    ///
    /// Recorded: the cause of a timeout, which has none, is an empty text there.
    package var json: JSONValue {
        guard error != nil || cause != nil else { return ["Error": nil, "Cause": nil] }
        var members = JSONObject()
        if let error { members["Error"] = .string(error) }
        let isTimeout = [ErrorName.timeout, ErrorName.heartbeatTimeout].contains(error)
        if let cause = cause ?? (isTimeout ? "" : nil) { members["Cause"] = .string(cause) }
        return .object(members)
    }
}

/// The error names that the language reserves and this interpreter uses.
enum ErrorName {
    static let all = "States.ALL"
    static let dataLimitExceeded = "States.DataLimitExceeded"
    static let exceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold"
    static let heartbeatTimeout = "States.HeartbeatTimeout"
    static let itemReaderFailed = "States.ItemReaderFailed"
    static let intrinsicFailure = "States.IntrinsicFailure"
    static let queryEvaluationError = "States.QueryEvaluationError"
    static let resultWriterFailed = "States.ResultWriterFailed"
    static let resultPathMatchFailure = "States.ResultPathMatchFailure"
    static let runtime = "States.Runtime"
    static let taskFailed = "States.TaskFailed"
    static let timeout = "States.Timeout"
}
