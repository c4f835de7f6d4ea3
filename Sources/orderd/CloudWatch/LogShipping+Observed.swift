import Integrations
import OrderAPI
import Telemetry

extension LogShipper {
    /// Whether log lines reach CloudWatch; that they do not never fails the service.
    var observation: HealthReport.Observation {
        let status = status
        let loss = status.isLosing ? "log lines are lost on their way to CloudWatch" : nil
        let output = [loss, status.trouble].compactMap(\.self).joined(separator: ": ")
        return HealthReport.Observation(
            "cloudwatch:logs",
            output.isEmpty ? .pass : .warn,
            value: counts.allLost,
            unit: "lines lost",
            output: output.isEmpty ? "CloudWatch takes the log lines" : output
        )
    }
}

extension LogBuffer {
    func register(in registry: MetricsRegistry) {
        for loss in Loss.allCases {
            registry.counter(
                "orderd_cloudwatch_events_lost_total",
                help: "Log lines and metrics that did not reach CloudWatch, by reason.",
                labels: ["reason": loss.rawValue]
            ) { UInt64(self.counts.lost[loss, default: 0]) }
        }
        registry.counter(
            "orderd_cloudwatch_events_shipped_total",
            help: "Log lines and metrics that CloudWatch took."
        ) { UInt64(self.counts.shipped) }
    }
}
