import ArgumentParser
import Glibc
import Integrations
import StatesLanguage

/// `orderd workflow`: what can be done with a definition, without a service and with one.
struct WorkflowCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow",
        abstract:
            "Validate, test, draw and run workflows offline, and see those of a running service.",
        subcommands: [
            WorkflowRun.self, WorkflowTesting.self, WorkflowValidate.self, WorkflowGraph.self,
            WorkflowList.self, WorkflowShow.self, WorkflowReload.self,
        ]
    )
}

/// How a command shows what it found.
struct OutputOptions: ParsableArguments {
    @Option(help: "text, json, or auto: text on a terminal and JSON elsewhere.")
    var format = OutputFormat.auto

    @Flag(help: "The same as --format json.")
    var json = false

    var isText: Bool { !json && format.isText }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// Text on a terminal, JSON elsewhere.
    case auto
    case json
    case text

    var isText: Bool {
        switch self {
        case .auto: isatty(STDOUT_FILENO) == 1
        case .json: false
        case .text: true
        }
    }
}

/// What a run may use.
enum LimitsOption: String, ExpressibleByArgument, CaseIterable {
    case aws
    case orderd

    var limits: InterpreterLimits {
        switch self {
        case .aws: .aws
        case .orderd: InterpreterLimits()
        }
    }
}

extension MachineType {
    /// Reads the option `--type`.
    static func read(_ text: String) throws -> MachineType {
        guard let type = MachineType(rawValue: text) else {
            throw ValidationError("the type is STANDARD or EXPRESS, not \(text)")
        }
        return type
    }
}

extension TaskSupport {
    /// What the service performs, where a definition is only looked at: AWS performs the rest.
    static let offline = TaskSupport(.warning, objection: TaskCatalog.objection)
}
