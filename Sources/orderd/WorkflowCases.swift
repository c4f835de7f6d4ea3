import Glibc
import JSON
import Orders

/// The cases that lie beside a workflow's definition: those of `Refunds.asl.json` are in `Refunds.tests.json`.
struct WorkflowCases {
    /// Those of what the program carries, as long as no file is in its place.
    private let builtIn: [UInt8]?
    private let path: String

    /// The most bytes of cases that are shown.
    static let maximumSize = 1_048_576

    /// The cases of the workflow of that name, where the settings say that its definition lies.
    init(of name: String, _ settings: Settings.Workflow) {
        guard name == settings.name else {
            (builtIn, path) = (nil, "\(settings.directory)/\(name).tests.json")
            return
        }
        let file = settings.file.isEmpty ? BuiltInFile.workflow.path : settings.file
        path = Self.path(beside: file)
        let isBuiltIn = settings.file.isEmpty && BuiltInFile.workflow.isAbsent
        builtIn = isBuiltIn ? BuiltInFile.workflowTests.contents : nil
    }

    private static func path(beside definition: String) -> String {
        for ending in [WorkflowFolder.suffix, ".json"] where definition.hasSuffix(ending) {
            return definition.dropLast(ending.count) + ".tests.json"
        }
        return definition + ".tests.json"
    }

    /// Reads them, waiting for the disk; nil when there are none.
    func read() -> WorkflowDesk.Cases? {
        do {
            guard let text = try builtIn ?? file() else { return nil }
            do throws(JSONError) {
                return .document(try JSONValue(parsing: text))
            } catch {
                let (line, column) = error.position(in: text)
                return .unreadable("\(path):\(line):\(column): \(error.reason)")
            }
        } catch {
            return .unreadable("\(error)")
        }
    }

    private func file() throws(InputFile.Unreadable) -> [UInt8]? {
        guard access(path, F_OK) == 0 else { return nil }
        try InputFile.refusePipe(path, because: "cases are read whenever they are asked for")
        return try InputFile(path, maximumSize: Self.maximumSize, flags: O_NONBLOCK).bytes
    }
}
