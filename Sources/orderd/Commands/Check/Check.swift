import AWS
import ArgumentParser
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
            "Check settings, workflow, data directory, functions, credentials, SES, SNS and SQS; all faults at once."
    )

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Do not call AWS.")
    var offline = false

    @Flag(
        help: ArgumentHelp(
            "Send one e-mail to SES's mailbox simulator and one notice to the topic.",
            discussion: "Whoever has subscribed to the topic gets the notice."
        )
    )
    var send = false

    @Option(
        name: .customLong("print"),
        help: "Print what the settings lead to, and check nothing: policy, the IAM policy."
    )
    var printed: Printed?

    @Option(
        help: "An order as JSON: say what the templates find nothing for in it.",
        completion: .file(extensions: ["json"])
    )
    var sample: String?

    @Flag(help: "Print one JSON object: ok, notes, warnings and faults.")
    var json = false

    enum Printed: String, ExpressibleByArgument, CaseIterable {
        case policy
    }

    func validate() throws {
        if send, offline { throw ValidationError("--send calls AWS, and --offline forbids it") }
    }

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let report = CheckReport(asJSON: json)
        do {
            if printed != nil { return try printPolicy(environment) }
            try await check(try options.startUp(environment), report)
            report.end([])
        } catch let faults as SettingFaults {
            report.end(faults.faults)
            throw ExitCode(ExitCodes.configuration)
        }
    }

    private func check(_ startUp: StartUp, _ report: CheckReport) async throws {
        report.note("settings, workflow and data directory: in order")
        for path in startUp.files.builtIn { report.note("built in: \(path)") }
        for path in startUp.tightened {
            report.warn("others could read \(path): its rights were tightened")
        }
        let workflows = startUp.files.workflows
        for workflow in workflows.all {
            let place = workflows.places[workflow.name] ?? workflow.name
            for warning in workflow.machine.warnings {
                report.warn("\(place): \(warning)")
            }
        }
        try await checkSample(startUp.files, report)
        for warning in startUp.awsWarnings { report.warn(warning) }
        for line in startUp.alerts.summary { report.note(line) }
        var faults: [SettingFault] = []
        if let plan = startUp.functions {
            faults += try await FunctionCheck.faults(plan.configuration, report)
        }
        if let access = startUp.aws {
            for proxy in access.proxies.summary { report.note("proxy: \(proxy)") }
            faults +=
                offline
                ? AccountCheck.offlineFaults(access, report)
                : try await accountFaults(startUp, access, report)
        } else {
            report.note("sandbox: AWS is not called")
        }
        guard faults.isEmpty else { throw SettingFaults(faults: faults) }
    }

    /// Writes e-mail and notice for the sample, and says what it lacks.
    private func checkSample(_ files: StartUpFiles, _ report: CheckReport) async throws {
        guard let sample else { return }
        let order = try SampleOrder(sample).value
        var faults: [SettingFault] = []
        for template in files.templates {
            for name in template.message(for: order).missing {
                report.warn("\(template.place): \(sample) has nothing for {{\(name)}}")
            }
        }
        do throws(CompositionFault) {
            _ = try await EmailComposer(files.messages.email)
                .email(to: AccountCheck.simulator, for: order, as: .check, visit: 1)
        } catch {
            faults.append(SettingFault(place: sample, problem: "\(error)"))
        }
        do throws(CompositionFault) {
            _ = try NoticeComposer(files.messages.notice).notice(for: order, as: .check, visit: 1)
        } catch {
            faults.append(SettingFault(place: sample, problem: "\(error)"))
        }
        guard faults.isEmpty else { throw SettingFaults(faults: faults) }
    }

    private func accountFaults(
        _ startUp: StartUp,
        _ access: AWSAccess,
        _ report: CheckReport
    ) async throws -> [SettingFault] {
        let group = try EventLoopGroup(count: 1)
        defer { group.shutdown() }
        // What the log would say is printed here.
        let silent = Logger(label: "orderd") { _ in SwiftLogNoOpLogHandler() }
        let settings = startUp.settings.aws
        let aws = try AWSConnection(
            access,
            settings,
            polls: startUp.settings.polls,
            on: group.loops[0],
            logger: silent
        )
        defer { aws.shutDown() }
        let check = try AccountCheck(
            aws,
            startUp.files.messages,
            timeout: settings.requestTimeout,
            report
        )
        let needed = NeededPolicy(
            startUp.settings,
            startUp.files,
            startUp.schedules,
            region: access.region
        )
        let queues = QueueCheck(
            aws: aws,
            needed: needed.queues,
            timeout: settings.requestTimeout,
            report: report
        )
        var faults = await check.credentialsFaults()
        guard faults.isEmpty else { return faults }
        faults = await check.faults()
        if let topic = startUp.alerts.topic { faults += await check.alertFaults(topic) }
        faults += await queues.faults(startUp.settings.allQueues)
        guard send else { return faults }
        guard faults.isEmpty else {
            report.note("nothing was sent, since that would fail")
            return faults
        }
        return await check.send(try sample.map { try SampleOrder($0).value })
    }

    /// The policy, and nothing else on standard output.
    private func printPolicy(_ environment: [String: String]) throws {
        let settings = try options.read(environment)
        var faults: [SettingFault] = []
        guard let files = StartUpFiles(settings, &faults) else {
            throw SettingFaults(faults: faults)
        }
        let region = AWSAccess.region(environment)
        let schedules = SchedulePlan(settings, files.workflows, region: region, &faults)
        guard faults.isEmpty else { throw SettingFaults(faults: faults) }
        let needed = NeededPolicy(settings, files, schedules, region: region)
        print(PolicyStatement.policy(needed.all).prettyText)
    }
}
