import Formats
package import FoundationEssentials
package import JSON
package import StatesLanguage

/// The order that carries out one run of a schedule.
package struct ScheduledOrder: Sendable {
    package let schedule: Schedule
    /// The time that is run.
    package let time: Date

    package init(_ schedule: Schedule, at time: Date) {
        (self.schedule, self.time) = (schedule, time)
    }

    /// The workflow's name in the ids of orders that run a function, which no workflow of the operator's has.
    package static let functionWorkflow = "_schedule"

    /// The run's order number, `nightly.20261201T030000`, in UTC: the same whoever begins it and however often.
    package var number: OrderNumber {
        OrderNumber(valid: "\(schedule.name).\(BasicTimestamp.text(time).dropLast())")
    }

    /// The number where that one is too long for its workflow, or somebody else has it.
    package func otherNumber(_ digests: Digests) -> OrderNumber {
        let digest = digests.sha256(Array("schedule \(number)".utf8)).prefix(8)
        return OrderNumber(
            valid: "\(schedule.name.text.prefix(16)).\(Array(digest).hexadecimal)"
        )
    }

    /// How it came here.
    package var origin: [UInt8] {
        JSONValue.object([
            "source": "schedule", "schedule": .string(schedule.name.text),
            "time": .string(Timestamp.text(time)),
        ])
        .bytes
    }

    /// Whether an order's origin is a run of a schedule.
    static func isOrigin(_ origin: [UInt8]) -> Bool { origin.starts(with: originPrefix) }

    private static let originPrefix = Array(#"{"source":"schedule","#.utf8)

    /// When it may begin: somewhere in the flexible window, by the digest of its number.
    package func due(_ digests: Digests) -> Date {
        let window = schedule.timing.flexibleWindow * 60
        guard window > 0 else { return time }
        let digest = digests.sha256(Array("window \(number)".utf8)).prefix(8)
        let value = digest.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return time.addingTimeInterval(Double(value % UInt64(window)))
    }

    /// The run's input, in which EventBridge Scheduler's keywords stand for what they mean.
    ///
    /// Source: EventBridge Scheduler User Guide, Adding context attributes. The input is written once, so its attempt is the
    /// first.
    package func input(_ context: ExecutionContext, scheduleARN: String) -> JSONValue {
        let meanings = [
            "<aws.scheduler.schedule-arn>": scheduleARN,
            "<aws.scheduler.scheduled-time>": "\(Timestamp.text(time).prefix(19))Z",
            "<aws.scheduler.execution-id>": context.name,
            "<aws.scheduler.attempt-number>": "1",
        ]
        return schedule.input.replacing(meanings)
    }
}

extension JSONValue {
    /// The value with words in its texts, but not in its names, replaced.
    fileprivate func replacing(_ meanings: [String: String]) -> JSONValue {
        switch self {
        case .string(let text):
            guard text.contains("<aws.scheduler.") else { return self }
            return .string(
                meanings.reduce(text) { $0.replacing($1.key, with: $1.value) }
            )
        case .array(let values): return .array(values.map { $0.replacing(meanings) })
        case .object(let members):
            return .object(
                JSONObject(
                    zip(members.keys, members.values).map { ($0, $1.replacing(meanings)) }
                )
            )
        case .null, .bool, .number: return self
        }
    }
}

extension Schedule {
    /// The definition by which a function is run: called, called again as its retry says, and told to the dead-letter queue.
    ///
    /// In JSONata, since a `Catch` there need not write into what the function was given.
    package func definition(calling resource: TaskResource) -> JSONValue {
        let age =
            "$toMillis($now()) - $toMillis($states.context.Execution.StartTime) < \(retry.maximumAge * 1_000)"
        let caught: JSONValue = [
            "ErrorEquals": ["States.ALL"],
            "Assign": [
                "attempt": "{% $attempt + 1 %}", "error": "{% $states.errorOutput %}",
            ],
            "Next": "Judge",
        ]
        var states: JSONObject = [
            "Begin": ["Type": "Pass", "Assign": ["attempt": 0], "Next": "Run"],
            "Run": [
                "Type": "Task", "Resource": .string(resource.text),
                "Arguments": "{% $states.context.Execution.Input %}", "Catch": [caught],
                "End": true,
            ],
            "Judge": [
                "Type": "Choice",
                "Choices": [
                    [
                        "Condition": .string(
                            "{% $attempt <= \(retry.maximumAttempts) and \(age) %}"
                        ), "Next": "Rest",
                    ]
                ], "Default": deadLetterQueue == nil ? "Failed" : "DeadLetter",
            ],
            // As Lambda waits between asynchronous invocations: one minute, then two.
            "Rest": [
                "Type": "Wait", "Seconds": "{% $min([60 * $power(2, $attempt - 1), 900]) %}",
                "Next": "Run",
            ],
            "Failed": [
                "Type": "Fail", "Error": "{% $error.Error %}", "Cause": "{% $error.Cause %}",
            ],
        ]
        if let deadLetterQueue {
            states["DeadLetter"] = deadLetter(
                to: deadLetterQueue,
                error: "{% $error.Error %}",
                // SQS takes no empty text.
                message: "{% $error.Cause = '' ? 'none' : $substring($error.Cause, 0, 1000) %}",
                attempts: "{% $string($attempt - 1) %}"
            )
        }
        return machine("Begin", states)
    }

    /// The definition by which a run that could not begin is told to the dead-letter queue; nil without one.
    package var missedDefinition: JSONValue? {
        guard let deadLetterQueue else { return nil }
        let cause = "the run could not begin within \(catchUp) s of its time"
        let letter = deadLetter(
            to: deadLetterQueue,
            error: .string(Self.missedError),
            message: .string(cause),
            attempts: "0"
        )
        return machine(
            "DeadLetter",
            [
                "DeadLetter": letter,
                "Failed": [
                    "Type": "Fail", "Error": .string(Self.missedError), "Cause": .string(cause),
                ],
            ]
        )
    }

    /// The error of an order that stands for a run which was not begun.
    package static let missedError = "Schedule.Missed"

    private func machine(_ first: String, _ states: JSONObject) -> JSONValue {
        [
            "Comment": .string("Schedule \(name)"), "QueryLanguage": "JSONata",
            "StartAt": .string(first), "States": .object(states),
        ]
    }

    /// The message has the input as its body, and attributes of the names that EventBridge Scheduler's have.
    private func deadLetter(
        to queue: String,
        error: JSONValue,
        message: JSONValue,
        attempts: JSONValue
    ) -> JSONValue {
        func attribute(_ value: JSONValue) -> JSONValue {
            ["DataType": "String", "StringValue": value]
        }
        return [
            "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
            "Arguments": [
                "QueueUrl": .string(queue),
                "MessageBody": "{% $string($states.context.Execution.Input) %}",
                "MessageAttributes": [
                    "ERROR_CODE": attribute(error), "ERROR_MESSAGE": attribute(message),
                    "RETRY_ATTEMPTS": attribute(attempts),
                    "SCHEDULE_NAME": attribute(.string(name.text)),
                    "EXECUTION_ID": attribute("{% $states.context.Execution.Id %}"),
                ],
            ], "Next": "Failed",
        ]
    }
}
