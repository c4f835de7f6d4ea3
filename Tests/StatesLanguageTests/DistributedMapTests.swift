import JSON
import StatesLanguage
import TestDigests
import Testing

/// A DISTRIBUTED Map with these fields, whose iterations are these states from `I` on.
private func map(
    _ fields: String,
    _ states: String = #""I": {"Type": "Pass", "End": true}"#
) -> String {
    #"""
    "M": {"Type": "Map", \#(fields), "ItemProcessor": {"ProcessorConfig":
      {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {\#(states)}}}
    """#
}

/// Iterations that fail on 1.
private let choosy = #"""
    "I": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "F"}], "Default": "S"},
    "F": {"Type": "Fail", "Error": "One", "Cause": "it is"}, "S": {"Type": "Succeed"}
    """#

private let reader =
    #""ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"}, "Parameters": {"Bucket.$": "$.bucket", "Key": "a.json"}}"#
private let writer =
    #""Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "out", "Prefix": "p"}"#
private let exceeded = WorkflowCase.End.error(
    "States.ExceedToleratedFailureThreshold",
    "The specified tolerated failure threshold was exceeded"
)

struct `A distributed Map` {
    @Test(arguments: [
        WorkflowCase("none is tolerated", map(#""End": true"#, choosy), input: "[1]", exceeded),
        WorkflowCase(
            "a share that rounds down to no item",
            map(#""ToleratedFailurePercentage": 10, "End": true"#, choosy),
            input: "[0, 1]",
            exceeded
        ),
        WorkflowCase(
            "the fewer of both limits",
            map(
                #""ToleratedFailurePercentage": 100, "ToleratedFailureCount": 1, "End": true"#,
                choosy
            ),
            input: "[1, 1]",
            exceeded
        ),
        WorkflowCase(
            "and it is caught by that name",
            map(
                #""Catch": [{"ErrorEquals": ["One"], "Next": "Y"}, {"ErrorEquals": ["States.ExceedToleratedFailureThreshold"], "Next": "Z"}], "End": true"#,
                choosy
            )
                + #", "Y": {"Type": "Fail"}, "Z": {"Type": "Pass", "OutputPath": "$.Error", "End": true}"#,
            input: "[1]",
            .output(#""States.ExceedToleratedFailureThreshold""#),
            events:
                "MapStateEntered MapStateStarted MapRunStarted MapRunFailed MapStateFailed MapStateExited "
                + "PassStateEntered PassStateExited"
        ),
    ])
    func `fails with an error of its own when too many items failed`(workflow: WorkflowCase) throws
    {
        try check(workflow)
    }

    @Test(arguments: [
        WorkflowCase(
            "of an array",
            map(
                #""ItemSelector": {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value", "s.$": "$$.Map.Item.Source"}, "End": true"#
            ),
            input: #"["a"]"#,
            .output(#"[{"i":0,"v":"a","s":"STATE_DATA"}]"#)
        ),
        WorkflowCase(
            "of an object",
            map(
                #""ItemSelector": {"i.$": "$$.Map.Item.Index", "k.$": "$$.Map.Item.Key", "v.$": "$$.Map.Item.Value"}, "End": true"#
            ),
            input: #"{"a": 1, "b": [2]}"#,
            .output(#"[{"i":0,"k":"a","v":1},{"i":1,"k":"b","v":[2]}]"#)
        ),
        WorkflowCase(
            "as pairs where nothing selects",
            map(#""ItemsPath": "$.o", "End": true"#),
            input: #"{"o": {"a": 1}}"#,
            .output(#"[{"Key":"a","Value":1}]"#)
        ),
        WorkflowCase(
            "inside of the iterations",
            map(
                #""End": true"#,
                #""I": {"Type": "Pass", "Parameters": {"k.$": "$$.Map.Item.Key"}, "End": true}"#
            ),
            input: #"{"a": 1}"#,
            .output(#"[{"k":"a"}]"#)
        ),
    ])
    func `says which item an iteration has`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test(arguments: [
        WorkflowCase(
            "as they come",
            map(#"\#(reader), "End": true"#),
            input: #"{"bucket": "b"}"#,
            answers: ["M": [.succeeded([1, 2])]],
            .output("[1,2]"),
            events:
                "MapStateEntered MapStateStarted MapRunStarted MapRunSucceeded MapStateSucceeded MapStateExited"
        ),
        WorkflowCase(
            "with where they come from",
            map(#"\#(reader), "ItemSelector": {"s.$": "$$.Map.Item.Source"}, "End": true"#),
            input: #"{"bucket": "b"}"#,
            answers: ["M": [.succeeded([1])]],
            .output(#"[{"s":"S3://b/a.json"}]"#)
        ),
        WorkflowCase(
            "in batches, and not more than it wants",
            map(
                #""ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "ReaderConfig": {"MaxItemsPath": "$.n"}, "Parameters": {"Bucket": "b"}}, "ItemBatcher": {"MaxItemsPerBatch": 2}, "End": true"#
            ),
            input: #"{"n": "3"}"#,
            answers: ["M": [.succeeded([1, 2, 3, 4])]],
            .output(#"[{"Items":[1,2]},{"Items":[3]}]"#)
        ),
        WorkflowCase(
            "which counts for the share that may fail",
            map(
                #"\#(reader), "ToleratedFailurePercentage": 50, "ResultPath": null, "End": true"#,
                choosy
            ),
            input: #"{"bucket": "b"}"#,
            answers: ["M": [.succeeded([1, 2])]],
            .output(#"{"bucket":"b"}"#)
        ),
        WorkflowCase(
            "of an object",
            map(#"\#(reader), "End": true"#),
            input: #"{"bucket": "b"}"#,
            answers: ["M": [.succeeded(["a": 1])]],
            .output(#"[{"Key":"a","Value":1}]"#)
        ),
        WorkflowCase(
            "of nothing that can be gone through",
            map(#"\#(reader), "End": true"#),
            input: #"{"bucket": "b"}"#,
            answers: ["M": [.succeeded(1)]],
            .error("States.ItemReaderFailed", "Attempting to map over non-iterable node."),
            events: "MapStateEntered MapStateStarted MapRunStarted MapRunFailed MapStateFailed"
        ),
        WorkflowCase(
            "none at all",
            map(
                #""ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"MaxItemsPath": "$.n"}, "Parameters": {}}, "End": true"#
            ),
            input: #"{"n": 0}"#,
            answers: ["M": [.succeeded([1])]],
            .error("States.ItemReaderFailed", "field MaxItems must be positive")
        ),
        WorkflowCase(
            "at the second try",
            map(
                #"\#(reader), "Retry": [{"ErrorEquals": ["States.ItemReaderFailed"], "IntervalSeconds": 5}], "End": true"#
            ),
            input: #"{"bucket": "b"}"#,
            answers: [
                "M": [
                    .failed(ErrorOutput("States.ItemReaderFailed", cause: "gone")), .succeeded([7]),
                ]
            ],
            .output("[7]"),
            seconds: 5
        ),
    ])
    func `reads its items`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test(arguments: [
        (#"{"WriterConfig": {"OutputType": "JSON"}}"#, "[[1,2],3,{}]"),
        (#"{"WriterConfig": {"Transformation": "COMPACT"}}"#, "[[1,2],3,{}]"),
        (#"{"WriterConfig": {"Transformation": "FLATTEN"}}"#, "[1,2,3,{}]"),
    ])
    func `makes its results what WriterConfig says`(writer: String, output: String) throws {
        try check(
            WorkflowCase(
                writer,
                map(#""ResultWriter": \#(writer), "End": true"#),
                input: "[[1,2],3,{}]",
                .output(output)
            )
        )
    }

    /// AWS's guide, "ResultWriter": NONE tells of every iteration, and a failed one is told of always.
    @Test(arguments: [#"{"Transformation": "NONE"}"#, #"{"Transformation": "COMPACT"}"#])
    func `tells of an iteration as DescribeExecution does`(config: String) throws {
        let workflow = WorkflowCase(
            config,
            map(
                #""Label": "L", "ToleratedFailureCount": 1, "ResultWriter": {"WriterConfig": \#(config)}, "End": true"#,
                choosy
            ),
            input: "[1, 2]",
            .stuck
        )
        let outcome = try workflow.run(workflow.interpreter()) { _ in }
        guard case .succeeded(let output) = outcome.execution.status else {
            Issue.record("\(outcome.end)")
            return
        }
        let failed = try #require(output[0])
        #expect(failed["Status"] == "FAILED")
        #expect(failed["Error"] == "One")
        #expect(failed["Cause"] == "it is")
        #expect(failed["Input"] == "1")
        #expect(failed["Output"] == nil)
        let name = try #require(failed["Name"]?.string)
        #expect(
            failed["ExecutionArn"]?.string
                == "arn:aws:states:us-east-1:123456789012:execution:orders/L:\(name)"
        )
        let other = try #require(output[1])
        guard config.contains("NONE") else { return #expect(other == 2) }
        #expect(other["Status"] == "SUCCEEDED")
        #expect(other["Output"] == "2")
        #expect(other["StartDate"] == "2023-11-14T22:13:20.000Z")
    }

    @Test(arguments: [
        (#"{\#(writer)}"#, #"{"Status":"SUCCEEDED""#),
        (
            #"{\#(writer), "WriterConfig": {"Transformation": "FLATTEN", "OutputType": "JSONL"}}"#,
            "1\n2\n3\n"
        ),
        (#"{\#(writer), "WriterConfig": {"Transformation": "COMPACT"}}"#, "[[1,2],3]"),
    ])
    func `hands its results to its writer, and says where they are`(
        writer: String,
        body: String
    ) throws {
        let workflow = WorkflowCase(
            writer,
            map(#""Label": "L", "ResultWriter": \#(writer), "End": true"#),
            input: "[[1,2],3]",
            .stuck
        )
        var written: JSONValue?
        var random = SeededGenerator(state: 1)
        let outcome = OfflineRun(try workflow.interpreter()) { task in
            written = task.input
            return nil
        }
        .run(
            input: try JSONValue(parsing: workflow.input),
            context: WorkflowCase.context,
            random: &random
        )
        #expect(written?["Bucket"] == "out")
        let text = try #require(written?["Body"]?.string)
        if body.hasPrefix("{") {
            #expect(try JSONValue(parsing: text)[1]?["Status"] == "SUCCEEDED")
        } else {
            #expect(text == body)
        }
        guard case .succeeded(let output) = outcome.execution.status else {
            Issue.record("\(outcome.end)")
            return
        }
        let arn = try #require(output["MapRunArn"]?.string)
        #expect(arn.hasPrefix("arn:aws:states:us-east-1:123456789012:mapRun:orders/L:"))
        let id = try #require(arn.split(separator: ":").last)
        #expect(
            output["ResultWriterDetails"]
                == ["Bucket": "out", "Key": .string("p/\(id)/manifest.json")]
        )
    }

    @Test(arguments: [
        WorkflowCase(
            "a Parallel of which one branch still waits",
            map(
                #""ToleratedFailureCount": 5, "ResultPath": null, "Next": "W""#,
                #"""
                "I": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "One"}}},
                  {"StartAt": "G", "States": {"G": {"Type": "Wait", "Seconds": 5, "End": true}}}]}
                """#
            ) + #", "W": {"Type": "Wait", "Seconds": 2, "End": true}"#,
            input: "[1, 2]",
            .output("[1,2]"),
            seconds: 2
        ),
        WorkflowCase(
            "a Map of which one iteration failed",
            #"""
            "M": {"Type": "Map", "ToleratedFailureCount": 5, "Next": "W", "ItemProcessor": {"StartAt": "N", "States": {
              "N": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "T", "States": {
                "T": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}}}}}}},
            "W": {"Type": "Wait", "Seconds": 2, "End": true}
            """#,
            input: "[[1, 2], []]",
            answers: ["T": [.failed(ErrorOutput("Bad"))]],
            .output("[[]]")
        ),
    ])
    func `forgets what a tolerated iteration had inside`(workflow: WorkflowCase) throws {
        try check(workflow)
    }

    @Test(arguments: ["ItemReader", "ResultWriter"])
    func `that is ended with others no longer waits for what it asked for`(field: String) throws {
        let store =
            field == "ItemReader" ? reader : #""ResultWriter": {\#(writer)}, "ItemsPath": "$.i""#
        try check(
            WorkflowCase(
                field,
                #"""
                "O": {"Type": "Map", "ItemsPath": "$.o", "ItemSelector": {"bucket": "b", "i": [1]}, "ToleratedFailureCount": 1, "ResultPath": null, "Next": "W",
                  "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
                    {"StartAt": "D", "States": {"D": {"Type": "Wait", "Seconds": 1, "Next": "F"}, "F": {"Type": "Fail", "Error": "E"}}},
                    {"StartAt": "M", "States": {\#(map(store + #", "End": true"#))}}]}}}},
                "W": {"Type": "Wait", "Seconds": 9, "End": true}
                """#,
                input: #"{"o": [0]}"#,
                answers: ["M": [OfflineRun.TaskOutcome(.succeeded([1]), after: 5)]],
                .output(#"{"o":[0]}"#),
                seconds: 10
            )
        )
    }

    @Test func `whose iterations are Express is refused what Express refuses`() {
        let text = #"""
            {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "I",
              "States": {"I": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true}}}}}}
            """#
        let errors = { (type: MachineType) in
            StateMachine.validate(Array(text.utf8), type: type)
                .filter { $0.severity == .error }.map(\.message)
        }
        let sync = "Express state machine does not support '.sync' service integration"
        #expect(errors(.standard) == [sync])
        #expect(
            errors(.express) == ["Express state machine does not support DISTRIBUTED mode", sync]
        )
    }

    @Test func `wants an object of arguments`() throws {
        let states =
            #""M": {"Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Arguments": "{% 5 %}"}, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "End": true}"#
        try check(
            WorkflowCase(
                "a number",
                states,
                more: #""QueryLanguage": "JSONata""#,
                .error("States.ItemReaderFailed", "The arguments must be an object but were: 5"),
                events: "MapStateEntered MapStateStarted"
            )
        )
    }

    @Test func `fails with its writer`() throws {
        try check(
            WorkflowCase(
                "a bucket that is gone",
                map(#""ResultWriter": {\#(writer)}, "End": true"#),
                input: "[1]",
                answers: ["M": [.failed(ErrorOutput("States.ResultWriterFailed", cause: "gone"))]],
                .error("States.ResultWriterFailed", "gone"),
                events: "MapStateEntered MapStateStarted MapRunStarted MapRunFailed MapStateFailed"
            )
        )
    }

    /// Recorded: what follows a Map Run that failed follows its start.
    @Test func `that is caught is left after the start of its run`() throws {
        let workflow = WorkflowCase(
            "caught",
            map(#""Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Z"}], "End": true"#, choosy)
                + #", "Z": {"Type": "Succeed"}"#,
            input: "[1]",
            .stuck
        )
        let history = try workflow.run(workflow.interpreter()) { _ in }.history
        let started = try #require(history.first { $0.type == .mapRunStarted })
        let exited = try #require(history.first { $0.type == .mapStateExited })
        #expect(exited.previousEventId == started.id)
    }

    @Test(arguments: [
        (#""Label": "A b""#, "LABEL"), (#""Label": "A\u0007""#, "LABEL"),
        (#""Label": "A\u0085""#, "LABEL"),
        (#""Label": "A*""#, "LABEL"), (#""Label": "Größe-1""#, ""),
        (#""ItemReader": {}"#, "These fields are required: [Resource] at /States/M/ItemReader"),
        (
            #""ItemReader": {"Resource": "arn:aws:states:::s3:putObject"}"#,
            "The field 'Resource' should have one of these values: [arn:aws:states:::s3:getObject, arn:aws:states:::s3:listObjectsV2] at /States/M/ItemReader/Resource"
        ),
        (
            #""ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Arguments": {}}"#,
            "The QueryLanguage is set to 'JSONPath', but field 'Arguments' is only supported for the 'JSONata' QueryLanguage at /States/M/ItemReader"
        ),
        (
            #""ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "XML"}}"#,
            "The field 'InputType' should have one of these values: [CSV, JSON, JSONL, PARQUET, MANIFEST] at /States/M/ItemReader/ReaderConfig/InputType"
        ),
        (
            #""ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"CSVHeaderLocation": "GIVEN"}}"#,
            "These fields are required: [CSVHeaders] at /States/M/ItemReader/ReaderConfig"
        ),
        (
            #""ResultWriter": {}"#,
            "These fields are required: [Resource, Parameters] at /States/M/ResultWriter"
        ),
        (
            #""ResultWriter": {"Resource": "arn:aws:states:::s3:putObject"}"#,
            "These fields are required: [Parameters] at /States/M/ResultWriter"
        ),
        (
            #""ResultWriter": {"WriterConfig": {"Transformation": "ALL"}}"#,
            "The field 'Transformation' should have one of these values: [NONE, COMPACT, FLATTEN] at /States/M/ResultWriter/WriterConfig/Transformation"
        ),
    ])
    func `is refused where it is wrong`(fields: String, fault: String) {
        let text = #"{"StartAt": "M", "States": {\#(map(fields + #", "End": true"#))}}"#
        let found = StateMachine.validate(Array(text.utf8)).filter { $0.severity == .error }
        switch fault {
        case "": #expect(found.isEmpty)
        case "LABEL": #expect(found.map(\.code) == [.invalidLabelName])
        default: #expect(found.map(\.description) == ["SCHEMA_VALIDATION_FAILED: \(fault)"])
        }
    }

    @Test(arguments: ["ItemReader", "ResultWriter"])
    func `alone has a store`(field: String) {
        let text =
            #"{"StartAt": "M", "States": {"M": {"Type": "Map", "\#(field)": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {}}, "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "End": true}}}"#
        let found = StateMachine.validate(Array(text.utf8)).map(\.description)
        #expect(
            found.contains(
                "SCHEMA_VALIDATION_FAILED: Field '\(field)' is only supported in DISTRIBUTED mode at /States/M"
            )
        )
    }
}
