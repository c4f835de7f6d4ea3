import AWS
import Formats
import Foundation
import Integrations
import JSON
import Orders

/// What AWS says about the credentials, the sender and the topic: every call that only reads is tried.
struct AccountCheck {
    let aws: AWSConnection
    let messages: ProcessOrderFunction.Configuration
    let ses: SESClient
    let sns: SNSClient
    private let timeout: Duration
    private let report: CheckReport

    init(
        _ aws: AWSConnection,
        _ messages: ProcessOrderFunction.Configuration,
        timeout: Duration,
        _ report: CheckReport
    ) throws {
        self.report = report
        self.aws = aws
        self.messages = messages
        self.timeout = timeout
        ses = try aws.sesClient()
        sns = try aws.snsClient()
    }

    var deadline: ContinuousClock.Instant { .now + timeout }

    private var region: String { aws.access.region }

    /// Everything that is wrong with the sender and the topic, each told once; what is in order is printed.
    func faults() async -> [SettingFault] { await senderFaults() + topicFaults() }

    /// Why there are no credentials, without which nothing else can be asked.
    func credentialsFaults() async -> [SettingFault] {
        do {
            guard let found = try await aws.credentials.credentials(until: deadline) else {
                return [Self.missing(aws.credentials.name)]
            }
            let end = found.expiration.map { ", until \(Timestamp.text($0))" } ?? ""
            report.note("credentials: key \(found.ending) from \(aws.credentials.name)\(end)")
            return []
        } catch {
            return [SettingFault(place: "credentials", problem: "\(error)")]
        }
    }

    private func senderFaults() async -> [SettingFault] {
        let sender = messages.email.sender.address.mailbox
        do {
            let standing = try await SESStanding.ask(ses, sender: sender, deadline: deadline)
            report.note(Self.line(standing))
            for denied in standing.denied { tellDenied(denied) }
            for warning in standing.warnings { report.warn("SES: \(warning)") }
            return (standing.faults + [standing.identityFault].compactMap(\.self))
                .map { SettingFault(place: "SES", problem: $0) }
        } catch {
            return [explained("SES", error)]
        }
    }

    private func topicFaults() async -> [SettingFault] {
        await faults(ofTopic: messages.notice.topic, "SNS", "the topic is there")
    }

    /// What is wrong with the topic that alerts go to.
    func alertFaults(_ topic: String) async -> [SettingFault] {
        await faults(ofTopic: topic, "alerts.topic", "the topic of alerts is there")
    }

    private func faults(
        ofTopic topic: String,
        _ place: String,
        _ success: String
    ) async -> [SettingFault] {
        do {
            try await sns.findTopic(topic, deadline: deadline)
            report.note("SNS in \(region): \(success)")
            return []
        } catch {
            if let fault = error.serviceError, fault.isDenied {
                tellDenied(fault.deniedAction ?? "sns:GetTopicAttributes")
                return []
            }
            return [explained(place, error)]
        }
    }

    /// AWS's words, and ours.
    private func explained(
        _ place: String,
        _ error: AWSError,
        from sender: String = ""
    ) -> SettingFault {
        let advice = SendExplanation(error, in: region, from: sender).advice
        return SettingFault(place: place, problem: "\(error)\(advice.map { "; \($0)" } ?? "")")
    }

    /// Reading is denied, which keeps no order from being sent: with the statement that a policy lacks.
    private func tellDenied(_ action: String) {
        report.warn(Self.denial(of: action, needed))
    }

    /// What the credentials must be allowed.
    private var needed: [PolicyStatement] {
        SendingPermissions.statements(messages.email, messages.notice, region: region)
    }

    static func denial(of action: String, _ statements: [PolicyStatement]) -> String {
        let missing = statements.first { statement in
            statement.actions.contains { $0.lowercased() == action.lowercased() }
        }
        let text = missing.map { "; their policy lacks this statement:\n\($0.document.prettyText)" }
        return "\(action) is denied to these credentials\(text ?? "")"
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

// Without asking anybody.
extension AccountCheck {
    /// What the settings say of credentials.
    static func offlineFaults(
        _ access: AWSAccess,
        _ report: CheckReport
    ) -> [SettingFault] {
        guard case .settings(let settings) = access.place else { return [] }
        do throws(CredentialsError) {
            guard let source = try settings.credentialsSource() else {
                return [missing(settings.lookedAt)]
            }
            report.note("credentials: from \(source), which was not asked")
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
}

// What nobody can be asked about: there is no dry run of a send.
extension AccountCheck {
    /// SES's mailbox simulator, which takes every e-mail.
    static let simulator = "success@simulator.amazonses.com"

    /// Sends one e-mail to the simulator and one notice, of that order or of one that is made up.
    func send(_ sample: JSONValue?) async -> [SettingFault] {
        let order = sample ?? ["orderId": "orderd-check", "customerEmail": .string(Self.simulator)]
        return await sendEmail(order) + publish(order)
    }

    private func sendEmail(_ order: JSONValue) async -> [SettingFault] {
        // Nobody else gets it.
        var configuration = messages.email
        (configuration.cc, configuration.bcc) = ([], [])
        do {
            let email = try await EmailComposer(configuration)
                .email(to: Self.simulator, for: order, as: .check, visit: 1).message
            let id = try await ses.send(email, deadline: deadline)
            report.note("SES: sent \(id) to \(Self.simulator)")
            return []
        } catch let fault as CompositionFault {
            return [SettingFault(place: "email", problem: "\(fault)")]
        } catch {
            return [sendFault("SES", error, from: messages.email.sender.address.mailbox)]
        }
    }

    private func publish(_ order: JSONValue) async -> [SettingFault] {
        do {
            let notice = try NoticeComposer(messages.notice)
                .notice(for: order, as: .check, visit: Int(Date().timeIntervalSince1970)).message
            let id = try await sns.publish(notice, deadline: deadline)
            report.note("SNS: published \(id)")
            return []
        } catch let fault as CompositionFault {
            return [SettingFault(place: "notice", problem: "\(fault)")]
        } catch {
            return [sendFault("SNS", error, from: "")]
        }
    }

    private func sendFault(_ place: String, _ error: any Error, from sender: String) -> SettingFault
    {
        guard let error = error as? AWSError else {
            return SettingFault(place: place, problem: "\(error)")
        }
        if let fault = error.serviceError, fault.isDenied, let action = fault.deniedAction {
            return SettingFault(place: place, problem: Self.denial(of: action, needed))
        }
        return explained(place, error, from: sender)
    }
}

extension OrderID {
    /// What a message that is only sent to see whether it can be is about.
    static var check: OrderID {
        OrderID("orderd-check") ?? OrderID(OrderNumber.make(milliseconds: 0, random: 0))
    }
}
