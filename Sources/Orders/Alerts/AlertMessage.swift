import Formats
package import FoundationEssentials
import JSON

/// What people are told: the beginning of an alert, its end, or that a way to them works.
///
/// `config/ALERTS.md` documents its form for receivers.
package struct AlertMessage: Sendable, Hashable {
    /// By which who is given it twice recognises it.
    package let id: String
    /// The alert's kind, for its end with `.resolved` behind it.
    package let type: String
    package let at: Date
    /// The alert that it is of.
    package let alert: String
    /// The provider or schedule that it is about; nil where there is none.
    package let subject: String?
    package let since: Date
    package let count: Int
    /// Ids of orders.
    package let orders: [String]
    /// What is the matter, in a sentence without its full stop.
    package let summary: String
    /// What to do; nil at an end.
    package let action: String?
    /// Where the service shows it.
    package let path: String
    /// The service that it comes from.
    package let service: String

    /// Of what in the life of an alert it tells.
    package enum Phase: String, Sendable {
        case began
        /// It goes on, long after somebody was told.
        case lasts
        case ended
    }

    package init(_ phase: Phase, _ alert: Alert, from service: String, at now: Date) {
        let kind = alert.key.kind
        // Several tell that it lasts.
        let number = phase == .lasts ? "-\(Int(now.timeIntervalSince(alert.since)))" : ""
        id = "\(alert.id)-\(phase.rawValue)\(number)"
        type = phase == .ended ? "\(kind.rawValue).resolved" : kind.rawValue
        at = now
        self.alert = alert.id
        subject = alert.key.subject.isEmpty ? nil : alert.key.subject
        since = alert.since
        (count, orders) = (alert.count, alert.examples)
        summary = phase == .ended ? kind.end(alert) : kind.summary(alert)
        action = phase == .ended ? nil : kind.action
        path = kind.path
        self.service = service
    }

    /// One that only tries the way; `token` is a random text that makes its id its own.
    package static func test(from service: String, token: String, at now: Date) -> AlertMessage {
        AlertMessage(
            id: "test-\(token)",
            type: "alert.test",
            at: now,
            alert: "test-\(token)",
            subject: nil,
            since: now,
            count: 0,
            orders: [],
            summary: "this is a test, and nothing is the matter",
            action: "Nothing",
            path: "/health",
            service: service
        )
    }

    private init(
        id: String,
        type: String,
        at: Date,
        alert: String,
        subject: String?,
        since: Date,
        count: Int,
        orders: [String],
        summary: String,
        action: String?,
        path: String,
        service: String
    ) {
        self.id = id
        self.type = type
        self.at = at
        self.alert = alert
        self.subject = subject
        self.since = since
        self.count = count
        self.orders = orders
        self.summary = summary
        self.action = action
        self.path = path
        self.service = service
    }
}

extension AlertMessage {
    /// The JSON that a webhook gets, and that is kept.
    package var body: [UInt8] {
        var data: JSONObject = ["alert": .string(alert), "service": .string(service)]
        if let subject { data["subject"] = .string(subject) }
        data["since"] = .string(Timestamp.text(since))
        data["count"] = .number(count)
        data["orders"] = .array(orders.map { .string($0) })
        data["summary"] = .string(summary)
        if let action { data["action"] = .string(action) }
        data["path"] = .string(path)
        let document: JSONValue = [
            "type": .string(type), "timestamp": .string(Timestamp.text(at)), "data": .object(data),
        ]
        return document.bytes
    }

    /// Reads what was kept; nil when it is none.
    package init?(id: String, body: [UInt8]) {
        guard let document = try? JSONValue(parsing: body), let type = document["type"]?.string,
            let at = document["timestamp"]?.string.flatMap(Timestamp.date),
            let data = document["data"], let alert = data["alert"]?.string,
            let service = data["service"]?.string, let summary = data["summary"]?.string,
            let since = data["since"]?.string.flatMap(Timestamp.date),
            let count = data["count"]?.int, let path = data["path"]?.string
        else { return nil }
        self.init(
            id: id,
            type: type,
            at: at,
            alert: alert,
            subject: data["subject"]?.string,
            since: since,
            count: count,
            orders: (data["orders"]?.array ?? []).compactMap(\.string),
            summary: summary,
            action: data["action"]?.string,
            path: path,
            service: service
        )
    }

    /// A line of printable ASCII, `maximumTitle` characters at most, as SNS's subjects and mail headers take it.
    package var title: String {
        let text = "[\(service)] \(summary)".unicodeScalars
            .map { (" "..."~").contains($0) ? Character($0) : "?" }
        guard text.count > Self.maximumTitle else { return String(text) }
        return String(text.prefix(Self.maximumTitle - 3)) + "..."
    }

    private static let maximumTitle = 99

    /// The whole of it for people.
    package var text: String {
        var lines = ["\(summary.prefix(1).uppercased())\(summary.dropFirst())."]
        if let action { lines += ["", "What to do: \(action)."] }
        lines.append("")
        if !orders.isEmpty {
            let others = max(0, count - orders.count)
            let rest = others > 0 ? " and \(others) more" : ""
            lines.append("Orders: \(orders.joined(separator: ", "))\(rest)")
        }
        lines.append("Since: \(Timestamp.text(since))")
        lines.append("See: GET \(path) of \(service)")
        lines.append("\(type), alert \(alert)")
        return lines.joined(separator: "\n") + "\n"
    }
}
