import Testing

struct `Variables` {
    @Test(arguments: [
        WorkflowCase(
            "are seen by the next state",
            #"""
            "A": {"Type": "Pass", "Assign": {"x": 1, "y.$": "$.in", "o": {"p.$": "$.in"}}, "Next": "B"},
            "B": {"Type": "Pass", "Parameters": {"x.$": "$x", "y.$": "$y", "p.$": "$o.p"}, "End": true}
            """#,
            input: #"{"in": "text"}"#,
            .output(#"{"x":1,"y":"text","p":"text"}"#)
        ),
        WorkflowCase(
            "are assigned all at one time",
            #"""
            "A": {"Type": "Pass", "Assign": {"x": 1, "y": 2}, "Next": "B"},
            "B": {"Type": "Pass", "Assign": {"x.$": "$y", "y.$": "$x"}, "Next": "C"},
            "C": {"Type": "Pass", "Parameters": {"x.$": "$x", "y.$": "$y"}, "End": true}
            """#,
            .output(#"{"x":2,"y":1}"#)
        ),
        WorkflowCase(
            "take a task's result, not its output",
            #"""
            "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {"n": 5},
              "ResultPath": null, "Assign": {"r.$": "$.n"}, "Next": "B"},
            "B": {"Type": "Pass", "InputPath": "$r", "End": true}
            """#,
            .output("5")
        ),
        WorkflowCase(
            "are those of the rule that is taken",
            #"""
            "A": {"Type": "Choice", "Choices": [{"Variable": "$.v", "NumericEquals": 1, "Assign": {"w.$": "$.v"}, "Next": "B"}],
              "Default": "B", "Assign": {"w": "default"}},
            "B": {"Type": "Pass", "InputPath": "$w", "End": true}
            """#,
            input: #"{"v": 1}"#,
            .output("1")
        ),
        WorkflowCase(
            "or of the Default",
            #"""
            "A": {"Type": "Choice", "Choices": [{"Variable": "$.v", "NumericEquals": 1, "Assign": {"w.$": "$.v"}, "Next": "B"}],
              "Default": "B", "Assign": {"w": "default"}},
            "B": {"Type": "Pass", "InputPath": "$w", "End": true}
            """#,
            input: #"{"v": 2}"#,
            .output(#""default""#)
        ),
        WorkflowCase(
            "of a catcher take the error",
            #"""
            "A": {"Type": "Parallel", "Branches": [{"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "E"}}}],
              "Catch": [{"ErrorEquals": ["E"], "Assign": {"e.$": "$.Error"}, "Next": "B"}], "End": true},
            "B": {"Type": "Pass", "InputPath": "$e", "End": true}
            """#,
            .output(#""E""#)
        ),
        WorkflowCase(
            "are read inside and vanish outside",
            #"""
            "A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "M"},
            "M": {"Type": "Map", "ItemsPath": "$.i", "ItemProcessor": {"StartAt": "I", "States": {
              "I": {"Type": "Pass", "Assign": {"y.$": "$"}, "Next": "J"},
              "J": {"Type": "Pass", "Parameters": {"x.$": "$x", "y.$": "$y"}, "End": true}}}, "Next": "Z"},
            "Z": {"Type": "Pass", "Parameters": {"m.$": "$", "y.$": "$y"}, "End": true}
            """#,
            input: #"{"i": [7, 8]}"#,
            .runtime(
                #"The JSONPath '$y' specified for the field 'y.$' could not be found in the input '[{"x":1,"y":7},{"x":1,"y":8}]'"#,
                state: "Z",
                event: 20
            )
        ),
    ])
    func `hold values for later states`(workflow: WorkflowCase) throws { try check(workflow) }
}
