import Testing

struct `A Wait` {
    @Test(arguments: [
        WorkflowCase(
            "seconds",
            #""A": {"Type": "Wait", "Seconds": 90, "End": true}"#,
            input: "[1]",
            .output("[1]"),
            events: "WaitStateEntered WaitStateExited",
            seconds: 90
        ),
        WorkflowCase(
            "seconds at a path",
            #""A": {"Type": "Wait", "SecondsPath": "$.s", "End": true}"#,
            input: #"{"s": 3.0}"#,
            .output(#"{"s":3.0}"#),
            seconds: 3
        ),
        WorkflowCase(
            "an instant",
            #""A": {"Type": "Wait", "Timestamp": "2023-11-14T22:13:25.5Z", "End": true}"#,
            .output("{}"),
            seconds: 5.5
        ),
        WorkflowCase(
            "an instant at a path, in another zone",
            #""A": {"Type": "Wait", "TimestampPath": "$.t", "End": true}"#,
            input: #"{"t": "2023-11-15T00:13:21+02:00"}"#,
            .output(#"{"t":"2023-11-15T00:13:21+02:00"}"#),
            seconds: 1
        ),
        WorkflowCase(
            "an instant that is past",
            #""A": {"Type": "Wait", "Timestamp": "2001-01-01T00:00:00Z", "End": true}"#,
            .output("{}"),
            seconds: 0
        ),
        WorkflowCase(
            "no seconds at all",
            #""A": {"Type": "Wait", "Seconds": 0, "End": true}"#,
            .output("{}"),
            seconds: 0
        ),
        WorkflowCase(
            "the machine's timeout",
            #""A": {"Type": "Wait", "Seconds": 90, "End": true}"#,
            more: #""TimeoutSeconds": 60"#,
            .timedOut,
            events: "WaitStateEntered",
            seconds: 60
        ),
    ])
    func `ends when its time has come`(workflow: WorkflowCase) throws { try check(workflow) }

    @Test(arguments: [
        ("Seconds", "{}", "does not reference an input value: $.p"),
        ("Seconds", #"{"p": 1.5}"#, "cannot be parsed as a long value: $.p == 1.5"),
        ("Seconds", #"{"p": "x"}"#, "cannot be parsed as a long value: $.p == x"),
        ("Seconds", #"{"p": -1}"#, "references a negative value: $.p == -1"),
        (
            "Timestamp", #"{"p": "2016-13-05T21:29:29Z"}"#,
            "does not reference a valid ISO-8601 extended offset date-time format string: "
                + "$.p == 2016-13-05T21:29:29Z"
        ),
        (
            "Timestamp", #"{"p": "2016-02-30T21:29:29Z"}"#,
            "does not reference a valid ISO-8601 extended offset date-time format string: "
                + "$.p == 2016-02-30T21:29:29Z"
        ),
        (
            "Timestamp", #"{"p": "2016-12-05T21:29:29"}"#,
            "does not reference a valid ISO-8601 extended offset date-time format string: "
                + "$.p == 2016-12-05T21:29:29"
        ),
    ])
    func `says why it cannot wait`(form: String, input: String, text: String) throws {
        try check(
            WorkflowCase(
                text,
                #""A": {"Type": "Wait", "\#(form)Path": "$.p", "End": true}"#,
                input: input,
                .runtime("The \(form)Path parameter \(text)")
            )
        )
    }

    @Test func `lasts at most as long as a 32-bit number of seconds`() throws {
        let state = #""A": {"Type": "Wait", "SecondsPath": "$.p", "End": true}"#
        try check(
            WorkflowCase(
                "at the limit",
                state,
                input: #"{"p": 2147483647}"#,
                .output(#"{"p":2147483647}"#),
                seconds: 2_147_483_647
            )
        )
        try check(
            WorkflowCase(
                "past it",
                state,
                input: #"{"p": 2147483648}"#,
                .runtime("Wait state delay is too long.")
            )
        )
    }
}

struct `A Fail` {
    @Test(arguments: [
        WorkflowCase(
            "with literal texts",
            #""A": {"Type": "Fail", "Error": "E", "Cause": "C"}"#,
            .error("E", "C"),
            events: "FailStateEntered"
        ),
        WorkflowCase("with nothing", #""A": {"Type": "Fail"}"#, .error(nil, nil)),
        WorkflowCase(
            "with paths and functions",
            #""A": {"Type": "Fail", "ErrorPath": "$.e", "CausePath": "States.Format('{}?', $.c)"}"#,
            input: #"{"e": "E", "c": "C"}"#,
            .error("E", "C?")
        ),
        WorkflowCase(
            "with a path to nothing",
            #""A": {"Type": "Fail", "ErrorPath": "$.e"}"#,
            .runtime(
                "The JSONPath '$.e' specified for the field 'ErrorPath' could not be found in the "
                    + "input '{}'"
            )
        ),
    ])
    func `fails the execution`(workflow: WorkflowCase) throws { try check(workflow) }
}
