import AWS
import Foundation
import OrderAPI
import Orders

/// What is said of each part: from what was observed and the thresholds to pass, warn or fail, with a sentence in any case.
///
/// `config/HEALTH.md` has the rules as a table.
struct HealthRules: Sendable {
    typealias Observation = HealthReport.Observation

    let thresholds: HealthThresholds

    /// Whether the store answers; `seconds` is how long it took.
    func store(_ fault: String?, seconds: TimeInterval) -> Observation {
        Observation(
            "store:answers",
            fault == nil ? .pass : .fail,
            value: Int((seconds * 1_000).rounded()),
            unit: "ms",
            output: fault.map { "the store cannot be read: \($0)" } ?? "the store answers"
        )
    }

    func queue(age: Int, isPaused: Bool) -> Observation {
        let isOld = age > thresholds.queueAge
        let waits = "the oldest due order waits for \(age) s"
        return Observation(
            "queue:oldestAge",
            isOld || isPaused ? .warn : .pass,
            value: age,
            unit: "s",
            output: isPaused
                ? "the queue is paused\(age > 0 ? ", and \(waits)" : ""); POST /queue/resume lets it go on"
                : isOld
                    ? "\(waits), longer than usual (\(thresholds.queueAge) s)"
                    : age == 0 ? "no due order waits" : waits
        )
    }

    func held(_ summary: StoreSummary) -> Observation {
        let held = summary.orders[.held] ?? 0
        let wait = held == 1 ? "1 order waits" : "\(held) orders wait"
        let poison =
            summary.quarantined > 0
            ? "; \(summary.quarantined) of them quarantined, because the process ended "
                + "\(Crash.limit) times in a row while they ran" : ""
        let restored =
            summary.restoration.map {
                "; \($0.description), and GET /orders?status=HELD&error=Restored lists those"
            } ?? ""
        return Observation(
            "orders:held",
            held > 0 ? .warn : .pass,
            value: held,
            unit: "orders",
            output: held > 0
                ? "\(wait) for a person; GET /orders?status=HELD lists them\(poison)\(restored)"
                : "no order waits for a person"
        )
    }

    func uncertain(_ count: Int) -> Observation {
        Observation(
            "deliveries:uncertain",
            count > 0 ? .warn : .pass,
            value: count,
            unit: "deliveries",
            output: count > 0
                ? "of \(count == 1 ? "1 send" : "\(count) sends") nobody can tell what became of it; "
                    + "GET /deliveries?status=uncertain lists what is uncertain"
                : "of every send it is known what became of it"
        )
    }

    func damage(_ count: Int) -> Observation {
        Observation(
            "store:damage",
            count > 0 ? .warn : .pass,
            value: count,
            unit: "orders",
            output: count > 0
                ? "\(count == 1 ? "1 order is" : "\(count) orders are") damaged in the store, and nothing is done for them; "
                    + "GET /orders?status=HELD&error=Damaged lists them, and orderd store verify looks at every row"
                : "no row that was read is damaged"
        )
    }

    /// What is said of the files of the store: `fault` where one is not in its place, `copy` where all was copied to.
    func files(_ fault: String?, copy: String?) -> Observation {
        Observation(
            "store:files",
            fault == nil ? .pass : .fail,
            value: fault == nil ? 0 : 1,
            unit: "files out of place",
            output: fault.map {
                "\($0): no order is accepted or taken up. "
                    + (copy.map {
                        "All that the open files hold was copied to \($0): stop the service, put the copy in the place of orders.sqlite, and start it again"
                    }
                        ?? "What the open files hold is NOT copied yet: do not stop the service; its log says why")
            } ?? "the files of the store are in their places"
        )
    }

    /// Whether orders are taken up; `silence` is how long ago the store last answered a claim, in seconds.
    func dispatcher(_ status: Dispatcher.Status, silence: TimeInterval, places: Int) -> Observation
    {
        // One that is told to pause, or has no place free, asks the store for nothing.
        let asks = !status.isPaused && status.inFlight < places
        let isSlow = asks && silence > thresholds.dispatcherSilence
        let standstill =
            isSlow
            ? "no order is taken up: the dispatcher stands still since \(Int(silence)) s" : nil
        let isFailing =
            status.fault != nil || isSlow && silence > thresholds.dispatcherFailure
        return Observation(
            "dispatcher:inFlight",
            isFailing ? .fail : isSlow ? .warn : .pass,
            value: status.inFlight,
            unit: "orders",
            output: status.fault.map { "no order can be taken up: \($0)" } ?? standstill
                ?? "\(status.inFlight) of at most \(places) orders are worked on"
        )
    }

    func faulty(_ faulty: [OrderID: String]) -> Observation {
        let example = faulty.min { $0.key.text < $1.key.text }
        return Observation(
            "orders:faulty",
            faulty.isEmpty ? .pass : .warn,
            value: faulty.count,
            unit: "orders",
            output: example.map { number, reason in
                "\(faulty.count == 1 ? "1 order" : "\(faulty.count) orders") cannot be carried on and will be tried again "
                    + "within the hour, such as \(number): \(reason)"
            } ?? "every order can be carried on"
        )
    }

    func failed(_ recent: RecentEndings.Tally) -> Observation {
        let error = recent.mostFrequentError.map { ", mostly with \($0)" } ?? ""
        let share = "of the last \(recent.ended) orders that ended \(recent.failed) failed"
        return Observation(
            "orders:failed",
            recent.isAlarming ? .warn : .pass,
            value: recent.failed,
            unit: "orders",
            output: recent.isAlarming
                ? "\(share)\(error); GET /orders?status=FAILED and TIMED_OUT list them" : share
        )
    }

    /// Whether orders wait for a provider that does not take them; those that wait for their turn at our own limits do not.
    ///
    /// `resting` are those that are left alone, `last` is what an order was last told, and how many seconds ago.
    func providers(
        resting: [String],
        last: (reason: String, age: TimeInterval)?
    ) -> Observation {
        let kinds = resting.sorted().joined(separator: " and ")
        let rest =
            kinds.isEmpty ? nil : "orders wait for \(kinds): the provider is left alone for a while"
        let (reason, age) = (last?.reason, last?.age ?? .infinity)
        // What it said before the longest rest may still be why.
        let cause = age < ProviderGate.longestRest ? reason.map { ", since \($0)" } : nil
        let told = reason.map { "orders wait for a provider: \($0)" }
        let problem = age < Self.memory ? told : rest.map { $0 + (cause ?? "") }
        return Observation(
            "providers:postponed",
            problem == nil ? .pass : .warn,
            value: resting.count,
            unit: "providers left alone",
            output: problem ?? "SES and SNS take what orders send"
        )
    }

    /// How long it is told that a provider did not take something, in seconds.
    private static let memory: TimeInterval = 60

    /// Sends that were refused for good within the window.
    func refused(_ count: Int) -> Observation {
        let window = Int(thresholds.refusedWindow)
        let isMany = thresholds.refusedSends > 0 && count >= thresholds.refusedSends
        let sends = count == 1 ? "a send was" : "\(count) sends were"
        return Observation(
            "deliveries:refused",
            isMany ? .warn : .pass,
            value: count,
            unit: "sends",
            output: isMany
                ? "\(sends) refused for good within \(window) s; GET /deliveries?status=refused gives each reason"
                : "\(sends.replacing("0 sends were", with: "no send was")) refused for good within \(window) s"
        )
    }

    func disk(free: Int?) -> Observation {
        let isLow = free.map { $0 < thresholds.diskFree } ?? false
        let isClosed = free.map { $0 < thresholds.diskLeast } ?? false
        return Observation(
            "disk:free",
            isLow ? .warn : .pass,
            value: free,
            unit: "bytes",
            output: isClosed
                ? "no order is accepted: \(mebibytes(free)) are free on the disk of the store, "
                    + "and \(mebibytes(thresholds.diskLeast)) must be"
                : isLow
                    ? "\(mebibytes(free)) are free on the disk of the store; orders are refused below "
                        + mebibytes(thresholds.diskLeast)
                    : "there is room on the disk of the store"
        )
    }

    private func mebibytes(_ bytes: Int?) -> String { "\((bytes ?? 0) >> 20) MiB" }

    func pruning(_ fault: String?) -> Observation {
        Observation(
            "retention:pruning",
            fault == nil ? .pass : .warn,
            value: fault == nil ? 0 : 1,
            unit: "faults",
            output: fault.map { "ended orders cannot be deleted: \($0)" }
                ?? "ended orders are deleted when their time is over"
        )
    }

    /// Whether the heartbeat beats; `age` is how many seconds ago it last succeeded.
    func heartbeat(missed: Int, fault: String?, age: Int?) -> Observation {
        let isLate = missed >= thresholds.heartbeatMissed
        let times = missed == 1 ? "time" : "\(missed) times"
        let late = "the heartbeat has not succeeded at its last \(times)"
        let success = age.map { "it last succeeded \($0) s ago" } ?? "it has not run yet"
        return Observation(
            "heartbeat:age",
            fault == nil && !isLate ? .pass : .warn,
            value: age,
            unit: "s",
            output: fault.map { "the heartbeat failed: \($0)" } ?? (isLate ? late : success)
        )
    }

    func credentials(_ status: CredentialsStatus, at now: Date) -> Observation {
        let left = status.secondsLeft(at: now)
        let isCounted = left.isFinite && status.held != nil
        let source = status.held?.source ?? ""
        let end =
            left < thresholds.credentialsLeft
            ? "the credentials from \(source) end in \(Int(left)) s" : nil
        let problem = status.problem(at: now) ?? (status.held == nil ? nil : end)
        return Observation(
            "credentials:present",
            problem == nil ? .pass : .warn,
            value: isCounted ? Int(left) : nil,
            unit: isCounted ? "s" : nil,
            output: problem
                ?? (status.held.map { held in "from \(held.source)" }
                    ?? "nobody has asked for them yet")
        )
    }

    /// Whether people can be told of what is wrong.
    func alerts(_ status: AlertDesk.Status) -> Observation {
        let faults = status.faults.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.key.rawValue): \($0.value)" }
        return Observation(
            "alerts:sent",
            faults.isEmpty ? .pass : .warn,
            value: status.waiting,
            unit: "messages wait",
            output: faults.isEmpty
                ? "people can be told" : "people are not told by \(faults.joined(separator: "; "))"
        )
    }
}
