import ArgumentParser
import Foundation
import OrderStoreSQLite

/// `orderd store …`: the file of the store, also while a service works on it.
struct StoreCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Verify, back up and count the store's file, also while the service runs.",
        subcommands: [Verify.self, BackUp.self, Statistics.self]
    )

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look at the whole file: exit 0 when nothing is wrong, 1 otherwise."
        )

        @OptionGroup var options: SettingsOptions

        func run() throws {
            let findings = try StoreCommands.file(options).verify()
            guard findings.isEmpty else {
                StandardError.write(findings.map { $0 + "\n" }.joined())
                throw ExitCode.failure
            }
            print("ok")
        }
    }

    struct BackUp: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "backup",
            abstract: "Copy the store as of this moment into a new file.",
            discussion:
                "To restore it, stop the service and put the copy in the place of orders.sqlite, without -wal and -shm files."
        )

        @OptionGroup var options: SettingsOptions

        @Argument(help: "The file to make.", completion: .file())
        var target: String

        func run() throws {
            try StoreCommands.file(options).backUp(to: target, at: Date())
            print(target)
        }
    }

    struct Statistics: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stats",
            abstract: "Count what the file holds."
        )

        @OptionGroup var options: SettingsOptions

        func run() throws {
            for (name, value) in try StoreCommands.file(options).statistics() {
                print("\(name): \(value)")
            }
        }
    }

    private static func file(_ options: SettingsOptions) throws -> StoreFile {
        let settings = try options.read(ProcessInfo.processInfo.environment)
        return StoreFile(path: settings.data.file)
    }
}

extension Settings.Data {
    /// The path of the store's file.
    var file: String { URL(filePath: directory).appending(path: "orders.sqlite").path }
}
