import HTTP
import Orders

extension Settings {
    /// What people are told of, and by which ways.
    struct Alerts: Sendable {
        /// The ARN of an SNS topic.
        var topic = ""
        /// Addresses with commas between.
        var email = ""
        /// A URL, which is a secret as what it is signed with is.
        var webhook = ""
        var webhookFile = ""
        var webhookSecret = ""
        var webhookSecretFile = ""
        /// Hosts and networks that are not public or in plain text.
        var webhookAllow = ""
        var kinds = AlertKind.allCases
        var orderStuckAfter = Duration.seconds(3_600)
        var gatherFor = Duration.seconds(10)
        var quietAfter = Duration.seconds(600)
        var coolDown = Duration.seconds(900)
        var remindAfter = Duration.seconds(86_400)
        var perHour = 30
        /// Empty: the machine's own name.
        var name = ""
    }
}

extension Settings.Alerts {
    /// The setting's key for messages about rules of hosts.
    static let allowKey = "alerts.webhookAllow"

    mutating func read(_ reader: inout SettingsReader) {
        reader.text("alerts.topic", into: &topic)
        reader.text("alerts.email", into: &email)
        // What stands there is in no message: it is read for its meaning by `AlertPlan`.
        reader.secret("alerts.webhook", into: &webhook)
        reader.text("alerts.webhookFile", into: &webhookFile)
        reader.secret("alerts.webhookSecret", into: &webhookSecret)
        reader.text("alerts.webhookSecretFile", into: &webhookSecretFile)
        reader.read(
            Self.allowKey,
            into: &webhookAllow,
            expected:
                "hosts with commas between that are not public or in plain text, such as http://127.0.0.1:9000, "
                + "or a network such as 10.0.0.0/8"
        ) { HostRules($0, setting: Self.allowKey) == nil ? nil : $0 }
        let names = AlertKind.allCases.map(\.rawValue).joined(separator: ", ")
        reader.read("alerts.kinds", into: &kinds, expected: "some of \(names)", parse: Self.kinds)
        reader.duration("alerts.orderStuckAfter", into: &orderStuckAfter)
        reader.duration("alerts.gatherFor", into: &gatherFor)
        reader.duration("alerts.quietAfter", into: &quietAfter)
        reader.duration("alerts.coolDown", into: &coolDown)
        reader.age("alerts.remindAfter", into: &remindAfter)
        reader.int("alerts.perHour", into: &perHour, in: 1...1_000)
        reader.text("alerts.name", into: &name)
    }

    /// Names with commas between; nil when one is none.
    private static func kinds(_ text: String) -> [AlertKind]? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let kinds = parts.map { AlertKind(rawValue: $0.filter { !$0.isWhitespace }) }
        return kinds.contains(nil) ? nil : kinds.compactMap(\.self)
    }
}
