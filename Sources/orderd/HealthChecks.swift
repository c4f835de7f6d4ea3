import AWS
import Foundation
import OrderAPI
import Orders

/// What the health answer looks at.
struct HealthChecks: Sendable {
    let store: any OrderStore
    let dispatcher: Dispatcher
    let scheduler: Scheduler
    let credentials: any CredentialsProvider
    let settings: Settings
    let clock: any WallClock

    /// Below this much free space the disk is reported.
    private static let minimumFreeBytes = 256 * 1024 * 1024
    /// Beyond this the oldest order that waits is reported, in seconds.
    private static let maximumQueueAge = 300
    /// How long the dispatcher may go without an answer of the store, in seconds.
    private static let maximumDispatcherSilence: TimeInterval = 30

    /// A check for each part.
    var all: [HealthCheck] {
        [
            HealthCheck(observe: observeQueue),
            HealthCheck(observe: observeHeldOrders),
            HealthCheck(observe: observeDeliveries),
            HealthCheck(observe: observeProviders),
            HealthCheck(observe: observeDispatcher),
            HealthCheck(observe: observeDisk),
            HealthCheck(observe: observeHeartbeat),
            HealthCheck(observe: observeCredentials),
        ]
    }

    /// The store answers, and the oldest order does not wait too long.
    private func observeQueue() async -> HealthReport.Observation {
        do {
            let now = clock.now
            let oldest = try await store.summary(at: now).oldestQueued
            let age = oldest.map { max(0, Int(now.timeIntervalSince($0))) } ?? 0
            return HealthReport.Observation(
                "queue:oldestAge",
                age > Self.maximumQueueAge ? .warn : .pass,
                value: age,
                unit: "s",
                output: age > Self.maximumQueueAge ? "orders wait longer than usual" : nil
            )
        } catch {
            return HealthReport.Observation("store:answers", .fail, output: "\(error)")
        }
    }

    private func observeHeldOrders() async -> HealthReport.Observation {
        let held = (try? await store.summary(at: clock.now))?.orders[.held] ?? 0
        return HealthReport.Observation(
            "orders:held",
            held > 0 ? .warn : .pass,
            value: held,
            output: held > 0 ? "see GET /orders?status=HELD" : nil
        )
    }

    private func observeDeliveries() async -> HealthReport.Observation {
        let uncertain = (try? await store.summary(at: clock.now))?.deliveries[.uncertain] ?? 0
        return HealthReport.Observation(
            "deliveries:uncertain",
            uncertain > 0 ? .warn : .pass,
            value: uncertain,
            output: uncertain > 0 ? "see GET /deliveries?status=uncertain" : nil
        )
    }

    /// Whether orders wait for SES or SNS: throttled, out of reach, or without the right to send.
    private func observeProviders() async -> HealthReport.Observation {
        let last = dispatcher.status.postponement
        let isRecent = last.map { clock.now.timeIntervalSince($0.at) < 60 } ?? false
        return HealthReport.Observation(
            "providers:postponed",
            isRecent ? .warn : .pass,
            output: isRecent ? last?.reason : nil
        )
    }

    private func observeDispatcher() async -> HealthReport.Observation {
        let status = dispatcher.status
        let silence = status.lastClaim.map { clock.now.timeIntervalSince($0) } ?? 0
        let isBusy = status.inFlight >= settings.queue.concurrency
        let isSilent = silence > Self.maximumDispatcherSilence && !isBusy
        return HealthReport.Observation(
            "dispatcher:inFlight",
            status.fault != nil || isSilent ? .fail : .pass,
            value: status.inFlight,
            output: status.fault ?? (isSilent ? "the dispatcher stands still" : nil)
        )
    }

    private func observeDisk() async -> HealthReport.Observation {
        let attributes = try? FileManager.default.attributesOfFileSystem(
            forPath: settings.data.directory
        )
        let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
        let isLow = free < Self.minimumFreeBytes
        return HealthReport.Observation(
            "disk:free",
            isLow ? .warn : .pass,
            value: free,
            unit: "bytes",
            output: isLow ? "less than \(Self.minimumFreeBytes) bytes are free" : nil
        )
    }

    private func observeHeartbeat() async -> HealthReport.Observation {
        let last = scheduler.lastRuns["heartbeat"]
        let age = last.map { max(0, Int(clock.now.timeIntervalSince($0.at))) }
        return HealthReport.Observation(
            "heartbeat:age",
            last?.fault == nil ? .pass : .warn,
            value: age,
            unit: "s",
            output: last?.fault
        )
    }

    private func observeCredentials() async -> HealthReport.Observation {
        do {
            let found = try await credentials.credentials(at: clock.now)
            return HealthReport.Observation(
                "credentials:present",
                found == nil ? .warn : .pass,
                output: found == nil
                    ? "no AWS credentials: orders wait until there are some" : nil
            )
        } catch {
            return HealthReport.Observation("credentials:present", .warn, output: "\(error)")
        }
    }
}
