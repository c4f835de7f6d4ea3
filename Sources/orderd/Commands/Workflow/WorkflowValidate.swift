import ArgumentParser
import Foundation
import JSON
import StatesLanguage

/// `orderd workflow validate`: everything that is wrong with definitions, before anything runs.
struct WorkflowValidate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Say everything that is wrong or doubtful about definitions.",
        discussion: "Exits 0 when every definition can be run, also with warnings, and 1 otherwise."
    )

    @Argument(help: "Definitions; - is standard input.", completion: .file(extensions: ["json"]))
    var files: [String]

    @Option(
        help: "The type that the definitions are for: STANDARD or EXPRESS.",
        transform: MachineType.read
    )
    var type = MachineType.standard

    @OptionGroup var output: OutputOptions

    func run() throws {
        var reports: [JSONValue] = []
        var isSound = true
        for path in files {
            let file = try WorkflowFile(path)
            let diagnostics = StateMachine.validate(
                file.text,
                type: type,
                support: .offline
            )
            isSound = isSound && !diagnostics.contains { $0.severity == .error }
            if output.isText {
                print(Terminal.wrapped(diagnostics.text(in: file)))
            } else {
                reports.append(.object(diagnostics.report(of: file)))
            }
        }
        if !output.isText { print(JSONValue.array(reports)) }
        if !isSound { throw ExitCode.failure }
    }
}

extension [Diagnostic] {
    /// Lines as compilers write them, and how many there are.
    func text(in file: WorkflowFile) -> String {
        let errors = count { $0.severity == .error }
        let warnings = count - errors
        let lines = map { diagnostic in
            let place = diagnostic.position.map { ":\($0.line):\($0.column)" } ?? ""
            let severity = diagnostic.severity.rawValue.lowercased()
            let location = diagnostic.pointer.map { " at \($0.isEmpty ? "/" : $0)" } ?? ""
            let message = diagnostic.hint ?? diagnostic.message
            return "\(file.path)\(place): \(severity): \(message)\(location)"
                + " [\(diagnostic.code.rawValue)]"
        }
        let sum =
            isEmpty
            ? "in order"
            : "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
        return (lines + ["\(file.path): \(sum)"]).joined(separator: "\n")
    }

    /// AWS's answer, with the file and with each fault's line, column and JSON pointer.
    fileprivate func report(of file: WorkflowFile) -> JSONObject {
        var report: JSONObject = ["file": .string(file.path)]
        report["result"] = contains { $0.severity == .error } ? "FAIL" : "OK"
        report["diagnostics"] = .array(
            map { diagnostic in
                var members = diagnostic.json
                if let pointer = diagnostic.pointer { members["pointer"] = .string(pointer) }
                if let position = diagnostic.position {
                    members["line"] = .number(position.line)
                    members["column"] = .number(position.column)
                }
                return .object(members)
            }
        )
        return report
    }
}
