import ArgumentParser
import Foundation
import JSON
import StatesLanguage

/// `orderd workflow run`: one execution offline, in virtual time.
struct WorkflowRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a workflow offline: a Wait of a year takes no time.",
        discussion: """
            Prints one JSON object {"status", "output", "error", "cause", "events"}, and text on a \
            terminal. Exits 0 only when the execution succeeded, 1 when it did not, 2 when a file \
            cannot be used.

            --tasks says how each Task state ends, attempt by attempt; the last outcome is repeated:
              {"Charge": [{"error": "Busy", "cause": "why"}, {"timeout": true},
                          {"result": {"paid": 1}, "after": 2.5}]}
            AWS's MockConfigFile.json is read as well; --test-case names one of its cases.
            """
    )

    @Argument(help: "The definition.", completion: .file(extensions: ["json"]))
    var definition: String

    @Option(help: "The execution's input; - is standard input.", completion: .file())
    var input: String?

    @Option(help: "How the tasks end.", completion: .file(extensions: ["json"]))
    var tasks: String?

    @Option(help: "A test case of AWS's mock configuration: CASE or MACHINE#CASE.")
    var testCase: String?

    @Flag(help: "Tell the history's events too.")
    var history = false

    @Option(help: "What the context object says: {\"Execution\": {\"Name\": …}}.")
    var context: String?

    @Option(help: "STANDARD or EXPRESS.", transform: MachineType.read)
    var type = MachineType.standard

    @Option(help: "aws: AWS's quotas end a run, as there; orderd: the service's own.")
    var limits = LimitsOption.aws

    @Option(help: "text, json, or auto: text on a terminal and JSON elsewhere.")
    var format = OutputFormat.auto

    func run() throws {
        let file = try WorkflowFile(definition)
        let machine: StateMachine
        do {
            machine = try StateMachine(parsing: file.text, type: type, support: .offline)
            file.warn(of: machine)
        } catch {
            throw refuse(file, error)
        }
        let input = try readInput()
        var script = try readScript(machine)
        let interpreter = Interpreter(machine: machine, limits: limits.limits, digests: .openSSL)
        let offline = OfflineRun(interpreter) { script.next(for: $0) }
        // In a box: what is empty has no address, and ThreadSanitizer looks at the one that is passed.
        var random: any RandomNumberGenerator = SystemRandomNumberGenerator()
        let outcome = offline.run(
            input: input.value,
            inputText: input.text,
            context: try readContext(file.name),
            random: &random
        )
        let report = RunReport(outcome: outcome, showsHistory: history)
        for warning in outcome.warnings { StandardError.write("warning: \(warning)\n") }
        print(format.isText ? report.text : report.json.text)
        if !report.hasSucceeded { throw ExitCode.failure }
    }

    private func readInput() throws -> (value: JSONValue, text: String) {
        guard let input else { return (.object(JSONObject()), "{}") }
        let file = try WorkflowFile(input)
        do {
            return (try JSONValue(parsing: file.text), String(decoding: file.text, as: UTF8.self))
        } catch {
            let (line, column) = error.position(in: file.text)
            let fault = "line \(line), column \(column): \(error.reason)"
            throw file.refuse(ScriptError(faults: [fault]))
        }
    }

    private func readScript(_ machine: StateMachine) throws -> TaskScript {
        guard let tasks else { return TaskScript() }
        let file = try WorkflowFile(tasks)
        do {
            guard TaskScript.isMockConfiguration(file.text) else {
                return try TaskScript(parsing: file.text, for: machine)
            }
            return try TaskScript(mockConfiguration: file.text, testCase: testCase, for: machine)
        } catch {
            throw file.refuse(error)
        }
    }

    private func readContext(_ name: String) throws -> ExecutionContext {
        let own = ExecutionContext.offline(machine: name, startTime: Date(), type: type)
        guard let context else { return own }
        let file = try WorkflowFile(context)
        do {
            return try own.replaced(byContextObject: file.text)
        } catch {
            throw file.refuse(error)
        }
    }

    private func refuse(_ file: WorkflowFile, _ error: DefinitionError) -> ExitCode {
        if format.isText {
            StandardError.write(error.diagnostics.text(in: file) + "\n")
        } else {
            print(JSONValue.object(error.json))
        }
        return ExitCode(ExitCodes.unusable)
    }
}
