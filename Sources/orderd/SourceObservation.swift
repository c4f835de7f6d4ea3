import Foundation
import Integrations
import OrderAPI
import Telemetry

extension QueueConsumer {
    /// How long a rejected message is told of.
    private static let memory: TimeInterval = 600

    /// What health says of the queue: that no messages can be received, or that some were rejected lately.
    func observation(at now: Date) -> HealthReport.Observation {
        let (name, status) = ("sources:\(name)", status)
        if let trouble = status.trouble {
            let output = "no messages can be received from \(self.name): \(trouble)"
            return HealthReport.Observation(name, .warn, output: output)
        }
        if let last = status.lastRejection, now.timeIntervalSince(last.at) < Self.memory {
            let output = "a message of \(self.name) was rejected: \(last.reason); \(remedy)"
            return HealthReport.Observation(name, .warn, output: output)
        }
        return HealthReport.Observation(
            name,
            .pass,
            value: Int(status.accepted),
            unit: "orders",
            output: "messages of \(self.name) become orders"
        )
    }

    /// Where a rejected message is to be looked for.
    private var remedy: String {
        switch configuration.rejected {
        case .redriven: "look into the queue's dead-letter queue"
        case .deleted: "it is deleted, and the log has its id"
        case .left: "it comes again until the queue thinks it too old"
        }
    }

    /// Counts what became of its messages.
    func register(in registry: MetricsRegistry) {
        for (outcome, count) in [
            ("accepted", \Status.accepted), ("repeated", \.repeated), ("rejected", \.rejected),
        ] {
            registry.counter(
                "orderd_source_messages_total",
                help: "Messages of queues that orders come from, by what became of them.",
                labels: ["source": name, "outcome": outcome]
            ) { UInt64(self.status[keyPath: count]) }
        }
    }
}

extension Wiring {
    func register(_ sources: [QueueConsumer], in registry: MetricsRegistry) {
        for source in sources { source.register(in: registry) }
    }
}
