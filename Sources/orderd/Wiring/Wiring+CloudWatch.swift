import AWS
import Integrations
import Logging
import OrderAPI
import ServiceLifecycle
import Telemetry

extension Wiring {
    /// What ships log lines, if they are.
    func makeShipper(_ aws: AWSConnection) throws -> LogShipper? {
        guard let lines, let configuration = startUp.cloudWatch.shipping else { return nil }
        return LogShipper(
            CloudWatchLogsClient(try aws.client(.cloudWatchLogs)),
            configuration,
            buffer: lines,
            clock: clock,
            // What it says of lines that are not shipped is itself not shipped.
            logger: logs.loggerHere(.aws)
        )
    }

    /// The services that bring lines to CloudWatch or where its agents read; who writes lines is stopped before who ships them.
    func shippingServices(
        _ outside: Outside,
        _ engine: Engine,
        _ metrics: ServiceMetrics
    ) -> [any Service] {
        let shipper: [any Service] = outside.shipper.map { [$0] } ?? []
        guard let line = embeddedLine else { return shipper }
        let reporter = MetricsReporter(
            metrics: metrics,
            store: store,
            dispatcher: engine.dispatcher,
            namespace: startUp.cloudWatch.namespace,
            interval: startUp.cloudWatch.interval,
            clock: clock,
            line: line
        )
        return shipper + [reporter]
    }

    /// Where metrics in Embedded Metric Format go; nil: they are not written.
    private var embeddedLine: (@Sendable (ArraySlice<UInt8>) -> Bool)? {
        switch startUp.cloudWatch.metrics {
        case .off: return nil
        case .log:
            return { [output = logs.output] line in
                output.write(Array(line) + [UInt8(ascii: "\n")])
                return true
            }
        case .ship:
            guard let lines else { return nil }
            return { lines.append($0) }
        }
    }
}
