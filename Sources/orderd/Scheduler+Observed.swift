import Foundation
import Orders
import Telemetry

extension Scheduler {
    func register(in registry: MetricsRegistry, _ clock: any WallClock) {
        for name in names {
            registry.gauge(
                "orderd_schedule_lateness_seconds",
                help: "By how much a schedule is behind its time.",
                labels: ["schedule": name]
            ) { self.lateness(of: name, at: clock.now) }
            registry.gauge(
                "orderd_schedule_last_run_timestamp_seconds",
                help: "When a schedule last fired, in seconds since 1970; 0 before the first time.",
                labels: ["schedule": name]
            ) { self.lastRuns[name]?.at.timeIntervalSince1970 ?? 0 }
            registry.gauge(
                "orderd_schedule_last_success_timestamp_seconds",
                help:
                    "When a schedule's run last succeeded, in seconds since 1970; 0: not since the start.",
                labels: ["schedule": name]
            ) { self.lastRuns[name]?.succeededAt?.timeIntervalSince1970 ?? 0 }
        }
    }
}
