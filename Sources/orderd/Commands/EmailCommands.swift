import AWS
import ArgumentParser
import Foundation
import Integrations
import JSON
import Orders

/// `orderd email …`: what is sent for an order.
struct EmailCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "email",
        abstract: "See the e-mail of an order before one is sent.",
        subcommands: [Preview.self]
    )

    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show the e-mail that an order gets: subject, text, HTML and the raw message.",
            discussion: "Nothing is sent, and no AWS credentials are needed."
        )

        @OptionGroup var options: SettingsOptions

        @Option(
            help: "The order as JSON, or - for standard input.",
            completion: .file(extensions: ["json"])
        )
        var order: String

        @Option(
            help: "Write the raw message to this file, which mail programs open.",
            completion: .file(extensions: ["eml"])
        )
        var output: String?

        @Flag(help: "Print a JSON object.")
        var json = false

        func run() async throws {
            do {
                let files = try files(ProcessInfo.processInfo.environment)
                let sample = try SampleOrder(order).value
                let composition = try await compose(sample, files)
                for gap in composition.gaps {
                    for name in gap.names {
                        StandardError.write(
                            "warning: \(gap.template): the order has nothing for {{\(name)}}\n"
                        )
                    }
                }
                guard let output else {
                    let preview = EmailPreview(composition.message.email)
                    return print(json ? Terminal.json(preview.json.text) : preview.text)
                }
                try write(composition.message.email, to: output)
            } catch let faults as SettingFaults {
                StandardError.write("there is nothing to show:\n\(faults)\n")
                throw ExitCode(ExitCodes.configuration)
            }
        }

        /// What is sent, by the settings alone: a sender that is not set is made up, as with the sandbox.
        private func files(_ environment: [String: String]) throws(SettingFaults) -> StartUpFiles {
            var settings = try options.read(environment)
            if settings.email.sender.isEmpty {
                StandardError.write("warning: email.sender is not set: one is made up\n")
            }
            settings.sandbox.isEnabled = true
            var faults: [SettingFault] = []
            guard let files = StartUpFiles(settings, &faults) else {
                throw SettingFaults(faults: faults)
            }
            return files
        }

        private func compose(
            _ sample: JSONValue,
            _ files: StartUpFiles
        ) async throws(SettingFaults) -> Composition<PreparedEmail> {
            let customer = sample["customerEmail"]?.string ?? ""
            if let other = sample["customerEmail"], other.string == nil {
                throw fault("customerEmail is a JSON \(other.kind), and a string is wanted")
            }
            let number = sample["orderId"]?.string ?? "001"
            guard let id = OrderID(number) else {
                throw fault("orderId \"\(number)\" is no order's number: it has \(OrderID.rule)")
            }
            do {
                let address = try EmailAddress(customer)
                return try await EmailComposer(files.messages.email)
                    .email(to: address.mailbox, for: sample, as: id, visit: 1)
            } catch let problem as EmailAddress.Fault {
                throw fault("customerEmail \(problem.rawValue)")
            } catch {
                throw fault("\(error)")
            }
        }

        private func fault(_ problem: String) -> SettingFaults {
            SettingFaults(faults: [SettingFault(place: order, problem: problem)])
        }

        private func write(_ email: Email, to path: String) throws {
            guard let raw = email.raw else {
                let problem = "SES writes the message of its own template; there is no raw one here"
                throw SettingFaults(faults: [
                    SettingFault(place: "email.sesTemplate", problem: problem)
                ])
            }
            do {
                try Data(raw).write(to: URL(filePath: path))
            } catch {
                StandardError.write("\(path): cannot be written: \(error.explanation)\n")
                throw ExitCode(ExitCodes.unusable)
            }
            print("\(path): \(raw.count) bytes")
        }
    }
}
