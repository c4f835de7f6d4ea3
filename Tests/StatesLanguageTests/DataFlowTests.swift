import JSON
import StatesLanguage
import Testing

struct `Data flows through a state` {
    @Test(arguments: [
        WorkflowCase(
            "untouched through Pass and Succeed",
            #""A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}"#,
            input: #"{"b": 1, "a": [1.0, null]}"#,
            .output(#"{"b":1,"a":[1.0,null]}"#),
            events: "PassStateEntered PassStateExited SucceedStateEntered SucceedStateExited"
        ),
        WorkflowCase(
            "Result replaces",
            #""A": {"Type": "Pass", "Result": {"x.$": "$.y"}, "End": true}"#,
            .output(#"{"x.$":"$.y"}"#)
        ),
        WorkflowCase(
            "ResultPath inserts and makes objects",
            #""A": {"Type": "Pass", "Result": 7, "ResultPath": "$.a.b['c']", "End": true}"#,
            input: #"{"x": 1, "a": {"y": 2}}"#,
            .output(#"{"x":1,"a":{"y":2,"b":{"c":7}}}"#)
        ),
        WorkflowCase(
            "ResultPath replaces an element",
            #""A": {"Type": "Pass", "Result": 7, "ResultPath": "$.a[1]", "End": true}"#,
            input: #"{"a": [1, 2, 3]}"#,
            .output(#"{"a":[1,7,3]}"#)
        ),
        WorkflowCase(
            "ResultPath null keeps the input",
            #""A": {"Type": "Pass", "Result": 7, "ResultPath": null, "End": true}"#,
            input: #"{"x": 1}"#,
            .output(#"{"x":1}"#)
        ),
        WorkflowCase(
            "InputPath and OutputPath choose",
            #""A": {"Type": "Pass", "InputPath": "$.in", "OutputPath": "$.out", "End": true}"#,
            input: #"{"in": {"out": [1]}}"#,
            .output("[1]")
        ),
        WorkflowCase(
            "InputPath null is an empty object",
            #""A": {"Type": "Pass", "InputPath": null, "End": true}"#,
            input: "[1]",
            .output("{}")
        ),
        WorkflowCase(
            "OutputPath null is an empty object",
            #""A": {"Type": "Pass", "OutputPath": null, "End": true}"#,
            input: "[1]",
            .output("{}")
        ),
        WorkflowCase(
            "Parameters mix what is literal and what is computed",
            #"""
            "A": {"Type": "Pass", "Parameters": {"a.$": "$.x", "b": "$.x", "c": [{"d.$": "$.y[0]"}],
              "e.$": "$$.State.Name", "f.$": "States.Format('{}!', $.x)"}, "End": true}
            """#,
            input: #"{"x": "hey", "y": [5]}"#,
            .output(#"{"a":"hey","b":"$.x","c":[{"d":5}],"e":"A","f":"hey!"}"#)
        ),
        WorkflowCase(
            "ResultSelector reshapes a task's result",
            #"""
            "A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:F",
              "ResultSelector": {"code.$": "$.statusCode"}, "ResultPath": "$.r", "End": true}
            """#,
            input: #"{"x": 1}"#,
            answers: ["A": [.succeeded(["statusCode": 200, "body": ""])]],
            .output(#"{"x":1,"r":{"code":200}}"#)
        ),
        WorkflowCase(
            "the context object tells who runs",
            #""A": {"Type": "Pass", "Parameters": {"n.$": "$$.Execution.Name", "i.$": "$$.Execution.Input.k", "t.$": "$$.Execution.StartTime", "m.$": "$$.StateMachine.Name"}, "End": true}"#,
            input: #"{"k": 9}"#,
            .output(#"{"n":"run","i":9,"t":"2023-11-14T22:13:20.000Z","m":"orders"}"#)
        ),
    ])
    func `as its fields say`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test(arguments: [
        WorkflowCase(
            "a missing InputPath",
            #""A": {"Type": "Pass", "InputPath": "$.x", "End": true}"#,
            .runtime("Invalid path '$.x' : No results for path: $['x']"),
            events: "PassStateEntered"
        ),
        WorkflowCase(
            "a missing parent of an OutputPath",
            #""A": {"Type": "Pass", "OutputPath": "$.no.such.path", "End": true}"#,
            .runtime("Invalid path '$.no.such.path' : Missing property in path $['no']")
        ),
        WorkflowCase(
            "a missing path in Parameters",
            #""A": {"Type": "Pass", "Parameters": {"v": {"value.$": "$.x"}}, "End": true}"#,
            input: #"{"y": 1}"#,
            .runtime(
                "The JSONPath '$.x' specified for the field 'value.$' could not be found in the "
                    + #"input '{"y":1}'"#
            )
        ),
        WorkflowCase(
            "a ResultPath through a value without members",
            #""A": {"Type": "Pass", "Result": 1, "ResultPath": "$.a.b", "End": true}"#,
            input: #"{"a": "text"}"#,
            .state(
                "States.ResultPathMatchFailure",
                #"Unable to apply step "$.a.b" to input {"a":"text"}"#
            )
        ),
    ])
    func `or fails with AWS's text`(workflow: WorkflowCase) throws { try check(workflow) }
}

extension WorkflowCase.End {
    /// A fault of the first state, as AWS begins its text.
    static func runtime(_ text: String, state: String = "A", event: Int = 2) -> Self {
        .state("States.Runtime", text, state: state, event: event)
    }

    static func state(
        _ error: String,
        _ text: String,
        state: String = "A",
        event: Int = 2
    ) -> Self {
        let place =
            "An error occurred while executing the state '\(state)' "
            + "(entered at the event id #\(event)). "
        return .error(error, place + text)
    }
}
