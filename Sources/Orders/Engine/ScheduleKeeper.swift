package import Formats
package import FoundationEssentials
package import Logging
import ServiceLifecycle
import Synchronization
package import Telemetry

/// Begins the runs of schedules when their times have come.
///
/// A time is dealt with in two transactions: its order, whose number follows from the time, and then the note that it was. A
/// crash between them has the order submitted again, which finds it. So no time is lost and none is run twice, whatever becomes
/// of the process and its clock: a time that was dealt with is not dealt with again when the clock is set back.
package final class ScheduleKeeper: Service {
    private let store: any ScheduleStore
    private let orders: ScheduledOrders
    private let zones: @Sendable (String) -> ZoneRules?
    private let clock: any WallClock
    private let logger: Logger
    private let onMissed: OnMissed?
    private let signal = WakeSignal()
    private let state = Mutex(State())
    /// By how many seconds runs began after their times.
    package let lateness = Histogram(bounds: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 3_600, 86_400])
    private let counters = Dictionary(
        uniqueKeysWithValues: ScheduleRun.Outcome.allCases.map { ($0, Counter()) }
    )

    private struct State {
        var standing = Standing()
        /// nil: the machine does not know that zone.
        var zones: [String: ZoneRules?] = [:]
    }

    /// How the schedules stand, as far as it was last seen.
    package struct Standing: Sendable, Hashable {
        package var enabled = 0
        package var disabled = 0
        package var damaged: [String] = []
        /// What keeps a time that has come from being run, by the schedules' names.
        package var waiting: [String: String] = [:]
        /// When times of a schedule were last found missed, by its name.
        package var missed: [String: Date] = [:]
        /// Why the schedules could not be looked at.
        package var fault: String?

        package init() {}
    }

    /// Is told how many times of which schedule were missed.
    package typealias OnMissed = @Sendable (ScheduleName, Int) -> Void

    /// A keeper that does nothing yet; zones are asked for the rules of a name.
    package init(
        store: any ScheduleStore,
        orders: ScheduledOrders,
        zones: @escaping @Sendable (String) -> ZoneRules?,
        clock: any WallClock,
        logger: Logger,
        onMissed: OnMissed? = nil
    ) {
        self.onMissed = onMissed
        self.store = store
        self.orders = orders
        self.zones = zones
        self.clock = clock
        self.logger = logger
    }

    package var standing: Standing { state.withLock { $0.standing } }

    /// How many times came to that since the start.
    package func count(of outcome: ScheduleRun.Outcome) -> UInt64 { counters[outcome]?.value ?? 0 }

    /// Has it look at the schedules at once: one was changed.
    package func wake() { signal.raise() }

    /// Keeps the schedules until a graceful shutdown.
    package func run() async throws {
        await cancelWhenGracefulShutdown { await self.keep() }
    }

    /// Keeps the schedules until the task is cancelled.
    package func keep() async {
        while !Task.isCancelled {
            let next = await look()
            let delay = min(max(next.timeIntervalSince(clock.now), 0), Self.longestSleep)
            // Of a time that is at hand nothing is waited for.
            guard delay > 0 else { continue }
            await signal.wait(for: .seconds(delay), clock: clock)
        }
    }

    /// The longest that it sleeps before it looks at the clock, in seconds: somebody may set that.
    private static let longestSleep = 10.0
    /// After so many seconds it is tried again what could not be done, or whether a run has ended that another waits for.
    private static let pause = 1.0
    /// So many times of one schedule are dealt with before the others have their turn.
    private static let turnsAtOnce = 100

    /// Deals with everything that is due; answers when there is something to do again.
    package func look() async -> Date {
        do {
            let list = try await store.schedules()
            var standing = Standing()
            standing.damaged = list.damaged
            var next = Date.distantFuture
            for entry in list.sound {
                guard !Task.isCancelled else { break }
                do {
                    next = min(next, try await deal(with: entry, list.restoredAt, &standing))
                } catch {
                    // An order of one schedule that cannot be read keeps no other from running.
                    standing.waiting[entry.schedule.name.text] = "\(error)"
                    next = min(next, clock.now.addingTimeInterval(5 * Self.pause))
                }
            }
            publish(standing)
            return next
        } catch {
            state.withLock { $0.standing.fault = "\(error)" }
            if !Task.isCancelled {
                logger.warning("schedules wait for the store", metadata: ["error": "\(error)"])
            }
            return clock.now.addingTimeInterval(5 * Self.pause)
        }
    }

    private func publish(_ standing: Standing) {
        let before = state.withLock { state in
            defer { state.standing = standing }
            return state.standing
        }
        for name in standing.damaged where !before.damaged.contains(name) {
            logger.error(
                "a schedule is damaged in the store and does not run",
                metadata: ["schedule": "\(name)"]
            )
        }
        for (name, reason) in standing.waiting where before.waiting[name] != reason {
            logger.warning(
                "a run waits",
                metadata: ["schedule": "\(name)", "reason": "\(reason)"]
            )
        }
    }

    /// Deals with a schedule's times until it rests; answers when it is to be looked at again.
    private func deal(
        with read: ScheduleEntry,
        _ restoredAt: Date?,
        _ standing: inout Standing
    ) async throws -> Date {
        var entry = read
        let name = entry.schedule.name.text
        if entry.schedule.isEnabled { standing.enabled += 1 } else { standing.disabled += 1 }
        defer { standing.missed[name] = entry.progress.missedAt }
        guard let timetable = timetable(of: entry) else {
            standing.waiting[name] = "there is no time zone \(entry.schedule.timing.timeZone)"
            return .distantFuture
        }
        for _ in 0..<Self.turnsAtOnce {
            let now = clock.now
            var runs = false
            if let latest = entry.latestThatMatters(at: now, timetable) {
                runs = try await orders.runs(latest)
            }
            let turn = entry.turn(at: now, timetable, latestRuns: runs, restoredAt: restoredAt)
            switch turn {
            case .rest(let next):
                let next = next ?? .distantFuture
                return entry.progress.buffered == nil
                    ? next : min(next, now.addingTimeInterval(Self.pause))
            case .end: return try await end(entry)
            case .start, .pass, .buffer:
                switch try await take(turn, entry) {
                case .changed(let changed?): entry = changed
                // Somebody else has changed it: what there is to do is found out anew.
                case .changed(nil): return clock.now
                case .waits(let reason):
                    standing.waiting[name] = reason
                    return now.addingTimeInterval(5 * Self.pause)
                }
            }
        }
        return clock.now
    }

    private enum Taken {
        /// The schedule as it stands then; nil: it stood otherwise than it was read.
        case changed(ScheduleEntry?)
        /// Why nothing could be done.
        case waits(String)
    }

    private func take(_ turn: ScheduleTurn, _ entry: ScheduleEntry) async throws -> Taken {
        switch turn {
        case .start(let time):
            let run = ScheduledOrder(entry.schedule, at: time)
            switch try await orders.start(run) {
            case .started(let order): return .changed(try await note(started: time, order, entry))
            case .waits(let reason): return .waits(reason)
            }
        case .buffer(let time):
            var entry = entry
            (entry.progress.buffered, entry.progress.handledUntil) = (time, time)
            return .changed(try await store.keep(entry, run: nil, audit: nil))
        case .pass(.missed, let first, let last, let count, let reason):
            // It may have been begun in the last moment of the process before this one.
            if let order = try await orders.begun(ScheduledOrder(entry.schedule, at: first)) {
                return .changed(try await note(started: first, order, entry))
            }
            let known = standing.waiting[entry.schedule.name.text].map { ": \($0)" } ?? ""
            return try await miss(first, last, count, reason.text + known, entry)
        case .pass(let outcome, let first, let last, let count, let reason):
            let run = ScheduleRun(
                outcome,
                first,
                through: last,
                count: count,
                handledAt: clock.now,
                reason: reason.text
            )
            return .changed(try await note(run, entry))
        case .rest, .end: return .changed(entry)
        }
    }

    /// Notes that a run has begun, also when the schedule was changed meanwhile: its order is on disk.
    private func note(
        started time: Date,
        _ order: OrderID,
        _ entry: ScheduleEntry
    ) async throws -> ScheduleEntry? {
        let now = clock.now
        let run = ScheduleRun(.started, time, handledAt: now, order: order)
        var entry = entry
        while true {
            if let changed = try await note(run, entry) {
                lateness.observe(max(0, now.timeIntervalSince(time)))
                return changed
            }
            guard let fresh = try await store.schedule(entry.schedule.name),
                fresh.progress.handledUntil < time || fresh.progress.buffered == time
            else { return nil }
            entry = fresh
        }
    }

    /// The schedule with every run noted that has begun; nil when it stands otherwise than it was read.
    ///
    /// Whoever changes it asks first, since a run is known by what it was begun as.
    package func settled(_ entry: ScheduleEntry) async throws -> ScheduleEntry? {
        guard let timetable = timetable(of: entry) else { return entry }
        let next = timetable.next(after: entry.progress.handledUntil)
        for time in [entry.progress.buffered, next].compactMap(\.self) where time <= clock.now {
            let run = ScheduledOrder(entry.schedule, at: time)
            guard let order = try await orders.begun(run) else { continue }
            return try await note(
                ScheduleRun(.started, time, handledAt: clock.now, order: order),
                entry
            )
        }
        return entry
    }

    private func miss(
        _ first: Date,
        _ last: Date,
        _ count: Int,
        _ reason: String,
        _ entry: ScheduleEntry
    ) async throws -> Taken {
        let letter = try await orders.tellMissed(
            ScheduledOrder(entry.schedule, at: first),
            through: last,
            count: count,
            because: reason
        )
        if case .waits(let reason) = letter { return .waits(reason) }
        var order: OrderID?
        if case .started(let id) = letter { order = id }
        let run = ScheduleRun(
            .missed,
            first,
            through: last,
            count: count,
            handledAt: clock.now,
            order: order,
            reason: reason
        )
        let changed = try await note(run, entry)
        if changed != nil { tell(missed: run, of: entry.schedule.name) }
        return .changed(changed)
    }

    /// Tells of times that are noted as missed.
    package func tell(missed run: ScheduleRun, of name: ScheduleName) {
        logger.warning(
            "a schedule's runs were missed",
            metadata: [
                "schedule": "\(name)", "first": "\(Timestamp.text(run.first))",
                "last": "\(Timestamp.text(run.last))", "count": .stringConvertible(run.count),
                "reason": "\(run.reason ?? "")",
            ]
        )
        onMissed?(name, run.count)
    }

    private func note(_ run: ScheduleRun, _ entry: ScheduleEntry) async throws -> ScheduleEntry? {
        var entry = entry
        entry.note(run)
        let changed = try await store.keep(entry, run: run, audit: nil)
        if changed != nil { count(run) }
        return changed
    }

    /// Counts what was noted.
    package func count(_ run: ScheduleRun) { counters[run.outcome]?.add(UInt64(run.count)) }

    private func end(_ entry: ScheduleEntry) async throws -> Date {
        guard entry.schedule.isDeletedAfterCompletion else { return .distantFuture }
        let name = entry.schedule.name.text
        let by = Operator("orderd", reason: "its last run has begun")
        let audit = AuditEntry(.deleteSchedule, by: by, at: clock.now, detail: name)
        if try await store.deleteSchedule(name, ifAt: entry.revision, audit: audit) {
            logger.notice("a completed schedule is deleted", metadata: ["schedule": "\(name)"])
        }
        return .distantFuture
    }

    /// The times of a schedule; nil when the machine does not know its zone.
    package func timetable(of entry: ScheduleEntry) -> Timetable? {
        rules(of: entry.schedule.timing.timeZone).map {
            entry.schedule.timing.timetable(in: $0, madeAt: entry.madeAt)
        }
    }

    /// The rules of a zone, read once: the machine's may change, and are read again with the next start.
    private func rules(of zone: String) -> ZoneRules? {
        if let known = state.withLock({ $0.zones[zone] }) { return known }
        let rules = zones(zone)
        state.withLock { state in
            if state.zones.count >= Self.maximumZones { state.zones.removeAll() }
            state.zones.updateValue(rules, forKey: zone)
        }
        return rules
    }

    private static let maximumZones = 100
}

extension ScheduleTurn.Reason {
    fileprivate var text: String {
        switch self {
        case .overlap: "the run before it had not ended"
        case .late: "it could not begin within its catch-up time"
        case .restored:
            "the store is a copy of an earlier time, which does not know whether it was run"
        }
    }
}
