import FoundationEssentials
package import Telemetry

extension Scheduler {
    /// Shows the heartbeat's last success.
    package func register(in registry: MetricsRegistry) {
        registry.gauge(
            "orderd_heartbeat_last_success_timestamp_seconds",
            help:
                "When HeartbeatFunction last succeeded, in seconds since 1970; 0: not since the start."
        ) { [self] in lastRuns["heartbeat"]?.succeededAt?.timeIntervalSince1970 ?? 0 }
    }
}
