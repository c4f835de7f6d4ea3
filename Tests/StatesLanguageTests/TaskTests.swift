import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests
import Testing

private let function = #""Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:F""#
private let publish = #""Type": "Task", "Resource": "arn:aws:states:::sns:publish""#

struct `A Task` {
    @Test(arguments: [
        WorkflowCase(
            "a function succeeds",
            #""A": {\#(function), "End": true}"#,
            input: #"{"x":1}"#,
            answers: ["A": [.succeeded(["ok": true])]],
            .output(#"{"ok":true}"#),
            events:
                "TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted "
                + "LambdaFunctionSucceeded TaskStateExited"
        ),
        WorkflowCase(
            "a service succeeds",
            #""A": {\#(publish), "End": true}"#,
            .output("{}"),
            events: "TaskStateEntered TaskScheduled TaskStarted TaskSucceeded TaskStateExited"
        ),
        WorkflowCase(
            "a function fails",
            #""A": {\#(function), "End": true}"#,
            answers: ["A": [.failed(ErrorOutput("ValueError", cause: "bad"))]],
            .error("ValueError", "bad"),
            events:
                "TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted "
                + "LambdaFunctionFailed"
        ),
        WorkflowCase(
            "a timeout",
            #""A": {\#(publish), "TimeoutSeconds": 5, "End": true}"#,
            answers: ["A": [.silent]],
            .error("States.Timeout", nil),
            events: "TaskStateEntered TaskScheduled TaskStarted TaskTimedOut",
            seconds: 5
        ),
        WorkflowCase(
            "a heartbeat that fails to come",
            #""A": {\#(function), "TimeoutSecondsPath": "$.t", "HeartbeatSecondsPath": "$.h", "End": true}"#,
            input: #"{"t": 50, "h": 3}"#,
            answers: ["A": [.silent]],
            .error("States.Timeout", nil),
            events:
                "TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted "
                + "LambdaFunctionTimedOut",
            seconds: 3
        ),
        WorkflowCase(
            "the machine's timeout",
            #""A": {\#(function), "TimeoutSeconds": 50, "End": true}"#,
            more: #""TimeoutSeconds": 7"#,
            answers: ["A": [.silent]],
            .timedOut,
            events:
                "TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted",
            seconds: 7
        ),
        WorkflowCase(
            "a missing TimeoutSecondsPath",
            #""A": {\#(function), "TimeoutSecondsPath": "$.t", "End": true}"#,
            .runtime("Invalid path '$.t' : No results for path: $['t']")
        ),
    ])
    func `ends as its resource says`(workflow: WorkflowCase) throws { try check(workflow) }

    private static let failing: [OfflineRun.TaskOutcome] = [
        .failed(ErrorOutput("Busy", cause: "1")), .failed(ErrorOutput("Busy", cause: "2")),
        .failed(ErrorOutput("Broken", cause: "3")), .failed(ErrorOutput("Busy", cause: "4")),
        .succeeded("done"),
    ]

    @Test(arguments: [
        WorkflowCase(
            "delays grow by the rate",
            #""A": {\#(function), "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 4}], "End": true}"#,
            answers: ["A": failing],
            .output(#""done""#),
            seconds: 2 + 6 + 18 + 54
        ),
        WorkflowCase(
            "up to the longest",
            #""A": {\#(function), "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 2, "BackoffRate": 3, "MaxAttempts": 4, "MaxDelaySeconds": 10}], "End": true}"#,
            answers: ["A": failing],
            .output(#""done""#),
            seconds: 2 + 6 + 10 + 10
        ),
        WorkflowCase(
            "each retrier counts for itself",
            #""A": {\#(function), "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 3}, {"ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 100, "MaxAttempts": 1}], "End": true}"#,
            answers: ["A": failing],
            .output(#""done""#),
            seconds: 1 + 2 + 100 + 4
        ),
        WorkflowCase(
            "attempts run out",
            #""A": {\#(publish), "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}], "End": true}"#,
            answers: ["A": failing],
            .error("Busy", "2"),
            events:
                "TaskStateEntered TaskScheduled TaskStarted TaskFailed TaskScheduled TaskStarted "
                + "TaskFailed"
        ),
        WorkflowCase(
            "MaxAttempts 0 is never",
            #""A": {\#(publish), "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 0}], "End": true}"#,
            answers: ["A": failing],
            .error("Busy", "1"),
            seconds: 0
        ),
        WorkflowCase(
            "States.TaskFailed is not for timeouts",
            #""A": {\#(publish), "TimeoutSeconds": 1, "Retry": [{"ErrorEquals": ["States.TaskFailed"]}], "End": true}"#,
            answers: ["A": [.silent]],
            .error("States.Timeout", nil),
            seconds: 1
        ),
        WorkflowCase(
            "States.HeartbeatTimeout is for missed heartbeats only",
            #""A": {\#(publish), "TimeoutSeconds": 9, "HeartbeatSeconds": 2, "Retry": [{"ErrorEquals": ["States.HeartbeatTimeout"], "MaxAttempts": 1}], "End": true}"#,
            answers: ["A": [.silent]],
            .error("States.Timeout", nil),
            seconds: 2 + 1 + 2
        ),
    ])
    func `is tried again`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test(arguments: [
        WorkflowCase(
            "the error replaces the input",
            #""A": {\#(publish), "Catch": [{"ErrorEquals": ["Busy"], "Next": "B"}], "End": true}, "B": {"Type": "Pass", "End": true}"#,
            input: #"{"x": 1}"#,
            answers: ["A": failing],
            .output(#"{"Error":"Busy","Cause":"1"}"#),
            events:
                "TaskStateEntered TaskScheduled TaskStarted TaskFailed TaskStateExited "
                + "PassStateEntered PassStateExited"
        ),
        WorkflowCase(
            "or joins it, after the retries",
            #""A": {\#(publish), "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}], "Catch": [{"ErrorEquals": ["Other"], "Next": "C"}, {"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "B"}], "End": true}, "B": {"Type": "Pass", "End": true}, "C": {"Type": "Fail"}"#,
            input: #"{"x": 1}"#,
            answers: ["A": failing],
            .output(#"{"x":1,"e":{"Error":"Busy","Cause":"2"}}"#)
        ),
        WorkflowCase(
            "an error without name and cause",
            #""A": {\#(publish), "Catch": [{"ErrorEquals": ["States.TaskFailed"], "Next": "B"}], "End": true}, "B": {"Type": "Pass", "End": true}"#,
            answers: ["A": [.failed(ErrorOutput(nil))]],
            .output(#"{"Error":null,"Cause":null}"#)
        ),
        WorkflowCase(
            "a timeout has an empty cause",
            #""A": {\#(publish), "TimeoutSeconds": 1, "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "B"}], "End": true}, "B": {"Type": "Pass", "End": true}"#,
            answers: ["A": [.silent]],
            .output(#"{"Error":"States.Timeout","Cause":""}"#)
        ),
        WorkflowCase(
            "States.Runtime is never caught",
            #""A": {\#(publish), "InputPath": "$.x", "Catch": [{"ErrorEquals": ["States.Runtime", "X"], "Next": "C"}, {"ErrorEquals": ["States.ALL"], "Next": "C"}], "End": true}, "C": {"Type": "Succeed"}"#,
            .runtime("Invalid path '$.x' : No results for path: $['x']")
        ),
    ])
    func `has its error caught`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test func `with full jitter waits a random part of the delay`() throws {
        let workflow = WorkflowCase(
            "jitter",
            #""A": {\#(publish), "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 100, "BackoffRate": 1, "MaxAttempts": 9, "JitterStrategy": "FULL"}], "End": true}"#,
            answers: ["A": Self.failing],
            .output(#""done""#)
        )
        try check(workflow)
        let machine = try StateMachine(parsing: Array(workflow.definition.utf8))
        let outcome = try workflow.run(Interpreter(machine: machine, digests: .openSSL)) { _ in }
        let took = outcome.endedAt.timeIntervalSince(WorkflowCase.start)
        #expect(took > 1 && took < 399)
    }

    @Test func `answers an event that came too late with nothing`() throws {
        let text =
            #"{"StartAt": "A", "States": {"A": {\#(publish), "Retry": [{"ErrorEquals": ["Busy"]}], "End": true}}}"#
        let interpreter = Interpreter(
            machine: try StateMachine(parsing: Array(text.utf8)),
            digests: .openSSL
        )
        var random = SeededGenerator(state: 1)
        var (execution, _) = interpreter.start(
            input: [:],
            context: WorkflowCase.context,
            now: WorkflowCase.start,
            random: &random
        )
        for event in [
            Event.taskSucceeded(id: 99, output: 1), .timerFired(id: 1), .taskTimedOut(id: 2),
            .proceed,
        ] {
            let before = execution
            let transition = interpreter.apply(
                event,
                to: &execution,
                now: WorkflowCase.start,
                random: &random
            )
            #expect(transition == Transition())
            #expect(execution == before)
        }
        _ = interpreter.apply(
            .taskFailed(id: 1, ErrorOutput("Busy")),
            to: &execution,
            now: WorkflowCase.start,
            random: &random
        )
        let waiting = execution
        #expect(execution.commands == [.wait(id: 2, until: WorkflowCase.start + 1)])
        let late = interpreter.apply(
            .taskSucceeded(id: 1, output: 1),
            to: &execution,
            now: WorkflowCase.start,
            random: &random
        )
        #expect(late == Transition())
        #expect(execution == waiting)
    }

    private static let activity =
        #""Type": "Task", "Resource": "arn:aws:states:us-east-1:1:activity:A", "HeartbeatSeconds": 5"#

    @Test(arguments: [
        (OfflineRun.TaskOutcome.succeeded(1), EventType.activitySucceeded, #"{"output":"1""#),
        (
            .failed(ErrorOutput("Bad", cause: "why")), .activityFailed,
            #"{"error":"Bad","cause":"why"}"#
        ),
        (.silent, .activityTimedOut, #"{"error":"States.Timeout"}"#),
    ])
    func `that is an activity has events of its own`(
        outcome: OfflineRun.TaskOutcome,
        end: EventType,
        details: String
    ) throws {
        let workflow = WorkflowCase(
            "activity",
            #""A": {\#(Self.activity), "Parameters": {"x": 1}, "End": true}"#,
            answers: ["A": [outcome]],
            .stuck
        )
        let events = try workflow.run(workflow.interpreter()) { _ in }.history.dropFirst(2)
            .prefix(3)
        #expect(events.map(\.type) == [.activityScheduled, .activityStarted, end])
        let texts = events.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(
            texts[0].contains(
                #""activityScheduledEventDetails":{"resource":"arn:aws:states:us-east-1:1:activity:A","input":"{\"x\":1}","inputDetails":{"truncated":false},"heartbeatInSeconds":5}"#
            )
        )
        #expect(texts[1].contains(#""activityStartedEventDetails":{}"#))
        #expect(texts[2].contains(details))
    }

    @Test(arguments: [
        ("arn:aws:lambda:us-east-1:1:function:F", "lambdaFunctionScheduledEventDetails"),
        ("arn:aws:states:::sns:publish", "taskScheduledEventDetails"),
    ])
    func `tells of its Credentials where it is scheduled`(resource: String, details: String) throws
    {
        let workflow = WorkflowCase(
            "credentials",
            #""A": {"Type": "Task", "Resource": "\#(resource)", "Credentials": {"RoleArn.$": "$.r"}, "End": true}"#,
            input: #"{"r": "arn:aws:iam::1:role/R"}"#,
            .stuck
        )
        let event = try workflow.run(workflow.interpreter()) { _ in }.history[2].json
        #expect(event[details]?["taskCredentials"] == ["roleArn": "arn:aws:iam::1:role/R"])
    }

    @Test func `of a job has a token`() throws {
        let workflow = WorkflowCase(
            "job",
            #""A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"t.$": "$$.Task.Token"}, "End": true}"#,
            .stuck
        )
        let outcome = try workflow.run(workflow.interpreter()) { _ in }
        guard case .succeeded(let output) = outcome.execution.status else {
            Issue.record("\(outcome.end)")
            return
        }
        #expect(output["t"]?.string?.isEmpty == false)
    }

    @Test func `that others end tells its token and its submission`() throws {
        let text = #"""
            {"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Parameters": {"MessageBody": {"token.$": "$$.Task.Token"}}}}}
            """#
        let interpreter = Interpreter(
            machine: try StateMachine(parsing: Array(text.utf8)),
            digests: .openSSL
        )
        var random = SeededGenerator(state: 1)
        var (execution, transition) = interpreter.start(
            input: [:],
            context: WorkflowCase.context,
            now: WorkflowCase.start,
            random: &random
        )
        guard case .runTask(let task)? = transition.commands.first else {
            Issue.record("no task")
            return
        }
        #expect(task.token != nil)
        #expect(task.input["MessageBody"]?["token"]?.string == task.token)
        transition = interpreter.apply(
            .taskSubmitted(id: task.id, output: ["MessageId": "m"]),
            to: &execution,
            now: WorkflowCase.start,
            random: &random
        )
        #expect(transition.history.map(\.type) == [.taskSubmitted])
        var submitted = task
        (submitted.awaitedSince, submitted.beatAt) = (WorkflowCase.start, WorkflowCase.start)
        #expect(execution.commands == [.runTask(submitted)])
        #expect(try Execution(snapshot: execution.snapshot) == execution)
        transition = interpreter.apply(
            .taskSucceeded(id: task.id, output: 1),
            to: &execution,
            now: WorkflowCase.start,
            random: &random
        )
        #expect(execution.status == .succeeded(output: 1))
    }
}
