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

    /// The order number under which the dead-letter queue is told that times from this one on were missed: another than the
    /// run's, which may have begun after all.
    package func letterNumber(_ digests: Digests) -> OrderNumber {
        if let number = OrderNumber("\(number).missed") { return number }
        let digest = digests.sha256(Array("missed \(number)".utf8)).prefix(8)
        return OrderNumber(
            valid: "\(schedule.name.text.prefix(16)).\(Array(digest).hexadecimal).missed"
        )
    }

    /// What an order of `Schedule.missedDefinition` is given.
    func letter(
        _ input: JSONValue,
        through last: Date,
        count: Int,
        because reason: String
    ) -> JSONValue {
        [
            "schedule": .string(schedule.name.text), "first": .string(Timestamp.text(time)),
            "last": .string(Timestamp.text(last)), "count": .number(count),
            "reason": .string(String(reason.prefix(1_000))), "input": input,
        ]
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
    /// In JSONata, since a `Catch` there need not write into what the function was given. Nothing of the schedule is in it
    /// but what it does: those that call a function alike share one, however many are made.
    package func definition(calling resource: TaskResource) -> JSONValue {
        var run: JSONObject = [
            "Type": "Task", "Resource": .string(resource.text),
            "Arguments": "{% $states.context.Execution.Input %}", "End": true,
        ]
        if retry.attempts > 0 {
            // As Lambda waits between asynchronous invocations: one minute, then two.
            run["Retry"] = [
                [
                    "ErrorEquals": ["States.ALL"], "IntervalSeconds": 60, "BackoffRate": 2,
                    "MaxDelaySeconds": .number(Retry.longestWait),
                    "MaxAttempts": .number(retry.attempts),
                ]
            ]
        }
        guard let deadLetterQueue else { return Self.machine(["Run": .object(run)]) }
        run["Catch"] = [
            [
                "ErrorEquals": ["States.ALL"], "Assign": ["error": "{% $states.errorOutput %}"],
                "Next": "DeadLetter",
            ]
        ]
        let letter = Self.deadLetter(
            to: deadLetterQueue,
            body: "$states.context.Execution.Input",
            attributes: [
                "ERROR_CODE": "$error.Error",
                // SQS takes no empty text.
                "ERROR_MESSAGE": "$error.Cause = '' ? 'none' : $substring($error.Cause, 0, 1000)",
            ],
            next: "Failed"
        )
        let failed: JSONValue = [
            "Type": "Fail", "Error": "{% $error.Error %}", "Cause": "{% $error.Cause %}",
        ]
        return Self.machine(["Run": .object(run), "DeadLetter": letter, "Failed": failed])
    }

    /// The definition by which the dead-letter queue is told of times that were missed; nil without one.
    ///
    /// Its orders' inputs are `ScheduledOrder.letter`.
    package var missedDefinition: JSONValue? {
        deadLetterQueue.map { queue in
            let input = "$states.context.Execution.Input"
            let letter = Self.deadLetter(
                to: queue,
                body: "\(input).input",
                attributes: [
                    "ERROR_CODE": "'Schedule.Missed'", "ERROR_MESSAGE": "\(input).reason",
                    "FIRST_TIME": "\(input).first", "LAST_TIME": "\(input).last",
                    "COUNT": "$string(\(input).count)",
                ],
                next: nil
            )
            return Self.machine(["DeadLetter": letter])
        }
    }

    /// A state machine that begins with the first of the states.
    private static func machine(_ states: JSONObject) -> JSONValue {
        [
            "Comment": "A run of a schedule", "QueryLanguage": "JSONata",
            "StartAt": .string(states.keys[0]), "States": .object(states),
        ]
    }

    /// A message with that body and attributes of the names that EventBridge Scheduler's have, all of them expressions.
    private static func deadLetter(
        to queue: String,
        body: String,
        attributes: KeyValuePairs<String, String>,
        next: String?
    ) -> JSONValue {
        var members = JSONObject()
        for (name, expression) in attributes {
            members[name] = [
                "DataType": "String", "StringValue": .string("{% \(expression) %}"),
            ]
        }
        members["EXECUTION_ID"] = [
            "DataType": "String", "StringValue": "{% $states.context.Execution.Id %}",
        ]
        var state: JSONObject = [
            "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
            "Arguments": [
                "QueueUrl": .string(queue),
                "MessageBody": .string("{% \(body) = '' ? '\"\"' : $string(\(body)) %}"),
                "MessageAttributes": .object(members),
            ],
        ]
        if let next { state["Next"] = .string(next) } else { state["End"] = true }
        return .object(state)
    }
}

extension Schedule.Retry {
    /// The longest wait before an attempt, in seconds.
    fileprivate static let longestWait = 900

    /// The attempts beside the first whose waits fit into the maximum age.
    var attempts: Int {
        var (count, age, wait) = (0, 0, 60)
        while count < maximumAttempts, age + wait <= maximumAge {
            (count, age, wait) = (count + 1, age + wait, min(wait * 2, Self.longestWait))
        }
        return count
    }
}
