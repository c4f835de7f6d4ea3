import Foundation
import JSON
import TestProcesses
import Testing

/// `orderd workflow` as it is called.
@Suite(.timeLimit(.minutes(5)))
struct `The workflow command` {
    private static let definition = #"""
        {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true, "Resource": "arn:aws:lambda:us-east-1:1:function:Charge"}}}
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
    func `runs a definition`(tasks: String, output: String, status: Int32) throws {
        let answer = try orderd(["run", "definition", "--tasks", "tasks"], ["tasks": tasks])
        #expect(answer.output == output + "\n")
        #expect(answer.status == status)
    }

    @Test func `tells the history`() throws {
        let tasks = #"{"Charge": {"result": 1, "after": 5}}"#
        let arguments = ["run", "definition", "--history", "--format", "text", "--tasks", "tasks"]
        let answer = try orderd(arguments, ["tasks": tasks])
        #expect(answer.output.contains("5.000 s  LambdaFunctionSucceeded"))
        #expect(answer.output.hasSuffix("SUCCEEDED after 5.000 s of virtual time\n1\n"))
    }

    @Test func `refuses a definition with a comment, and says where`() throws {
        let answer = try orderd(
            ["validate", "--format", "text", "commented"],
            ["commented": "{\n  // first\n}"]
        )
        let hint = "commented:2:3: error: JSON has no comments: use the field Comment"
        #expect(answer.output.contains(hint))
        #expect(answer.status == 1)
    }

    @Test func `says which file cannot be used`() throws {
        let answer = try orderd(["run", "definition", "--tasks", "tasks"], ["tasks": #"{"A": 1}"#])
        #expect(answer.output.contains("tasks: A: the definition has no state of this name"))
        #expect(answer.status == 2)
    }

    /// Runs a command in a folder of its own with these files.
    private func orderd(
        _ arguments: [String],
        _ files: [String: String]
    ) throws -> (output: String, status: Int32) {
        let folder = try Repository.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files.merging(["definition": Self.definition], uniquingKeysWith: { $1 })
        {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let child = try ChildProcess(
            Repository.program.path,
            ["workflow"] + arguments,
            environment: ProcessInfo.processInfo.environment,
            in: folder
        )
        let output = try child.output.readToEnd() ?? Data()
        return (String(decoding: output, as: UTF8.self), child.wait())
    }
}
