import Formats
import FoundationEssentials
import JSON
import StatesLanguage
import Testing

private let task = #""Type": "Task", "Resource": "arn:aws:states:::sns:publish""#

struct `A redrive` {
    struct Case: Sendable, CustomTestStringConvertible {
        var workflow: WorkflowCase
        /// What the tasks answer the second time.
        var answers: [String: [OfflineRun.TaskOutcome]] = [:]
        var end: WorkflowCase.End
        /// The types of the second run's events between the first and the last.
        var events: String

        var testDescription: String { workflow.name }
    }

    private static let bad: [OfflineRun.TaskOutcome] = [.failed(ErrorOutput("Bad"))]

    @Test(arguments: [
        Case(
            workflow: WorkflowCase(
                "runs the failed task again and not what went before",
                #""A": {"Type": "Pass", "Assign": {"v": 1}, "Next": "B"}, "B": {\#(task), "Parameters": {"v.$": "$v"}, "End": true}"#,
                answers: ["B": bad],
                .error("Bad", nil)
            ),
            end: .output(#"{"v":1}"#),
            events: "TaskScheduled TaskStarted TaskSucceeded TaskStateExited"
        ),
        Case(
            workflow: WorkflowCase(
                "fails again at a Fail",
                #""A": {"Type": "Fail", "Error": "E"}"#,
                .error("E", nil)
            ),
            end: .error("E", nil),
            events: ""
        ),
        Case(
            workflow: WorkflowCase(
                "after the machine's timeout",
                #""A": {\#(task), "End": true}"#,
                more: #""TimeoutSeconds": 5"#,
                answers: ["A": [.silent]],
                .timedOut
            ),
            answers: ["A": [.succeeded(1)]],
            end: .output("1"),
            events: "TaskScheduled TaskStarted TaskSucceeded TaskStateExited"
        ),
        Case(
            workflow: WorkflowCase(
                "runs only the branches again that did not succeed",
                #""P": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {\#(task), "End": true}}}, {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": 2, "Next": "C"}, "C": {"Type": "Wait", "Seconds": 1, "End": true}}}, {"StartAt": "D", "States": {"D": {"Type": "Pass", "Result": 4, "End": true}}}], "End": true}"#,
                answers: ["A": bad],
                .error("Bad", nil)
            ),
            end: .output("[{},2,4]"),
            events:
                "TaskScheduled TaskStarted TaskSucceeded TaskStateExited WaitStateExited "
                + "ParallelStateSucceeded ParallelStateExited"
        ),
        Case(
            workflow: WorkflowCase(
                "goes on with the iterations of a Map",
                #""M": {"Type": "Map", "MaxConcurrency": 1, "End": true, "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 2, "Next": "T"}], "Default": "S"}, "S": {"Type": "Succeed"}, "T": {\#(task), "End": true}}}}"#,
                input: "[1,2,3]",
                answers: ["T": bad],
                .error("Bad", nil)
            ),
            end: .output("[1,2,3]"),
            events:
                "TaskScheduled TaskStarted TaskSucceeded TaskStateExited MapIterationSucceeded "
                + "MapIterationStarted ChoiceStateEntered ChoiceStateExited SucceedStateEntered "
                + "SucceedStateExited MapIterationSucceeded MapStateSucceeded MapStateExited"
        ),
    ])
    func `takes up what failed`(redrive: Case) throws {
        let workflow = redrive.workflow
        try check(workflow)
        let interpreter = try workflow.interpreter()
        let failed = try workflow.run(interpreter) { _ in }
        let stored = try Execution(snapshot: failed.execution.snapshot)
        #expect(stored == failed.execution)
        #expect(stored.canBeRedriven)

        let answers = redrive.answers
        let offline = OfflineRun(interpreter) { task in
            answers[task.state]?.first ?? .succeeded(task.input)
        }
        var random = SeededGenerator(state: 1)
        let outcome = offline.redrive(stored, at: failed.endedAt, random: &random) { execution in
            execution = (try? Execution(snapshot: execution.snapshot)) ?? execution
        }
        #expect(outcome.end == redrive.end)
        #expect(outcome.middle == redrive.events)
        #expect(outcome.history.first?.id == failed.history.count + 1)
        #expect(
            outcome.history.first?.details == .executionRedriven(count: 1)
        )
    }

    /// Also after the execution was stored in between.
    @Test func `is in the context object with its count and time`() throws {
        let workflow = WorkflowCase(
            "looks at itself",
            #""A": {\#(task), "Parameters": {"x.$": "$$.Execution['RedriveCount', 'RedriveTime']"}, "End": true}"#,
            answers: ["A": Self.bad],
            .error("Bad", nil)
        )
        let interpreter = try workflow.interpreter()
        let failed = try workflow.run(interpreter) { _ in }
        var random = SeededGenerator(state: 1)
        let offline = OfflineRun(interpreter) { .succeeded($0.input) }
        let instant = failed.endedAt.addingTimeInterval(60)
        let outcome = offline.redrive(failed.execution, at: instant, random: &random) {
            $0 = (try? Execution(snapshot: $0.snapshot)) ?? $0
        }
        #expect(outcome.end == .output(#"{"x":[1,"\#(Timestamp.text(instant))"]}"#))
        #expect(try Execution(snapshot: outcome.execution.snapshot) == outcome.execution)
    }

    @Test func `of an execution that has succeeded does nothing`() throws {
        let workflow = WorkflowCase("fine", #""A": {"Type": "Succeed"}"#, .output("{}"))
        let interpreter = try workflow.interpreter()
        var execution = try workflow.run(interpreter) { _ in }.execution
        var random = SeededGenerator(state: 1)
        #expect(!execution.canBeRedriven)
        let transition = interpreter.redrive(
            &execution,
            now: WorkflowCase.start,
            random: &random
        )
        #expect(transition == Transition())
        #expect(execution.status == .succeeded(output: [:]))
    }
}
