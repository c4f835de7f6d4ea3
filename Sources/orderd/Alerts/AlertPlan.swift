import AWS
import Foundation
import HTTP
import Integrations
import OpenSSL
import Orders
import Sockets

/// Who is told of what is wrong, and how: the meaning of the settings, with the files that they name.
///
/// No fault holds what stands in `alerts.webhook` or `alerts.webhookSecret`.
struct AlertPlan: Sendable {
    let settings: Settings.Alerts
    /// The topic's ARN; nil: none is told.
    let topic: String?
    /// E-mail addresses; empty: none is told.
    let addresses: [String]
    /// nil: none is called.
    let webhook: Webhook?
    /// Files that others could read, and cannot any more.
    let tightened: [String]

    struct Webhook: Sendable {
        var endpoint: HTTPEndpoint
        var secrets: [WebhookSecret]
        var hosts: HostRules
    }

    /// Reads the settings, and notes everything that is wrong with them.
    init(_ settings: Settings.Alerts, _ faults: inout [SettingFault]) {
        self.settings = settings
        topic = Self.topic(settings.topic, &faults)
        addresses = Self.addresses(settings.email, &faults)
        tightened = [settings.webhookFile, settings.webhookSecretFile].filter {
            !$0.isEmpty && OwnerOnly.tighten($0)
        }
        webhook = Self.webhook(settings, &faults)
    }

    /// Whether anybody is told of anything.
    var isOn: Bool { topic != nil || !addresses.isEmpty || webhook != nil }

    var rules: AlertBook.Rules {
        AlertBook.Rules(
            kinds: Set(settings.kinds),
            gathering: settings.gatherFor,
            quiet: settings.quietAfter,
            coolDown: settings.coolDown,
            reminder: settings.remindAfter,
            perHour: settings.perHour,
            service: service
        )
    }

    /// What the service is called in messages.
    var service: String {
        guard settings.name.isEmpty else { return settings.name }
        let host = ThisHost.name
        return host.isEmpty ? "orderd" : "orderd on \(host)"
    }

    /// Who is told, a line each, without a secret.
    var summary: [String] {
        guard isOn else { return [] }
        let kinds =
            settings.kinds.count == AlertKind.allCases.count
            ? "all kinds" : settings.kinds.map(\.rawValue).joined(separator: ", ")
        return [topic.map { "the topic \($0)" }]
            .compactMap(\.self)
            .map { "alerts: \(kinds) to \($0)" }
            + (addresses.isEmpty
                ? [] : ["alerts: \(kinds) to \(addresses.joined(separator: ", "))"])
            + (webhook.map {
                [
                    "alerts: \(kinds) to a webhook at \($0.endpoint.host), signed with \($0.secrets.count) secrets"
                ]
            } ?? [])
    }
}

extension AlertPlan {
    private static func topic(_ text: String, _ faults: inout [SettingFault]) -> String? {
        guard !text.isEmpty else { return nil }
        guard let arn = ARN(text), arn.service == "sns", arn.isTopic else {
            let problem =
                "\"\(text)\" is no topic's ARN; one is like arn:aws:sns:eu-central-1:123456789012:alerts"
            faults.append(SettingFault(place: "alerts.topic", problem: problem))
            return nil
        }
        return text
    }

    private static func addresses(_ text: String, _ faults: inout [SettingFault]) -> [String] {
        guard !text.isEmpty else { return [] }
        do throws(Mailbox.Fault) {
            let addresses = try Mailbox.list(text).map(\.address.mailbox)
            guard addresses.count > EmailTarget.maximumAddresses else { return addresses }
            let problem =
                "names \(addresses.count) addresses, and \(EmailTarget.maximumAddresses) is the most; name a list's address instead"
            faults.append(SettingFault(place: "alerts.email", problem: problem))
        } catch {
            faults.append(SettingFault(place: "alerts.email", problem: "\(error)"))
        }
        return []
    }

    private static func webhook(
        _ settings: Settings.Alerts,
        _ faults: inout [SettingFault]
    ) -> Webhook? {
        let key = "alerts.webhook"
        let secretKey = "alerts.webhookSecret"
        let url = value(settings.webhook, settings.webhookFile, key, &faults)
        let text = value(settings.webhookSecret, settings.webhookSecretFile, secretKey, &faults)
        func fault(_ place: String, _ problem: String) {
            faults.append(SettingFault(place: place, problem: problem))
        }
        guard let url else {
            if text != nil {
                fault(secretKey, "is set, and alerts.webhook, which it is for, is not")
            }
            return nil
        }
        guard let text else {
            fault(
                key,
                "is set without alerts.webhookSecret, by which its receiver knows that a message is ours: whsec_ and 24 to 64 random bytes in Base64, such as echo whsec_$(openssl rand -base64 32)"
            )
            return nil
        }
        let secrets = WebhookSecret.list(text)
        if secrets == nil {
            fault(
                secretKey,
                "holds something else than 1 to \(WebhookSecret.maximumCount) secrets with spaces between, each whsec_ and 24 to 64 bytes in Base64"
            )
        }
        let hosts = HostRules(
            ["*", settings.webhookAllow].filter { !$0.isEmpty }.joined(separator: ","),
            setting: Settings.Alerts.allowKey
        )
        do throws(HTTPEndpoint.Fault) {
            let endpoint = try HTTPEndpoint(url)
            let objection = hosts?.objection(
                to: endpoint.scheme,
                host: endpoint.host,
                port: endpoint.port
            )
            if let objection { fault(key, objection) }
            guard let hosts, let secrets, objection == nil else { return nil }
            return Webhook(endpoint: endpoint, secrets: secrets, hosts: hosts)
        } catch {
            fault(key, "is wrong: it must be so that it \(error.reason)")
            return nil
        }
    }

    /// What the setting says, or the file that stands for it; nil when neither is set.
    private static func value(
        _ text: String,
        _ path: String,
        _ key: String,
        _ faults: inout [SettingFault]
    ) -> String? {
        guard !path.isEmpty else { return text.isEmpty ? nil : text }
        guard text.isEmpty else {
            let problem = "is set, and \(key)File too; leave one out"
            faults.append(SettingFault(place: key, problem: problem))
            return nil
        }
        do {
            return try secret(in: path)
        } catch {
            faults.append(SettingFault(place: "\(key)File", problem: "\(error)"))
            return nil
        }
    }

    private static func secret(in path: String) throws -> String {
        if let objection = OwnerOnly.objection(toSecretsIn: path) {
            throw OwnerOnly.Refusal(description: objection)
        }
        let text = try InputFile(watched: path).text
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

// What is made of it.
extension AlertPlan {
    /// A client for the webhook alone; it dials the addresses that it has checked, and follows no redirection.
    func makeClient(through proxies: ProxySettings, on loop: EventLoop) throws -> HTTPClient? {
        guard let webhook else { return nil }
        var configuration = ClientConfiguration()
        configuration.hosts = webhook.hosts
        configuration.proxies = proxies
        configuration.maximumConnectionsPerHost = 1
        configuration.maximumConnections = 1
        configuration.firstByteTimeout = WebhookTarget.timeout
        configuration.maximumBodySize = WebhookTarget.maximumAnswer
        return HTTPClient(
            loops: [loop],
            configuration: configuration,
            tls: try TLSContext(client: TLSConfiguration.Client(roots: .system))
        )
    }

    func makeWebhookTarget(_ client: HTTPClient?, clock: any WallClock) -> WebhookTarget? {
        guard let client, let webhook else { return nil }
        return WebhookTarget(
            webhook.endpoint,
            webhook.secrets,
            over: client,
            clock: clock,
            agent: "orderd/\(Version.text)"
        )
    }

    /// The ways through AWS.
    func makeTargets(
        _ messages: ProcessOrderFunction.Configuration,
        _ aws: AWSConnection,
        beside gates: [Delivery.Kind: ProviderGate],
        clock: any WallClock
    ) throws -> [any AlertTarget] {
        var targets: [any AlertTarget] = []
        if let topic {
            targets.append(
                TopicTarget(
                    topic,
                    by: try aws.snsClient(),
                    beside: gates[.notice],
                    clock: clock,
                    timeout: messages.timeout
                )
            )
        }
        if !addresses.isEmpty {
            targets.append(
                EmailTarget(
                    to: addresses,
                    from: messages.email.sender,
                    by: try aws.sesClient(),
                    beside: gates[.email],
                    clock: clock,
                    timeout: messages.timeout
                )
            )
        }
        return targets
    }

    /// The secrets' file, which is read again when it changes: while one secret is replaced by another, both are in it.
    func watched(_ target: WebhookTarget?) -> [FileWatch.Entry] {
        let path = settings.webhookSecretFile
        guard let target, !path.isEmpty else { return [] }
        return [
            FileWatch.Entry(name: "secrets of the alerts' webhook", files: [path]) {
                guard let secrets = WebhookSecret.list(try Self.secret(in: path)) else {
                    throw OwnerOnly.Refusal(
                        description: "\(path) holds something that is no secret"
                    )
                }
                target.replace(with: secrets)
            }
        ]
    }
}
