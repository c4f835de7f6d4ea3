import HTTP
import Integrations
import OrderAPI
import ServiceLifecycle
import Telemetry

extension Wiring {
    /// What brings spans to their receiver, if there is one.
    func tracingServices(_ outside: Outside) throws -> [any Service] {
        guard let tracing, let plan = startUp.tracing else { return [] }
        let client = try plan.makeClient(through: outside.aws.access.proxies, on: loop)
        let exporter = SpanExporter(
            plan.exporter,
            plan.source,
            buffer: tracing.tracer.buffer,
            wake: tracing.wake,
            over: client,
            clock: clock,
            logger: logs.logger(.tracing)
        )
        // The client goes after its exporter. Messages are put together beside the loop that carries orders on.
        return [OnLoop(client, loop), exporter]
    }
}
