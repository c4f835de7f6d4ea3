package import FoundationEssentials

/// Decides who is told what and when: from what is seen, to messages.
///
/// Of one key there is one alert at a time. It gathers for a while, is told once, again when it has lasted for long, and once
/// more when it is over. What passes before it is told is not told, unless it has happened. One that begins again soon waits for
/// the end of the cool-down.
package struct AlertBook: Sendable {
    package let rules: Rules
    private var alerts: [Alert.Key: Alert]
    /// When each was last seen, or when the book was opened.
    private var seen: [Alert.Key: Date]
    /// When the last were told, `Rules.perHour` at most.
    private var tellings: [Date] = []
    private let token: String
    private var serial = 0

    /// How many alerts there are at most; what comes after them is one of its kind with the subject `others`.
    package static let maximumAlerts = 100
    package static let others = "others"

    package struct Rules: Sendable, Hashable {
        /// What is told; the others are counted alone.
        package var kinds: Set<AlertKind>
        /// How long something must last before it is told, and be gone before it is over; what happens gathers as long.
        package var gathering: Duration
        /// How long something must not have happened before it is over.
        package var quiet: Duration
        /// How long after it was told something that began again is not.
        package var coolDown: Duration
        /// After how long it is told again that something lasts: more may have joined it, and somebody may have forgotten it.
        package var reminder: Duration
        /// How many may be told in an hour; the others wait, and their ends are told besides.
        package var perHour: Int
        /// The name of the service in what is told.
        package var service: String

        package init(
            kinds: Set<AlertKind> = Set(AlertKind.allCases),
            gathering: Duration = .seconds(10),
            quiet: Duration = .seconds(600),
            coolDown: Duration = .seconds(900),
            reminder: Duration = .seconds(86_400),
            perHour: Int = 30,
            service: String = "orderd"
        ) {
            self.kinds = kinds
            self.gathering = gathering
            self.quiet = quiet
            self.coolDown = coolDown
            self.reminder = reminder
            self.perHour = perHour
            self.service = service
        }
    }

    /// A book that goes on with what was kept; `token` is a random text of a few letters, which makes its ids its own.
    package init(_ rules: Rules, _ kept: [Alert] = [], token: String, at now: Date) {
        self.rules = rules
        self.token = token
        alerts = Dictionary(kept.map { ($0.key, $0.noLater(than: now, rules)) }) { $1 }
        seen = alerts.mapValues { _ in now }
    }

    /// All that there are, in order of their keys.
    package var all: [Alert] { alerts.values.sorted { $0.key < $1.key } }

    /// How many last of each kind, those that nobody was told of yet among them.
    package var firing: [AlertKind: Int] {
        alerts.values.reduce(into: [:]) { $0[$1.key.kind, default: 0] += $1.state == .over ? 0 : 1 }
    }

    /// Takes in what was seen, and answers what is to be told.
    package mutating func look(_ sighting: AlertSighting, at now: Date) -> [AlertMessage] {
        for condition in sighting.conditions { take(condition, at: now) }
        return alerts.keys.sorted().compactMap { key in
            advance(key, isKnown: !sighting.unknown.contains(key.kind), at: now)
        }
    }

    private mutating func take(_ condition: AlertCondition, at now: Date) {
        var condition = condition
        if alerts[condition.key] == nil, alerts.count >= Self.maximumAlerts {
            condition.key = Alert.Key(condition.key.kind, Self.others)
        }
        let key = condition.key
        seen[key] = now
        if var alert = alerts[key], alert.state != .over {
            alert.take(condition)
            alerts[key] = alert
            return
        }
        let before = alerts[key]?.toldAt
        let cool = before?.addingTimeInterval(rules.coolDown.seconds) ?? .distantPast
        serial += 1
        var alert = Alert(
            id: "\(String(Int(now.timeIntervalSince1970 * 1_000), radix: 36))-\(token)\(serial)",
            condition,
            since: now,
            until: max(now.addingTimeInterval(rules.gathering.seconds), cool)
        )
        alert.toldAt = before
        alerts[key] = alert
    }

    private mutating func advance(
        _ key: Alert.Key,
        isKnown: Bool,
        at now: Date
    ) -> AlertMessage? {
        guard var alert = alerts[key], let seen = seen[key] else { return nil }
        let patience = alert.isLasting ? rules.gathering : rules.quiet
        let isGone = isKnown && seen < now && now.timeIntervalSince(seen) >= patience.seconds
        switch alert.state {
        case .gathering where isGone && alert.isLasting:
            // It has passed before anybody was told.
            alert.state = .over
            alerts[key] = alert
            return nil
        case .gathering(let until):
            let isSeen = !alert.isLasting || seen == now
            guard until <= now, isSeen, mayTell(key.kind, at: now) else { return nil }
            (alert.state, alert.toldAt) = (.told, now)
            alerts[key] = alert
            return message(.began, alert, now)
        case .told where isGone:
            alert.state = .over
            alerts[key] = alert
            return message(.ended, alert, now)
        case .told:
            let age = alert.toldAt.map(now.timeIntervalSince) ?? .infinity
            guard age >= rules.reminder.seconds, mayTell(key.kind, at: now) else { return nil }
            alert.toldAt = now
            alerts[key] = alert
            return message(.lasts, alert, now)
        case .over:
            let age = alert.toldAt.map(now.timeIntervalSince) ?? .infinity
            guard age >= rules.coolDown.seconds else { return nil }
            (alerts[key], self.seen[key]) = (nil, nil)
            return nil
        }
    }

    /// Whether one more may be told; then it counts.
    private mutating func mayTell(_ kind: AlertKind, at now: Date) -> Bool {
        guard rules.kinds.contains(kind) else { return true }
        tellings.removeAll { now.timeIntervalSince($0) >= 3_600 }
        guard tellings.count < rules.perHour else { return false }
        tellings.append(now)
        return true
    }

    private func message(
        _ phase: AlertMessage.Phase,
        _ alert: Alert,
        _ now: Date
    ) -> AlertMessage? {
        guard rules.kinds.contains(alert.key.kind) else { return nil }
        return AlertMessage(phase, alert, from: rules.service, at: now)
    }
}
