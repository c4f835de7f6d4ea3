package import FoundationEssentials

/// Something that people are told of once, from when it was first seen until it is over.
package struct Alert: Sendable, Hashable {
    /// 1–60 of a–z, 0–9 and `-`; the message of its end has the same.
    package let id: String
    package let key: Key
    /// Whether it lasts for as long as it is seen; else it happens, and is over once it has not happened for a while.
    package var isLasting: Bool
    package private(set) var since: Date
    package var state: State
    /// When people were last told that something of this key began, perhaps of the one before this.
    package var toldAt: Date?
    /// How many orders, deliveries or times it is about: those that are so, or that were since it began.
    package var count: Int
    /// The first orders that it is about, `maximumExamples` at most.
    package var examples: [String]
    /// More about it, in words of ours and of the operator.
    package var detail: String?

    /// Of how many orders at most the ids are told.
    package static let maximumExamples = 5
    /// How long a subject or a detail may be, in characters.
    package static let maximumLength = 200

    /// What there is at most one alert of at a time.
    package struct Key: Sendable, Hashable, Comparable {
        package var kind: AlertKind
        /// The provider or schedule; empty where there is one for all.
        package var subject: String

        package init(_ kind: AlertKind, _ subject: String = "") {
            self.kind = kind
            self.subject = String(subject.prefix(maximumLength))
        }

        package static func < (left: Key, right: Key) -> Bool {
            (left.kind.rawValue, left.subject) < (right.kind.rawValue, right.subject)
        }
    }

    /// How far it is.
    package enum State: Sendable, Hashable {
        /// Nobody was told yet, and nobody is before that instant: there may be more to tell, or it passes.
        case gathering(until: Date)
        case told
        /// It is remembered so that one that begins again soon is not told at once.
        case over
    }

    package init(id: String, _ condition: AlertCondition, since: Date, until: Date) {
        self.id = id
        key = condition.key
        isLasting = condition.isLasting
        self.since = since
        state = .gathering(until: until)
        (count, examples, detail) = (condition.count, condition.examples, condition.detail)
    }

    /// One that was kept.
    package init(
        id: String,
        key: Key,
        isLasting: Bool,
        since: Date,
        state: State,
        toldAt: Date?,
        count: Int,
        examples: [String],
        detail: String?
    ) {
        self.id = id
        self.key = key
        self.isLasting = isLasting
        self.since = since
        self.state = state
        self.toldAt = toldAt
        self.count = count
        self.examples = examples
        self.detail = detail
    }

    /// What lasts is as it was seen last; what happens adds up.
    mutating func take(_ condition: AlertCondition) {
        isLasting = condition.isLasting
        detail = condition.detail ?? (isLasting ? nil : detail)
        if isLasting {
            (count, examples) = (condition.count, condition.examples)
        } else {
            count = count.addingReportingOverflow(condition.count).partialValue
            let room = Self.maximumExamples - examples.count
            examples += condition.examples.filter { !examples.contains($0) }.prefix(max(0, room))
        }
    }

    /// As it is kept, by a clock that has not gone back: where that was ahead before, nothing of it lies in the future.
    func noLater(than now: Date, _ rules: AlertBook.Rules) -> Alert {
        var alert = self
        alert.since = min(since, now)
        alert.toldAt = toldAt.map { min($0, now) }
        if case .gathering(let until) = state {
            // What people were told of by the clock that was ahead holds nothing up.
            let cool = toldAt.flatMap { $0 > now ? nil : $0 + rules.coolDown.seconds } ?? now
            alert.state = .gathering(until: min(until, max(now + rules.gathering.seconds, cool)))
        }
        return alert
    }

    /// Whether it is worth a write: what lasts may be about one order more each second.
    func isNews(after kept: Alert) -> Bool {
        var other = kept
        if isLasting { (other.count, other.examples, other.detail) = (count, examples, detail) }
        return other != self
    }
}

/// Something that an alert is raised for, as it was seen.
package struct AlertCondition: Sendable, Hashable {
    package var key: Alert.Key
    /// Whether it is so now, and is over when it is not seen any more; else it has happened.
    package var isLasting: Bool
    package var count: Int
    /// Ids of orders, `Alert.maximumExamples` at most.
    package var examples: [String]
    /// More about it; nothing of a customer.
    package var detail: String?

    /// Something that is so.
    package init(
        _ kind: AlertKind,
        _ subject: String = "",
        count: Int,
        examples: [String] = [],
        detail: String? = nil
    ) {
        key = Alert.Key(kind, subject)
        isLasting = true
        self.count = count
        self.examples = Array(examples.prefix(Alert.maximumExamples))
        self.detail = detail.map { String($0.prefix(Alert.maximumLength)) }
    }

    /// Orders that have ended badly; `error` is the name that most of them ended with, if it may be told.
    package static func ordersFailed(
        _ count: Int,
        examples: [String],
        error: String? = nil
    ) -> AlertCondition {
        var condition = AlertCondition(
            .orderFailed,
            count: count,
            examples: examples,
            detail: error.map { "mostly with \($0)" }
        )
        condition.isLasting = false
        return condition
    }

    /// So many times of a schedule went by without a run that succeeded.
    package static func scheduleMissed(_ name: String, _ count: Int) -> AlertCondition {
        var condition = AlertCondition(.scheduleMissed, name, count: count)
        condition.isLasting = false
        return condition
    }
}

/// All that was seen at a time.
package struct AlertSighting: Sendable {
    package var conditions: [AlertCondition]
    /// What could not be looked at: that it is not seen means nothing.
    package var unknown: Set<AlertKind>
    /// Whether what has happened since the instant that was given is among it; else it is to be asked for again.
    package var isCaughtUp: Bool

    package init(
        _ conditions: [AlertCondition] = [],
        unknown: Set<AlertKind> = [],
        isCaughtUp: Bool = true
    ) {
        self.conditions = conditions
        self.unknown = unknown
        self.isCaughtUp = isCaughtUp
    }
}

/// How a store writes an alert's state.
extension Alert.State {
    package var name: String {
        switch self {
        case .gathering: "gathering"
        case .told: "told"
        case .over: "over"
        }
    }

    /// The instant that it has beside its name.
    package var until: Date? {
        switch self {
        case .gathering(let until): until
        case .told, .over: nil
        }
    }

    /// What was written; nil when a later version wrote it.
    package init?(_ name: String, until: Date?) {
        switch (name, until) {
        case ("gathering", let until?): self = .gathering(until: until)
        case ("told", nil): self = .told
        case ("over", nil): self = .over
        default: return nil
        }
    }
}
