package import FoundationEssentials
package import JSON

/// What an execution wants done outside.
package enum Command: Sendable, Hashable {
    /// Run this task, then tell how it ended.
    case runTask(TaskRequest)
    /// Tell `timerFired` at this instant: a Wait state's end, or the next attempt of a state.
    case wait(id: Int, until: Date)
    /// The task or the timer is no longer wanted.
    case cancel(id: Int)
    /// The turn's limit of steps is reached: tell `proceed` to go on.
    case proceed
}

/// One attempt of a Task state.
package struct TaskRequest: Sendable, Hashable {
    /// What the outcome is reported under: unique in the execution, stable over a restart, new for
    /// every attempt.
    package var id: Int
    /// The Task state's name.
    package var state: String
    /// What this visit to the state is known by in the execution: all its attempts share it, also those that a Retry
    /// of the Parallel or Map state around it makes, since they are to do the same once more and not anything else.
    package var visit: Int
    package var resource: TaskResource
    package var input: JSONValue
    /// The arguments as compact JSON text.
    package var inputText: String
    /// When the attempt began.
    package var startedAt: Date
    package var timeoutSeconds: Int?
    /// How long it may give no sign of life.
    package var heartbeatSeconds: Int?
    /// How many attempts of this visit to the state came before.
    package var retryCount: Int
    /// What `Credentials` came to.
    package var credentials: JSONValue?
    /// What a `.waitForTaskToken` call was given to answer with.
    package var token: String?

    package var deadline: Date? { timeoutSeconds.map { startedAt.addingTimeInterval(Double($0)) } }
}
