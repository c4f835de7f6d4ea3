import ArgumentParser
import Foundation
import StatesLanguage

/// A file that a command was given.
struct WorkflowFile {
    /// Its path, or `-` for standard input.
    let path: String
    let text: [UInt8]
    /// Whether it has a name and a folder, which a pipe has not.
    private let isRegular: Bool

    init(_ path: String) throws {
        self.path = path
        do {
            let file = try InputFile(path)
            (text, isRegular) = (file.bytes, file.isRegular)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode(ExitCodes.unusable)
        }
    }

    /// The file's name without its endings.
    var name: String {
        let file = isRegular && path != "-" ? URL(filePath: path).lastPathComponent : "workflow"
        return file.split(separator: ".").first.map(String.init) ?? file
    }

    /// The definition that the file holds; its faults end the command, and its warnings are told.
    func machine(_ type: MachineType) throws -> StateMachine {
        do {
            let machine = try StateMachine(parsing: text, type: type, support: .offline)
            warn(of: machine)
            return machine
        } catch {
            StandardError.write(error.diagnostics.text(in: self) + "\n")
            throw ExitCode(ExitCodes.unusable)
        }
    }

    /// Tells what is allowed in the definition and probably not meant.
    func warn(of machine: StateMachine) {
        guard !machine.warnings.isEmpty else { return }
        StandardError.write(machine.warnings.text(in: self) + "\n")
    }

    /// A file that this one names, relative to itself, or to the working folder when it came through a pipe.
    func neighbour(_ name: String) throws -> WorkflowFile {
        guard isRegular, path != "-" else { return try WorkflowFile(name) }
        let folder = URL(filePath: path).deletingLastPathComponent()
        return try WorkflowFile(URL(filePath: name, relativeTo: folder).path)
    }

    /// Tells what is wrong with the file, and ends the command.
    func refuse(_ error: ScriptError) -> ExitCode {
        let lines = error.faults.map { "\(path): \($0)\n" }
        StandardError.write(lines.joined())
        return ExitCode(ExitCodes.unusable)
    }
}
