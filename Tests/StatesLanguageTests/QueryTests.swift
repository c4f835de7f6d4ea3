import JSON
import StatesLanguage
import TestDigests
import Testing

/// States that speak JSONata.
struct `A query` {
    private static let language = #""QueryLanguage": "JSONata""#

    @Test(arguments: [
        WorkflowCase(
            "makes the output of a Pass",
            #""A": {"Type": "Pass", "Output": {"sum": "{% $sum($states.input.n) %}", "text": "n"}, "End": true}"#,
            more: language,
            input: #"{"n": [1, 2, 3]}"#,
            .output(#"{"sum":6,"text":"n"}"#)
        ),
        WorkflowCase(
            "hands the input on where there is none",
            #""A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}"#,
            more: language,
            input: #"{"n": 1.0}"#,
            .output(#"{"n":1.0}"#)
        ),
        WorkflowCase(
            "makes a task's arguments and looks at its result",
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "Arguments": {"id": "{% $states.input.id %}"}, "Output": "{% [$states.input.id, $states.result] %}", "Assign": {"r": "{% $states.result.id %}"}, "Next": "B"}, "B": {"Type": "Pass", "Output": "{% $r + 1 %}", "End": true}"#,
            more: language,
            input: #"{"id": 4}"#,
            .output("5"),
            events:
                "TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted LambdaFunctionSucceeded TaskStateExited PassStateEntered PassStateExited"
        ),
        WorkflowCase(
            "leaves the result as the output of a task without Output",
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "End": true}"#,
            more: language,
            answers: ["A": [.succeeded([1])]],
            .output("[1]")
        ),
        WorkflowCase(
            "sees what a catcher caught",
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "Catch": [{"ErrorEquals": ["Bad"], "Output": {"why": "{% $states.errorOutput.Cause %}", "in": "{% $states.input %}"}, "Assign": {"e": "{% $states.errorOutput.Error %}"}, "Next": "B"}], "End": true}, "B": {"Type": "Pass", "Output": "{% $merge([$states.input, {'e': $e}]) %}", "End": true}"#,
            more: language,
            input: "7",
            answers: ["A": [.failed(ErrorOutput("Bad", cause: "broken"))]],
            .output(#"{"why":"broken","in":7,"e":"Bad"}"#)
        ),
        WorkflowCase(
            "hands a caught error on where the catcher has no Output",
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}], "End": true}, "B": {"Type": "Succeed"}"#,
            more: language,
            answers: ["A": [.failed(ErrorOutput("Bad", cause: "broken"))]],
            .output(#"{"Error":"Bad","Cause":"broken"}"#)
        ),
        WorkflowCase(
            "chooses, with the rule's own Output and Assign",
            #""A": {"Type": "Choice", "Choices": [{"Condition": false, "Next": "B"}, {"Condition": "{% $states.input.n > 1 %}", "Output": "rule", "Assign": {"v": 1}, "Next": "B"}], "Default": "B", "Output": "state", "Assign": {"v": 2}}, "B": {"Type": "Pass", "Output": "{% $states.input & $v %}", "End": true}"#,
            more: language,
            input: #"{"n": 2}"#,
            .output(#""rule1""#)
        ),
        WorkflowCase(
            "chooses the default with the state's own Output and Assign",
            #""A": {"Type": "Choice", "Choices": [{"Condition": "{% $states.input.n > 1 %}", "Output": "rule", "Next": "B"}], "Default": "B", "Output": "state", "Assign": {"v": 2}}, "B": {"Type": "Pass", "Output": "{% $states.input & $v %}", "End": true}"#,
            more: language,
            input: #"{"n": 1}"#,
            .output(#""state2""#)
        ),
        WorkflowCase(
            "makes a Map's items and what each gets",
            #""A": {"Type": "Map", "Items": "{% $states.input.n[$ > 1] %}", "ItemSelector": {"i": "{% $states.context.Map.Item.Index %}", "v": "{% $states.context.Map.Item.Value %}", "all": "{% $count($states.input.n) %}"}, "MaxConcurrency": "{% 1 %}", "ToleratedFailurePercentage": "{% 10 %}", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}, "Output": {"r": "{% $states.result.v %}"}, "End": true}"#,
            more: language,
            input: #"{"n": [1, 2, 3]}"#,
            .output(#"{"r":[2,3]}"#)
        ),
        WorkflowCase(
            "makes the items one by one",
            #""A": {"Type": "Map", "Items": [1, "{% 1 + 1 %}"], "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "Output": "{% $states.input * 10 %}", "End": true}}}, "End": true}"#,
            more: language,
            .output("[10,20]")
        ),
        WorkflowCase(
            "makes the branches' input, and sees their outputs",
            #""A": {"Type": "Parallel", "Arguments": {"n": "{% $states.input + 1 %}"}, "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Pass", "Output": "{% $states.input.n %}", "End": true}}}, {"StartAt": "C", "States": {"C": {"Type": "Pass", "End": true}}}], "Output": "{% $states.result[0] %}", "End": true}"#,
            more: language,
            input: "4",
            .output("5")
        ),
        WorkflowCase(
            "says how long to wait",
            #""A": {"Type": "Wait", "Seconds": "{% $states.input * 2 %}", "Output": "{% $states.input %}", "End": true}"#,
            more: language,
            input: "30",
            .output("30"),
            seconds: 60
        ),
        WorkflowCase(
            "says until when to wait",
            #""A": {"Type": "Wait", "Timestamp": "{% $substring($states.context.State.EnteredTime, 0, 18) & '5Z' %}", "End": true}"#,
            more: language,
            .output("{}"),
            seconds: 5
        ),
        WorkflowCase(
            "sets a task's timeout",
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "TimeoutSeconds": "{% $states.input %}", "HeartbeatSeconds": "{% 2 %}", "End": true}"#,
            more: language,
            input: "9",
            answers: ["A": [.silent]],
            .error("States.Timeout", nil),
            seconds: 2
        ),
        WorkflowCase(
            "says how a Fail fails",
            #""A": {"Type": "Fail", "Error": "{% 'E' & $states.input %}", "Cause": "plain"}"#,
            more: language,
            input: "1",
            .error("E1", "plain")
        ),
        WorkflowCase(
            "sees variables as they are when the state is entered",
            #""A": {"Type": "Pass", "Assign": {"a": 1, "b": 10}, "Next": "B"}, "B": {"Type": "Pass", "Assign": {"a": "{% $b %}", "b": "{% $a %}"}, "Output": "{% $a %}", "Next": "C"}, "C": {"Type": "Pass", "Output": "{% [$states.input, $a, $b] %}", "End": true}"#,
            more: language,
            .output("[1,10,1]")
        ),
        WorkflowCase(
            "shares variables with JSONPath",
            #""A": {"Type": "Pass", "Assign": {"a.$": "$.n"}, "Next": "B"}, "B": {"Type": "Pass", "QueryLanguage": "JSONata", "Assign": {"b": "{% $a + 1 %}"}, "Next": "C"}, "C": {"Type": "Pass", "Parameters": {"b.$": "$b"}, "End": true}"#,
            input: #"{"n": 1}"#,
            .output(#"{"b":2}"#)
        ),
        WorkflowCase(
            "drops a member that an object constructor has nothing for",
            #""A": {"Type": "Pass", "Output": "{% {'a': $states.input.none, 'b': 1} %}", "End": true}"#,
            more: language,
            .output(#"{"b":1}"#)
        ),
        WorkflowCase(
            "leaves strings alone that are none",
            #""A": {"Type": "Pass", "Output": ["{ %", "%}{%x"], "End": true}"#,
            more: language,
            .output(#"["{ %","%}{%x"]"#)
        ),
    ])
    func `computes`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test(arguments: [
        ("$partition([1, 2, 3, 4, 5], 2)", "[[1,2],[3,4],[5]]"),
        ("$partition([1, 2, 3, 4], 2.9)", "[[1,2],[3,4]]"),
        ("$range(0, 6, 2)", "[0,2,4,6]"),
        ("$range(3, 1, -1)", "[3,2,1]"), ("$count($range(1, 200000, 1))", "200000"),
        (#"$parseInteger("abc", "0")"#, #""NaN""#),
        (
            #"($p := function($s, $n) {$n = 0 ? $s : $p($s & $s, $n - 1)}; $length($p("x", 22)))"#,
            "4194304"
        ),
        ("$count([1..873782])", "873782"),
        ("$range(1, 9, 9)", "1"),
        ("$partition([1, 2, 3])", "[[1,2,3]]"), ("$partition([0], 1)", "[[0]]"),
        ("$partition([1, 2], 5)", "[[1,2]]"), ("[$partition([0], 1)]", "[[0]]"),
        ("$count($partition([1, 2], 5))", "1"), ("$partition([0], 1)[0]", "[0]"),
        ("{'k': $partition([0], 1)}", #"{"k":[[0]]}"#), ("$partition(0, 1)", "[[0]]"),
        ("$map($partition([1, 2, 3], 3), function($p) { $sum($p) })", "6"),
        ("[0] ~> $partition(1)", "[[0]]"), ("$partition([[0]], 1)", "[[[0]]]"),
        ("$range(-9223372036854775808, 9223372036854775807, 9223372036854775807) ~> $count()", "3"),
        ("$parse('{\"n\": 9223372036854775807}').n", "9223372036854775807"),
        ("$string($parse('{\"n\": 9223372036854775807}').n)", #""9223372036854775807""#),
        ("$parse('1.0')", "1"), ("$parse('1e2')", "100"),
        ("$map([1e20, 1e21], $string)", #"["100000000000000000000","1e+21"]"#),
        ("$range(-1.7, 2, 1)", "[-1,0,1,2]"),
        ("1 / 0", #""Infinity""#),
        ("[-1 / 0]", #"["-Infinity"]"#),
        ("{'k': 1 % 0}", #"{"k":"NaN"}"#),
        ("$states.*[0]", "{}"),
        ("($s := $states; $s.input)", "{}"),
        (#"$hash("input", "SHA-1")"#, #""140f86aae51ab9e1cda9b4254fe98a74eb54c1a1""#),
        (#"$parse("{\"a\": [1, null]}").a"#, "[1,null]"),
        ("$random(42)", "0.7275636800328681"),
        ("$random() < 1 and $random() >= 0", "true"),
        ("$length($uuid())", "36"),
        ("$map([1, 2], function($v) { $uuid() }) ~> $distinct() ~> $count()", "2"),
    ])
    func `has the functions that AWS adds`(expression: String, output: String) throws {
        let text = try #require(JSONTexts.quoted(expression))
        let state = #""A": {"Type": "Pass", "Output": \#(text), "End": true}"#
        try check(WorkflowCase(expression, state, more: Self.language, .output(output)))
    }

    /// The field, what stands in it, and what follows AWS's sentence about the state.
    @Test(arguments: [
        (
            #""Type": "Pass", "Output": {"a": ["{% 1 %}", "{% $states.input.x %}"]}, "End": true"#,
            "Output/a[1]",
            "The JSONata expression '$states.input.x' specified for the field 'Output/a[1]' returned nothing (undefined)."
        ),
        (
            #""Type": "Pass", "Assign": {"v": "{% $sum %}"}, "End": true"#,
            "Assign/v",
            "The JSONata expression '$sum' specified for the field 'Assign/v' returned an unsupported result type."
        ),
        (
            #""Type": "Pass", "Output": "{% $eval('1') %}", "End": true"#,
            "Output",
            "The JSONata expression '$eval('1')' specified for the field 'Output' threw an error during evaluation. T1006: Attempted to invoke a non-function"
        ),
        (
            #""Type": "Pass", "Output": "{%  $sum(['a']) %}", "End": true"#,
            "Output",
            "The JSONata expression '$sum(['a'])' specified for the field 'Output' threw an error during evaluation. T0412: Argument 1 of function \"sum\" must be an array of \"numbers\""
        ),
        (
            #""Type": "Choice", "Choices": [{"Condition": "{% true %}", "Output": {"v": "{% $none %}"}, "Next": "Z"}]"#,
            "Choices[0]/Output/v",
            "The JSONata expression '$none' specified for the field 'Choices[0]/Output/v' returned nothing (undefined)."
        ),
        (
            #""Type": "Choice", "Choices": [{"Condition": "{% 1 %}", "Next": "Z"}]"#,
            "Choices[0]/Condition",
            "The JSONata expression '1' specified for the field 'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'number' for value: 1"
        ),
        (
            #""Type": "Fail", "Cause": "{% {'a': 1} %}""#,
            "Cause",
            "The JSONata expression '{'a': 1}' specified for the field 'Cause' returned an unexpected result type. Expected 'string', but was 'object' for value: {\"a\":1}"
        ),
        (
            #""Type": "Wait", "Seconds": "{% -1 %}", "End": true"#,
            "Seconds", "The Seconds field references a negative value: -1"
        ),
        (
            #""Type": "Wait", "Seconds": "{% 1.5 %}", "End": true"#,
            "Seconds", "The Seconds field cannot be parsed as a long value: 1.5"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "TimeoutSeconds": "{% 0 %}", "End": true"#,
            "TimeoutSeconds",
            "The TimeoutSeconds field cannot be parsed as a positive long value: 0"
        ),
    ])
    func `fails with AWS's words and an event`(
        members: String,
        location: String,
        cause: String
    ) throws {
        let states = #""A": {\#(members)}, "Z": {"Type": "Succeed"}"#
        let workflow = WorkflowCase("", states, more: Self.language, .output(""))
        let text =
            members.contains("Choice")
            ? workflow.definition
            : workflow.definition
                .replacing(#", "Z": {"Type": "Succeed"}"#, with: "")
        let machine = try StateMachine(parsing: Array(text.utf8))
        let outcome = try workflow.run(Interpreter(machine: machine, digests: .openSSL)) { _ in }
        let sentence =
            "An error occurred while executing the state 'A' (entered at the event id #2). "
        let error = ErrorOutput("States.QueryEvaluationError", cause: sentence + cause)
        #expect(outcome.execution.status == .failed(error))
        let event = try #require(outcome.history.first { $0.type == .evaluationFailed })
        #expect(event.details == .evaluationFailed(error, location: location, state: "A"))
    }

    @Test(arguments: [
        WorkflowCase(
            "by name",
            #""A": {"Type": "Task", "Resource": "arn:x", "Arguments": "{% $none %}", "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"], "Output": "caught", "Next": "B"}], "End": true}, "B": {"Type": "Succeed"}"#,
            more: language,
            .output(#""caught""#),
            events:
                "TaskStateEntered EvaluationFailed TaskStateExited SucceedStateEntered SucceedStateExited"
        ),
        WorkflowCase(
            "by States.ALL, after a retry",
            #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "Output": "{% $none %}", "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}], "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "caught", "Next": "B"}], "End": true}, "B": {"Type": "Succeed"}"#,
            more: language,
            .output(#""caught""#),
            events:
                "TaskStateEntered LambdaFunctionScheduled LambdaFunctionStarted LambdaFunctionSucceeded EvaluationFailed LambdaFunctionScheduled LambdaFunctionStarted LambdaFunctionSucceeded EvaluationFailed TaskStateExited SucceedStateEntered SucceedStateExited",
            seconds: 1
        ),
    ])
    func `that fails is caught`(workflow: WorkflowCase) throws { try check(workflow) }

    /// A state's members, and the members of `$states` that do not exist there, each with its place.
    @Test(arguments: [
        (#""Type": "Pass", "Output": "{% $states.result %}", "End": true"#, "result /Output"),
        (
            #""Type": "Pass", "Assign": {"a": {"b": "{% $states.result.x %}"}}, "End": true"#,
            "result /Assign/a/b"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Arguments": ["{% $states.result %}"], "End": true"#,
            "result /Arguments[0]"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "TimeoutSeconds": "{% $states.result %}", "End": true"#,
            "result /TimeoutSeconds"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Output": "{% $states.errorOutput %}", "End": true"#,
            "errorOutput /Output"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.result %}", "Next": "Z"}], "End": true"#,
            "result /Catch[0]/Output"
        ),
        (
            #""Type": "Parallel", "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}], "Arguments": "{% $states.result %}", "Output": "{% $states.result %}", "End": true"#,
            "result /Arguments"
        ),
        (
            #""Type": "Map", "Items": "{% $states.result %}", "ItemSelector": "{% $states.errorOutput %}", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "Output": "{% $states.result %}", "End": true}}}, "Output": "{% $states.result %}", "End": true"#,
            "result /ItemProcessor/States/B/Output, result /Items, errorOutput /ItemSelector"
        ),
        (
            #""Type": "Choice", "Choices": [{"Condition": "{% $states.result %}", "Output": "{% $states.errorOutput %}", "Next": "Z"}], "Output": "{% $states.result %}""#,
            "result /Choices[0]/Condition, errorOutput /Choices[0]/Output, result /Output"
        ),
        (
            #""Type": "Wait", "Seconds": "{% $states.result %}", "Output": "{% $states.result %}", "End": true"#,
            "result /Seconds, result /Output"
        ),
        (#""Type": "Succeed", "Output": "{% $states.result %}""#, "result /Output"),
        (
            #""Type": "Fail", "Error": "{% $states.errorOutput.Error %}", "Cause": "{% $states.result & $states.errorOutput %}""#,
            "errorOutput /Error, result /Cause, errorOutput /Cause"
        ),
        (
            #""Type": "Pass", "Output": "{% ($f := function($states) { $states.result }; $f($states.input)) %}", "End": true"#,
            ""
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Output": "{% $states.result %}", "Assign": {"a": "{% $states.result %}"}, "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput %}", "Assign": {"a": "{% $states.errorOutput %}"}, "Next": "Z"}], "End": true"#,
            ""
        ),
    ])
    func `speaks of an outcome only where there is one`(members: String, faults: String) {
        let text =
            #"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {\#(members)}, "Z": {"Type": "Succeed"}}}"#
        let found = StateMachine.validate(Array(text.utf8))
            .filter { $0.code == .unsupportedJSONata }
            .map { fault in
                let member = fault.message.contains("'$states.result'") ? "result" : "errorOutput"
                return "\(member) \(fault.location?.dropFirst("/States/A".count) ?? "")"
            }
        #expect(found.joined(separator: ", ") == faults)
    }

    /// Measured on AWS: which argument is refused, and under which code.
    @Test(arguments: [
        ("$partition([1, 2, 3], -1)", "D3137: Second argument must be zero or greater"),
        ("$parse('')", "D3137: Invalid JSON"), ("$parse('  ')", "D3137: Invalid JSON"),
        ("$parse('not json')", "D3137: Invalid JSON"), ("$parse('[1] [2]')", "D3137: Invalid JSON"),
        (#"$parse('{"a":1,"a":2}')"#, "D3137: Invalid JSON"),
        ("$parse('1e400')", "D3137: Invalid JSON"),
        ("$hash('a', 'md5')", "D3137: Hash algorithm md5 is not supported"),
        (
            "$hash(42, 'MD5')",
            "T0410: Argument 1 of function \"hash\" does not match function signature"
        ),
        (
            "$hash('a', 5)",
            "T0410: Argument 2 of function \"hash\" does not match function signature"
        ),
        ("$range(1)", "T0410: Argument 2 of function \"range\" does not match function signature"),
        ("$uuid('s')", "T0410: Argument 1 of function \"uuid\" does not match function signature"),
        (
            "$random(1, 2)",
            "T0410: Argument 2 of function \"random\" does not match function signature"
        ),
        (
            "$parse(null)",
            "T0410: Argument 1 of function \"parse\" does not match function signature"
        ),
    ])
    func `of a function that refuses its arguments fails`(query: String, text: String) throws {
        try checkFailure(query, "threw an error during evaluation. \(text)")
    }

    /// Measured on AWS: what comes to nothing, and no error of the function's own.
    @Test(arguments: [
        "$range(1, 5, 0)", "$parse()", "$partition([1, 2, 3], 0)", "$partition([1, 2], -0.5)",
        "$partition([], 2)", "$partition([])", "$partition($states.input.none, 2)", "$range(1, 3)",
        "$range(1, 3, -1)",
        "$range(3, 1, 1)", #"$hash("a")"#,
    ])
    func `of a function that has nothing to say comes to nothing`(query: String) throws {
        try checkFailure(query, "returned nothing (undefined).")
    }

    /// Measured on AWS, each at its limit and one past it.
    @Test(arguments: [
        (String(repeating: "1+", count: 99) + "1", String(repeating: "1+", count: 100) + "1"),
        (
            String(repeating: "(", count: 99) + "1" + String(repeating: ")", count: 99),
            String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100)
        ),
        (
            "1" + String(repeating: " ~> $abs", count: 99),
            "1" + String(repeating: " ~> $abs", count: 100)
        ),
        (
            "($f := function($n) {$n = 0 ? 0 : 1 + $f($n - 1)}; $f(31))",
            "($f := function($n) {$n = 0 ? 0 : 1 + $f($n - 1)}; $f(32))"
        ),
    ])
    func `may be as deep as on AWS`(fine: String, over: String) throws {
        try checkFailure(
            over,
            "threw an error during evaluation: Stack overflow error: Check for "
                + "non-terminating recursive function. Consider rewriting as tail-recursive"
        )
        let workflow = WorkflowCase("", Self.output(fine), more: Self.language, .output(""))
        let outcome = try workflow.run(try workflow.interpreter(limits: .aws)) { _ in }
        guard case .succeeded = outcome.execution.status else {
            return #expect(Bool(false), "\(fine) failed")
        }
    }

    @Test(arguments: [
        "[1..873783] ~> $count()", "$sum([1..900000])", "$count($range(1, 360146, 1))",
        #"($p := function($s, $n) {$n = 0 ? $s : $p($s & $s, $n - 1)}; $length($p("x", 23)))"#,
    ])
    func `may make as much as on AWS`(query: String) throws {
        try checkFailure(
            query,
            "threw an error during evaluation: Expression evaluation memory limit "
                + "exceeded: Check for excessive memory usage"
        )
    }

    private static func output(_ query: String) -> String {
        #""A": {"Type": "Pass", "Output": "{% \#(query.replacing("\"", with: "\\\"")) %}", "End": true}"#
    }

    private func checkFailure(_ query: String, _ text: String) throws {
        let states = Self.output(query)
        let workflow = WorkflowCase("", states, more: Self.language, .output(""))
        let outcome = try workflow.run(try workflow.interpreter(limits: .aws)) { _ in }
        guard case .failed(let error) = outcome.execution.status else {
            return #expect(Bool(false), "\(query) did not fail")
        }
        #expect(error.error == "States.QueryEvaluationError")
        #expect(error.cause?.hasSuffix("specified for the field 'Output' \(text)") == true)
    }

    @Test func `that does not end is stopped`() throws {
        let states =
            #""A": {"Type": "Pass", "Output": "{% ($f := function($n) { $f($n + 1) }; $f(1)) %}", "End": true}"#
        let workflow = WorkflowCase("", states, more: Self.language, .output(""))
        var limits = InterpreterLimits()
        limits.maximumQuerySteps = 10_000
        let outcome = try workflow.run(try workflow.interpreter(limits: limits)) { _ in }
        guard case .failed(let error) = outcome.execution.status else {
            return #expect(Bool(false), "it ended")
        }
        #expect(error.error == "States.QueryEvaluationError")
        #expect(error.cause?.contains("threw an error during evaluation: ") == true)
    }

    /// A state's members, and the faults without `/States/A`.
    @Test(arguments: [
        (
            #""Output": "{% 1 + %}""#,
            ["INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /Output"]
        ),
        (
            #""Output": {"v": "{% phone & $ & $$ & $states.input.a[b = $] %}"}"#,
            [
                "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at /Output/v",
                "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$' at the top level is not supported. at /Output/v",
                "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' is not supported. at /Output/v",
            ]
        ),
        (
            #""Output": "{% 1""#,
            [
                "INVALID_JSONATA_EXPRESSION: A JSONata expression must begin with {% and end with %}, with nothing around them at /Output"
            ]
        ),
        (
            #""Parameters": {}"#,
            [
                "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'Parameters' is only supported for the 'JSONPath' QueryLanguage at "
            ]
        ),
    ])
    func `is refused where it is wrong`(members: String, faults: [String]) {
        let text =
            #"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", \#(members), "End": true}}}"#
        expectDiagnostics(
            of: text,
            faults.map { $0.replacing(" at /", with: " at /States/A/") }.map {
                $0.hasSuffix(" at ") ? $0 + "/States/A" : $0
            }
        )
    }
}

enum JSONTexts {
    static func quoted(_ expression: String) -> String? {
        JSONValue.string("{% \(expression) %}").text
    }
}
