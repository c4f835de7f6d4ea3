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

    func run() throws {
        let file = try WorkflowFile(definition)
        print(MermaidGraph.text(of: try file.machine(.standard)))
    }
}
