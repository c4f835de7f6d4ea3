import AWS
import ArgumentParser
import Foundation
import HTTP
import Integrations
import JSON
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
            let faults = await faults(of: access, settings)
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

    private func faults(of access: AWSAccess, _ settings: Settings) async -> [SettingFault] {
        do {
            guard let found = try await access.credentials.credentials(at: Date()) else {
                let problem = "there are none in \(access.credentials.name)"
                return [SettingFault(place: "credentials", problem: problem)]
            }
            print("\(found): found")
        } catch {
            return [SettingFault(place: "credentials", problem: "\(error)")]
        }
        return offline ? [] : await accountFaults(access, settings)
    }

    /// What SES itself says about the account.
    private func accountFaults(_ access: AWSAccess, _ settings: Settings) async -> [SettingFault] {
        do {
            let group = try EventLoopGroup(count: 1)
            defer { group.shutdown() }
            let http = try access.httpClient(settings.aws, on: group.loops[0])
            defer { http.shutDown() }
            let account = try await access.sesClient(http)
                .account(deadline: .now + settings.aws.requestTimeout)
            let mode =
                account.hasProductionAccess ? "production" : "sandbox: verified addresses only"
            print("SES in \(access.region): \(mode), \(account.maximumRate) e-mails a second")
            guard account.isSendingEnabled else {
                let problem =
                    "sending is switched off for this account (\(account.enforcementStatus))"
                return [SettingFault(place: "SES", problem: problem)]
            }
            return []
        } catch let error as AWSError where error.serviceError?.status == 404 {
            // What stands in for AWS often sends and knows no more; AWS itself always has an account.
            print("SES in \(access.region): reached, and tells nothing of its account")
            return []
        } catch {
            return [SettingFault(place: "SES", problem: "\(error)")]
        }
    }
}
