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
                          {"result": {"paid": 1}, "after": 2.5}],
               "Approve": {"submitted": {"MessageId": "m"}, "heartbeats": [20, 45],
                           "error": null, "after": 60}}
            An outcome is one of
              "result": VALUE           it succeeds
              "error": TEXT             it fails, with a "cause" or without; null: no name
              "timeout": true           nothing is heard of it until HeartbeatSeconds or
                                        TimeoutSeconds are over
              "heartbeatTimeout": true  the same, for a state with HeartbeatSeconds
            "after" are the seconds until then. Of a .waitForTaskToken or .sync state "submitted" is what \
            the call itself answers, and the outcome is the callback's or the job's; null says that the call \
            itself fails. At the seconds of "heartbeats" a callback or an activity gives a sign of life. A \
            heartbeat that fails to come is told as States.Timeout, as AWS tells it, and is matched as \
            States.HeartbeatTimeout too.
            Of a Map with an ItemReader the result is its items, an array or an object. A ResultWriter succeeds \
            unless a member MAP/ResultWriter says otherwise.
            AWS's MockConfigFile.json is read as well; --test-case names one of its cases.

            --context is a context object as AWS has it ($$, $states.context), or parts of it. Taken from it \
            are Execution (Id, Input, Name, RoleArn, StartTime, RedriveCount, RedriveTime) and StateMachine \
            (Id, Name). Input is the input, in the place of --input; the run's clock begins at StartTime. \
            State, Task and Map are of one moment: the run has its own.

            A file can be a pipe, such as <(jq …), and one of them - for standard input; 16 MiB at most.
            """
    )

    @Argument(help: "The definition; - is standard input.", completion: .file(extensions: ["json"]))
    var definition: String

    @Option(help: "The execution's input; - is standard input.", completion: .file())
    var input: String?

    @Option(help: "How the tasks end.", completion: .file(extensions: ["json"]))
    var tasks: String?

    @Option(help: "A test case of AWS's mock configuration: CASE or MACHINE#CASE.")
    var testCase: String?

    @Flag(help: "Tell the history's events too.")
    var history = false

    @Option(
        help: "The context object, or parts of it: {\"Execution\": {\"Name\": …}}.",
        completion: .file()
    )
    var context: String?

    @Option(help: "STANDARD or EXPRESS.", transform: MachineType.read)
    var type = MachineType.standard

    @Option(help: "aws: AWS's quotas end a run, as there; orderd: the service's own.")
    var limits = LimitsOption.aws

    @OptionGroup var output: OutputOptions

    func run() throws {
        let file = try WorkflowFile(definition)
        let machine: StateMachine
        do {
            machine = try StateMachine(parsing: file.text, type: type, support: .offline)
            file.warn(of: machine)
        } catch {
            throw refuse(file, error)
        }
        let recorded = try readContext(file.name)
        let input = try readInput(recorded)
        var script = try readScript(machine)
        let interpreter = Interpreter(machine: machine, limits: limits.limits, digests: .openSSL)
        let offline = OfflineRun(interpreter) { script.next(for: $0) }
        // In a box: what is empty has no address, and ThreadSanitizer looks at the one that is passed.
        var random: any RandomNumberGenerator = SystemRandomNumberGenerator()
        let outcome = offline.run(
            input: input.value,
            inputText: input.text,
            context: recorded.context,
            random: &random
        )
        let report = RunReport(outcome: outcome, showsHistory: history)
        for warning in outcome.warnings { StandardError.write("warning: \(warning)\n") }
        if let stop = outcome.stop { StandardError.write("warning: \(stop)\n") }
        print(
            output.isText
                ? Terminal.wrapped(report.text(width: Terminal.width))
                : Terminal.json(report.json.text)
        )
        if !report.hasSucceeded { throw ExitCode.failure }
    }

    private func readInput(
        _ recorded: (context: ExecutionContext, object: ContextObject?)
    ) throws -> (value: JSONValue, text: String) {
        let given = try input.map(WorkflowFile.init)
        do {
            let value = try given.map { try JSONValue(parsing: $0.text) }
            let input = try recorded.object?.input(beside: value) ?? value ?? [:]
            return (input, given.map { String(decoding: $0.text, as: UTF8.self) } ?? input.text)
        } catch let error as ScriptError {
            StandardError.write("--context: \(error)\n")
            throw ExitCode(ExitCodes.unusable)
        } catch let error as JSONError {
            guard let given else { throw error }
            let (line, column) = error.position(in: given.text)
            let fault = "line \(line), column \(column): \(error.reason)"
            throw given.refuse(ScriptError(faults: [fault]))
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

    private func readContext(
        _ name: String
    ) throws -> (context: ExecutionContext, object: ContextObject?) {
        let own = ExecutionContext.offline(machine: name, startTime: Date(), type: type)
        guard let context else { return (own, nil) }
        let file = try WorkflowFile(context)
        do {
            let object = try ContextObject(parsing: file.text, over: own)
            return (object.context, object)
        } catch {
            throw file.refuse(error)
        }
    }

    private func refuse(_ file: WorkflowFile, _ error: DefinitionError) -> ExitCode {
        if output.isText {
            StandardError.write(error.diagnostics.text(in: file) + "\n")
        } else {
            print(JSONValue.object(error.json))
        }
        return ExitCode(ExitCodes.unusable)
    }
}
