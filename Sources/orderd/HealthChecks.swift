import AWS
import Foundation
import Integrations
import OrderAPI
import Orders
import Synchronization
import Telemetry

/// What the health answer looks at, each second; `HealthRules` says what that means.
struct HealthChecks: Sendable {
    let store: any OrderReader
    let dispatcher: Dispatcher
    let housekeeper: Housekeeper
    let scheduler: Scheduler
    let schedules: ScheduleKeeper
    let aws: AWSConnection
    let account: SESAccountWatch
    /// nil when no log lines are shipped.
    let shipper: LogShipper?
    let sources: [QueueConsumer]
    /// Why nothing new is begun, since a file of the store is not in its place; nil when all are.
    let misplaced: @Sendable () -> String?
    /// Where the store was copied to then; nil as long as it is not.
    let rescuedCopy: @Sendable () -> String?
    let settings: Settings
    let clock: any WallClock
    /// Where what was seen is kept for alerts.
    let board: HealthBoard
    /// How alerts stand; nil when nobody is told of any.
    let alerts: @Sendable () -> AlertDesk.Status?
    /// When the service began to look.
    let begunAt: Date
    private let refused = Refused()

    private final class Refused: Sendable {
        let count = Mutex(RecentCount())
    }

    private var rules: HealthRules { HealthRules(thresholds: settings.healthThresholds) }

    var all: [HealthCheck] {
        let rules = rules
        return [
            HealthCheck { await observeStore(rules) },
            HealthCheck { [rules.files(misplaced(), copy: rescuedCopy())] },
            HealthCheck { [observeProviders(rules)] },
            HealthCheck { [observeRefused(rules)] },
            HealthCheck { [observeAccount()] },
            HealthCheck { [observeDispatcher(rules)] },
            HealthCheck { [rules.faulty(dispatcher.status.faulty)] },
            HealthCheck {
                [
                    rules.failed(
                        dispatcher.endedOrders.recent(at: clock.now, rules.thresholds.failed)
                    )
                ]
            },
            HealthCheck { [rules.disk(free: housekeeper.status.freeSpace)] },
            HealthCheck { [rules.pruning(housekeeper.status.fault)] },
            HealthCheck { settings.heartbeat.isOff ? [] : [observeHeartbeat(rules)] },
            HealthCheck { [schedules.observation(at: clock.now)] },
            HealthCheck { [rules.credentials(aws.status, at: aws.now)] },
            HealthCheck { shipper.map { [$0.observation] } ?? [] },
            HealthCheck { observeMode() },
            HealthCheck { sources.map { $0.observation(at: clock.now) } },
            HealthCheck { alerts().map { [rules.alerts($0)] } ?? [] },
        ]
    }

    /// A service that was left in the shadow sends nothing, and nobody may notice for a long time.
    private func observeMode() -> [HealthReport.Observation] {
        guard settings.deliveryMode == .shadow else { return [] }
        let output =
            "delivery.mode is shadow: nothing is sent, the ledger says what would have been"
        return [HealthReport.Observation("deliveries:mode", .warn, output: output)]
    }

    /// The store answers, the oldest order does not wait too long, and nothing waits for a person.
    private func observeStore(_ rules: HealthRules) async -> [HealthReport.Observation] {
        let now = clock.now
        do {
            let summary = try await store.summary(at: now)
            board.put(readings(summary, now))
            let age = summary.oldestQueued.map { max(0, Int(now.timeIntervalSince($0))) } ?? 0
            return [
                rules.store(nil, seconds: clock.now.timeIntervalSince(now)),
                rules.queue(age: age, isPaused: dispatcher.status.isPaused), rules.held(summary),
                rules.uncertain(summary.deliveries[.uncertain] ?? 0),
                rules.damage(summary.damaged),
            ]
        } catch {
            board.put(readings(nil, now))
            return [rules.store("\(error)", seconds: clock.now.timeIntervalSince(now))]
        }
    }

    private func readings(_ summary: StoreSummary?, _ now: Date) -> HealthBoard.Readings {
        let gates = dispatcher.gates.deliveries.map { ($0.key.rawValue, $0.value.status) }
        let closed = gates.compactMap { name, status -> (String, Date)? in
            // Who was away when it was last called, and is called by nobody, keeps nothing waiting.
            let matters = status.restsUntil != nil || summary?.waiting[name] ?? 0 > 0
            return matters ? status.closedSince.map { (name, $0) } : nil
        }
        let limit = settings.healthThresholds.heartbeatMissed
        let missed = scheduler.names.map { ($0, scheduler.standing($0, limit: limit)?.missed ?? 0) }
        return HealthBoard.Readings(
            at: now,
            summary: summary,
            dispatcher: dispatcher.status,
            closed: Dictionary(closed) { first, _ in first },
            free: housekeeper.status.freeSpace,
            missed: Dictionary(missed) { first, _ in first },
            credentials: HealthBoard.Credentials(aws.status, at: aws.now)
        )
    }

    private func observeProviders(_ rules: HealthRules) -> HealthReport.Observation {
        let last = dispatcher.status.postponement
        // While a provider is left alone nobody tries it, and all wait.
        let resting = dispatcher.gates.deliveries.filter { $0.value.status.restsUntil != nil }
        return rules.providers(
            resting: resting.keys.map(\.rawValue),
            last: last.map { ($0.reason, clock.now.timeIntervalSince($0.at)) }
        )
    }

    private func observeRefused(_ rules: HealthRules) -> HealthReport.Observation {
        let total = dispatcher.meter.deliveries.values.reduce(UInt64(0)) { sum, sends in
            sum + (sends.attempts[.refused]?.value ?? 0)
        }
        let window = rules.thresholds.refusedWindow
        return rules.refused(
            refused.count.withLock { $0.note(total, at: clock.now, within: window) }
        )
    }

    /// What SES says of the account and of the sender.
    private func observeAccount() -> HealthReport.Observation {
        let standing = account.standing
        let problems = (standing?.faults ?? []) + (standing?.warnings ?? [])
        let unasked =
            account.fault.map { ["SES could not be asked about the account: \($0)"] } ?? []
        let all = problems + unasked
        return HealthReport.Observation(
            "ses:account",
            all.isEmpty ? .pass : .warn,
            value: standing?.account.map { Int($0.sentInLastDay) },
            unit: standing?.account == nil ? nil : "recipients in 24 hours",
            output: !all.isEmpty
                ? all.joined(separator: "; ")
                : standing == nil
                    ? "SES has not told of the account yet" : "SES lets account and sender send"
        )
    }

    private func observeDispatcher(_ rules: HealthRules) -> HealthReport.Observation {
        let status = dispatcher.status
        return rules.dispatcher(
            status,
            silence: clock.now.timeIntervalSince(status.lastClaim ?? begunAt),
            places: settings.queue.concurrency
        )
    }

    private func observeHeartbeat(_ rules: HealthRules) -> HealthReport.Observation {
        let limit = rules.thresholds.heartbeatMissed
        let standing = scheduler.standing("heartbeat", limit: limit)
        let last = standing?.last
        return rules.heartbeat(
            missed: standing?.missed ?? 0,
            fault: last?.fault,
            age: last?.succeededAt.map { max(0, Int(clock.now.timeIntervalSince($0))) }
        )
    }
}

extension HealthBoard.Credentials {
    init(_ status: CredentialsStatus, at now: Date) {
        let left = status.secondsLeft(at: now)
        self =
            if status.held == nil {
                status.problem(at: now) == nil ? .lasting : .missing
            } else if !left.isFinite {
                .lasting
            } else {
                left > 0 ? .ending(Int(left)) : .ended
            }
    }
}

extension CredentialsStatus {
    /// What keeps orders waiting, or will soon; nil when nothing does.
    func problem(at now: Date) -> String? {
        let reason = fault.map { "\($0)" } ?? lookedAt.map { "there are none in \($0)" }
        guard let held else { return reason.map { "orders wait for AWS credentials: \($0)" } }
        let left = secondsLeft(at: now)
        let why = reason.map { ": \($0)" } ?? ""
        if left <= 0 {
            return held.outlivesItsEnd
                ? "the credentials from \(held.source) have ended and are used on until there are others\(why)"
                : "the credentials from \(held.source) have ended: orders wait\(why)"
        }
        guard let reason else { return nil }
        let end = left.isFinite ? "in \(Int(left)) s" : "at no set time"
        return "the credentials from \(held.source) end \(end) and cannot be renewed: \(reason)"
    }
}
