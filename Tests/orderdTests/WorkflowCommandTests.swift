import Foundation
import JSON
import TestClosing
import Testing

/// `orderd workflow` as it is called.
@Suite(.closingPrograms)
struct `The workflow command` {
    private static let definition = #"""
        {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true, "Resource": "arn:aws:lambda:us-east-1:1:function:ProcessOrderFunction"}}}
        """#

    @Test(arguments: [
        (
            #"{"Charge": {"result": {"paid": 1}}}"#,
            #"{"status":"SUCCEEDED","output":"{\"paid\":1}"}"#, 0
        ),
        (
            #"{"Charge": {"error": "Busy", "cause": "why"}}"#,
            #"{"status":"FAILED","error":"Busy","cause":"why"}"#, 1
        ),
    ])
    func `runs a definition`(tasks: String, output: String, status: Int32) async throws {
        let answer = try await orderd(["run", "definition", "--tasks", "tasks"], ["tasks": tasks])
        #expect(answer.text == output + "\n")
        #expect(answer.status == status)
    }

    @Test func `tells the history`() async throws {
        let tasks = #"{"Charge": {"result": 1, "after": 5}}"#
        let arguments = ["run", "definition", "--history", "--format", "text", "--tasks", "tasks"]
        let answer = try await orderd(arguments, ["tasks": tasks])
        #expect(answer.text.contains("5.000 s  LambdaFunctionSucceeded"))
        #expect(answer.text.hasSuffix("SUCCEEDED after 5.000 s of virtual time\n1\n"))
    }

    @Test func `refuses a definition with a comment, and says where`() async throws {
        let answer = try await orderd(
            ["validate", "--format", "text", "commented"],
            ["commented": "{\n  // first\n}"]
        )
        let hint = "commented:2:3: error: JSON has no comments: use the field Comment"
        #expect(answer.text.contains(hint))
        #expect(answer.status == 1)
    }

    /// What is right on AWS and nothing here performs: a warning offline, and where it is to run an error.
    @Test func `tells of what the service does not perform`() async throws {
        let definition = Self.definition.replacing("ProcessOrderFunction", with: "Charge")
        let files = ["charge": definition, "tasks": #"{"Charge": {"result": 1}}"#]
        let told =
            "Nothing here performs arn:aws:lambda:us-east-1:1:function:Charge, which is no function of this service"
        let valid = try await orderd(["validate", "--format", "text", "charge"], files)
        #expect(valid.text.contains("charge:1:74: warning: \(told)"), "\(valid.text)")
        #expect(valid.status == 0)
        let run = try await orderd(["run", "charge", "--tasks", "tasks"], files)
        #expect(run.text.contains("warning: \(told)"), "\(run.text)")
        #expect(run.text.contains(#"{"status":"SUCCEEDED","output":"1"}"#))
        #expect(run.status == 0)
    }

    @Test(arguments: ["check", "serve"])
    func `and what is to run there is refused for it`(command: String) async throws {
        let folder = try TestFolder.make()
        let definition = Self.definition.replacing("ProcessOrderFunction", with: "Charge")
        try Data(definition.utf8).write(to: folder.appending(path: "charge"))
        let (status, text) = try await Command.run(
            Repository.program.path,
            [command, "--sandbox", "--set", "workflow.file=charge", "--data", "data"],
            in: folder
        )
        #expect(
            text.contains("charge:1:74: ORDERD_NOT_PERFORMED: Nothing here performs"),
            "\(text)"
        )
        #expect(status == 78)
    }

    @Test func `says which file cannot be used`() async throws {
        let arguments = ["run", "definition", "--tasks", "tasks"]
        let answer = try await orderd(arguments, ["tasks": #"{"A": 1}"#])
        #expect(answer.text.contains("tasks: A: the definition has no state of this name"))
        #expect(answer.status == 2)
    }

    /// Runs a command in a folder of its own with these files.
    private func orderd(
        _ arguments: [String],
        _ files: [String: String]
    ) async throws -> (text: String, status: Int32) {
        let folder = try TestFolder.make()
        for (name, text) in files.merging(["definition": Self.definition], uniquingKeysWith: { $1 })
        {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["workflow"] + arguments,
            in: folder
        )
        return (text, status)
    }
}
