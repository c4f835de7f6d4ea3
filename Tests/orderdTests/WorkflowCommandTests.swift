import Foundation
import JSON
import TestClosing
import Testing

@testable import orderd

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
        #expect(answer.text.contains("5.000 s  Charge  LambdaFunctionSucceeded"))
        #expect(answer.text.hasSuffix("SUCCEEDED after 5.000 s of virtual time\n1\n"))
    }

    /// Through a shell, which makes the pipes.
    @Test(arguments: [
        #"cat definition | "$0" workflow run - --tasks <(cat tasks)"#,
        #""$0" workflow run <(cat definition) --tasks - < tasks"#,
        #""$0" workflow run /dev/stdin --tasks tasks < definition"#,
        #"mkfifo pipe; cat definition > pipe & "$0" workflow run pipe --tasks tasks"#,
        #""$0" workflow run definition --tasks tasks --context <(echo '{"Execution": {"Input": 3}}')"#,
    ])
    func `reads pipes`(line: String) async throws {
        let answer = try await shell(line, ["tasks": #"{"Charge": {"result": 1}}"#])
        #expect(answer.text == #"{"status":"SUCCEEDED","output":"1"}"# + "\n")
        #expect(answer.status == 0)
    }

    @Test(arguments: [
        (#""$0" workflow validate ."#, ".: is a folder, not a file"),
        (#""$0" workflow graph nowhere"#, "nowhere: there is no such file"),
        (#""$0" workflow run /dev/zero"#, "/dev/zero: is larger than 16 MiB"),
        (#""$0" workflow run - --tasks - < definition"#, "-: standard input can be read only once"),
        (
            #""$0" workflow run definition --input tasks --context <(echo '{"Execution": {"Input": 3}}')"#,
            "--context: Execution/Input: the input is given elsewhere already"
        ),
    ])
    func `says what cannot be read`(line: String, part: String) async throws {
        let answer = try await shell(line, ["tasks": "{}"])
        #expect(answer.text.contains(part))
        #expect(answer.status != 0)
    }

    @Test func `has lines for a terminal of 80 columns`() async throws {
        let definition = #"""
            {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:ProcessOrderFunction", "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 3}], "End": true}}}
            """#
        let tasks =
            #"{"Charge": [{"error": "Busy", "cause": "\#(String(repeating: "店 ", count: 60))"}, {"error": null}]}"#
        let answer = try await shell(
            #"COLUMNS=80 "$0" workflow run definition --tasks tasks --history --format text"#,
            ["definition": definition, "tasks": tasks]
        )
        let timeline = answer.text.split(separator: "\n\n")[0].split(separator: "\n")
        for line in timeline { #expect(TerminalText.width(of: String(line)) <= 80) }
        #expect(
            timeline.contains { $0.contains("0.000 s  Charge  LambdaFunctionFailed     Busy: 店 店") }
        )
        #expect(
            timeline.contains {
                $0.contains("3.000 s  Charge  LambdaFunctionScheduled  retry after 3.000 s, arn:")
            }
        )
        #expect(
            timeline.contains { $0.contains("LambdaFunctionFailed     without error and cause") }
        )
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

    private static let foreign = definition.replacing(
        "arn:aws:lambda:us-east-1:1:function:ProcessOrderFunction",
        with: "arn:aws:states:::aws-sdk:s3:listBuckets"
    )

    /// What is right on AWS and nothing here performs: a warning offline, and where it is to run an error.
    @Test func `tells of what the service does not perform`() async throws {
        let files = ["charge": Self.foreign, "tasks": #"{"Charge": {"result": 1}}"#]
        let told =
            "Nothing here performs arn:aws:states:::aws-sdk:s3:listBuckets, which is no service that is called here"
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
        try Data(Self.foreign.utf8).write(to: folder.appending(path: "charge"))
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
        try await command(Repository.program.path, ["workflow"] + arguments, files)
    }

    /// Runs a line of bash, in which the program is `$0`.
    private func shell(
        _ line: String,
        _ files: [String: String]
    ) async throws -> (text: String, status: Int32) {
        try await command("/bin/bash", ["-c", line, Repository.program.path], files)
    }

    private func command(
        _ program: String,
        _ arguments: [String],
        _ files: [String: String]
    ) async throws -> (text: String, status: Int32) {
        let folder = try TestFolder.make()
        for (name, text) in files.merging(
            ["definition": Self.definition],
            uniquingKeysWith: { given, _ in given }
        ) {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        let (status, text) = try await Command.run(program, arguments, in: folder)
        return (text, status)
    }
}
