import HTTP
import Telemetry

extension HTTPClient {
    /// Tells of its connections, under the name of the pool.
    func register(as pool: String, in registry: MetricsRegistry) {
        for (state, count) in [("idle", \Counts.idle), ("in_use", \.inUse)] {
            registry.gauge(
                "orderd_client_connections",
                help: "Connections to others, by pool and state.",
                labels: ["pool": pool, "state": state]
            ) { Double(self.counts[keyPath: count]) }
        }
        registry.gauge(
            "orderd_client_calls_waiting",
            help: "Calls that wait for a connection, by pool.",
            labels: ["pool": pool]
        ) { Double(self.counts.waiting) }
    }
}
