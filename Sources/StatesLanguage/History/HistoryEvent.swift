package import FoundationEssentials

/// One recorded move of an execution, under AWS's names.
package struct HistoryEvent: Sendable, Equatable {
    /// Counts from 1 in each execution.
    package var id: Int
    /// The event that this one follows on its own line of control; 0 for the first.
    package var previousEventId: Int
    package var timestamp: Date
    /// AWS's name for what happened.
    package var type: EventType
    package var details: Details

    /// What an event says, by the shape of its `…EventDetails`; payloads are JSON text.
    ///
    /// What is long and rare is indirect, since histories are arrays of events.
    package enum Details: Sendable, Equatable {
        case none
        case executionStarted(input: String, roleArn: String)
        case executionSucceeded(output: String)
        case executionRedriven(count: Int)
        /// An execution's or a function's end with an error.
        case failure(ErrorOutput)
        case stateEntered(name: String, input: String)
        case stateExited(name: String, output: String, assigned: [Assignment])
        /// A function or an activity, by its ARN.
        case workScheduled(resource: String, input: String, Terms)
        /// A worker has taken an activity up, and who it says that it is.
        case activityStarted(worker: String?)
        case workSucceeded(output: String)
        indirect case taskScheduled(Integration, parameters: String, region: String, Terms)
        case taskStarted(Integration)
        /// The output of a task, or of the call that submitted it.
        case taskOutput(Integration, output: String)
        indirect case taskFailure(Integration, ErrorOutput)
        case mapStateStarted(length: Int)
        case mapIteration(name: String, index: Int)
        case mapRunStarted(arn: String)
        /// An expression that failed, and the field that it stands in, if it is known.
        indirect case evaluationFailed(ErrorOutput, location: String?, state: String)
    }

    /// A variable and its new value as JSON text.
    package struct Assignment: Sendable, Hashable {
        /// The variable's name.
        package var variable: String
        package var value: String
    }

    /// The service and its action: `sqs`, `sendMessage.waitForTaskToken`.
    package struct Integration: Sendable, Hashable {
        /// The service: `sqs`, `aws-sdk:sesv2`.
        package var resourceType: String
        /// The action and how its outcome is waited for.
        package var resource: String
    }

    /// What a task is scheduled on.
    package enum Terms: Sendable, Hashable {
        case usual
        /// How long an attempt may take, how long it may give no sign of life, and the role of its `Credentials`.
        indirect case own(timeoutSeconds: Int?, heartbeatSeconds: Int?, roleArn: String?)
    }
}
