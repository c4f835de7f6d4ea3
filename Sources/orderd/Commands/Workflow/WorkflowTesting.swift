import ArgumentParser
import Foundation
import JSON
import StatesLanguage

/// `orderd workflow test`: runs of a workflow offline, and what must come of them.
struct WorkflowTesting: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run files of cases against their workflows.",
        discussion: """
            Exits 0 when every case comes out as it says, 1 otherwise, and 2 when a file cannot be used. \
            What no case reached is told: states, transitions, retriers, catchers.

              {"definition": "workflow.asl.json",
               "cases": [{"name": "a busy till is tried again", "input": {"id": 1},
                          "tasks": {"Charge": [{"error": "Busy"}, {"result": {"paid": 1}}]},
                          "expect": {"status": "SUCCEEDED", "output": {"paid": 1},
                                     "path": ["Charge"], "seconds": 1}}]}

            tasks is written as for orderd workflow run. With "mocks": "MockConfigFile.json" in the file, \
            a case can say "mock": "MACHINE#CASE" instead.
            """
    )

    @Argument(help: "Files of cases.", completion: .file(extensions: ["json"]))
    var files: [String]

    @Flag(help: "Fail also when a part of a workflow was not reached.")
    var complete = false

    @Option(
        help: "The type that the definitions are for: STANDARD or EXPRESS.",
        transform: MachineType.read
    )
    var type = MachineType.standard

    @Option(help: "aws: AWS's quotas end a run, as there; orderd: the service's own.")
    var limits = LimitsOption.aws

    @OptionGroup var output: OutputOptions

    func run() async throws {
        var isSound = true
        var reports: [JSONValue] = []
        for path in files {
            let report = try await report(of: try WorkflowFile(path))
            isSound = isSound && report.isSound && !(complete && !report.unreached.isEmpty)
            if output.isText {
                print(Terminal.wrapped(report.text(of: path)))
            } else {
                reports.append(report.json(of: path))
            }
        }
        if !output.isText { print(JSONValue.array(reports)) }
        if !isSound { throw ExitCode.failure }
    }

    private func report(of file: WorkflowFile) async throws -> WorkflowTest.Report {
        let test: WorkflowTest
        do {
            test = try WorkflowTest(parsing: file.text)
        } catch {
            throw file.refuse(error)
        }
        let definition = try file.neighbour(test.definition)
        return await test.report(
            on: Interpreter(
                machine: try definition.machine(type),
                limits: limits.limits,
                digests: .openSSL
            ),
            mocks: try test.mocks.map { try file.neighbour($0).text },
            context: .offline(machine: definition.name, startTime: Date(), type: type)
        )
    }
}

extension WorkflowTest.Report {
    fileprivate func text(of path: String) -> String {
        var lines = [path]
        for result in results {
            lines.append((result.faults.isEmpty ? "  ok      " : "  FAILED  ") + result.name)
            lines += result.faults.map { "          \($0)" }
        }
        let failed = results.count { !$0.faults.isEmpty }
        lines.append("\(results.count) case\(results.count == 1 ? "" : "s"), \(failed) failed")
        lines += unreached.map { "not reached: \($0)" }
        return lines.joined(separator: "\n")
    }

    fileprivate func json(of path: String) -> JSONValue {
        [
            "file": .string(path),
            "cases": .array(
                results.map { result in
                    [
                        "name": .string(result.name),
                        "faults": .array(result.faults.map { .string($0) }),
                    ]
                }
            ),
            "unreached": .array(unreached.map { .string("\($0)") }),
        ]
    }
}
