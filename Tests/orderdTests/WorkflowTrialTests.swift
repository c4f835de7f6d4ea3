import Foundation
import JSON
import TestClosing
import Testing

/// What the service says of a definition, and what the shell does.
@Suite(.closingPrograms)
struct `A definition, in the service and in the shell` {
    private static let post = ["-H", "Content-Type: application/json", "-d"]

    private static func service() async throws -> ServiceProcess {
        try await ServiceProcess(["--sandbox"], data: try TestFolder.make())
    }

    private static func shell(
        _ arguments: [String],
        _ files: [String: String]
    ) async throws -> JSONValue {
        let folder = try TestFolder.make()
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let (_, text) = try await Command.run(
            Repository.program.path,
            ["workflow"] + arguments + ["--json"],
            in: folder
        )
        // Warnings stand before it.
        let line = text.split(separator: "\n").last { $0.hasPrefix("{") || $0.hasPrefix("[") }
        return try JSONValue(parsing: String(line ?? ""))
    }

    private static let definitions = [
        "{\n  // no\n}", #"{"StartAt":"A","States":{}}"#,
        """
        {"StartAt":"A","States":{
          "A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:listBuckets","Next":"B"},
          "B":{"Type":"Pass","Parameters":{"x.$":"$.["},"Next":"C"},
          "D":{"Type":"Wait","End":true}}}
        """,
        #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:listBuckets","End":true}}}"#,
    ]

    @Test func `has the same faults at the same places`() async throws {
        let service = try await Self.service()
        for definition in Self.definitions {
            let told = try await Self.shell(
                ["validate", "workflow.asl.json"],
                ["workflow.asl.json": definition]
            )
            let body: JSONValue = ["text": .string(definition)]
            let answer = try await service.curl("/workflows/validate", Self.post + [body.text])
            let found = try answer.json()
            #expect((told[0]?["result"] == "OK") == (found["valid"] == true))
            let wanted = told[0]?["diagnostics"]?.array ?? []
            #expect(!wanted.isEmpty)
            #expect(
                (found["diagnostics"]?.array ?? []).map(Self.place)
                    == wanted.map { fault in
                        var fault = fault.object ?? [:]
                        fault["isWarning"] = .bool(fault["severity"] == "WARNING")
                        return Self.place(.object(fault))
                    },
                "\(answer.body)"
            )
        }
    }

    private static func place(_ fault: JSONValue) -> [JSONValue] {
        [
            fault["pointer"] ?? "", fault["line"] ?? .null, fault["column"] ?? .null,
            fault["code"] ?? .null, fault["isWarning"] ?? .null,
        ]
    }

    @Test func `runs alike, event by event`() async throws {
        let definition = #"""
            {"StartAt":"Charge","States":{
              "Charge":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","HeartbeatSeconds":30,
                "Parameters":{"QueueUrl":"q","MessageBody":{"id.$":"$.id"}},"ResultPath":"$.paid",
                "Retry":[{"ErrorEquals":["States.Timeout"],"MaxAttempts":1}],"Next":"All"},
              "All":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":2,"End":true,
                "ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","SecondsPath":"$","Next":"P"},
                  "P":{"Type":"Pass","End":true}}}}}}
            """#
        let tasks =
            #"{"Charge":[{"heartbeatTimeout":true},{"result":1,"heartbeats":[20],"after":40}]}"#
        let context = #"""
            {"Execution":{"Name":"n","StartTime":"2027-01-01T00:00:00.000Z","Input":{"id":7,"items":[3,1,2]}}}
            """#
        let told = try await Self.shell(
            [
                "run", "workflow.asl.json", "--tasks", "tasks.json", "--context", "context.json",
                "--history",
            ],
            ["workflow.asl.json": definition, "tasks.json": tasks, "context.json": context]
        )
        let body = #"{"definition":\#(definition),"tasks":\#(tasks),"context":\#(context)}"#
        let answer = try await Self.service().curl("/workflows/test", Self.post + [body])
        let found = try answer.json()
        #expect(found["status"] == "SUCCEEDED", "\(answer.body)")
        #expect(found["status"] == told["status"])
        #expect(found["output"]?.text == told["output"]?.string)
        let events = Self.comparable(found["events"])
        #expect(events.count > 30)
        #expect(events == Self.comparable(told["events"]))
    }

    /// Events without the tokens, which are random.
    private static func comparable(_ events: JSONValue?) -> [JSONValue] {
        (events?.array ?? []).map { event in
            var event = event.object ?? [:]
            event["taskScheduledEventDetails"] = event["taskScheduledEventDetails"]?["resource"]
            return .object(event)
        }
    }
}
