package import FoundationEssentials
import JSON
package import Logging
import ServiceLifecycle
package import StatesLanguage
import Synchronization

/// Calls integrations on their schedules; a run that takes too long delays the next and is never run twice.
package final class Scheduler: Service {
    private let schedules: [Schedule]
    private let integrations: any IntegrationCatalog
    private let clock: any WallClock
    private let logger: Logger
    private let runs = Mutex<[String: LastRun]>([:])

    /// What to call, and when.
    package struct Schedule: Sendable {
        package var name: String
        package var expression: ScheduleExpression
        /// The `Resource` that is called.
        package var resource: TaskResource

        package init(name: String, expression: ScheduleExpression, resource: TaskResource) {
            self.name = name
            self.expression = expression
            self.resource = resource
        }
    }

    /// How a schedule last went.
    package struct LastRun: Sendable {
        /// When it fired.
        package var at: Date
        /// Why it failed; nil when it did not.
        package var fault: String?
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
    }

    /// How each schedule last went, by its name; one that has not fired yet is missing.
    package var lastRuns: [String: LastRun] { runs.withLock { $0 } }

    /// Fires each schedule at once and then at its interval, until a graceful shutdown.
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
        repeat {
            await fire(schedule)
        } while (try? await clock.sleep(for: schedule.expression.interval)) != nil
    }

    private func fire(_ schedule: Schedule) async {
        let now = clock.now
        let fault = await fault(of: schedule)
        runs.withLock { $0[schedule.name] = LastRun(at: now, fault: fault) }
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
