import ArgumentParser
import Foundation
import HTTP
import Integrations
import Logging
import Orders
import Sockets

/// `orderd alerts …`: who is told of what is wrong.
struct AlertsCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "Try whether people are told of what is wrong.",
        subcommands: [Test.self]
    )

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send a test alert to each of the topic, the addresses and the webhook.",
            discussion: """
                It reads the settings as the service does, and needs none that runs. Its type is alert.test.
                """
        )

        @OptionGroup var options: SettingsOptions

        func run() async throws {
            do {
                try await test(try options.startUp(ProcessInfo.processInfo.environment))
            } catch let faults as SettingFaults {
                StandardError.write("orderd would not work:\n\(faults)\n")
                throw ExitCode(ExitCodes.configuration)
            }
        }

        private func test(_ startUp: StartUp) async throws {
            guard startUp.alerts.isOn else {
                StandardError.write(
                    "nobody is told of anything: set alerts.topic, alerts.email or alerts.webhook\n"
                )
                throw ExitCode.failure
            }
            let group = try EventLoopGroup(count: 1)
            defer { group.shutdown() }
            let faults = try await AlertTrial(startUp, on: group.loops[0]).faults()
            for fault in faults { StandardError.write("\(fault)\n") }
            if !faults.isEmpty { throw ExitCode.failure }
        }
    }
}

/// Sends a test alert by each way.
struct AlertTrial {
    let startUp: StartUp
    let loop: EventLoop

    init(_ startUp: StartUp, on loop: EventLoop) {
        self.startUp = startUp
        self.loop = loop
    }

    /// Why it was not taken, by each way that did not take it; where it was is printed.
    func faults() async throws -> [SettingFault] {
        let plan = startUp.alerts
        let clock = SystemClock()
        var targets: [any AlertTarget] = []
        var close: () -> Void = {}
        if let access = startUp.aws {
            let aws = try AWSConnection(
                access,
                startUp.settings.aws,
                polls: 0,
                on: loop,
                logger: Logger(label: "orderd") { _ in SwiftLogNoOpLogHandler() }
            )
            close = aws.shutDown
            targets += try plan.makeTargets(startUp.files.messages, aws, beside: [:], clock: clock)
        } else {
            print("sandbox: AWS is not called, and the webhook alone is tried")
        }
        defer { close() }
        let proxies = startUp.aws?.proxies ?? ProxySettings()
        let client = try plan.makeClient(through: proxies, on: loop)
        defer { client?.shutDown() }
        if let webhook = plan.makeWebhookTarget(client, clock: clock) { targets.append(webhook) }
        let token = String(UInt64.random(in: .min ... .max), radix: 36)
        let message = AlertMessage.test(from: plan.service, token: token, at: clock.now)
        var faults: [SettingFault] = []
        for target in targets {
            let place = "alerts.\(target.way.rawValue)"
            switch await target.send(message) {
            case .accepted: print("\(place): took the test \(message.id)")
            case .failed(let reason, _):
                faults.append(SettingFault(place: place, problem: reason))
            case .gone:
                let problem = "the receiver wants no more (410)"
                faults.append(SettingFault(place: place, problem: problem))
            case .postponed: continue
            }
        }
        return faults
    }
}
