import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests
import Testing

/// Scripts for tasks that somebody else answers.
struct `A script of callbacks` {
    private static let callback = #"""
        {
          "StartAt": "Ask",
          "States": {
            "Ask": {
              "Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "TimeoutSeconds": 60,
              "HeartbeatSeconds": 10,
              "Retry": [{"ErrorEquals": ["States.HeartbeatTimeout"], "MaxAttempts": 1}],
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}],
              "End": true
            },
            "Caught": {"Type": "Pass", "End": true}
          }
        }
        """#

    /// The events of the task, the output of all, and how long it took.
    @Test(arguments: [
        (
            #"{"submitted": {"MessageId": "m"}, "result": {"ok": true}, "after": 9}"#,
            #"TaskSubmitted {"MessageId":"m"}, TaskSucceeded {"ok":true}"#, #"{"ok":true}"#, 9.0
        ),
        (
            #"{"submitted": {"MessageId": "m"}, "heartbeats": [9, 18, 27], "result": 1, "after": 36}"#,
            #"TaskSubmitted {"MessageId":"m"}, TaskSucceeded 1"#, "1", 36
        ),
        (
            #"{"submitted": {}, "heartbeats": [9], "error": "No", "cause": "why", "after": 18}"#,
            "TaskSubmitted {}, TaskFailed No why", #"{"Error":"No","Cause":"why"}"#, 18
        ),
        (
            #"{"error": null}"#, "TaskSubmitted {}, TaskFailed", #"{"Error":null,"Cause":null}"#, 0
        ),
        (
            #"{"submitted": null, "error": "Sqs.Denied"}"#, "TaskFailed Sqs.Denied",
            #"{"Error":"Sqs.Denied"}"#, 0
        ),
        (
            #"[{"heartbeatTimeout": true}, {"result": 2}]"#,
            "TaskSubmitted {}, TaskTimedOut States.Timeout, TaskSubmitted {}, TaskSucceeded 2", "2",
            11
        ),
        (
            #"[{"heartbeatTimeout": true, "heartbeats": [9.5]}, {"result": 2}]"#,
            "TaskSubmitted {}, TaskTimedOut States.Timeout, TaskSubmitted {}, TaskSucceeded 2", "2",
            20.5
        ),
        (
            #"[{"result": 1, "after": 10}, {"result": 2, "after": 9}]"#,
            "TaskSubmitted {}, TaskTimedOut States.Timeout, TaskSubmitted {}, TaskSucceeded 2", "2",
            20
        ),
        (
            #"{"timeout": true, "heartbeats": [9, 18, 27, 36, 45, 54]}"#,
            "TaskSubmitted {}, TaskTimedOut States.Timeout",
            #"{"Error":"States.Timeout","Cause":""}"#, 60
        ),
    ])
    func `tells how the call and the answer end`(
        outcome: String,
        events: String,
        output: String,
        seconds: Double
    ) throws {
        let machine = try StateMachine(parsing: Array(Self.callback.utf8))
        let script = #"{"Ask": \#(outcome)}"#
        var tasks = try TaskScript(parsing: Array(script.utf8), for: machine)
        var random = SeededGenerator(state: 1)
        let run = OfflineRun(Interpreter(machine: machine, digests: .openSSL)) {
            tasks.next(for: $0)
        }
        .run(input: [:], context: WorkflowCase.context, random: &random)
        let told = run.history.map(\.json).compactMap(\.summaryOfEnd)
        #expect(told.joined(separator: ", ") == events)
        #expect(run.json["output"]?.string == output)
        #expect(run.endedAt.timeIntervalSince(WorkflowCase.start) == seconds)
    }
}

extension JSONValue {
    /// A history event of what became of a task: its type, and its output or error.
    fileprivate var summaryOfEnd: String? {
        guard let type = self["type"]?.string,
            ["TaskSubmitted", "TaskSucceeded", "TaskFailed", "TaskTimedOut"].contains(type)
        else { return nil }
        let details = object?.first { $0.key.hasSuffix("Details") }?.value
        let texts = ["output", "error", "cause"].compactMap { details?[$0]?.string }
        return ([type] + texts).joined(separator: " ")
    }
}
