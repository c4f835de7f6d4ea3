import StatesLanguage
import Testing

func expectDiagnostics(of text: String, type: MachineType = .standard, _ expected: [String]) {
    let diagnostics = StateMachine.validate(Array(text.utf8), type: type)
    #expect(diagnostics.map(\.description) == expected)
}

struct `A definition` {
    /// A state's members and what is wrong with them, without the code and `/States/A`.
    @Test(arguments: [
        (#""Type": "Pass""#, "These fields are required: [Next or End] at "),
        (
            #""Type": "Pass", "End": true, "Next": "A""#,
            "There should only be one of the following fields: [Next, End] at "
        ),
        (
            #""Type": "Pas", "End": true"#,
            "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /Type"
        ),
        (#""End": true"#, "These fields are required: [Type] at "),
        (#""Type": "Pass", "Seconds": 1, "End": true"#, "Field 'Seconds' is not supported at "),
        (
            #""Type": "Pass", "End": "yes""#,
            "Expected value of type Boolean at /End|These fields are required: [Next or End] at "
        ),
        (
            #""Type": "Pass", "Parameters": {"x.$": "nonsense"}, "End": true"#,
            "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /Parameters"
        ),
        (
            #""Type": "Pass", "Parameters": {"x.$": "States.None()"}, "End": true"#,
            "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /Parameters"
        ),
        (
            #""Type": "Pass", "Parameters": {"x.$": "States.MathAdd(1)"}, "End": true"#,
            "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /Parameters"
        ),
        (
            #""Type": "Pass", "Parameters": {"x": [{"y.$": 1}]}, "End": true"#,
            "The value for the field 'y.$' must be a valid JSONPath or a valid intrinsic function call at /Parameters/x[0]"
        ),
        (
            #""Type": "Pass", "Parameters": {"x.$": "$.a", "x": 1}, "End": true"#,
            "The field 'x' occurs with and without '.$' at /Parameters/x"
        ),
        (
            #""Type": "Pass", "ResultPath": "$.a[*]", "End": true"#,
            "Value is not a Reference Path at /ResultPath"
        ),
        (
            #""Type": "Pass", "ResultPath": "$$.a", "End": true"#,
            "Value is not a Reference Path at /ResultPath"
        ),
        (
            #""Type": "Wait", "SecondsPath": "$.a[*]", "End": true"#,
            "Value is not a Reference Path at /SecondsPath"
        ),
        (
            #""Type": "Fail", "ErrorPath": "$.a[*]", "CausePath": "$.a[0]['b c']""#,
            "Value is not a Reference Path at /ErrorPath"
        ),
        (
            #""Type": "Wait", "TimestampPath": "$..a", "End": true"#,
            "Value is not a Reference Path at /TimestampPath"
        ),
        (
            #""Type": "Task", "Resource": "arn:aws:lambda:::function:F", "TimeoutSecondsPath": "$.a.length()", "HeartbeatSecondsPath": "$['a','b']", "End": true"#,
            "Value is not a Reference Path at /TimeoutSecondsPath|Value is not a Reference Path at /HeartbeatSecondsPath"
        ),
        (
            #""Type": "Pass", "Assign": {"states": 1}, "End": true"#,
            "'states' is not a valid variable name at /Assign/states"
        ),
        (
            #""Type": "Pass", "Assign": {"a b": 1}, "End": true"#,
            "'a b' is not a valid variable name at /Assign/a b"
        ),
        (#""Type": "Task", "End": true"#, "These fields are required: [Resource] at "),
        (
            #""Type": "Task", "Resource": "F", "End": true"#,
            "The resource provided F is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /Resource"
        ),
        (
            #""Type": "Task", "Resource": "arn:aws:states:::sqs:drink", "End": true"#,
            "The resource provided arn:aws:states:::sqs:drink is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /Resource"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "TimeoutSeconds": 0, "End": true"#,
            "Minimum value is 1 at /TimeoutSeconds"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "TimeoutSeconds": 5, "HeartbeatSeconds": 5, "End": true"#,
            "HeartbeatSeconds must be smaller than TimeoutSeconds at "
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "TimeoutSeconds": 5, "TimeoutSecondsPath": "$.t", "End": true"#,
            "There should only be one of the following fields: [TimeoutSeconds, TimeoutSecondsPath] at "
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Credentials": {}, "End": true"#,
            "The field 'RoleArn' is required but was missing at /Credentials"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Retry": [{"ErrorEquals": []}], "End": true"#,
            "Value cannot be empty at /Retry[0]/ErrorEquals"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Retry": [{"ErrorEquals": ["States.ALL", "X"]}], "End": true"#,
            "States.ALL must appear alone and at end of list at /Retry[0]/ErrorEquals[0]"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Retry": [{"ErrorEquals": ["X"], "BackoffRate": 0.5}], "End": true"#,
            "Minimum value is 1.0 at /Retry[0]/BackoffRate"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Retry": [{"ErrorEquals": ["X"], "JitterStrategy": "SOME"}], "End": true"#,
            "The field 'JitterStrategy' should have one of these values: [NONE, FULL] at /Retry[0]/JitterStrategy"
        ),
        (
            #""Type": "Task", "Resource": "arn:x", "Catch": [{"ErrorEquals": ["X"]}], "End": true"#,
            "These fields are required: [Next] at /Catch[0]"
        ),
        (
            #""Type": "Wait", "End": true"#,
            "One of these fields is required: [Seconds, SecondsPath, Timestamp, TimestampPath] at "
        ),
        (
            #""Type": "Wait", "Seconds": 1, "Timestamp": "2016-12-05T21:29:29Z", "End": true"#,
            "There should only be one of the following fields: [Seconds, Timestamp] at "
        ),
        (
            #""Type": "Wait", "Timestamp": "2016-12-05 21:29:29Z", "End": true"#,
            "String does not match RFC3339 timestamp at /Timestamp"
        ),
        (
            #""Type": "Fail", "Error": "E", "ErrorPath": "$.e""#,
            "There should only be one of the following fields: [Error, ErrorPath] at "
        ),
        (#""Type": "Choice", "Choices": []"#, "Value cannot be empty at /Choices"),
        (
            #""Type": "Choice", "Choices": [{"Variable": "$.a", "Next": "A"}]"#,
            "A Choice rule needs exactly one operator, And, Or or Not at /Choices[0]"
        ),
        (
            #""Type": "Choice", "Choices": [{"Variable": "$.a", "StringEquals": 1, "Next": "A"}]"#,
            "Expected value of type String at /Choices[0]/StringEquals"
        ),
        (
            #""Type": "Choice", "Choices": [{"Variable": "$.a", "IsNullPath": "$.b", "Next": "A"}]"#,
            "Field 'IsNullPath' is not supported at /Choices[0]"
        ),
        (
            #""Type": "Choice", "Choices": [{"Variable": "$.a", "StringMatches": "a\\b", "Next": "A"}]"#,
            "Expected a pattern in which a backslash escapes * or itself at /Choices[0]/StringMatches"
        ),
        (
            #""Type": "Choice", "Choices": [{"And": [], "Next": "A"}]"#,
            "Value cannot be empty at /Choices[0]/And"
        ),
        (#""Type": "Parallel", "Branches": [], "End": true"#, "Value cannot be empty at /Branches"),
        (#""Type": "Map", "End": true"#, "These fields are required: [ItemProcessor] at "),
        (
            #""Type": "Map", "ItemProcessor": {"States": {}}, "End": true"#,
            "These fields are required: [StartAt] at /ItemProcessor"
        ),
    ])
    func `is refused for a fault in a state`(members: String, faults: String) {
        expectDiagnostics(
            of: #"{"StartAt": "A", "States": {"A": {\#(members)}}}"#,
            faults.split(separator: "|").map { fault in
                let place = fault.firstRange(of: " at ", fromEnd: true)
                let text = fault[..<place.lowerBound]
                let field = fault[place.upperBound...]
                return "SCHEMA_VALIDATION_FAILED: \(text) at /States/A\(field)"
            }
        )
    }

    @Test(arguments: [
        ("", ["SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null"]),
        ("[]", ["SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null"]),
        ("{}", ["SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /"]),
        (
            #"{"StartAt": "A", "States": {}}"#,
            [
                "SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States",
                "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /StartAt",
            ]
        ),
        (
            #"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "C": {"Type": "Succeed"}}}"#,
            [
                "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Next",
                "MISSING_TRANSITION_TARGET: State \"C\" is not reachable. at /States/C",
            ]
        ),
        (
            #"{"StartAt": "A", "States": {"A": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}]}}}"#,
            [
                "DUPLICATE_STATE_NAME: Duplicate State name: A at /States/A/Branches[0]/States/A"
            ]
        ),
        (
            #"{"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "QueryLanguage": "JSONPath", "End": true}}}"#,
            [
                "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/A"
            ]
        ),
        (
            #"{"StartAt": "A", "States": {"A": {"Type": "Pass", "QueryLanguage": "JSONata", "InputPath": "$", "Next": "B"}, "B": {"Type": "Succeed"}}}"#,
            [
                "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage at /States/A"
            ]
        ),
        (
            #"{"StartAt": "A", "Version": "2.0", "Other": 1, "States": {"A": {"Type": "Succeed"}}}"#,
            [
                "SCHEMA_VALIDATION_FAILED: Field 'Other' is not supported at /",
                "SCHEMA_VALIDATION_FAILED: The field 'Version' should have one of these values: [1.0] at /Version",
            ]
        ),
    ])
    func `is refused as a whole`(text: String, faults: [String]) {
        expectDiagnostics(of: text, faults)
    }

    @Test(arguments: [
        (
            "not a definition",
            "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            "1:1 no JSON: expected a value", 4
        ),
        (
            "{\n  \"StartAt\": \"A\", // the first\n}",
            "Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)",
            "2:19 JSON has no comments: use the field Comment", 20
        ),
        (
            "{\"StartAt\": \"A\" \"B\": 1}",
            "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries",
            "1:17 no JSON: expected ',' or '}'", 18
        ),
        (
            "{\"StartAt\" 1}",
            "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
            "1:12 no JSON: expected ':'", 13
        ),
        (
            "[1 2]",
            "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries",
            "1:4 no JSON: expected ',' or ']'", 5
        ),
        (
            "{StartAt: 1}",
            "Unexpected character ('S' (code 83)): was expecting double-quote to start field name",
            "1:2 no JSON: expected a name in quotes", 3
        ),
        (
            "[}",
            "Unexpected character ('}' (code 125)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
            "1:2 no JSON: expected a value", 3
        ),
        ("{", "Unexpected end-of-input", "1:2 no JSON: unexpected end of text", 2),
        (
            "{\"StartAt\": \"A\", \"StartAt\": \"B\"}",
            "the name \"StartAt\" occurs twice in one object",
            "1:18 no JSON: the name \"StartAt\" occurs twice in one object", 19
        ),
    ])
    func `that is no JSON is refused in AWS's words and in plain ones`(
        text: String,
        message: String,
        hint: String,
        column: Int
    ) throws {
        let diagnostics = StateMachine.validate(Array(text.utf8))
        let diagnostic = try #require(diagnostics.first)
        let position = try #require(diagnostic.position)
        let line = position.line
        let source = "[Source: (String)\"\(text)\"; line: \(line), column: \(column)]"
        #expect(diagnostics.count == 1)
        #expect(diagnostic.code == .invalidJSON)
        #expect(diagnostic.message == "\(message)\n at \(source)")
        #expect(diagnostic.location == source)
        #expect("\(line):\(position.column) \(diagnostic.hint ?? "")" == hint)
    }

    @Test func `shows five hundred characters of a text that is no JSON`() throws {
        let text = "{" + String(repeating: " ", count: 600)
        let location = try #require(StateMachine.validate(Array(text.utf8)).first?.location)
        #expect(location.contains("\"[truncated 101 chars]; line: 1, column: 602]"))
    }

    @Test func `has its faults under JSON pointers`() {
        let text =
            #"{"StartAt": "A~/b", "States": {"A~/b": {"Type": "Choice", "Choices": [{"Next": "A~/b"}]}}}"#
        let pointers = StateMachine.validate(Array(text.utf8)).map(\.pointer)
        #expect(pointers == ["/States/A~0~1b/Choices/0"])
        #expect(StateMachine.validate(Array("{}".utf8)).map(\.pointer) == [""])
    }

    @Test func `tells the line and the column of every fault`() {
        let text = #"""
            {
              "StartAt": "A",
              "States": {
                "A": {"Type": "Choice", "Choices": [
                  {"Variable": "$.a", "IsNull": true, "Next": "B/[0]\u00e9"},
                  {"Variable": "$.a\"", "IsNull": 1, "Next": "A" }]},
                "B/[0]é": {"Type": "Pass"}
              }
            }
            """#
        let places = StateMachine.validate(Array(text.utf8)).map { diagnostic in
            "\(diagnostic.position?.line ?? 0):\(diagnostic.position?.column ?? 0) "
                + (diagnostic.location ?? "")
        }
        #expect(
            places == [
                "6:8 /States/A/Choices[1]/Variable", "7:5 /States/B/[0]é",
            ]
        )
    }

    @Test func `may have names of eighty characters and no more`() {
        for (count, isFine) in [(80, true), (81, false)] {
            let name = String(repeating: "é", count: count)
            let text = #"{"StartAt": "\#(name)", "States": {"\#(name)": {"Type": "Succeed"}}}"#
            #expect(StateMachine.validate(Array(text.utf8)).isEmpty == isFine)
        }
    }

    @Test func `may have a megabyte and no more`() {
        let text = #"{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}, "Comment": ""}"#
        for (size, isFine) in [(1_048_576, true), (1_048_577, false)] {
            let filler = String(repeating: "x", count: size - text.utf8.count)
            let long = text.replacing(#""""#, with: #""\#(filler)""#)
            #expect(StateMachine.validate(Array(long.utf8)).isEmpty == isFine)
        }
    }

    @Test(arguments: [
        ("sync", "'.sync' service integration"),
        ("waitForTaskToken", "'.waitForTaskToken' service integration "),
    ])
    func `of an Express machine cannot wait for others`(pattern: String, text: String) {
        let definition =
            #"{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.\#(pattern)", "End": true}}}"#
        expectDiagnostics(of: definition, [])
        expectDiagnostics(
            of: definition,
            type: .express,
            [
                "SCHEMA_VALIDATION_FAILED: Express state machine does not support \(text) at /States/A/Resource"
            ]
        )
    }

    @Test func `of an Express machine asks for no activity`() {
        let text =
            #"{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:1:activity:A", "End": true}}}"#
        expectDiagnostics(of: text, [])
        expectDiagnostics(
            of: text,
            type: .express,
            [
                "SCHEMA_VALIDATION_FAILED: Express state machine does not support Activity ARN at /States/A/Resource"
            ]
        )
    }

    /// What is right on AWS and nothing here performs is an error where it is to run and a warning elsewhere.
    @Test(arguments: [Diagnostic.Severity.error, .warning])
    func `tells of what nothing performs`(severity: Diagnostic.Severity) {
        let text = #"""
            {"StartAt": "A", "States": {
             "A": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Next": "B"},
             "B": {"Type": "Task", "Resource": "arn:aws:states:::sns:drink", "Next": "M"},
             "M": {"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject"},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "I",
               "States": {"I": {"Type": "Task", "Resource": "arn:aws:lambda:::function:F", "End": true}}},
              "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {}}, "End": true}}}
            """#
        let support = TaskSupport(severity) { resource in
            resource.function == nil ? "which is no function" : nil
        }
        let found = StateMachine.validate(Array(text.utf8), support: support)
        let unperformed = found.filter { $0.code == .notPerformed }
        #expect(unperformed.allSatisfy { $0.severity == severity })
        #expect(
            unperformed.map { "\($0.message) at \($0.location ?? "") \($0.position?.line ?? 0)" }
                == [
                    "Nothing here performs arn:aws:states:::sns:publish, which is no function at /States/A/Resource 2",
                    "Nothing here performs arn:aws:states:::s3:getObject, which is no function at /States/M/ItemReader/Resource 4",
                    "Nothing here performs arn:aws:states:::s3:putObject, which is no function at /States/M/ResultWriter/Resource 7",
                ]
        )
    }

    @Test func `tells what its tasks call`() throws {
        let text =
            #"{"StartAt": "B", "Comment": "c", "TimeoutSeconds": 9, "States": {"B": {"Type": "Task", "Resource": "arn:b", "Next": "M"}, "M": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:a", "End": true}}}}}}"#
        let machine = try StateMachine(parsing: Array(text.utf8))
        #expect(machine.taskResources.map(\.state) == ["A", "B"])
        #expect(machine.taskResources.map(\.resource) == ["arn:a", "arn:b"])
        #expect(machine.comment == "c")
        #expect(machine.timeoutSeconds == 9)
    }

    @Test func `is refused with every fault in one error`() {
        let text =
            #"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "C": {"Type": "Wait"}}}"#
        do {
            _ = try StateMachine(parsing: Array(text.utf8))
            Issue.record("accepted")
        } catch {
            #expect(
                error.description
                    == "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are "
                    + "required: [Next or End] at /States/C, SCHEMA_VALIDATION_FAILED: One of these "
                    + "fields is required: [Seconds, SecondsPath, Timestamp, TimestampPath] at "
                    + "/States/C, MISSING_TRANSITION_TARGET: Missing 'Next' target: B at "
                    + "/States/A/Next, MISSING_TRANSITION_TARGET: State \"C\" is not reachable. at "
                    + "/States/C'"
            )
        }
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The last place of a text.
    fileprivate func firstRange(of text: String, fromEnd: Bool) -> Range<Index> {
        ranges(of: text).last ?? endIndex..<endIndex
    }
}
