import Formats
import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests
import Testing

/// The scripts that an offline run's tasks are answered from.
struct `A task script` {
    private static let machine = #"""
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:1:function:Charge",
              "TimeoutSeconds": 10,
              "Retry": [{"ErrorEquals": ["Busy", "States.Timeout"], "MaxAttempts": 5, "BackoffRate": 1}],
              "Next": "Tell"
            },
            "Tell": {
              "Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "End": true
            }
          }
        }
        """#

    @Test(arguments: [
        (
            "goes from outcome to outcome",
            #"{"Charge": [{"error": "Busy", "cause": "later"}, {"result": {"paid": 1}, "after": 2.5}], "Tell": {"result": "told"}}"#,
            #"SUCCEEDED "told""#, 3.5
        ),
        (
            "repeats the last outcome",
            #"{"Charge": {"error": "Busy"}}"#, "FAILED Busy", 5
        ),
        (
            "ends a silent task by its timeout",
            #"{"Charge": [{"timeout": true}, {"error": "Broken", "cause": "why"}]}"#,
            "FAILED Broken: why", 11
        ),
        (
            "ends a slow task by its timeout",
            #"{"Charge": [{"result": 1, "after": 10}, {"result": 2, "after": 9.5}], "Tell": {"result": 3, "submitted": {"MessageId": "m"}}}"#,
            "SUCCEEDED 3", 20.5
        ),
        ("leaves a task it does not know waiting", "{}", "RUNNING Charge", 0),
        (
            "leaves the next task waiting too",
            #"{"Charge": {"result": null}}"#, "RUNNING Tell", 0
        ),
        (
            "can fail without a name", #"{"Charge": {"cause": "why"}}"#, "FAILED nil: why", 0
        ),
    ])
    func `tells how tasks end`(what: String, script: String, end: String, seconds: Double) throws {
        let machine = try StateMachine(parsing: Array(Self.machine.utf8))
        let outcome = run(try TaskScript(parsing: Array(script.utf8), for: machine), machine)
        #expect(outcome.summary == end)
        #expect(outcome.endedAt.timeIntervalSince(WorkflowCase.start) == seconds)
    }

    @Test(arguments: [
        ("[", ["line 1, column 2: unexpected end of text"]),
        ("[]", ["the file: expected an object, not array"]),
        (#"{"Gone": {"result": 1}}"#, ["Gone: the definition has no state of this name"]),
        (
            #"{"Charge": [], "Tell": [1]}"#,
            [
                "Charge: expected at least one outcome", "Tell[0]: expected an object, not number",
                Self.kind("Tell[0]"),
            ]
        ),
        (#"{"Charge": {}}"#, [Self.kind("Charge")]),
        (#"{"Charge": {"result": 1, "error": "A"}}"#, [Self.kind("Charge")]),
        (#"{"Charge": {"timeout": false}}"#, [Self.kind("Charge")]),
        (#"{"Charge": {"error": 1}}"#, ["Charge/error: expected a text"]),
        (#"{"Charge": {"timeout": true, "heartbeatTimeout": true}}"#, [Self.kind("Charge")]),
        (#"{"Charge": {"heartbeatTimeout": false}}"#, [Self.kind("Charge")]),
        (
            #"{"Charge": {"heartbeatTimeout": true}}"#,
            ["Charge/heartbeatTimeout: the state has no HeartbeatSeconds"]
        ),
        (
            #"{"Charge": {"result": 1, "submitted": {}}, "Tell": {"result": 1, "submitted": null}}"#,
            [
                "Charge/submitted: the state waits for nothing but the call",
                "Tell/submitted: only with an error it can be null",
            ]
        ),
        (
            #"{"Tell": [{"result": 1, "heartbeats": 3}, {"result": 1, "heartbeats": [1, "a"]}]}"#,
            [
                "Tell[0]/heartbeats: expected an array",
                "Tell[1]/heartbeats[1]: expected a number of seconds",
            ]
        ),
        (
            #"{"Charge": {"result": 1, "after": -1, "retry": 2}}"#,
            [
                "Charge/retry: expected one of result, error, cause, timeout, heartbeatTimeout, after, "
                    + "submitted, heartbeats",
                "Charge/after: expected a number of seconds",
            ]
        ),
    ])
    func `is refused with every fault`(script: String, faults: [String]) throws {
        let machine = try StateMachine(parsing: Array(Self.machine.utf8))
        do {
            _ = try TaskScript(parsing: Array(script.utf8), for: machine)
            Issue.record("accepted")
        } catch {
            #expect(error.faults == faults)
        }
    }

    private static func kind(_ place: String) -> String {
        place
            + #": expected one of result, error (with cause), "timeout": true and "heartbeatTimeout": true"#
    }

    private static let mocks = #"""
        {
          "StateMachines": {"Orders": {"TestCases": {
            "Happy": {"Charge": "Paid", "Tell": "Told"},
            "Retry": {"Charge": "PaidLate", "Tell": "Told"},
            "Short": {"Charge": "Busy"}
          }}},
          "MockedResponses": {
            "Paid": {"0": {"Return": {"paid": 1}}},
            "PaidLate": {"0-2": {"Throw": {"Error": "Busy", "Cause": "later"}}, "3": {"Return": {"paid": 4}}},
            "Busy": {"0": {"Throw": {"Error": "Busy", "Cause": "later"}}},
            "Told": {"0": {"Return": {"told": true}}}
          }
        }
        """#

    @Test(arguments: [
        ("Happy", #"SUCCEEDED {"told":true}"#, 0),
        ("Orders#Retry", #"SUCCEEDED {"told":true}"#, 3),
        ("Short", "RUNNING Charge", 1),
    ])
    func `can be AWS's mock configuration`(testCase: String, end: String, seconds: Double) throws {
        let machine = try StateMachine(parsing: Array(Self.machine.utf8))
        let text = Array(Self.mocks.utf8)
        #expect(TaskScript.isMockConfiguration(text))
        let script = try TaskScript(mockConfiguration: text, testCase: testCase, for: machine)
        let outcome = run(script, machine)
        #expect(outcome.summary == end)
        #expect(outcome.endedAt.timeIntervalSince(WorkflowCase.start) == seconds)
    }

    @Test(arguments: [
        (nil, "the test case must be named: there are Orders#Happy, Orders#Retry, Orders#Short"),
        (
            "Sad",
            "there is no one test case 'Sad': there are Orders#Happy, Orders#Retry, Orders#Short"
        ),
    ])
    func `of AWS says which cases there are`(testCase: String?, fault: String) throws {
        let machine = try StateMachine(parsing: Array(Self.machine.utf8))
        let text = Array(Self.mocks.utf8)
        #expect(throws: ScriptError(faults: [fault])) {
            try TaskScript(mockConfiguration: text, testCase: testCase, for: machine)
        }
    }

    @Test(arguments: [
        (#"{"a": {"Return": 1}}"#, "MockedResponses/R/a: expected an attempt such as 0, or 1-3"),
        (
            #"{"1-0": {"Return": 1}}"#,
            "MockedResponses/R/1-0: expected an attempt such as 0, or 1-3"
        ),
        (
            #"{"0-2": {"Return": 1}, "2": {"Return": 1}}"#,
            "MockedResponses/R/2: attempt 2 is there twice"
        ),
        (
            #"{"1": {"Return": 1}}"#,
            "MockedResponses/R: the attempts must go on from 0 without a gap"
        ),
        (#"{"0": {}}"#, "MockedResponses/R/0: expected Return or Throw"),
        ("1", "MockedResponses/R: expected an object, not number"),
    ])
    func `of AWS is refused with the place of a fault`(response: String, fault: String) throws {
        let machine = try StateMachine(parsing: Array(Self.machine.utf8))
        let text = #"""
            {"StateMachines": {"M": {"TestCases": {"C": {"Charge": "R"}}}}, "MockedResponses": {"R": \#(response)}}
            """#
        #expect(throws: ScriptError(faults: [fault])) {
            try TaskScript(mockConfiguration: Array(text.utf8), testCase: nil, for: machine)
        }
    }

    @Test func `records the submission of a task that waits for its token`() throws {
        let machine = try StateMachine(parsing: Array(Self.machine.utf8))
        let text =
            #"{"Charge": {"result": {}}, "Tell": {"result": 1, "submitted": {"MessageId": "m"}}}"#
        let outcome = run(try TaskScript(parsing: Array(text.utf8), for: machine), machine)
        #expect(outcome.middle.contains("TaskStarted TaskSubmitted TaskSucceeded"))
    }

    private func run(_ script: TaskScript, _ machine: StateMachine) -> OfflineRun.Outcome {
        var (script, random) = (script, SeededGenerator(state: 1))
        return OfflineRun(Interpreter(machine: machine, digests: .openSSL)) { script.next(for: $0) }
            .run(input: [:], context: WorkflowCase.context, random: &random)
    }
}

extension OfflineRun.Outcome {
    /// The end in a line.
    fileprivate var summary: String {
        let json = json
        let status = json["status"]?.string ?? ""
        let error = json["error"]?.string ?? "nil"
        return switch status {
        case "SUCCEEDED": "\(status) \(json["output"]?.string ?? "")"
        case "FAILED": "\(status) \(error)" + (json["cause"]?.string.map { ": \($0)" } ?? "")
        default: "\(status) " + (json["waitingFor"]?[0]?["state"]?.string ?? "")
        }
    }
}
