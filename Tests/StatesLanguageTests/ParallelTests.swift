import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests
import Testing

private let task = #""Type": "Task", "Resource": "arn:aws:states:::sns:publish""#

private func branch(_ name: String, _ state: String) -> String {
    #"{"StartAt": "\#(name)", "States": {"\#(name)": {\#(state)}}}"#
}

struct `A Parallel` {
    @Test(arguments: [
        WorkflowCase(
            "gives its branches one input and joins their outputs in order",
            #""P": {"Type": "Parallel", "Parameters": {"v.$": "$.x"}, "Branches": [\#(branch("A", #""Type": "Wait", "Seconds": 9, "End": true"#)), \#(branch("B", #""Type": "Pass", "Result": 2, "End": true"#))], "End": true}"#,
            input: #"{"x": 1}"#,
            .output(#"[{"v":1},2]"#),
            events:
                "ParallelStateEntered ParallelStateStarted WaitStateEntered PassStateEntered "
                + "PassStateExited WaitStateExited ParallelStateSucceeded ParallelStateExited",
            seconds: 9
        ),
        WorkflowCase(
            "inside of another",
            #""P": {"Type": "Parallel", "Branches": [\#(branch("Q", #""Type": "Parallel", "Branches": [\#(branch("A", "\(task), \"End\": true")), \#(branch("B", "\(task), \"End\": true"))], "End": true"#))], "ResultPath": "$.r", "End": true}"#,
            .output(#"{"r":[[{},{}]]}"#)
        ),
        WorkflowCase(
            "ends its other branches when one fails",
            #""P": {"Type": "Parallel", "Branches": [\#(branch("A", "\(task), \"End\": true")), \#(branch("B", #""Type": "Wait", "Seconds": 50, "End": true"#))], "Next": "Z", "Catch": [{"ErrorEquals": ["Bad"], "Next": "Z"}]}, "Z": {"Type": "Succeed"}"#,
            answers: ["A": [.failed(ErrorOutput("Bad", cause: "c"))]],
            .output(#"{"Error":"Bad","Cause":"c"}"#),
            events:
                "ParallelStateEntered ParallelStateStarted TaskStateEntered TaskScheduled "
                + "TaskStarted WaitStateEntered TaskFailed TaskStateAborted WaitStateAborted "
                + "ParallelStateFailed ParallelStateExited SucceedStateEntered SucceedStateExited",
            seconds: 0
        ),
        WorkflowCase(
            "starts all of them again in a retry",
            #""P": {"Type": "Parallel", "Branches": [\#(branch("A", #""Type": "Fail", "Error": "Bad""#))], "Retry": [{"ErrorEquals": ["Bad"], "MaxAttempts": 1}], "End": true}"#,
            .error("Bad", nil),
            events:
                "ParallelStateEntered ParallelStateStarted FailStateEntered ParallelStateStarted "
                + "FailStateEntered ParallelStateFailed",
            seconds: 1
        ),
        WorkflowCase(
            "lets States.Runtime through every catcher",
            #""P": {"Type": "Parallel", "Branches": [\#(branch("A", #""Type": "Pass", "InputPath": "$.x", "End": true"#))], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}], "End": true}, "Z": {"Type": "Succeed"}"#,
            .runtime("Invalid path '$.x' : No results for path: $['x']", event: 4),
            events: "ParallelStateEntered ParallelStateStarted PassStateEntered"
        ),
    ])
    func `runs its branches at one time`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test func `that is stopped ends everything inside`() throws {
        let text =
            #"{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [\#(branch("A", "\(task), \"End\": true")), \#(branch("B", #""Type": "Wait", "Seconds": 50, "End": true"#))], "End": true}}}"#
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
        #expect(execution.nextTimer == WorkflowCase.start + 50)
        let transition = interpreter.apply(
            .aborted(ErrorOutput("Stopped", cause: "by hand")),
            to: &execution,
            now: WorkflowCase.start,
            random: &random
        )
        #expect(transition.commands == [.cancel(id: 1), .cancel(id: 2)])
        #expect(transition.history.map(\.type) == [.executionAborted])
        #expect(transition.history.map(\.previousEventId) == [0])
        #expect(execution.status == .aborted(ErrorOutput("Stopped", cause: "by hand")))
        #expect(execution.commands.isEmpty)
        #expect(try Execution(snapshot: execution.snapshot) == execution)
    }
}
