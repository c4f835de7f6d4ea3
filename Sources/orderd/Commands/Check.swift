import AWS
import ArgumentParser
import Formats
import Foundation
import HTTP
import Integrations
import JSON
import Logging
import Orders
import Sockets
import StatesLanguage

/// `orderd check`: finds what would keep the service from working, before it is started.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Check settings, workflow, data directory, credentials and SES; all faults at once."
    )

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Do not call AWS.")
    var offline = false

    @Option(
        help: "An order as JSON: say what the templates find nothing for in it.",
        completion: .file(extensions: ["json"])
    )
    var sample: String?

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        do {
            let startUp = try options.startUp(environment)
            let settings = startUp.settings
            print("settings, workflow and data directory: in order")
            for path in startUp.files.builtIn { print("built in: \(path)") }
            for path in startUp.tightened {
                StandardError.write(
                    "warning: others could read \(path): its rights were tightened\n"
                )
            }
            for warning in startUp.workflow.machine.warnings {
                StandardError.write("warning: \(startUp.files.workflowPlace): \(warning)\n")
            }
            try checkTemplates(startUp.files.templates)
            guard let access = startUp.aws else { return print("sandbox: AWS is not called") }
            let faults = try await faults(of: access, settings)
            guard faults.isEmpty else { throw SettingFaults(faults: faults) }
        } catch let faults as SettingFaults {
            StandardError.write("orderd would not work:\n\(faults)\n")
            throw ExitCode(ExitCodes.configuration)
        }
    }

    /// Fills the templates in with the sample.
    private func checkTemplates(_ templates: ProcessOrderFunction.Templates) throws {
        guard let sample else { return }
        let file = try WorkflowFile(sample)
        let order: JSONValue
        do {
            order = try JSONValue(parsing: file.text)
        } catch {
            let (line, column) = error.position(in: file.text)
            let place = "\(sample):\(line):\(column)"
            throw SettingFaults(faults: [SettingFault(place: place, problem: error.reason)])
        }
        guard order.object != nil else {
            let problem = "is \(order.kind), and an order is an object"
            throw SettingFaults(faults: [SettingFault(place: sample, problem: problem)])
        }
        for template in templates.all {
            for name in template.message(for: order).missing {
                StandardError.write(
                    "warning: \(template.place): \(sample) has nothing for {{\(name)}}\n"
                )
            }
        }
    }

    private func faults(of access: AWSAccess, _ settings: Settings) async throws -> [SettingFault] {
        for warning in access.warnings { StandardError.write("warning: \(warning)\n") }
        guard !offline else { return Self.offlineFaults(access) }
        let group = try EventLoopGroup(count: 1)
        defer { group.shutdown() }
        // What the log would say is printed here.
        let silent = Logger(label: "orderd") { _ in SwiftLogNoOpLogHandler() }
        let aws = try AWSConnection(access, settings.aws, on: group.loops[0], logger: silent)
        defer { aws.shutDown() }
        let faults = await credentialsFaults(aws)
        guard faults.isEmpty else { return faults }
        return await accountFaults(aws, settings)
    }

    /// What the settings say of credentials; nobody is asked for any.
    private static func offlineFaults(_ access: AWSAccess) -> [SettingFault] {
        guard case .settings(let settings) = access.place else { return [] }
        do throws(CredentialsError) {
            guard let source = try settings.credentialsSource() else {
                return [missing(settings.lookedAt)]
            }
            print("credentials: from \(source), which was not asked")
            return []
        } catch {
            return [SettingFault(place: "credentials", problem: "\(error)")]
        }
    }

    private func credentialsFaults(_ aws: AWSConnection) async -> [SettingFault] {
        do {
            guard let found = try await aws.credentials.credentials(at: Date()) else {
                return [Self.missing(aws.credentials.name)]
            }
            let end = found.expiration.map { ", until \(Timestamp.text($0))" } ?? ""
            print("credentials: key \(found.ending) from \(aws.credentials.name)\(end)")
            return []
        } catch {
            return [SettingFault(place: "credentials", problem: "\(error)")]
        }
    }

    private static func missing(_ lookedAt: String) -> SettingFault {
        let problem =
            "there are none in \(lookedAt). Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
            + "name a profile in AWS_PROFILE, or give the machine a role"
        return SettingFault(place: "credentials", problem: problem)
    }

    /// What SES itself says about the account.
    private func accountFaults(_ aws: AWSConnection, _ settings: Settings) async -> [SettingFault] {
        let region = aws.access.region
        do {
            let account = try await aws.sesClient()
                .account(deadline: .now + settings.aws.requestTimeout)
            let mode =
                account.hasProductionAccess ? "production" : "sandbox: verified addresses only"
            print("SES in \(region): \(mode), \(account.maximumRate) e-mails a second")
            guard account.isSendingEnabled else {
                let problem =
                    "sending is switched off for this account (\(account.enforcementStatus))"
                return [SettingFault(place: "SES", problem: problem)]
            }
            return []
        } catch let error as AWSError where error.serviceError?.status == 404 {
            // What stands in for AWS often sends and knows no more; AWS itself always has an account.
            print("SES in \(region): reached, and tells nothing of its account")
            return []
        } catch {
            return [SettingFault(place: "SES", problem: "\(error)")]
        }
    }
}
