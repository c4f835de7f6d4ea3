package import FoundationEssentials
import JSON
package import Logging
import ServiceLifecycle
package import StatesLanguage
import Synchronization

/// Calls integrations on their schedules, one run of each at a time: a long one delays the next of a rate, and has local times pass
/// over.
package final class Scheduler: Service {
    private let schedules: [Schedule]
    private let integrations: any IntegrationCatalog
    private let clock: any WallClock
    private let logger: Logger
    private let runs = Mutex<[String: LastRun]>([:])
    private let begunAt: Date

    /// What to call, and when.
    package struct Schedule: Sendable {
        package var name: String
        package var timetable: Timetable
        /// The `Resource` that is called.
        package var resource: TaskResource

        package init(name: String, timetable: Timetable, resource: TaskResource) {
            self.name = name
            self.timetable = timetable
            self.resource = resource
        }
    }

    /// How a schedule last went.
    package struct LastRun: Sendable {
        /// When it fired.
        package var at: Date
        /// Why it failed; nil when it did not.
        package var fault: String?
        /// When it last succeeded; nil: not since the start.
        package var succeededAt: Date?
    }

    /// Where a schedule stands.
    package struct Standing: Sendable {
        package var last: LastRun?
        /// Times that have gone by since its last success, or since the start, so that a success could be known by now.
        package var missed: Int
    }

    /// A scheduler that is not running yet.
    package init(
        schedules: [Schedule],
        integrations: any IntegrationCatalog,
        clock: any WallClock,
        logger: Logger
    ) {
        self.schedules = schedules
        self.integrations = integrations
        self.clock = clock
        self.logger = logger
        begunAt = clock.now
    }

    /// How each schedule last went, by its name; one that has not fired yet is missing.
    package var lastRuns: [String: LastRun] { runs.withLock { $0 } }

    package var names: [String] { schedules.map(\.name) }

    /// By how many seconds that schedule is behind its time; 0 before it has fired.
    package func lateness(of name: String, at now: Date) -> TimeInterval {
        guard let last = lastRuns[name], let schedule = schedules.first(where: { $0.name == name })
        else { return 0 }
        let next =
            if case .rate(let seconds) = schedule.timetable.expression.kind {
                last.at.addingTimeInterval(Double(seconds))
            } else {
                schedule.timetable.next(after: last.at) ?? now
            }
        return max(0, now.timeIntervalSince(next))
    }

    /// Where the schedule of that name stands; nil when there is none.
    ///
    /// More times than `limit` that have gone by are not told from so many.
    package func standing(_ name: String, limit: Int = 3) -> Standing? {
        guard let schedule = schedules.first(where: { $0.name == name }) else { return nil }
        let (last, latest) = (lastRuns[name], clock.now.addingTimeInterval(-Self.allowance))
        let since = last?.succeededAt ?? begunAt
        let missed: Int
        if case .rate(let seconds) = schedule.timetable.expression.kind {
            // The first time is the start itself.
            let first = last?.succeededAt == nil ? 1 : 0
            let passed = latest.timeIntervalSince(since)
            missed = passed < 0 ? 0 : min(Int(passed) / seconds + first, limit)
        } else {
            missed = schedule.timetable.times(after: since, limit: limit).count { $0 <= latest }
        }
        return Standing(last: last, missed: missed)
    }

    /// How long a run may take before its time counts as missed, in seconds.
    private static let allowance = 8.0

    /// Fires each schedule at its times, until a graceful shutdown.
    package func run() async throws {
        await cancelWhenGracefulShutdown { await self.keepAll() }
        // Without a schedule there is nothing to keep, and to end before the others would count as a failure.
        try? await gracefulShutdown()
    }

    /// Keeps the schedules until the task is cancelled.
    package func keepAll() async {
        await withTaskGroup { group in
            for schedule in schedules {
                group.addTask { await self.keep(schedule) }
            }
        }
    }

    private func keep(_ schedule: Schedule) async {
        guard case .rate(let seconds) = schedule.timetable.expression.kind else {
            return await keepLocalTimes(schedule)
        }
        guard await sleep(until: schedule.timetable.start) else { return }
        // From one run to the next, by a clock that nobody sets.
        repeat {
            await fire(schedule)
        } while (try? await clock.sleep(for: .seconds(seconds))) != nil
    }

    /// Local times come when the machine's clock shows them, whoever has set it.
    private func keepLocalTimes(_ schedule: Schedule) async {
        var last = clock.now
        while let next = schedule.timetable.next(after: last) {
            guard await sleep(until: next) else { return }
            await fire(schedule)
            last = clock.now
        }
    }

    /// Sleeps until the machine's clock shows an instant; false when the task was cancelled.
    private func sleep(until instant: Date) async -> Bool {
        while clock.now < instant {
            // What it sleeps is measured by another clock, which may be ahead.
            let delay = min(instant.timeIntervalSince(clock.now), Self.longestSleep)
            guard (try? await clock.sleep(for: .seconds(delay))) != nil else { return false }
        }
        return !Task.isCancelled
    }

    /// The longest that it sleeps before it looks at the clock, in seconds: somebody may set that.
    private static let longestSleep = 60.0

    private func fire(_ schedule: Schedule) async {
        let now = clock.now
        let fault = await fault(of: schedule)
        runs.withLock { runs in
            let succeededAt = fault == nil ? now : runs[schedule.name]?.succeededAt
            runs[schedule.name] = LastRun(at: now, fault: fault, succeededAt: succeededAt)
        }
        guard let fault else { return }
        logger.warning(
            "scheduled call failed",
            metadata: ["schedule": "\(schedule.name)", "error": "\(fault)"]
        )
    }

    private func fault(of schedule: Schedule) async -> String? {
        guard let performer = integrations.performer(of: schedule.resource) else {
            return "there is no function \(schedule.resource)"
        }
        let call = TaskCall(
            origin: .schedule(schedule.name),
            resource: schedule.resource,
            input: .object(JSONObject())
        )
        switch await performer.integration.perform(call) {
        case .succeeded: return nil
        case .failed(let error, let cause): return "\(error): \(cause)"
        case .postponed(_, let reason, _): return reason ?? "it is at its limits"
        case .held(let reason), .abandoned(let reason): return reason
        }
    }
}
