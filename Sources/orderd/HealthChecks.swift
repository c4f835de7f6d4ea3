import AWS
import Foundation
import Integrations
import OrderAPI
import Orders

/// What the health answer looks at.
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

    /// Beyond this the oldest order that waits is reported, in seconds.
    private static let maximumQueueAge = 300
    /// How long the dispatcher may go without an answer of the store, in seconds.
    private static let maximumDispatcherSilence: TimeInterval = 30

    var all: [HealthCheck] {
        [
            HealthCheck(observe: observeStore),
            HealthCheck { [observeFiles()] },
            HealthCheck { [observeProviders()] },
            HealthCheck { [observeAccount()] },
            HealthCheck { [observeDispatcher()] },
            HealthCheck { [observeFaulty()] },
            HealthCheck { [observeFailed()] },
            HealthCheck { [observeDisk()] },
            HealthCheck { [observePruning()] },
            HealthCheck { settings.heartbeat.isOff ? [] : [observeHeartbeat()] },
            HealthCheck { [schedules.observation(at: clock.now)] },
            HealthCheck { [observeCredentials()] },
            HealthCheck { shipper.map { [$0.observation] } ?? [] },
            HealthCheck { observeMode() },
            HealthCheck { sources.map { $0.observation(at: clock.now) } },
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
    private func observeStore() async -> [HealthReport.Observation] {
        do {
            let now = clock.now
            let summary = try await store.summary(at: now)
            return [
                observeQueue(summary, now), observeHeld(summary), observeDeliveries(summary),
                observeDamage(summary),
            ]
        } catch {
            return [HealthReport.Observation("store:answers", .fail, output: "\(error)")]
        }
    }

    private func observeQueue(_ summary: StoreSummary, _ now: Date) -> HealthReport.Observation {
        let age = summary.oldestQueued.map { max(0, Int(now.timeIntervalSince($0))) } ?? 0
        let isOld = age > Self.maximumQueueAge
        let isPaused = dispatcher.status.isPaused
        return HealthReport.Observation(
            "queue:oldestAge",
            isOld || isPaused ? .warn : .pass,
            value: age,
            unit: "s",
            output: isPaused
                ? "the queue is paused; POST /queue/resume lets it go on"
                : isOld ? "orders wait longer than usual" : nil
        )
    }

    private func observeFiles() -> HealthReport.Observation {
        let fault = misplaced()
        return HealthReport.Observation(
            "store:files",
            fault == nil ? .pass : .fail,
            output: fault.map {
                let copy = rescuedCopy()
                return "\($0): no order is accepted or taken up. "
                    + (copy.map {
                        "All that the open files hold was copied to \($0): stop the service, put the copy in the place of orders.sqlite, and start it again"
                    }
                        ?? "What the open files hold is NOT copied yet: do not stop the service; its log says why")
            }
        )
    }

    private func observeDamage(_ summary: StoreSummary) -> HealthReport.Observation {
        HealthReport.Observation(
            "store:damage",
            summary.damaged > 0 ? .warn : .pass,
            value: summary.damaged,
            output: summary.damaged > 0
                ? "orders are damaged in the store, and nothing is done for them: see GET /orders?status=HELD&error=Damaged, the log, "
                    + "and orderd store verify" : nil
        )
    }

    private func observeHeld(_ summary: StoreSummary) -> HealthReport.Observation {
        let held = summary.orders[.held] ?? 0
        let poison =
            summary.quarantined > 0
            ? "; \(summary.quarantined) of them quarantined, because the process ended "
                + "\(Crash.limit) times in a row while they ran" : ""
        let restored =
            summary.restoration.map {
                "; \($0.description). See GET /orders?status=HELD&error=Restored"
            } ?? ""
        return HealthReport.Observation(
            "orders:held",
            held > 0 ? .warn : .pass,
            value: held,
            output: held > 0 ? "see GET /orders?status=HELD\(poison)\(restored)" : nil
        )
    }

    private func observeDeliveries(_ summary: StoreSummary) -> HealthReport.Observation {
        let uncertain = summary.deliveries[.uncertain] ?? 0
        return HealthReport.Observation(
            "deliveries:uncertain",
            uncertain > 0 ? .warn : .pass,
            value: uncertain,
            output: uncertain > 0 ? "see GET /deliveries?status=uncertain" : nil
        )
    }

    private func observePruning() -> HealthReport.Observation {
        let fault = housekeeper.status.fault
        return HealthReport.Observation(
            "retention:pruning",
            fault == nil ? .pass : .warn,
            output: fault
        )
    }

    /// Whether orders wait for SES or SNS: throttled, out of reach, or without the right to send.
    ///
    /// Those that wait for their turn at our own limits are none of them.
    private func observeProviders() -> HealthReport.Observation {
        let last = dispatcher.status.postponement
        let age = last.map { clock.now.timeIntervalSince($0.at) } ?? .infinity
        // While a provider is left alone nobody tries it, and all wait.
        let resting = dispatcher.gates.deliveries.filter { $0.value.status.restsUntil != nil }
        let kinds = resting.keys.map(\.rawValue).sorted().joined(separator: " and ")
        let rest = kinds.isEmpty ? nil : "\(kinds): the provider is left alone for a while"
        // What it said before the longest rest may still be why.
        let cause = age < ProviderGate.longestRest ? last.map { ", since \($0.reason)" } : nil
        let output = age < 60 ? last?.reason : rest.map { $0 + (cause ?? "") }
        return HealthReport.Observation(
            "providers:postponed",
            output == nil ? .pass : .warn,
            output: output
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
            output: all.isEmpty ? nil : all.joined(separator: "; ")
        )
    }

    /// Whether the last orders ended badly, more of them than is in order.
    private func observeFailed() -> HealthReport.Observation {
        let recent = dispatcher.endedOrders.recent(at: clock.now, settings.health)
        let error = recent.mostFrequentError.map { ", mostly with \($0)" } ?? ""
        return HealthReport.Observation(
            "orders:failed",
            recent.isAlarming ? .warn : .pass,
            value: recent.failed,
            output: recent.isAlarming
                ? "of the last \(recent.ended) orders that ended \(recent.failed) failed\(error); "
                    + "see GET /orders?status=FAILED, or TIMED_OUT" : nil
        )
    }

    private func observeDispatcher() -> HealthReport.Observation {
        let status = dispatcher.status
        let silence = status.lastClaim.map { clock.now.timeIntervalSince($0) } ?? 0
        let isBusy = status.inFlight >= settings.queue.concurrency
        // A dispatcher that was told to pause asks the store for nothing.
        let isSilent = silence > Self.maximumDispatcherSilence && !isBusy && !status.isPaused
        return HealthReport.Observation(
            "dispatcher:inFlight",
            status.fault != nil || isSilent ? .fail : .pass,
            value: status.inFlight,
            output: status.fault ?? (isSilent ? "the dispatcher stands still" : nil)
        )
    }

    /// Orders that cannot be carried on: a damaged position, a definition that cannot be read.
    private func observeFaulty() -> HealthReport.Observation {
        let faulty = dispatcher.status.faulty
        let example = faulty.min { $0.key.text < $1.key.text }
        return HealthReport.Observation(
            "orders:faulty",
            faulty.isEmpty ? .pass : .warn,
            value: faulty.count,
            output: example.map { number, reason in
                "these cannot be carried on and are tried again within the hour, such as \(number): \(reason)"
            }
        )
    }

    private func observeDisk() -> HealthReport.Observation {
        let free = housekeeper.status.freeSpace
        let least = settings.data.minimumFreeMB * 1024 * 1024
        // Twice of what closes the intake: somebody should know before.
        let isLow = free.map { $0 < 2 * least } ?? false
        return HealthReport.Observation(
            "disk:free",
            isLow ? .warn : .pass,
            value: free,
            unit: "bytes",
            output: isLow ? "orders are refused below \(least) bytes" : nil
        )
    }

    private func observeHeartbeat() -> HealthReport.Observation {
        let standing = scheduler.standing("heartbeat")
        let last = standing?.last
        let isLate = standing.map { $0.missed >= 2 } ?? false
        let late = "it has not succeeded at its last two times"
        return HealthReport.Observation(
            "heartbeat:age",
            last?.fault == nil && !isLate ? .pass : .warn,
            value: last?.succeededAt.map { max(0, Int(clock.now.timeIntervalSince($0))) },
            unit: "s",
            output: last?.fault ?? (isLate ? late : nil)
        )
    }

    private func observeCredentials() -> HealthReport.Observation {
        let status = aws.status
        let now = aws.now
        let left = status.secondsLeft(at: now)
        let problem = status.problem(at: now)
        return HealthReport.Observation(
            "credentials:present",
            problem == nil ? .pass : .warn,
            value: left.isFinite && status.held != nil ? Int(left) : nil,
            unit: left.isFinite && status.held != nil ? "s" : nil,
            output: problem ?? status.held.map { "from \($0.source)" }
        )
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
