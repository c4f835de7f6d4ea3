import ArgumentParser
import Foundation
import StatesLanguage

/// A file that a command was given.
struct WorkflowFile {
    /// Its path, or `-` for standard input.
    let path: String
    let text: [UInt8]

    init(_ path: String) throws {
        self.path = path
        do {
            let data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data()
                : try Data(contentsOf: URL(filePath: path))
            text = Array(data)
        } catch {
            StandardError.write("\(path): cannot be read: \(error.explanation)\n")
            throw ExitCode(ExitCodes.unusable)
        }
    }

    /// The file's name without its endings.
    var name: String {
        let file = path == "-" ? "workflow" : URL(filePath: path).lastPathComponent
        return file.split(separator: ".").first.map(String.init) ?? file
    }

    /// Tells what is wrong with the file, and ends the command.
    func refuse(_ error: ScriptError) -> ExitCode {
        let lines = error.faults.map { "\(path): \($0)\n" }
        StandardError.write(lines.joined())
        return ExitCode(ExitCodes.unusable)
    }
}
