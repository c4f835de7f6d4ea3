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
            for proxy in access.proxies.summary { print("proxy: \(proxy)") }
            let sender = startUp.files.messages.email.sender.address.mailbox
            let faults = try await faults(of: access, settings, sender)
            guard faults.isEmpty else { throw SettingFaults(faults: faults) }
        } catch let faults as SettingFaults {
            StandardError.write("orderd would not work:\n\(faults)\n")
            throw ExitCode(ExitCodes.configuration)
        }
    }

    /// Fills the templates in with the sample.
    private func checkTemplates(_ templates: [MessageTemplate]) throws {
        guard let sample else { return }
        let order = try SampleOrder(sample).value
        for template in templates {
            for name in template.message(for: order).missing {
                StandardError.write(
                    "warning: \(template.place): \(sample) has nothing for {{\(name)}}\n"
                )
            }
        }
    }

    private func faults(
        of access: AWSAccess,
        _ settings: Settings,
        _ sender: String
    ) async throws -> [SettingFault] {
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
        return await accountFaults(aws, settings, sender)
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
    private func accountFaults(
        _ aws: AWSConnection,
        _ settings: Settings,
        _ sender: String
    ) async -> [SettingFault] {
        do {
            let standing = try await SESStanding.ask(
                aws.sesClient(),
                sender: sender,
                deadline: .now + settings.aws.requestTimeout
            )
            print(Self.line(standing))
            for warning in standing.warnings { StandardError.write("warning: SES: \(warning)\n") }
            return standing.faults.map { SettingFault(place: "SES", problem: $0) }
        } catch {
            return [SettingFault(place: "SES", problem: "\(error)")]
        }
    }

    private static func line(_ standing: SESStanding) -> String {
        let place = "SES in \(standing.region): "
        guard let account = standing.account else {
            return place + "reached, and tells nothing of its account"
        }
        let mode = account.hasProductionAccess ? "production" : "sandbox: verified addresses only"
        let quota = account.dailyQuota.map { ", \(Int($0)) in 24 hours" } ?? ""
        return place + "\(mode), \(account.maximumRate) recipients a second\(quota)"
    }
}
