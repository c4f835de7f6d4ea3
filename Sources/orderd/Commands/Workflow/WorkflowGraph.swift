import ArgumentParser
import StatesLanguage

/// `orderd workflow graph`: a definition as a diagram.
struct WorkflowGraph: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Print a workflow as a Mermaid state diagram."
    )

    @Argument(help: "The definition; - is standard input.", completion: .file(extensions: ["json"]))
    var definition: String

    @Option(
        help: "The type that the definition is for: STANDARD or EXPRESS.",
        transform: MachineType.read
    )
    var type = MachineType.standard

    func run() throws {
        let file = try WorkflowFile(definition)
        print(MermaidGraph.text(of: try file.machine(type)))
    }
}
