import FoundationEssentials
import JSON
import StatesLanguage
import Testing

struct `An execution` {
    private static let endless = WorkflowCase(
        "endless",
        #"""
        "A": {"Type": "Choice", "Choices": [{"Variable": "$.stop", "IsPresent": true, "Next": "Z"}], "Default": "A"},
        "Z": {"Type": "Succeed"}
        """#,
        .stuck
    )

    @Test func `that never waits gives way after a number of steps`() throws {
        var limits = InterpreterLimits()
        limits.maximumStepsPerTurn = 10
        limits.maximumHistory = .max
        let interpreter = try Self.endless.interpreter(limits: limits)
        var random = SeededGenerator(state: 1)
        var (execution, transition) = interpreter.start(
            input: [:],
            context: WorkflowCase.context,
            now: WorkflowCase.start,
            random: &random
        )
        for _ in 0..<3 {
            #expect(transition.commands == [.proceed])
            #expect(execution.commands == [.proceed])
            execution = try Execution(snapshot: execution.snapshot)
            transition = interpreter.apply(
                .proceed,
                to: &execution,
                now: WorkflowCase.start,
                random: &random
            )
            #expect(transition.history.count == 20)
        }
    }

    @Test func `that never waits in one branch does not hide the tasks of another`() throws {
        var limits = InterpreterLimits()
        limits.maximumStepsPerTurn = 10
        let workflow = WorkflowCase(
            "endless beside a task",
            #"""
            "P": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}}},
              {"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.stop", "IsPresent": true, "Next": "Z"}], "Default": "A"}, "Z": {"Type": "Succeed"}}}]}
            """#,
            .stuck
        )
        var random = SeededGenerator(state: 1)
        let (execution, transition) = try workflow.interpreter(limits: limits).start(
            input: [:],
            context: WorkflowCase.context,
            now: WorkflowCase.start,
            random: &random
        )
        #expect(transition.commands.count == 2)
        #expect(execution.commands == transition.commands)
        #expect(execution.commands.last == .proceed)
    }

    @Test func `has a longest history`() throws {
        var limits = InterpreterLimits()
        limits.maximumHistory = 101
        let outcome = try Self.endless.run(Self.endless.interpreter(limits: limits)) { _ in }
        #expect(outcome.history.count == 102)
        #expect(
            outcome.end
                == .error(
                    "States.Runtime",
                    "The execution reached the maximum number of history events (101)."
                )
        )
    }

    @Test func `has a largest payload`() throws {
        var limits = InterpreterLimits()
        limits.maximumPayload = 20
        let state =
            #""A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}"#
        func answer(_ count: Int) -> [OfflineRun.TaskOutcome] {
            [.succeeded(.string(String(repeating: "x", count: count - 2)))]
        }
        let fits = #""\#(String(repeating: "x", count: 18))""#
        try check(
            WorkflowCase("at the limit", state, answers: ["A": answer(20)], .output(fits)),
            limits: limits
        )
        let text =
            "The state/task 'lambda' returned a result with a size exceeding the maximum number "
            + "of bytes service limit."
        try check(
            WorkflowCase(
                "past it",
                state,
                answers: ["A": answer(21)],
                .error("States.DataLimitExceeded", text)
            ),
            limits: limits
        )
        let caught = WorkflowCase(
            "caught into an input that leaves no room",
            #""A": {"Type": "Pass", "Result": "0123456789abcdefgh", "ResultPath": "$.r", "End": true}"#,
            .error(
                "States.DataLimitExceeded",
                "The state/task 'A' returned a result with a size exceeding the maximum number of "
                    + "bytes service limit."
            )
        )
        try check(caught, limits: limits)
    }

    @Test func `has a deepest payload`() throws {
        let workflow = WorkflowCase(
            "wraps its input again and again",
            #"""
            "A": {"Type": "Pass", "Parameters": {"x.$": "$"}, "Next": "B"},
            "B": {"Type": "Choice", "Default": "A",
                  "Choices": [{"Variable": "$.end", "IsPresent": true, "Next": "C"}]},
            "C": {"Type": "Succeed"}
            """#,
            .runtime("The JSON is nested deeper than 512 levels.", event: 1 + 4 * 511 + 1)
        )
        try check(workflow)
    }

    @Test func `has a largest sum of variables`() throws {
        var limits = InterpreterLimits()
        limits.maximumVariables = 30
        let states = #"""
            "A": {"Type": "Pass", "Assign": {"a.$": "$"}, "Next": "B"},
            "B": {"Type": "Pass", "Assign": {"b.$": "$"}, "End": true}
            """#
        let (fits, over) = (#""0123456789123""#, #""01234567891234""#)
        try check(
            WorkflowCase("at the limit", states, input: fits, .output(fits)),
            limits: limits
        )
        let text =
            "The state/task 'B' returned a result with a size exceeding the maximum number of "
            + "bytes service limit."
        try check(
            WorkflowCase(
                "past it",
                states,
                input: over,
                .error("States.DataLimitExceeded", text)
            ),
            limits: limits
        )
    }

    @Test func `of a Map gathers no more than the largest payload`() throws {
        var limits = InterpreterLimits()
        limits.maximumPayload = 100
        let states = #"""
            "M": {"Type": "Map", "ResultPath": null, "End": true, "ItemProcessor": {"StartAt": "I", "States": {
              "I": {"Type": "Pass", "Result": "0123456789012345678901234567890123456789012345678", "End": true}}}}
            """#
        let text =
            "The state/task 'M' returned a result with a size exceeding the maximum number of "
            + "bytes service limit."
        try check(
            WorkflowCase(
                "too much",
                states,
                input: "[1,2]",
                .error("States.DataLimitExceeded", text)
            ),
            limits: limits
        )
        try check(WorkflowCase("little", states, input: "[1]", .output("[1]")), limits: limits)
    }

    @Test func `that has ended does nothing more`() throws {
        let workflow = WorkflowCase("end", #""A": {"Type": "Succeed"}"#, .output("{}"))
        let interpreter = try workflow.interpreter()
        var execution = try workflow.run(interpreter) { _ in }.execution
        var random = SeededGenerator(state: 1)
        let before = execution
        for event in [Event.executionTimedOut, .aborted(ErrorOutput(nil)), .proceed] {
            let transition = interpreter.apply(
                event,
                to: &execution,
                now: WorkflowCase.start,
                random: &random
            )
            #expect(transition == Transition())
        }
        #expect(execution == before)
        #expect(execution.currentState == nil)
    }

    @Test func `is history in AWS's shape`() throws {
        let workflow = WorkflowCase(
            "shape",
            #""A": {"Type": "Pass", "Result": [1], "Assign": {"v": "t"}, "End": true}"#,
            input: #"{"a": 1}"#,
            .output("[1]")
        )
        let outcome = try workflow.run(workflow.interpreter()) { _ in }
        let texts = outcome.history.map(\.json.text)
        #expect(
            texts == [
                #"{"timestamp":1700000000,"type":"ExecutionStarted","id":1,"previousEventId":0,"executionStartedEventDetails":{"input":"{\"a\":1}","inputDetails":{"truncated":false},"roleArn":"arn:aws:iam::123456789012:role/orders"}}"#,
                #"{"timestamp":1700000000,"type":"PassStateEntered","id":2,"previousEventId":0,"stateEnteredEventDetails":{"name":"A","input":"{\"a\":1}","inputDetails":{"truncated":false}}}"#,
                #"{"timestamp":1700000000,"type":"PassStateExited","id":3,"previousEventId":2,"stateExitedEventDetails":{"name":"A","output":"[1]","outputDetails":{"truncated":false},"assignedVariables":{"v":"\"t\""},"assignedVariablesDetails":{"truncated":false}}}"#,
                #"{"timestamp":1700000000,"type":"ExecutionSucceeded","id":4,"previousEventId":3,"executionSucceededEventDetails":{"output":"[1]","outputDetails":{"truncated":false}}}"#,
            ]
        )
    }

    @Test(arguments: [
        "", "{}", "[]", #"{"v":2}"#, #"{"v":1}"#,
        #"{"v":1,"context":{},"input":{},"event":1,"branch":1,"command":1,"status":{},"branches":[]}"#,
    ])
    func `cannot be read from what is no snapshot`(text: String) {
        #expect(throws: SnapshotError.self) { try Execution(snapshot: Array(text.utf8)) }
    }
}

/// Snapshots are read back from a disk: whatever they hold, reading them and going on from them must
/// not crash.
struct `A damaged snapshot` {
    private static let workflow = WorkflowCase(
        "all kinds of states",
        #"""
        "A": {"Type": "Pass", "Assign": {"v": [1]}, "Next": "M"},
        "M": {"Type": "Map", "ItemsPath": "$.i", "MaxConcurrency": 2, "ItemProcessor": {"StartAt": "P", "States": {
          "P": {"Type": "Parallel", "Branches": [
            {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish",
              "TimeoutSeconds": 9, "Retry": [{"ErrorEquals": ["Busy"]}], "End": true}}},
            {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3, "End": true}}}], "End": true}}}, "End": true}
        """#,
        input: #"{"i": [1, 2, 3]}"#,
        answers: ["T": [.failed(ErrorOutput("Busy")), .succeeded(1)]],
        .output("[[1,1],[1,2],[1,3]]")
    )

    @Test func `is refused or goes on`() throws {
        try check(Self.workflow)
        let interpreter = try Self.workflow.interpreter()
        var snapshots: [[UInt8]] = []
        _ = try Self.workflow.run(interpreter) { snapshots.append($0.snapshot) }
        #expect(snapshots.count > 10)
        var random = SeededGenerator(state: 7)
        var accepted = 0
        for _ in 0..<3_000 {
            guard var bytes = snapshots.randomElement(using: &random) else { return }
            let place = Int.random(in: bytes.indices, using: &random)
            bytes[place] = Array(#"0123456789-{}[],:"ax"#.utf8).randomElement(using: &random) ?? 0
            guard var execution = try? Execution(snapshot: bytes) else { continue }
            accepted += 1
            for id in 0..<12 {
                for event in [
                    Event.proceed, .timerFired(id: id), .taskFailed(id: id, ErrorOutput("Busy")),
                    .taskSucceeded(id: id, output: 1), .aborted(ErrorOutput(nil)),
                ].dropLast(id < 11 ? 1 : 0) {
                    _ = interpreter.apply(
                        event,
                        to: &execution,
                        now: WorkflowCase.start,
                        random: &random
                    )
                }
            }
            _ = execution.snapshot
        }
        #expect(accepted > 100)
    }
}
