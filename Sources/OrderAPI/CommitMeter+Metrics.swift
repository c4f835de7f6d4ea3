package import Orders
package import Telemetry

extension CommitMeter {
    package func register(in registry: MetricsRegistry) {
        registry.histogram(
            "orderd_store_commit_duration_seconds",
            help: "Time of a transaction of the store, until it was on disk.",
            keptAs: duration
        )
        registry.histogram(
            "orderd_store_commit_operations",
            help: "Operations that shared a transaction of the store.",
            keptAs: operations
        )
    }
}
