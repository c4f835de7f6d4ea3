package import FoundationEssentials

/// A way to people.
package enum AlertWay: String, Sendable, Hashable, CaseIterable {
    /// An SNS topic.
    case topic
    case email
    case webhook
}

/// A message that has not come to people by one of the ways.
package struct AlertSending: Sendable, Hashable {
    package let key: Key
    /// The message's alert.
    package let alert: String
    package let body: [UInt8]
    package let createdAt: Date
    /// When it is tried next.
    package var due: Date
    /// How often it was tried in vain.
    package var attempts: Int

    package struct Key: Sendable, Hashable {
        package var message: String
        package var way: AlertWay

        package init(message: String, way: AlertWay) {
            self.message = message
            self.way = way
        }
    }

    package init(_ message: AlertMessage, by way: AlertWay, at now: Date) {
        key = Key(message: message.id, way: way)
        alert = message.alert
        body = message.body
        (createdAt, due, attempts) = (now, now, 0)
    }

    /// One that was kept.
    package init(
        key: Key,
        alert: String,
        body: [UInt8],
        createdAt: Date,
        due: Date,
        attempts: Int
    ) {
        self.key = key
        self.alert = alert
        self.body = body
        self.createdAt = createdAt
        self.due = due
        self.attempts = attempts
    }

    /// The same, due at once and no younger than now.
    fileprivate func hurried(at now: Date) -> AlertSending {
        AlertSending(
            key: key,
            alert: alert,
            body: body,
            createdAt: min(createdAt, now),
            due: min(due, now),
            attempts: attempts
        )
    }
}

/// What an attempt to tell people came to.
package enum AlertAttempt: Sendable, Hashable {
    case accepted
    /// It was not made: it had better wait until then.
    case postponed(until: Date)
    /// It may have been accepted; the receiver may have said how long to wait.
    case failed(reason: String, retryAfter: Duration? = nil)
    /// The receiver wants no more.
    case gone
}

/// The messages that are on their way: which is tried when, and for how long.
///
/// An alert's end is not told before its beginning by the same way.
package struct AlertOutbox: Sendable {
    /// In the order in which they came.
    package private(set) var sendings: [AlertSending] = []

    /// How many there are at most; the oldest make room.
    package static let maximumCount = 1_000
    /// How long a message is tried: three days, in seconds.
    package static let lifetime: TimeInterval = 3 * 86_400
    /// The wait after the first attempt that failed; it doubles with each, up to the longest; in seconds.
    static let firstDelay: TimeInterval = 5
    static let longestDelay: TimeInterval = 3_600

    /// Goes on with what was kept, as far as it goes by one of those ways.
    package init(_ kept: [AlertSending] = [], by ways: Set<AlertWay> = Set(AlertWay.allCases)) {
        sendings = kept.filter { ways.contains($0.key.way) }
    }

    /// The same after a start; what waits for an instant that a clock ahead has set is due at once.
    ///
    /// `wasAhead` says that the clock is known to have been ahead when the messages were kept.
    package func resumed(at now: Date, wasAhead: Bool) -> AlertOutbox {
        let latest = now.addingTimeInterval(Self.longestDelay)
        var outbox = self
        outbox.sendings = sendings.map {
            wasAhead || $0.createdAt > now || $0.due > latest ? $0.hurried(at: now) : $0
        }
        return outbox
    }

    /// Takes in a message for each way; answers those that had to make room.
    package mutating func add(
        _ message: AlertMessage,
        by ways: some Sequence<AlertWay>,
        at now: Date
    ) -> [AlertSending] {
        for way in ways { sendings.append(AlertSending(message, by: way, at: now)) }
        let surplus = max(0, sendings.count - Self.maximumCount)
        defer { sendings.removeFirst(surplus) }
        return Array(sendings.prefix(surplus))
    }

    /// What that way is to be tried with now, if anything.
    package func next(by way: AlertWay, at now: Date) -> AlertSending? {
        var before: Set<String> = []
        for sending in sendings where sending.key.way == way {
            if sending.due <= now, !before.contains(sending.alert) { return sending }
            before.insert(sending.alert)
        }
        return nil
    }

    /// Notes what an attempt came to; answers it if that was the last.
    package mutating func note(
        _ attempt: AlertAttempt,
        of key: AlertSending.Key,
        at now: Date
    ) -> AlertSending? {
        guard let index = sendings.firstIndex(where: { $0.key == key }) else { return nil }
        switch attempt {
        case .accepted: sendings.remove(at: index)
        case .gone: sendings.removeAll { $0.key.way == key.way }
        case .postponed(let until):
            // A provider may rest for long, and a clock be wrong.
            let latest = now.addingTimeInterval(Self.longestDelay)
            sendings[index].due = min(max(until, now.addingTimeInterval(1)), latest)
        case .failed(_, let retryAfter):
            sendings[index].attempts += 1
            guard now.timeIntervalSince(sendings[index].createdAt) < Self.lifetime else {
                return sendings.remove(at: index)
            }
            let delay = max(Self.delay(after: sendings[index].attempts), retryAfter?.seconds ?? 0)
            sendings[index].due = now.addingTimeInterval(min(delay, Self.longestDelay))
        }
        return nil
    }

    static func delay(after attempts: Int) -> TimeInterval {
        min(firstDelay * Double(1 << min(max(0, attempts - 1), 20)), longestDelay)
    }
}
