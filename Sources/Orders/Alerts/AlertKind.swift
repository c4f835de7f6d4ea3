/// What people are told of.
package enum AlertKind: String, Sendable, Hashable, CaseIterable {
    case orderFailed = "order.failed"
    case orderHeld = "order.held"
    case orderStuck = "order.stuck"
    case deliveryUncertain = "delivery.uncertain"
    case providerClosed = "provider.closed"
    case scheduleMissed = "schedule.missed"
    case diskLow = "disk.low"
    case credentialsExpiring = "credentials.expiring"
}

// What is said of each; nothing of it depends on what a customer has written.
extension AlertKind {
    /// What is the matter, in a sentence without its full stop.
    func summary(_ alert: Alert) -> String {
        let (count, subject) = (alert.count, alert.key.subject)
        let detail = alert.detail.map { ", \($0)" } ?? ""
        return switch self {
        case .orderFailed: "\(Self.orders(count, "has", "have")) failed\(detail)"
        case .orderHeld: "\(Self.orders(count, "is", "are")) held until a person decides\(detail)"
        case .orderStuck: "\(Self.orders(count, "is", "are")) stuck\(detail)"
        case .deliveryUncertain:
            "\(count) \(count == 1 ? "delivery is" : "deliveries are") uncertain\(detail)"
        case .providerClosed: "\(subject): the provider takes nothing\(detail)"
        case .scheduleMissed:
            "the schedule \(subject) has missed \(count == 1 ? "a time" : "\(count) times")\(detail)"
        case .diskLow: "there is little room on the store's disk\(detail)"
        case .credentialsExpiring: "the AWS credentials end\(detail)"
        }
    }

    /// The same of what is over.
    func end(_ alert: Alert) -> String {
        let (count, subject) = (alert.count, alert.key.subject)
        return switch self {
        case .orderFailed: "no order fails any more; \(Self.orders(count, "has", "have")) failed"
        case .orderHeld: "no order is held any more"
        case .orderStuck: "no order is stuck any more"
        case .deliveryUncertain: "no delivery is uncertain any more"
        case .providerClosed: "\(subject): the provider takes calls again"
        case .scheduleMissed: "the schedule \(subject) keeps its times again"
        case .diskLow: "there is room on the store's disk again"
        case .credentialsExpiring: "there are AWS credentials again"
        }
    }

    /// What somebody who is told of it is to do.
    var action: String {
        switch self {
        case .orderFailed:
            "Look at the error of one of them (orderd orders show ID), mend its cause, and run them again: orderd redrives begin --status FAILED --preview"
        case .orderHeld:
            "orderd orders list --status HELD names them; each order's error and cause say what lets it go on"
        case .orderStuck:
            "orderd queue show says whether the queue is paused, full or waits; /health (orders:faulty) names orders that cannot be carried on"
        case .deliveryUncertain:
            "Look whether each arrived, then decide: orderd deliveries list, orderd deliveries decide ID assume-sent or resend"
        case .providerClosed:
            "Mostly nothing: orders wait in a line and go on by themselves; /health (providers:postponed) and orderd check say what is wrong"
        case .scheduleMissed:
            "orderd schedules show NAME tells the times and why; of the heartbeat the log line \"scheduled call failed\" does"
        case .diskLow:
            "Make room: below data.minimumFreeMB orders are refused; shorter retention.age lets ended orders go"
        case .credentialsExpiring:
            "Give the service others before they end: orderd check says where it looks, /health (credentials:present) why they are not renewed"
        }
    }

    /// Where the service shows it.
    var path: String {
        switch self {
        case .orderFailed: "/orders?status=FAILED"
        case .orderHeld: "/orders?status=HELD"
        case .orderStuck, .providerClosed: "/queue"
        case .deliveryUncertain: "/deliveries?status=uncertain"
        case .scheduleMissed, .diskLow, .credentialsExpiring: "/health"
        }
    }

    private static func orders(_ count: Int, _ one: String, _ many: String) -> String {
        count == 1 ? "an order \(one)" : "\(count) orders \(many)"
    }
}
