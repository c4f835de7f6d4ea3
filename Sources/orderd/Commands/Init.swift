import ArgumentParser
import Foundation

/// `orderd init`: the built-in workflow, templates and settings as files, to be changed.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the built-in settings, workflow and templates out as files.",
        discussion: """
            They go into config/ under the folder. A service that is started there reads them; one that finds none runs on the \
            built-in ones. Nothing that is there is overwritten unless --force says so.
            """
    )

    @Argument(help: "The folder.", completion: .directory)
    var folder = "."

    @Flag(help: "Overwrite the files that are there.")
    var force = false

    func run() throws {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        let files = BuiltInFile.allCases.map { ($0, root.appending(path: $0.path)) }
        if !force {
            let present = files.map(\.1.relativePath).filter(FileManager.default.fileExists)
            guard present.isEmpty else {
                let lines = present.map { "\($0): is there already; --force overwrites it\n" }
                StandardError.write(lines.joined() + "Nothing was written.\n")
                throw ExitCode(ExitCodes.unusable)
            }
        }
        for (file, url) in files {
            do {
                try write(file, to: url)
            } catch {
                let path = url.relativePath
                StandardError.write("\(path): cannot be written: \(error.explanation)\n")
                throw ExitCode(ExitCodes.unusable)
            }
        }
        let width = files.map(\.0.path.count).max() ?? 0
        for (file, _) in files {
            let path = file.path.padding(toLength: width, withPad: " ", startingAt: 0)
            print("\(path)  \(file.purpose)")
        }
        let quoted = "'\(folder.replacing("'", with: #"'\''"#))'"
        let start = folder == "." ? "" : "cd -- \(quoted) && "
        print("\nNext: \(start)orderd check --sandbox && orderd serve --sandbox")
    }

    /// Writes a file that every user may read, whatever the umask: the service is another one than who installs it.
    private func write(_ file: BuiltInFile, to url: URL) throws {
        try makeFolder(url.deletingLastPathComponent())
        try Data(file.contents).write(to: url, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: url.path)
    }

    private func makeFolder(_ url: URL) throws {
        guard !FileManager.default.fileExists(atPath: url.path) else { return }
        try makeFolder(url.deletingLastPathComponent())
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    }
}
