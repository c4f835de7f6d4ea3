import ArgumentParser
import Foundation
import JSON
import OrderStoreSQLite

/// `orderd store …`: the file of the store, also while a service works on it.
struct StoreCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract:
            "Verify, back up and count the store's file, also while the service runs; recover it.",
        subcommands: [Verify.self, BackUp.self, Statistics.self, Recover.self]
    )

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look at the whole file: exit 0 when nothing is wrong, 1 otherwise.",
            discussion: """
                  orderd store verify --data /var/lib/orderd
                  orderd store verify --json | jq -r '.findings[]'
                """
        )

        @OptionGroup var options: SettingsOptions

        @Flag(help: "Print a JSON object with the findings, of which there may be none.")
        var json = false

        func run() throws {
            let file = try StoreCommands.file(options)
            // SQLite does not tell how far its own check has come.
            let progress = Progress(title: "verifying")
            let findings = try ProgressLine.during(progress, done: { 0 }, work: file.verify)
            if json {
                let list = JSONValue.array(findings.map { .string($0) })
                print(Terminal.json(JSONValue.object(["findings": list]).text))
                if !findings.isEmpty { throw ExitCode.failure }
                return
            }
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
            discussion: """
                  orderd store backup /backup/orders-2026-12-01.sqlite

                To restore it, stop the service, remove orders.sqlite-wal and orders.sqlite-shm, and put the copy in the place of \
                orders.sqlite. A copy starts paused, with the orders held that were unfinished in it: what was sent since it was \
                made it does not know. config/README.md tells the steps.
                """
        )

        @OptionGroup var options: SettingsOptions

        @Argument(help: "The file to make.", completion: .file())
        var target: String

        func run() throws {
            let (file, copy) = (try StoreCommands.file(options), target + StoreFile.partial)
            let path = try options.read(ProcessInfo.processInfo.environment).data.file
            let progress = Progress(title: "copying", total: ProgressLine.size(of: path))
            try ProgressLine.during(
                progress,
                done: { ProgressLine.size(of: copy) },
                work: { try file.backUp(to: target, at: Date()) }
            )
            print(target)
        }
    }

    struct Statistics: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stats",
            abstract: "Count what the file holds."
        )

        @OptionGroup var options: SettingsOptions

        @Flag(help: "Print a JSON object.")
        var json = false

        func run() throws {
            let figures = try StoreCommands.file(options).statistics()
            if json {
                let members = figures.map { ($0.name, JSONValue.number($0.value)) }
                return print(JSONValue.object(JSONObject(members)).text)
            }
            for (name, value) in figures {
                print("\(name): \(value)")
            }
        }
    }

    struct Recover: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show what can be made of a store that is refused, and with --choose make it.",
            discussion: """
                For a store whose write-ahead log is damaged, cut off or gone. The service must be stopped. Without --choose \
                nothing is changed; with it, the files as they were stay in a folder beside the store.
                """
        )

        @OptionGroup var options: SettingsOptions

        @Option(
            help:
                "file: without the log; before: up to the damage; all: with all that the log holds.",
            transform: { text in
                guard let name = Recovery.Choice.Name(rawValue: text) else {
                    throw ValidationError("choose file, before or all")
                }
                return name
            }
        )
        var choose: Recovery.Choice.Name?

        func run() throws {
            let settings = try options.read(ProcessInfo.processInfo.environment)
            let path = settings.data.file
            do {
                guard let recovery = try Recovery(path: path) else {
                    return print("\(path) opens as it is: there is nothing to recover")
                }
                defer { recovery.close() }
                guard let choose else { return print(RecoveryReport(recovery, path).text) }
                guard recovery.choices.contains(where: { $0.name == choose }) else {
                    throw ValidationError("there is no choice \(choose.rawValue) for this store")
                }
                let kept = try recovery.apply(choose, at: Date())
                print(
                    "\(path) is taken as \(choose.rawValue); the files as they were are in \(kept)"
                )
            } catch let fault as OpenFault {
                StandardError.write("nothing can be recovered here: \(fault)\n")
                throw ExitCode.failure
            }
        }
    }

    private static func file(_ options: SettingsOptions) throws -> StoreFile {
        let settings = try options.read(ProcessInfo.processInfo.environment)
        return StoreFile(path: settings.data.file)
    }
}

/// What a person sees who decides how a store is to be taken.
private struct RecoveryReport {
    let text: String

    init(_ recovery: Recovery, _ path: String) {
        var lines = ["\(recovery.fault)", ""]
        lines.append("choice  transactions  missing  orders    newest order          state")
        for choice in recovery.choices {
            let columns = [
                choice.name.rawValue.padded(to: 8),
                "\(choice.transactions)".padded(to: 14),
                (choice.missing.map { "\($0)" } ?? "?").padded(to: 9),
                "\(choice.orders)".padded(to: 10),
                (choice.newest?.formatted(.iso8601) ?? "-").padded(to: 22),
                choice.findings.isEmpty
                    ? "whole"
                    : "\(choice.findings.count) finding\(choice.findings.count == 1 ? "" : "s")",
            ]
            lines.append(columns.joined())
        }
        for choice in recovery.choices where !choice.findings.isEmpty {
            lines.append("")
            lines.append("\(choice.name.rawValue):")
            lines += choice.findings.prefix(10).map { "  \($0)" }
            if choice.findings.count > 10 {
                lines.append("  and \(choice.findings.count - 10) more")
            }
        }
        lines += ["", Self.advice]
        text = lines.joined(separator: "\n")
    }

    private static let advice = """
        "missing" are transactions that were acknowledged and that the choice gives up;
        "?": nobody can tell. What lacks any starts paused with its unfinished orders
        held, since it does not know what was sent since.
        file    is the file as the log was last copied into it.
        before  keeps what is whole in front of the damage.
        all     keeps what follows too; a row that is damaged is found when it is
                read, and its order is held. Rows of an earlier version have no
                checksums to find it by: then it starts paused too.
        Nothing is changed until orderd store recover --choose NAME is run.
        """
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}

extension Settings.Data {
    /// The path of the store's file.
    var file: String { URL(filePath: directory).appending(path: "orders.sqlite").path }
}
