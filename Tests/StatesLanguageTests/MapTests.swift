import StatesLanguage
import Testing

private let task = #""Type": "Task", "Resource": "arn:aws:states:::sns:publish""#

/// A Map with these fields whose iterations are one state named `I`.
private func map(_ fields: String, _ state: String) -> String {
    #""M": {"Type": "Map", \#(fields), "ItemProcessor": {"StartAt": "I", "States": {"I": {\#(state)}}}}"#
}

/// A Map whose iterations fail on 1.
private func choosy(_ fields: String) -> String {
    #"""
    "M": {"Type": "Map", \#(fields), "End": true, "ItemProcessor": {"StartAt": "I", "States": {
      "I": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "F"}], "Default": "S"},
      "F": {"Type": "Fail", "Error": "One"}, "S": {"Type": "Succeed"}}}}
    """#
}

private let pass = #""Type": "Pass", "End": true"#

struct `A Map` {
    @Test(arguments: [
        WorkflowCase(
            "of no items",
            map(#""End": true"#, pass),
            input: "[]",
            .output("[]"),
            events: "MapStateEntered MapStateStarted MapStateSucceeded MapStateExited"
        ),
        WorkflowCase(
            "one after the other",
            map(#""MaxConcurrency": 1, "End": true"#, pass),
            input: "[1,2]",
            .output("[1,2]"),
            events:
                "MapStateEntered MapStateStarted MapIterationStarted PassStateEntered "
                + "PassStateExited MapIterationSucceeded MapIterationStarted PassStateEntered "
                + "PassStateExited MapIterationSucceeded MapStateSucceeded MapStateExited"
        ),
        WorkflowCase(
            "all at one time",
            map(#""End": true"#, #""Type": "Wait", "SecondsPath": "$", "End": true"#),
            input: "[3,1,2]",
            .output("[3,1,2]"),
            seconds: 3
        ),
        WorkflowCase(
            "two at one time",
            map(
                #""MaxConcurrencyPath": "$.n", "ItemsPath": "$.items", "End": true"#,
                #""Type": "Wait", "SecondsPath": "$", "End": true"#
            ),
            input: #"{"n": 2, "items": [3,1,2,4]}"#,
            .output("[3,1,2,4]"),
            seconds: 7
        ),
        WorkflowCase(
            "with selected items",
            map(
                #""ItemsPath": "$.items", "ItemSelector": {"n.$": "$$.Map.Item.Value.a", "at.$": "$$.Map.Item.Index", "all.$": "$.k"}, "ResultPath": "$.r", "End": true"#,
                #""Type": "Pass", "Parameters": {"p.$": "$", "v.$": "$$.Map.Item.Index"}, "End": true"#
            ),
            input: #"{"k": 0, "items": [{"a": 7}, {"a": 8}]}"#,
            .output(
                #"{"k":0,"items":[{"a":7},{"a":8}],"r":[{"p":{"n":7,"at":0,"all":0},"v":0},{"p":{"n":8,"at":1,"all":0},"v":1}]}"#
            )
        ),
        WorkflowCase(
            "under its old names",
            #""M": {"Type": "Map", "Parameters": {"x.$": "$$.Map.Item.Value"}, "Iterator": {"StartAt": "I", "States": {"I": {\#(pass)}}}, "End": true}"#,
            input: "[1]",
            .output(#"[{"x":1}]"#)
        ),
        WorkflowCase(
            "of a distributed kind leaves its iterations out of the history",
            #""M": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": {\#(pass)}}}, "End": true}"#,
            input: "[1,2]",
            .output("[1,2]"),
            events:
                "MapStateEntered MapStateStarted MapRunStarted MapRunSucceeded MapStateSucceeded "
                + "MapStateExited"
        ),
    ])
    func `runs its iterations`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test(arguments: [
        WorkflowCase(
            "ends the others when one fails",
            map(#""End": true"#, #"\#(task), "End": true"#),
            input: "[1,2]",
            answers: ["I": [.failed(ErrorOutput("Bad", cause: nil))]],
            .error("Bad", nil),
            events:
                "MapStateEntered MapStateStarted MapIterationStarted MapIterationStarted "
                + "TaskStateEntered TaskScheduled TaskStarted TaskStateEntered TaskScheduled "
                + "TaskStarted TaskFailed MapIterationFailed TaskStateAborted "
                + "MapIterationAborted MapStateFailed"
        ),
        WorkflowCase(
            "starts again in a retry",
            map(
                #""Retry": [{"ErrorEquals": ["Bad"], "MaxAttempts": 1}], "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}], "End": true"#,
                #""Type": "Fail", "Error": "Bad""#
            ) + #", "Z": {"Type": "Pass", "End": true}"#,
            input: "[1]",
            .output(#"{"Error":"Bad"}"#),
            events:
                "MapStateEntered MapStateStarted MapIterationStarted FailStateEntered "
                + "MapIterationFailed MapStateStarted MapIterationStarted FailStateEntered "
                + "MapIterationFailed MapStateFailed MapStateExited PassStateEntered "
                + "PassStateExited"
        ),
        WorkflowCase(
            "tolerates as many failures as it may",
            choosy(#""ToleratedFailureCount": 2"#),
            input: "[1,2,1]",
            .output("[2]")
        ),
        WorkflowCase(
            "and no more",
            choosy(#""ToleratedFailurePercentage": 34"#),
            input: "[1,2,1]",
            .error(
                "States.ExceedToleratedFailureThreshold",
                "The specified tolerated failure threshold was exceeded"
            )
        ),
        WorkflowCase(
            "a number may be written as text",
            map(
                #""MaxConcurrencyPath": "$.n", "ToleratedFailurePercentagePath": "$.p", "ToleratedFailureCountPath": "$.c", "ItemsPath": "$.i", "ResultPath": null, "End": true"#,
                pass
            ),
            input: #"{"n": "1", "p": "12.5", "c": "0", "i": []}"#,
            .output(#"{"n":"1","p":"12.5","c":"0","i":[]}"#)
        ),
        WorkflowCase(
            "but a whole one where it counts",
            map(#""MaxConcurrencyPath": "$.n", "ItemsPath": "$.i", "End": true"#, pass),
            input: #"{"n": "1.5", "i": []}"#,
            .runtime(
                #"The MaxConcurrencyPath field refers to value "1.5" which is not a valid integer: $.n"#,
                state: "M"
            )
        ),
        WorkflowCase(
            "but States.Runtime is never tolerated",
            map(
                #""ToleratedFailureCount": 2, "End": true"#,
                #""Type": "Pass", "InputPath": "$.x", "End": true"#
            ),
            input: "[{}]",
            .runtime("Invalid path '$.x' : No results for path: $['x']", state: "I", event: 5),
            events: "MapStateEntered MapStateStarted MapIterationStarted PassStateEntered"
        ),
        WorkflowCase(
            "goes over an array only",
            map(#""End": true"#, pass),
            input: #"{"a":1}"#,
            .runtime(#"Reference path "$" must point to array."#, state: "M")
        ),
        WorkflowCase(
            "wants a number at MaxConcurrencyPath",
            map(#""MaxConcurrencyPath": "$.n", "ItemsPath": "$.i", "End": true"#, pass),
            input: #"{"n": "x", "i": []}"#,
            .runtime(
                #"The MaxConcurrencyPath field refers to value "x" which is not a valid integer: $.n"#,
                state: "M"
            ),
            events: "MapStateEntered"
        ),
        WorkflowCase(
            "wants a percentage",
            map(
                #""ToleratedFailurePercentagePath": "$.n", "ItemsPath": "$.i", "End": true"#,
                pass
            ),
            input: #"{"n": 100.1, "i": []}"#,
            .runtime("ToleratedFailurePercentage must be between 0 and 100.", state: "M"),
            events: "MapStateEntered MapStateStarted"
        ),
    ])
    func `fails with an iteration`(workflow: WorkflowCase) throws { try check(workflow) }

    /// Recorded: what is told of the others follows the event that ended the Map.
    @Test func `that fails ends the others after the event that it failed with`() throws {
        let workflow = WorkflowCase(
            "abort",
            map(#""End": true"#, #"\#(task), "End": true"#),
            input: "[1,2,3]",
            answers: ["I": [.failed(ErrorOutput("Bad", cause: nil))]],
            .stuck
        )
        let history = try workflow.run(workflow.interpreter()) { _ in }.history
        let failed = try #require(history.first { $0.type == .taskFailed })
        let types: [EventType] = [
            .mapIterationFailed, .taskStateAborted, .mapIterationAborted, .taskStateAborted,
            .mapIterationAborted, .mapStateFailed,
        ]
        let events = history.drop { $0.id <= failed.id }.dropLast()
        #expect(events.map(\.type) == types)
        #expect(events.allSatisfy { $0.previousEventId == failed.id })
    }

    @Test func `inside of a Map keeps its own items apart`() throws {
        try check(
            WorkflowCase(
                "nested",
                #""M": {"Type": "Map", "ItemProcessor": {"StartAt": "N", "States": {"N": {"Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {\#(task), "Parameters": {"v.$": "$$.Map.Item.Value"}, "End": true}}}, "End": true}}}, "End": true}"#,
                input: "[[1,2],[],[3]]",
                .output(#"[[{"v":1},{"v":2}],[],[{"v":3}]]"#)
            )
        )
    }

    @Test func `of ten thousand items is no trouble`() throws {
        let states = map(#""End": true"#, #"\#(task), "End": true"#)
        let items = "[\((0..<10_000).map(String.init).joined(separator: ","))]"
        let workflow = WorkflowCase("many", states, input: items, .output(items))
        var limits = InterpreterLimits()
        limits.maximumHistory = .max
        let outcome = try workflow.run(workflow.interpreter(limits: limits)) { _ in }
        #expect(outcome.end == workflow.end)
        #expect(outcome.history.count == 70_006)
    }
}
