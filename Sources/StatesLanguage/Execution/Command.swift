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
    /// What a `.waitForTaskToken` or `.sync` call was given to answer with, and what an activity's worker is given.
    package var token: String?
    /// Since when its end is waited for: the service took the call, or a worker the activity; nil before, and for a task
    /// whose end is the call's own.
    package var awaitedSince: Date?
    /// When whoever works on it last gave a sign of life; at the latest `awaitedSince`.
    package var beatAt: Date?
}

extension TaskRequest {
    /// Whether somebody outside tells its end, and not the call that it makes.
    package var isAwaited: Bool { resource.pattern != .requestResponse || isActivity }

    /// Whether no call is made for it: workers ask for it.
    package var isActivity: Bool {
        if case .activity = resource.target { true } else { false }
    }

    /// When it takes longer than its `TimeoutSeconds`, 99,999,999 without: AWS's default.
    ///
    /// Where somebody outside is waited for, that is counted from `awaitedSince`: what came before was no work of his. An
    /// activity that nobody takes up waits for as long as a task can.
    package var deadline: Date {
        let isUntaken = isActivity && awaitedSince == nil
        let seconds = (isUntaken ? nil : timeoutSeconds) ?? Self.defaultTimeout
        return (awaitedSince ?? startedAt).addingTimeInterval(Double(seconds))
    }

    /// When there was no sign of life for its `HeartbeatSeconds`; nil when none is asked for.
    package var heartbeatDeadline: Date? {
        guard let heartbeatSeconds, let beatAt else { return nil }
        return beatAt.addingTimeInterval(Double(heartbeatSeconds))
    }

    private static let defaultTimeout = 99_999_999
}
