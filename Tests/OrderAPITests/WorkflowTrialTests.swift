import Foundation
import HTTPTypes
import JSON
import Orders
import StatesLanguage
import TestClock
import TestClosing
import TestDigests
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `A definition that is checked over the API` {
    /// A body, whether it is valid, and the place of each fault: pointer, line and column (0: not told) and severity.
    struct Case: Sendable {
        var body: String
        var isValid: Bool
        var places: [String]

        init(_ body: String, isValid: Bool = false, _ places: [String]) {
            (self.body, self.isValid, self.places) = (body, isValid, places)
        }
    }

    private static func text(_ definition: String, _ more: String = "") -> String {
        #"{"text":\#(JSONValue.string(definition).text)\#(more)}"#
    }

    private static let dangling = """
        {
          "StartAt": "A",
          "States": {
            "A": {"Type": "Pass", "Next": "B"},
            "C": {"Type": "Succeed"}
          }
        }
        """

    private static let lost = #"{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":1}}}"#

    static let cases = [
        Case(text(#"{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"#), isValid: true, []),
        Case(
            text(dangling),
            ["/States/A/Next 4:27 error", "/States/C 5:5 error"]
        ),
        Case(#"{"definition":\#(dangling)}"#, ["/States/A/Next error", "/States/C error"]),
        Case(
            #"{"definition":\#(JSONValue.string(dangling).text)}"#,
            ["/States/A/Next 4:27 error", "/States/C 5:5 error"]
        ),
        Case(text("{\n  \"StartAt\": A\n}"), [" 2:14 error"]),
        Case(text(""), [" error"]),
        Case(#"{"definition":[1]}"#, [" error"]),
        Case(text(lost), ["/States/A 1:26 error"]),
        Case(
            text(
                #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"QueueUrl":"q","MessageBody":"b"},"End":true}}}"#,
                #","type":"EXPRESS""#
            ),
            ["/States/A/Resource 1:45 error"]
        ),
    ]

    @Test(arguments: cases)
    func `is told each fault with its place`(_ test: Case) async throws {
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/workflows/validate", test.body)
            #expect(answer.status == 200, "\(answer.text)")
            let document = try answer.json()
            #expect(document["valid"] == .bool(test.isValid))
            let found = document["diagnostics"]?.array ?? []
            #expect(found.map(Self.place) == test.places, "\(answer.text)")
            #expect(found.allSatisfy { $0["detail"]?.string?.isEmpty == false })
        }
    }

    private static func place(_ diagnostic: JSONValue) -> String {
        let position = diagnostic["line"]?.int.map { line in
            " \(line):\(diagnostic["column"]?.int ?? 0)"
        }
        let severity = diagnostic["isWarning"] == true ? "warning" : "error"
        return "\(diagnostic["pointer"]?.string ?? "-")\(position ?? "") \(severity)"
    }

    @Test func `may be doubtful and valid`() async throws {
        let body = Self.text(
            #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:lambda:x:1:function:F","Catch":[{"ErrorEquals":["E"],"Next":"B"},{"ErrorEquals":["E"],"Next":"B"}],"End":true},"B":{"Type":"Succeed"}}}"#
        )
        try await APIFixture.run { fixture async throws in
            let document = try await fixture.send(.post, "/workflows/validate", body).json()
            #expect(document["valid"] == true)
            let found = document["diagnostics"]?.array ?? []
            #expect(found.map { $0["code"] } == ["ORDERD_CATCHER_NEVER_MATCHES"])
            #expect(found.map { $0["isWarning"] } == [true])
            #expect(found.map { $0["pointer"] } == ["/States/A/Catch/1"])
        }
    }

    /// States that are reached from nowhere.
    private static func lost(_ count: Int) -> String {
        let states = (0..<count).map { #","L\#($0)":{"Type":"Succeed"}"# }.joined()
        return #"{"StartAt":"A","States":{"A":{"Type":"Succeed"}\#(states)}}"#
    }

    @Test(arguments: [(200, 200, 0), (201, 200, 1), (450, 200, 250)])
    func `with many faults is told some, and how many more there are`(
        count: Int,
        told: Int,
        more: Int
    ) async throws {
        try await APIFixture.run { fixture async throws in
            let body = Self.text(Self.lost(count))
            let document = try await fixture.send(.post, "/workflows/validate", body).json()
            #expect(document["valid"] == false)
            #expect(document["diagnostics"]?.array?.count == told)
            #expect(document["moreDiagnostics"]?.int == more)
            let problem = try await fixture.send(.post, "/workflows/test", body).json()
            #expect(problem["errors"]?.array?.count == told)
            #expect(problem["detail"]?.string?.hasSuffix("definition: \(count)") == true)
        }
    }

    @Test func `waits until others are checked, and not for trials`() async throws {
        try await APIFixture.run { fixture async throws in
            let trials = try #require(fixture.api.parts.orders.trials)
            let body = Self.text(Self.dangling)
            func check() async throws -> APIAnswer {
                try await fixture.send(.post, "/workflows/validate", body)
            }
            let refused = try await trials.checks.takingAll { try await check() }
            #expect(refused.status == 503)
            #expect(refused.fields[.retryAfter] == "2")
            #expect(try refused.json()["type"] == "/problems/too-many-at-once")
            #expect(try await trials.runs.takingAll { try await check() }.status == 200)
            #expect(try await check().status == 200)
        }
    }

    @Test(arguments: [(0, 200), (1, 413)])
    func `is as long as AWS takes it, and no longer`(excess: Int, status: Int) async throws {
        let definition = #"{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"#
        let blanks = StateMachine.maximumSize + excess - definition.utf8.count
        // Each is an escape of two bytes in the body.
        let body = Self.text(definition + String(repeating: "\n", count: blanks))
        try await APIFixture.run { fixture async throws in
            for path in ["/workflows/validate", "/workflows/test"] {
                let answer = try await fixture.send(.post, path, body)
                #expect(answer.status == status, "\(answer.text)")
            }
        }
    }

    @Test(arguments: [
        ("{}", "definition is required"),
        (#"{"definition":{},"text":"{}"}"#, "either definition or text"),
        (#"{"text":1}"#, "text must be a string"),
        (#"{"text":"{}","type":"FAST"}"#, "type must be one of STANDARD, EXPRESS"),
        (#"{"definition":{"StartAt":"A","StartAt":"B"}}"#, "the body is not JSON"),
        (#"{"definitions":{}}"#, "definitions means nothing here"),
    ])
    func `is asked for otherwise`(body: String, detail: String) async throws {
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/workflows/validate", body)
            #expect(answer.status == 400)
            #expect(try answer.json()["detail"]?.string?.contains(detail) == true, "\(answer.text)")
        }
    }
}

@Suite(.closing)
struct `A workflow that is tried over the API` {
    private static let charge = """
        {"StartAt":"Charge","States":{
          "Charge":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:1:function:Charge",
            "Retry":[{"ErrorEquals":["Busy"],"IntervalSeconds":3,"MaxAttempts":1}],
            "Catch":[{"ErrorEquals":["Declined"],"Next":"Sorry"}],"Next":"Rest"},
          "Rest":{"Type":"Wait","Seconds":86400,"Next":"Done"},
          "Done":{"Type":"Succeed"},
          "Sorry":{"Type":"Fail","Error":"Declined","Cause":"no money"}}}
        """

    private static func body(_ more: String, _ definition: String = charge) -> String {
        #"{"definition":\#(definition)\#(more)}"#
    }

    @Test func `runs to its end in virtual time, and leaves nothing behind`() async throws {
        let more = #","input":{"id":1},"tasks":{"Charge":[{"error":"Busy"},{"result":{"paid":1}}]}"#
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/workflows/test", Self.body(more))
            #expect(answer.status == 200, "\(answer.text)")
            let document = try answer.json()
            #expect(document["status"] == "SUCCEEDED")
            #expect(document["output"] == ["paid": 1])
            #expect(document["seconds"] == 86_403)
            let events = document["events"]?.array ?? []
            #expect(events.map { $0["id"]?.int } == Array(1...events.count))
            #expect(
                events.map { $0["type"]?.string } == [
                    "ExecutionStarted", "TaskStateEntered", "LambdaFunctionScheduled",
                    "LambdaFunctionStarted", "LambdaFunctionFailed", "LambdaFunctionScheduled",
                    "LambdaFunctionStarted", "LambdaFunctionSucceeded", "TaskStateExited",
                    "WaitStateEntered", "WaitStateExited", "SucceedStateEntered",
                    "SucceedStateExited", "ExecutionSucceeded",
                ]
            )
            #expect(events[0]["executionStartedEventDetails"]?["input"] == #"{"id":1}"#)
            let doubt = document["diagnostics"]?[0]
            #expect(doubt?["code"] == "ORDERD_ORDER_IS_LOST" && doubt?["isWarning"] == true)
            #expect(doubt?["pointer"] == "/States/Charge" && doubt?["line"] == nil)
            #expect(document["unscripted"] == [])
            #expect(document["stopped"] == nil)
            #expect(try await fixture.get("/orders").json()["orders"] == [])
        }
    }

    @Test(arguments: [
        (#","tasks":{"Charge":{"error":"Declined"}}"#, "FAILED", "Declined", "no money"),
        (#","tasks":{"Charge":{"error":"Lost"}}"#, "FAILED", "Lost", nil),
    ])
    func `tells how it failed`(
        more: String,
        status: String,
        error: String?,
        cause: String?
    ) async throws {
        try await APIFixture.run { fixture async throws in
            let document = try await fixture.send(.post, "/workflows/test", Self.body(more)).json()
            #expect(document["status"]?.string == status)
            #expect(document["error"]?.string == error)
            #expect(document["cause"]?.string == cause)
            #expect(document["output"] == nil)
        }
    }

    @Test func `says which tasks nobody has ended`() async throws {
        try await APIFixture.run { fixture async throws in
            let document = try await fixture.send(.post, "/workflows/test", Self.body("")).json()
            #expect(document["status"] == "RUNNING")
            let resource = "arn:aws:lambda:us-east-1:1:function:Charge"
            #expect(document["unscripted"] == [.string(resource)])
            #expect(document["waitingFor"]?[0]?["state"] == "Charge")
        }
    }

    @Test func `is one of the service's, or its context says what it is`() async throws {
        try await APIFixture.run { fixture async throws in
            let named = try await fixture.send(.post, "/workflows/test", #"{"workflow":"W"}"#)
            #expect(try named.json()["status"] == "SUCCEEDED")
            let asking = #"""
                {"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"n.$":"$$.Execution.Name"},"End":true}}}
                """#
            let more = #","context":{"Execution":{"Name":"007"}}"#
            let answer = try await fixture.send(
                .post,
                "/workflows/test",
                Self.body(more, asking)
            )
            #expect(try answer.json()["output"] == ["n": "007"], "\(answer.text)")
        }
    }

    @Test(arguments: [
        (
            #"{"text":"{\n \"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"}}}"}"#,
            "invalid-workflow", ["/States/A/Next 2"]
        ),
        (
            body(#","tasks":{"Gone":{"result":1},"Charge":{}}"#), "invalid-trial",
            ["/tasks", "/tasks"]
        ),
        (body(#","context":{"Execution":{"Name":1}}"#), "invalid-trial", ["/context"]),
        (body(#","input":1,"context":{"Execution":{"Input":2}}"#), "invalid-trial", ["/context"]),
        (body(#","cases":{"cases":[{}]}"#), "invalid-trial", ["/cases"]),
    ])
    func `is refused with every fault`(body: String, type: String, places: [String]) async throws {
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/workflows/test", body)
            #expect(answer.status == 422, "\(answer.text)")
            let problem = try answer.json()
            #expect(problem["type"]?.string == "/problems/\(type)")
            let found = problem["errors"]?.array?.compactMap { error in
                let line = error["line"]?.int.map { " \($0)" } ?? ""
                return error["isWarning"] == true
                    ? nil : "\(error["pointer"]?.string ?? "")\(line)"
            }
            #expect(found?.prefix(places.count) == places[...], "\(answer.text)")
        }
    }

    @Test(arguments: [
        (#","workflow":"W""#, "either workflow or definition"),
        (#","mocks":{}"#, "mocks go with cases"),
        (#","cases":{"cases":[]},"tasks":{}"#, "tasks stands in each of the cases"),
        (#","task":{}"#, "task means nothing here"),
    ])
    func `is asked for in one way`(more: String, detail: String) async throws {
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/workflows/test", Self.body(more))
            #expect(answer.status == 400)
            #expect(try answer.json()["detail"]?.string?.contains(detail) == true, "\(answer.text)")
        }
    }

    @Test func `has cases, and how much of it they reach`() async throws {
        let cases = #"""
            ,"cases":{"definition":"passed.over","cases":[
              {"name":"paid","tasks":{"Charge":[{"error":"Busy"},{"result":{}}]},"expect":{"status":"SUCCEEDED"}},
              {"name":"otherwise","tasks":{"Charge":{"result":{}}},"expect":{"status":"FAILED","output":1}}]}
            """#
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/workflows/test", Self.body(cases))
            #expect(answer.status == 200, "\(answer.text)")
            let document = try answer.json()
            #expect(document["cases"]?[0] == ["name": "paid", "passed": true, "detail": ""])
            #expect(document["cases"]?[1]?["passed"] == false)
            let detail =
                "status: expected FAILED, but was SUCCEEDED\noutput: expected 1, but was {}"
            #expect(document["cases"]?[1]?["detail"] == .string(detail))
            #expect(
                document["coverage"]?["states"] == ["covered": 3, "of": 4, "missing": ["Sorry"]]
            )
            #expect(
                document["coverage"]?["transitions"] == [
                    "covered": 3, "of": 4,
                    "missing": ["catcher 1 of Charge (Declined) → Sorry"],
                ]
            )
        }
    }

    @Test func `ends as on AWS when it is endless`() async throws {
        let endless =
            #"{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Choice","Default":"A","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"C"}]},"C":{"Type":"Succeed"}}}"#
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/workflows/test", Self.body("", endless))
            let document = try answer.json()
            #expect(document["status"] == "FAILED")
            #expect(document["events"]?.array?.count == 25_000)
        }
    }

    @Test func `ends sooner when it says much`() async throws {
        let endless =
            #"{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Choice","Default":"A","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"C"}]},"C":{"Type":"Succeed"}}}"#
        let much = #","input":{"y":"\#(String(repeating: "y", count: 100_000))"}"#
        try await APIFixture.run { fixture async throws in
            let answer = try await fixture.send(.post, "/workflows/test", Self.body(much, endless))
            let document = try answer.json()
            #expect(document["status"] == "RUNNING")
            #expect(document["stopped"]?.string?.contains("8388608 bytes") == true)
            #expect(answer.bytes.count > WorkflowTrials.largestHistory)
            #expect(answer.bytes.count < 2 * WorkflowTrials.largestHistory)
        }
    }

    @Test func `waits until two others have ended`() async throws {
        try await APIFixture.run { fixture async throws in
            let trials = try #require(fixture.api.parts.orders.trials)
            func run() async throws -> APIAnswer {
                try await fixture.send(.post, "/workflows/test", #"{"workflow":"W"}"#)
            }
            let refused = try await trials.runs.takingAll { try await run() }
            #expect(refused.status == 503)
            #expect(refused.fields[.retryAfter] == "2")
            #expect(try refused.json()["type"] == "/problems/too-many-at-once")
            #expect(try await run().status == 200)
        }
    }
}
