import Orders
import Telemetry

extension EngineMeter {
    /// Registers what is known from the start; what is called shows later.
    func register(in registry: MetricsRegistry) {
        registry.histogram(
            "orderd_order_queue_wait_seconds",
            help: "Time from when an order was due until it was taken up for the first time.",
            keptAs: queueWait
        )
        for (status, histogram) in orders.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            registry.histogram(
                "orderd_order_duration_seconds",
                help: "Time from an order's acceptance to its end, by status.",
                labels: ["status": status.rawValue],
                keptAs: histogram
            )
        }
        for (kind, sends) in deliveries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            registry.histogram(
                "orderd_delivery_duration_seconds",
                help: "Time of an attempt to send, by kind.",
                labels: ["kind": kind.rawValue],
                keptAs: sends.duration
            )
            for outcome in SendOutcome.allCases {
                guard let counter = sends.attempts[outcome] else { continue }
                registry.counter(
                    "orderd_delivery_attempts_total",
                    help: "Attempts to send, by kind and by what the provider made of them.",
                    labels: ["kind": kind.rawValue, "outcome": outcome.rawValue]
                ) { counter.value }
            }
        }
    }

    /// Registers each integration that was called; the same one again changes nothing.
    func registerCalls(in registry: MetricsRegistry) {
        for (integration, calls) in calls.sorted(by: { $0.key < $1.key }) {
            registry.histogram(
                "orderd_task_duration_seconds",
                help: "Time of an attempt at a task, by integration.",
                labels: ["integration": integration],
                keptAs: calls.duration
            )
            registry.counter(
                "orderd_task_retries_total",
                help: "Attempts at tasks that had failed before, by integration.",
                labels: ["integration": integration]
            ) { calls.retries.value }
            for end in TaskEnd.all {
                guard let counter = calls.attempts[end] else { continue }
                registry.counter(
                    "orderd_task_attempts_total",
                    help: "Attempts at tasks, by integration, outcome and class of error.",
                    labels: [
                        "integration": integration, "outcome": end.name,
                        "error_class": end.errorClass?.rawValue ?? "",
                    ]
                ) { counter.value }
            }
        }
    }
}
