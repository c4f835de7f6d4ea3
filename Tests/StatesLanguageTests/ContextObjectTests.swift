import Formats
import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests
import Testing

/// What `--context` can say.
struct `An offline context` {
    @Test func `is replaced part by part`() throws {
        let text = #"""
            {
              "Execution": {"Name": "n", "Id": "i", "RoleArn": "r", "StartTime": "2026-01-02T03:04:05Z",
                "Input": {"a": 1}, "RedriveCount": 2, "RedriveTime": "2026-01-02T03:04:06Z"},
              "State": {"Name": "A", "EnteredTime": "2026-01-02T03:04:05Z", "RetryCount": 1},
              "StateMachine": {"Name": "m", "Id": "mi"},
              "Task": {"Token": "t"},
              "Map": {"Item": {"Index": 1, "Value": 2, "Key": "k", "Source": "STATE_DATA"}}
            }
            """#
        let object = try ContextObject(parsing: Array(text.utf8), over: WorkflowCase.context)
        let context = object.context
        #expect(context.name == "n" && context.id == "i" && context.roleArn == "r")
        #expect(context.stateMachineName == "m" && context.stateMachineId == "mi")
        #expect(context.redriveCount == 2)
        #expect(Timestamp.text(context.startTime) == "2026-01-02T03:04:05.000Z")
        #expect(context.redriveTime.map(Timestamp.text) == "2026-01-02T03:04:06.000Z")
        #expect(try object.input(beside: nil) == ["a": 1])
        #expect(throws: ScriptError.self) { try object.input(beside: [:]) }
    }

    /// The times are those that a run is set to; the rest of a moment is the run's own.
    @Test func `is what a run sees`() throws {
        let text = #"""
            {"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"e.$": "$$.Execution", "s.$": "$$.State"}, "End": true}}}
            """#
        let recorded = #"""
            {"Execution": {"Id": "i", "StartTime": "2026-01-02T03:04:05Z", "RedriveTime": "2026-01-02T03:04:06Z"},
             "State": {"Name": "Z", "EnteredTime": "2020-01-02T03:04:05Z"}, "Task": null}
            """#
        let machine = try StateMachine(parsing: Array(text.utf8))
        let object = try ContextObject(parsing: Array(recorded.utf8), over: WorkflowCase.context)
        var random = SeededGenerator(state: 1)
        let run = OfflineRun(Interpreter(machine: machine, digests: .openSSL)) { _ in nil }
            .run(input: [:], context: object.context, random: &random)
        guard case .succeeded(let output) = run.execution.status else {
            Issue.record("did not succeed")
            return
        }
        #expect(output["e"]?["Id"] == "i")
        #expect(output["e"]?["RedriveTime"] == "2026-01-02T03:04:06.000Z")
        #expect(output["s"] == ["Name": "A", "EnteredTime": "2026-01-02T03:04:05.000Z"])
    }

    @Test func `is refused with every part that cannot be set`() {
        let text =
            #"{"Execution": {"StartTime": "today", "Output": 1}, "State": {"Name": 3}, "Task": 2, "Map": {"Item": {"X": 1}}}"#
        let faults = [
            #"Execution/StartTime: cannot be set to "today""#,
            "Execution/Output: cannot be set to 1",
            "State/Name: cannot be set to 3",
            "Task: expected an object, not number",
            #"Map/Item: cannot be set to {"X":1}"#,
        ]
        #expect(throws: ScriptError(faults: faults)) {
            try ContextObject(parsing: Array(text.utf8), over: WorkflowCase.context)
        }
    }
}
