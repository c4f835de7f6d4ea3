package import FoundationEssentials
package import JSON

/// What happened outside and moves an execution on.
///
/// An event whose id is no longer outstanding changes nothing: the task was cancelled, or the
/// event was told before.
package enum Event: Sendable, Hashable {
    /// The task ended well with this result.
    case taskSucceeded(id: Int, output: JSONValue)
    case taskFailed(id: Int, ErrorOutput)
    /// The service took the call of a `.sync` or `.waitForTaskToken` task; its end is still to come.
    case taskSubmitted(id: Int, output: JSONValue)
    /// A worker took the activity up then.
    case activityStarted(id: Int, worker: String?, at: Date)
    /// Whoever works on the task gave a sign of life then.
    case taskHeartbeat(id: Int, at: Date)
    /// The task took longer than its `TimeoutSeconds`.
    case taskTimedOut(id: Int)
    /// The task gave no sign of life for its `HeartbeatSeconds`.
    case taskHeartbeatTimedOut(id: Int)
    /// The instant that a `wait` command named has come.
    case timerFired(id: Int)
    /// The execution took longer than the machine's `TimeoutSeconds`.
    case executionTimedOut
    /// A person or the service stops the execution.
    case aborted(ErrorOutput)
    /// Answers the command `proceed`.
    case proceed
}
