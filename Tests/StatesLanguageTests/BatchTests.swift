import StatesLanguage
import Testing

/// Maps whose iterations get several items at a time, and DISTRIBUTED ones.
struct `A batch` {
    private static func map(_ batcher: String, more: String = "") -> String {
        #""A": {"Type": "Map", "ItemBatcher": \#(batcher)\#(more), "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}, "End": true}"#
    }

    @Test(arguments: [
        WorkflowCase(
            "has so many items",
            map(#"{"MaxItemsPerBatch": 2}"#),
            input: "[1, 2, 3]",
            .output(#"[{"Items":[1,2]},{"Items":[3]}]"#),
            events:
                "MapStateEntered MapStateStarted MapIterationStarted MapIterationStarted PassStateEntered PassStateExited MapIterationSucceeded PassStateEntered PassStateExited MapIterationSucceeded MapStateSucceeded MapStateExited"
        ),
        WorkflowCase(
            "has all items without a limit",
            map("{}"),
            input: "[1, 2]",
            .output(#"[{"Items":[1,2]}]"#)
        ),
        WorkflowCase(
            "of no items is none",
            map(#"{"MaxItemsPerBatch": 2}"#),
            input: "[]",
            .output("[]")
        ),
        WorkflowCase(
            "brings its own input, and items as they are selected",
            map(
                #"{"MaxItemsPerBatchPath": "$.size", "BatchInput": {"size.$": "$.size"}}"#,
                more:
                    #", "ItemsPath": "$.n", "ItemSelector": {"v.$": "$$.Map.Item.Value", "i.$": "$$.Map.Item.Index"}"#
            ),
            input: #"{"size": 1, "n": ["x", "y"]}"#,
            .output(
                #"[{"BatchInput":{"size":1},"Items":[{"v":"x","i":0}]},{"BatchInput":{"size":1},"Items":[{"v":"y","i":1}]}]"#
            )
        ),
        WorkflowCase(
            // {"Items":[]} has 12 bytes, each item 3 and its comma.
            "has so many bytes",
            map(#"{"MaxInputBytesPerBatch": 20}"#),
            input: #"["a", "b", "c"]"#,
            .output(#"[{"Items":["a","b"]},{"Items":["c"]}]"#)
        ),
        WorkflowCase(
            "has no more than either limit",
            map(#"{"MaxInputBytesPerBatch": 100, "MaxItemsPerBatch": 1}"#),
            input: #"["a", "b"]"#,
            .output(#"[{"Items":["a"]},{"Items":["b"]}]"#)
        ),
        WorkflowCase(
            "takes no item that is larger than itself",
            map(#"{"MaxInputBytesPerBatch": 14}"#),
            input: #"["a"]"#,
            .runtime(
                "The item at index 0 has 3 bytes and does not fit into a batch of 14 bytes.",
                event: 2
            )
        ),
        WorkflowCase(
            "is made by JSONata",
            #""A": {"Type": "Map", "Items": "{% $states.input %}", "ItemBatcher": {"MaxItemsPerBatch": "{% 1 + 1 %}", "BatchInput": "{% $count($states.input) %}"}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "Output": "{% $states.input.Items ~> $sum() %}", "End": true}}}, "End": true}"#,
            more: #""QueryLanguage": "JSONata""#,
            input: "[1, 2, 3]",
            .output("[3,3]")
        ),
    ])
    func `goes through`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test(arguments: [
        WorkflowCase(
            "in JSONPath",
            #""A": {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}, "End": true}"#,
            input: #"{"x": 1, "y": [2]}"#,
            .output(#"[{"Key":"x","Value":1},{"Key":"y","Value":[2]}]"#)
        ),
        WorkflowCase(
            "in JSONata",
            #""A": {"Type": "Map", "Items": "{% $states.input %}", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Pass", "Output": "{% $states.input.Value %}", "End": true}}}, "End": true}"#,
            more: #""QueryLanguage": "JSONata""#,
            input: #"{"x": 1, "y": [2]}"#,
            .output("[1,[2]]")
        ),
    ])
    func `can be an object's members in a DISTRIBUTED Map`(workflow: WorkflowCase) throws {
        try check(workflow)
    }

    @Test(arguments: [
        (
            #""ItemBatcher": {"MaxItemsPerBatch": -1, "MaxInputBytesPerBatch": 262145, "Size": 1}"#,
            [
                "Field 'Size' is not supported at /States/A/ItemBatcher",
                "Minimum value is 0 at /States/A/ItemBatcher/MaxItemsPerBatch",
                "Maximum value is 262144 at /States/A/ItemBatcher/MaxInputBytesPerBatch",
            ]
        )
    ])
    func `is refused where it is wrong`(members: String, faults: [String]) {
        let text =
            #"{"StartAt": "A", "States": {"A": {"Type": "Map", \#(members), "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true}}}"#
        let found = StateMachine.validate(Array(text.utf8)).map(\.description)
        #expect(Set(found) == Set(faults.map { "SCHEMA_VALIDATION_FAILED: \($0)" }))
    }
}
