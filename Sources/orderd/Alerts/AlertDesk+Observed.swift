import Orders
import Telemetry

extension AlertDesk {
    func register(in registry: MetricsRegistry) {
        for kind in AlertKind.allCases {
            registry.gauge(
                "orderd_alerts_firing",
                help: "Alerts that last, by kind, whether somebody is told of them or not.",
                labels: ["kind": kind.rawValue]
            ) { Double(self.status.firing[kind] ?? 0) }
        }
        for way in AlertWay.allCases {
            for (outcome, counts) in [
                ("sent", meter.sent), ("failed", meter.failed), ("given_up", meter.givenUp),
            ] {
                registry.counter(
                    "orderd_alert_messages_total",
                    help:
                        "Messages of alerts by the way to people: sent, attempts that failed, and given up.",
                    labels: ["target": way.rawValue, "outcome": outcome]
                ) { counts[way]?.value ?? 0 }
            }
        }
        registry.gauge(
            "orderd_alert_messages_waiting",
            help: "Messages of alerts that are on their way."
        ) { Double(self.status.waiting) }
    }
}
