import JSON
import StatesLanguage
import Testing

/// What is allowed and probably not meant.
struct `A definition's warnings` {
    /// The states, and each warning's code and place.
    @Test(arguments: [
        (
            #""A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["Busy"]}, {"ErrorEquals": ["States.Timeout"]}], "End": true}"#,
            ["ORDERD_REPEATED_EFFECT /States/A/Retry/1"]
        ),
        (
            #""A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 0}], "End": true}"#,
            []
        ),
        (
            #""A": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Retry": [{"ErrorEquals": ["States.ALL"]}], "End": true}"#,
            []
        ),
        (
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "Next": "B"}, "B": {"Type": "Succeed"}"#,
            ["ORDERD_ORDER_IS_LOST /States/A"]
        ),
        (
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "ResultPath": null, "Next": "B"}, "B": {"Type": "Succeed"}"#,
            []
        ),
        (
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "Catch": [{"ErrorEquals": ["X"], "Next": "B"}, {"ErrorEquals": ["X"], "Next": "B"}, {"ErrorEquals": ["X", "Y"], "Next": "B"}], "End": true}, "B": {"Type": "Succeed"}"#,
            ["ORDERD_CATCHER_NEVER_MATCHES /States/A/Catch/1"]
        ),
        (
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "Retry": [{"ErrorEquals": ["States.TaskFailed"]}, {"ErrorEquals": ["Y"]}, {"ErrorEquals": ["States.Timeout"]}, {"ErrorEquals": ["States.ALL"]}], "End": true}"#,
            ["ORDERD_CATCHER_NEVER_MATCHES /States/A/Retry/1"]
        ),
        (
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "Catch": [{"ErrorEquals": ["States.Runtime"], "Next": "B"}], "End": true}, "B": {"Type": "Succeed"}"#,
            ["ORDERD_CATCHER_NEVER_MATCHES /States/A/Catch/0"]
        ),
        (
            #""A": {"Type": "Pass", "Assign": {"x.$": "$", "y": 1}, "Next": "M"}, "M": {"Type": "Map", "Catch": [{"ErrorEquals": ["E"], "Assign": {"z": 1}, "Next": "B"}], "End": true, "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "Assign": {"x": 2, "w": 1}, "Next": "C"}, "C": {"Type": "Choice", "Choices": [{"Variable": "$", "IsNull": true, "Assign": {"z.$": "$"}, "Next": "E"}], "Default": "E"}, "E": {"Type": "Pass", "Assign": {"w": 2}, "End": true}}}}, "B": {"Type": "Pass", "Assign": {"x": 1}, "End": true}"#,
            [
                "ORDERD_SHADOWED_VARIABLE /States/M/ItemProcessor/States/P/Assign/x",
                "ORDERD_SHADOWED_VARIABLE /States/M/ItemProcessor/States/C/Choices/0/Assign/z.$",
            ]
        ),
        (
            #""A": {"Type": "Pass", "Result": {"a": [{"b.$": "$.x"}]}, "End": true}"#,
            ["PASS_RESULT_IS_STATIC /States/A/Result/a/0/b.$"]
        ),
        (
            #""A": {"Type": "Pass", "Parameters": {"a": "$.x", "b": "$$.Execution.Id", "c": "$5", "d.$": "$.x"}, "End": true}"#,
            ["NO_DOLLAR /States/A/Parameters/a", "NO_DOLLAR /States/A/Parameters/b"]
        ),
        (
            #""A": {"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}}"#,
            ["ORDERD_DISTRIBUTED_MAP /States/A/ItemProcessor/ProcessorConfig/Mode"]
        ),
        (
            #""A": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": {"a": "{% $states.input.a ?: 1 %}", "b": "{% $states.input.b ?? ($states.input.c ?: 2) %}", "c": "{% $states.input.a ? '?:' : '??' %}"}, "End": true}"#,
            [
                "ORDERD_LATER_JSONATA /States/A/Output/a",
                "ORDERD_LATER_JSONATA /States/A/Output/b",
                "ORDERD_LATER_JSONATA /States/A/Output/b",
            ]
        ),
    ])
    func `tell of it without refusing it`(states: String, warnings: [String]) throws {
        let text = Array(#"{"StartAt": "A", "States": {\#(states)}}"#.utf8)
        let diagnostics = StateMachine.validate(text)
        #expect(try StateMachine(parsing: text).warnings == diagnostics)
        #expect(diagnostics.allSatisfy { $0.severity == .warning && $0.position != nil })
        #expect(diagnostics.map { "\($0.code.rawValue) \($0.pointer ?? "")" } == warnings)
    }

    @Test func `are none of AWS's answer`() throws {
        let text =
            #"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {"a.$": 1}, "Next": "Z"}, "B": {"Type": "Succeed"}}}"#
        do {
            _ = try StateMachine(parsing: Array(text.utf8))
            Issue.record("accepted")
        } catch {
            #expect(error.diagnostics.count == 3)
            #expect(error.json["response"]?["diagnostics"]?.array?.count == 2)
        }
    }
}
