import Foundation
import Orders
import Telemetry

extension ScheduleKeeper {
    func register(in registry: MetricsRegistry) {
        for outcome in ScheduleRun.Outcome.allCases {
            registry.counter(
                "orderd_schedule_runs_total",
                help:
                    "Times of schedules since the start: started, skipped for the run before them, or missed.",
                labels: ["outcome": outcome.rawValue]
            ) { self.count(of: outcome) }
        }
        registry.histogram(
            "orderd_schedule_start_delay_seconds",
            help: "By how much a run of a schedule was begun after its time.",
            keptAs: lateness
        )
        let states: [(String, @Sendable (Standing) -> Int)] = [
            ("enabled", { $0.enabled }), ("disabled", { $0.disabled }),
            ("damaged", { $0.damaged.count }), ("waiting", { $0.waiting.count }),
        ]
        for (state, count) in states {
            registry.gauge(
                "orderd_schedules",
                help:
                    "Schedules: enabled, disabled, damaged in the store, and of the enabled those whose due run cannot begin.",
                labels: ["state": state]
            ) { Double(count(self.standing)) }
        }
    }
}

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
