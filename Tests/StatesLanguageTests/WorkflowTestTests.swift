import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests
import Testing

struct `A file of cases` {
    private static let machine = #"""
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:Charge",
              "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}],
              "Catch": [{"ErrorEquals": ["Declined"], "Next": "Sorry"}],
              "Next": "Big?"
            },
            "Big?": {
              "Type": "Choice", "Default": "Small",
              "Choices": [{"Variable": "$.sum", "NumericGreaterThan": 100, "Next": "Large"}]
            },
            "Small": {"Type": "Succeed"},
            "Large": {"Type": "Succeed"},
            "Sorry": {"Type": "Fail", "Error": "Declined", "Cause": "no money"}
          }
        }
        """#

    @Test func `tells what came out otherwise, and what was not reached`() async throws {
        let report = try await report(
            #"""
            {"definition": "x", "cases": [
              {"name": "small", "tasks": {"Charge": [{"error": "Busy"}, {"result": {"sum": 1}}]},
               "expect": {"status": "SUCCEEDED", "output": {"sum": 1}, "path": ["Charge", "Big?", "Small"], "seconds": 1}},
              {"tasks": {"Charge": [{"result": {"sum": 2}}, {"timeout": true}]},
               "expect": {"status": "FAILED", "output": 1, "error": "E", "cause": "C", "path": ["Charge"], "seconds": 3}},
              {"name": "nothing said", "expect": {"status": "RUNNING"}},
              {"name": "no error", "tasks": {"Charge": {"error": "Lost"}}, "expect": {"error": null}},
              {"name": "unreadable", "tasks": {"Gone": {"result": 1}}, "expect": {}}
            ]}
            """#
        )
        #expect(
            report.results.map(\.name) == [
                "small", "case 2", "nothing said", "no error", "unreadable",
            ]
        )
        #expect(
            report.results.map(\.faults) == [
                [],
                [
                    "status: expected FAILED, but was SUCCEEDED", "error: expected E, but was none",
                    "cause: expected C, but was none", #"output: expected 1, but was {"sum":2}"#,
                    "path: expected Charge, but was Charge → Big? → Small",
                    "seconds: expected 3.0, but was 0.0", "Charge: 1 of 2 outcomes used",
                ],
                ["Charge: attempt 1 has no outcome, and the run stands still"],
                ["error: expected none, but was Lost"],
                ["Gone: the definition has no state of this name"],
            ]
        )
        #expect(
            report.unreached.map(\.description) == [
                "rule 1 of Big? → Large", "catcher 1 of Charge (Declined) → Sorry", "state Large",
                "state Sorry",
            ]
        )
        #expect(!report.isSound)
    }

    @Test func `reaches everything with the right cases`() async throws {
        let report = try await report(
            #"""
            {"definition": "x", "cases": [
              {"tasks": {"Charge": [{"error": "Busy"}, {"result": {"sum": 1}}]}, "expect": {"status": "SUCCEEDED", "error": null, "cause": null}},
              {"tasks": {"Charge": {"result": {"sum": 101}}}, "expect": {"path": ["Charge", "Big?", "Large"]}},
              {"tasks": {"Charge": {"error": "Declined"}}, "expect": {"status": "FAILED", "error": "Declined"}}
            ]}
            """#
        )
        #expect(report.isSound)
        #expect(report.unreached.isEmpty)
    }

    @Test(arguments: [
        (
            "[]",
            [
                "the file: expected an object, not array", "definition: is missing",
                "cases: expected an array",
            ]
        ),
        (
            #"{"definition": 1, "cases": [{"expect": {"status": "DONE", "way": 1}, "tasks": {}, "mock": "a"}, {}], "x": 1}"#,
            [
                "x: expected one of definition, mocks, cases", "definition: expected a text",
                "cases[0]: expected tasks or mock, not both",
                "cases[0]/expect/way: expected one of status, output, error, cause, path, seconds",
                "cases[0]/expect/status: expected one of SUCCEEDED, FAILED, TIMED_OUT, RUNNING",
                "cases[1]/expect: is missing",
            ]
        ),
    ])
    func `is refused with every fault`(text: String, faults: [String]) {
        #expect(throws: ScriptError(faults: faults)) { try WorkflowTest(parsing: Array(text.utf8)) }
    }

    @Test func `can name a case of AWS's mocks`() async throws {
        let mocks =
            #"{"StateMachines": {"M": {"TestCases": {"C": {"Charge": "R"}}}}, "MockedResponses": {"R": {"0": {"Return": {"sum": 7}}}}}"#
        let text =
            #"{"definition": "x", "mocks": "m", "cases": [{"mock": "M#C", "expect": {"output": {"sum": 7}}}]}"#
        #expect(try await report(text, mocks: mocks).isSound)
        #expect(try await report(text).results[0].faults == ["the file names no mocks"])
    }

    private func report(
        _ text: String,
        mocks: String? = nil
    ) async throws -> WorkflowTest.Report {
        try await WorkflowTest(parsing: Array(text.utf8)).report(
            on: Interpreter(
                machine: try StateMachine(parsing: Array(Self.machine.utf8)),
                limits: .aws,
                digests: .openSSL
            ),
            mocks: mocks.map { Array($0.utf8) },
            context: WorkflowCase.context
        )
    }

    @Test func `has a workflow that can be drawn`() throws {
        let text = MermaidGraph.text(of: try StateMachine(parsing: Array(Self.machine.utf8)))
        #expect(
            text == """
                stateDiagram-v2
                    state "Charge" as s0
                    state "Big?" as s1
                    state "Sorry" as s2
                    state "Large" as s3
                    state "Small" as s4
                    [*] --> s0
                    s0 --> s1
                    s0 --> s2: catch Declined
                    s0 --> s0: retry Busy
                    s1 --> s3: $.sum NumericGreaterThan 100
                    s1 --> s4: default
                    s2 --> [*]
                    s3 --> [*]
                    s4 --> [*]
                """
        )
    }
}

struct `A quota of AWS's` {
    private static let states =
        #""A": {"Type": "Task", "Resource": "arn:aws:lambda:x:1:function:F", "Next": "B"}, "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Succeed"}"#

    @Test(arguments: [(262_144, 0), (262_145, 1)])
    func `is told of when a payload passes it`(size: Int, warnings: Int) throws {
        let (text, workflow) = Self.workflow(size)
        let outcome = try workflow.run(try workflow.interpreter()) { _ in }
        #expect(outcome.execution.status == .succeeded(output: text))
        #expect(outcome.warnings == (warnings == 0 ? [] : [.payload(state: "A", size: size)]))
    }

    @Test(arguments: [(262_144, true), (262_145, false)])
    func `ends an execution when that is wanted`(size: Int, fits: Bool) throws {
        let (text, workflow) = Self.workflow(size)
        let outcome = try workflow.run(try workflow.interpreter(limits: .aws)) { _ in }
        #expect((outcome.execution.status == .succeeded(output: text)) == fits)
    }

    @Test func `of events is told of once`() throws {
        var limits = InterpreterLimits()
        limits.warnedHistory = 4
        let workflow = WorkflowCase("", Self.states, .output("{}"))
        let outcome = try workflow.run(try workflow.interpreter(limits: limits)) { _ in }
        #expect(outcome.warnings == [.history(4)])
        #expect(outcome.history.count > 4)
    }

    @Test func `of variables counts those of one state together`() throws {
        var limits = InterpreterLimits()
        limits.maximumAssignment = 6
        let states = #""A": {"Type": "Pass", "Assign": {"a": "x", "b": "\#("y")"}, "End": true}"#
        try check(WorkflowCase("fits", states, .output("{}")), limits: limits)
        limits.maximumAssignment = 5
        let cause =
            "The state/task 'A' returned a result with a size exceeding the maximum number of bytes "
            + "service limit."
        try check(
            WorkflowCase("one past", states, .error("States.DataLimitExceeded", cause)),
            limits: limits
        )
    }

    /// A workflow whose task answers with a text of so many bytes.
    private static func workflow(_ size: Int) -> (JSONValue, WorkflowCase) {
        let text = JSONValue.string(String(repeating: "x", count: size - 2))
        return (text, WorkflowCase("", states, answers: ["A": [.succeeded(text)]], .output("")))
    }
}
