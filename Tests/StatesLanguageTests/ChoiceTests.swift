import Testing

struct `A Choice` {
    /// The operator and its operand, the value of `$.v` (or nothing), and whether the rule is taken.
    @Test(arguments: [
        (#""StringEquals": "a""#, #""a""#, true), (#""StringEquals": "a""#, #""b""#, false),
        (#""StringEquals": "1""#, "1", false), (#""StringLessThan": "b""#, #""a""#, true),
        (#""StringLessThan": "B""#, #""a""#, false),
        (#""StringGreaterThan": "a""#, #""aa""#, true),
        (#""StringLessThanEquals": "a""#, #""a""#, true),
        (#""StringGreaterThanEquals": "b""#, #""a""#, false),
        (#""StringEquals": "caf\u00e9""#, #""cafe\u0301""#, false),
        (#""StringEqualsPath": "$.w""#, #""w""#, true),
        (#""NumericEquals": 1"#, "1.0", true), (#""NumericEquals": 1"#, #""1""#, false),
        (#""NumericLessThan": 10"#, "9", true), (#""NumericGreaterThan": 10"#, "1e1", false),
        (#""NumericLessThanEquals": 0.1"#, "1e-1", true),
        (#""NumericGreaterThanEquals": 9007199254740993"#, "9007199254740992", false),
        (#""NumericEqualsPath": "$.n""#, "5", true),
        (#""BooleanEquals": true"#, "true", true), (#""BooleanEquals": false"#, "true", false),
        (#""BooleanEquals": false"#, "null", false), (#""BooleanEqualsPath": "$.t""#, "true", true),
        (#""TimestampEquals": "2026-03-14T01:59:00Z""#, #""2026-03-14T02:59:00+01:00""#, true),
        (#""TimestampLessThan": "2026-03-14T01:59:00Z""#, #""2026-03-14T01:58:59.999Z""#, true),
        (#""TimestampGreaterThan": "2026-03-14T01:59:00Z""#, #""2026-03-14 02:59:00Z""#, false),
        (#""IsNull": true"#, "null", true), (#""IsNull": false"#, "null", false),
        (#""IsNull": false"#, "0", true), (#""IsString": true"#, #""""#, true),
        (#""IsNumeric": true"#, "1e3", true), (#""IsNumeric": false"#, #""1""#, true),
        (#""IsBoolean": true"#, "false", true), (#""IsTimestamp": true"#, #""2026-01-01""#, false),
        (#""IsTimestamp": true"#, #""2026-01-01T00:00:00Z""#, true),
        (#""IsPresent": true"#, "null", true), (#""IsPresent": false"#, "1", false),
        (#""IsPresent": false"#, nil, true), (#""IsPresent": true"#, nil, false),
        (#""StringMatches": "*.json""#, #""a.json""#, true),
        (#""StringMatches": "a*b*c""#, #""aXbYbZc""#, true),
        (#""StringMatches": "a*b*c""#, #""aXcYb""#, false),
        (#""StringMatches": "ab*ba""#, #""aba""#, false),
        (#""StringMatches": "*""#, #""""#, true), (#""StringMatches": "***""#, #""x""#, true),
        (#""StringMatches": "a\\*b""#, #""a*b""#, true),
        (#""StringMatches": "a\\*b""#, #""aXb""#, false),
        (#""StringMatches": "a\\\\b""#, #""a\\b""#, true),
        (#""StringMatches": "1""#, "1", false),
    ])
    func `compares values of one kind and no others`(
        test: String,
        value: String?,
        isTaken: Bool
    ) throws {
        let input = #"{"w": "w", "n": 5.0, "t": true\#(value.map { #", "v": \#($0)"# } ?? "")}"#
        try check(
            WorkflowCase(
                test,
                #"""
                "A": {"Type": "Choice", "Choices": [{"Variable": "$.v", \#(test), "Next": "Yes"}],
                  "Default": "No"},
                "Yes": {"Type": "Pass", "Result": true, "End": true},
                "No": {"Type": "Pass", "Result": false, "End": true}
                """#,
                input: input,
                .output(isTaken ? "true" : "false")
            )
        )
    }

    static let outcomes = #"""
        "Yes": {"Type": "Pass", "Result": true, "End": true},
        "No": {"Type": "Pass", "Result": false, "End": true}
        """#

    @Test(arguments: [
        (
            #""And": [{"Variable": "$.a", "BooleanEquals": true}, {"Variable": "$.b", "BooleanEquals": true}]"#,
            false
        ),
        (
            #""Or": [{"Variable": "$.a", "BooleanEquals": true}, {"Variable": "$.b", "BooleanEquals": true}]"#,
            true
        ),
        (#""Not": {"Variable": "$.b", "BooleanEquals": true}"#, true),
        (
            #""And": [{"Not": {"Variable": "$.b", "IsNull": true}}, {"Or": [{"Variable": "$.a", "IsBoolean": true}]}]"#,
            true
        ),
        (
            #""And": [{"Variable": "$.x", "IsPresent": true}, {"Variable": "$.x", "NumericEquals": 1}]"#,
            false
        ),
    ])
    func `joins conditions`(rule: String, isTaken: Bool) throws {
        try check(
            WorkflowCase(
                rule,
                #""A": {"Type": "Choice", "Choices": [{\#(rule), "Next": "Yes"}], "Default": "No"}, \#(Self.outcomes)"#,
                input: #"{"a": true, "b": false}"#,
                .output(isTaken ? "true" : "false"),
                events: "ChoiceStateEntered ChoiceStateExited PassStateEntered PassStateExited"
            )
        )
    }

    @Test(arguments: [
        WorkflowCase(
            "no rule and no Default",
            #""A": {"Type": "Choice", "Choices": [{"Variable": "$.v", "IsNull": true, "Next": "Yes"}]}, "Yes": {"Type": "Succeed"}"#,
            input: #"{"v": 1}"#,
            .runtime(
                "Failed to transition out of the state. The state does not point to a next state."
            )
        ),
        WorkflowCase(
            "a path that names nothing",
            #""A": {"Type": "Choice", "Choices": [{"Variable": "$.v", "NumericEquals": 1, "Next": "Yes"}], "Default": "Yes"}, "Yes": {"Type": "Succeed"}"#,
            .runtime(
                "Invalid path '$.v': The choice state's condition path references an invalid value."
            )
        ),
    ])
    func `fails when it cannot choose`(workflow: WorkflowCase) throws { try check(workflow) }
}
