package import FoundationEssentials
package import Logging
import ServiceLifecycle
import Synchronization
import Telemetry

/// Brings a message to people by one of the ways.
package protocol AlertTarget: Sendable {
    var way: AlertWay { get }

    /// Hands the message over; the reason of a failure holds no secret, and the attempt ends in its own time.
    func send(_ message: AlertMessage) async -> AlertAttempt
}

/// Looks every second at what people are to be told of, and tells them until each way has taken it.
///
/// Telling is at least once: a message whose answer is lost, or that was taken a moment before the process ended, comes again
/// with the same id. Nothing of it goes through the ledger of orders.
package final class AlertDesk: Service {
    private let store: any AlertStore
    private let targets: [any AlertTarget]
    private let rules: AlertBook.Rules
    private let token: String
    private let isCopy: Bool
    private let observe: Observation
    private let clock: any WallClock
    private let logger: Logger
    private let state = Mutex(State())
    /// Raised when something of that way may be due.
    private let signals: [AlertWay: WakeSignal]
    /// How many were taken by each way, tried in vain, and given up.
    package let meter = Meter()

    /// What is to be told of now; `since` is given after a start, until it is caught up with: from when on what has happened was
    /// not looked at.
    package typealias Observation = @Sendable (_ since: Date?) async -> AlertSighting

    /// How often it looks.
    package static let interval = Duration.seconds(1)

    private struct State {
        /// nil until what was kept is read.
        var book: AlertBook?
        var outbox = AlertOutbox()
        /// What has happened since it last looked.
        var noted: [Alert.Key: AlertCondition] = [:]
        /// What the store has.
        var kept = AlertLedger()
        /// From when on nobody has looked, until somebody has.
        var unseenSince: Date?
        var gone: Set<AlertWay> = []
        /// Why each way failed the last time; nil once it has worked.
        var faults: [AlertWay: String] = [:]
        var isStoreFaulty = false
    }

    /// A desk that is not running yet; `token` is a random text of a few letters and digits.
    ///
    /// `isCopy` says that the store is a copy of an earlier time: what was on its way then is not sent now.
    package init(
        store: any AlertStore,
        targets: [any AlertTarget],
        rules: AlertBook.Rules,
        token: String,
        isCopy: Bool = false,
        observe: @escaping Observation,
        clock: any WallClock,
        logger: Logger
    ) {
        self.store = store
        self.targets = targets
        self.rules = rules
        self.token = token
        self.isCopy = isCopy
        self.observe = observe
        self.clock = clock
        self.logger = logger
        signals = Dictionary(targets.map { ($0.way, WakeSignal()) }) { $1 }
    }

    /// The ways that lead to people.
    package var ways: [AlertWay] { targets.map(\.way) }

    /// How it stands.
    package struct Status: Sendable {
        /// How many alerts of each kind last.
        package var firing: [AlertKind: Int]
        /// How many messages are on their way.
        package var waiting: Int
        /// Why ways failed the last time.
        package var faults: [AlertWay: String]
        /// The ways whose receivers want no more.
        package var gone: Set<AlertWay>
    }

    package var status: Status {
        state.withLock { state in
            Status(
                firing: state.book?.firing ?? [:],
                waiting: state.outbox.sendings.count,
                faults: state.faults,
                gone: state.gone
            )
        }
    }

    /// Notes that something has happened that people are to be told of; several of one kind and subject add up.
    package func note(_ condition: AlertCondition) {
        state.withLock { state in
            let key = condition.key
            let isFull = state.noted.count >= AlertBook.maximumAlerts && state.noted[key] == nil
            let place = isFull ? Alert.Key(key.kind, AlertBook.others) : key
            guard let known = state.noted[place] else {
                var new = condition
                new.key = place
                state.noted[place] = new
                return
            }
            state.noted[place] = known.joined(with: condition)
        }
    }

    /// Looks and tells until a graceful shutdown.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            guard await self.load() else { return }
            await withTaskGroup { group in
                group.addTask { await self.watch() }
                for target in self.targets { group.addTask { await self.serve(target) } }
            }
        }
    }

    private func watch() async {
        repeat { await look() } while (try? await clock.sleep(for: Self.interval)) != nil
    }

    /// Reads what was kept, again and again until the store answers; false when the task was cancelled before.
    ///
    /// The service does so before it takes an order, so that nothing fails of which a later start would not know.
    package func load() async -> Bool {
        if state.withLock({ $0.book != nil }) { return true }
        while !Task.isCancelled {
            do {
                var kept = try await store.alertLedger()
                let now = clock.now
                let unseenSince = kept.lookedAt.map { min($0, now) }
                let wasAhead = kept.lookedAt != unseenSince
                // Then it is written by the first look.
                if wasAhead { kept.lookedAt = nil }
                state.withLock { [kept] state in
                    state.book = AlertBook(rules, kept.alerts, token: token, at: now)
                    state.outbox = AlertOutbox(kept.sendings, by: isCopy ? [] : Set(ways))
                        .resumed(at: now, wasAhead: wasAhead)
                    (state.kept, state.unseenSince) = (kept, unseenSince)
                }
                if unseenSince == nil { await keep(lookedAt: now) }
                return true
            } catch {
                noteStore(fault: "\(error)")
                guard (try? await clock.sleep(for: Self.interval)) != nil else { return false }
            }
        }
        return false
    }

    /// Looks once, keeps what follows from it, and has it told.
    package func look() async {
        // What fails while it looks is found again after a crash.
        let began = clock.now
        let sighting = await observe(state.withLock { $0.unseenSince })
        let now = clock.now
        let (messages, open, dropped) = state.withLock {
            state -> ([AlertMessage], [AlertWay], [AlertSending]) in
            var sighting = sighting
            sighting.conditions += state.noted.values.sorted { $0.key < $1.key }
            state.noted = [:]
            if sighting.isCaughtUp { state.unseenSince = nil }
            let messages = state.book?.look(sighting, at: now) ?? []
            let open = ways.filter { !state.gone.contains($0) }
            return (messages, open, messages.flatMap { state.outbox.add($0, by: open, at: now) })
        }
        for message in open.isEmpty ? [] : messages {
            logger.notice(
                "people are told",
                metadata: [
                    "alert.type": "\(message.type)", "alert.id": "\(message.alert)",
                    "alert.count": "\(message.count)",
                    "alert.by": "\(open.map(\.rawValue).joined(separator: ", "))",
                ]
            )
        }
        for sending in dropped {
            noteGivenUp(sending, "more than \(AlertOutbox.maximumCount) wait")
        }
        await keep(lookedAt: began)
        for signal in signals.values { signal.raise() }
    }

    /// Writes what has changed; what could not be written is with the next change, and is told all the same.
    private func keep(lookedAt now: Date) async {
        let (change, isFirst) = state.withLock { state in
            let ledger = AlertLedger(
                alerts: state.book?.all ?? [],
                sendings: state.outbox.sendings,
                lookedAt: state.unseenSince ?? now
            )
            return (ledger.change(since: state.kept), state.kept.lookedAt == nil)
        }
        guard !change.isEmpty || isFirst else { return }
        do {
            try await store.keep(change)
            state.withLock { state in
                state.kept.apply(change)
                state.isStoreFaulty = false
            }
        } catch {
            noteStore(fault: "\(error)")
        }
    }

    /// Tells by one way what is due, one message after the other.
    private func serve(_ target: any AlertTarget) async {
        while !Task.isCancelled {
            if await tell(by: target) { continue }
            await signals[target.way]?.wait(for: Self.interval, clock: clock)
        }
    }

    /// Tries the next message that is due by that way; false when there is none.
    @discardableResult
    package func tell(by target: any AlertTarget) async -> Bool {
        let way = target.way
        let next = state.withLock { state in
            state.gone.contains(way) ? nil : state.outbox.next(by: way, at: clock.now)
        }
        guard let next else { return false }
        guard let message = AlertMessage(id: next.key.message, body: next.body) else {
            _ = state.withLock { $0.outbox.note(.accepted, of: next.key, at: clock.now) }
            return true
        }
        let attempt = await target.send(message)
        // What was cut off by a stop says nothing of the way, and is tried after the next start.
        guard !Task.isCancelled || attempt == .accepted else { return false }
        let (givenUp, isNews) = state.withLock { state in
            let before = state.faults[way]
            state.faults[way] = attempt.fault
            if attempt == .gone { state.gone.insert(way) }
            let givenUp = state.outbox.note(attempt, of: next.key, at: clock.now)
            return (givenUp, before == nil)
        }
        note(attempt, way, isNews: isNews)
        if let givenUp { noteGivenUp(givenUp, "tried for three days") }
        return true
    }

    private func note(_ attempt: AlertAttempt, _ way: AlertWay, isNews: Bool) {
        switch attempt {
        case .accepted: meter.sent[way]?.add()
        case .postponed: return
        case .gone:
            meter.failed[way]?.add()
            logger.warning(
                "the receiver of alerts wants no more: nothing is sent there until the next start",
                metadata: ["alert.by": "\(way.rawValue)"]
            )
        case .failed(let reason, _):
            meter.failed[way]?.add()
            logger.log(
                level: isNews ? .warning : .debug,
                "an alert could not be sent, and is tried again",
                metadata: ["alert.by": "\(way.rawValue)", "error": "\(reason)"]
            )
        }
    }

    private func noteGivenUp(_ sending: AlertSending, _ reason: String) {
        meter.givenUp[sending.key.way]?.add()
        logger.error(
            "an alert was not sent, and is given up",
            metadata: [
                "alert.by": "\(sending.key.way.rawValue)", "alert.id": "\(sending.alert)",
                "error": "\(reason)",
            ]
        )
    }

    /// Logs a fault of the store once, until it has answered.
    private func noteStore(fault: String) {
        let isNew = state.withLock { state in
            defer { state.isStoreFaulty = true }
            return !state.isStoreFaulty
        }
        guard isNew else { return }
        logger.warning("alerts are not kept", metadata: ["error": "\(fault)"])
    }
}

extension AlertAttempt {
    /// Why the way does not work; nil when it does.
    fileprivate var fault: String? {
        switch self {
        case .accepted, .postponed: nil
        case .failed(let reason, _): reason
        case .gone: "the receiver wants no more (410)"
        }
    }
}

extension AlertCondition {
    /// The two as one, of things that happen.
    fileprivate func joined(with other: AlertCondition) -> AlertCondition {
        var joined = self
        joined.count = count.addingReportingOverflow(other.count).partialValue
        joined.detail = other.detail ?? detail
        let new = other.examples.filter { !examples.contains($0) }
        joined.examples = Array((examples + new).prefix(Alert.maximumExamples))
        return joined
    }
}
